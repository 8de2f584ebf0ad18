public import GraphKernel

extension Digraph {
  /// Where supply begins: nodes that nothing feeds, and the cycles that nothing outside feeds.
  func supplyStarts() -> [NodeIndex] {
    let ranks = ranks(.forward)
    return nodes.filter { ranks[$0.position] == 0 }
  }

  /// The nodes without which no supply path reaches some other node of `present`, in ascending
  /// order.
  ///
  /// - Complexity: that of dominators, and O(*v*).
  func chokepoints(for present: some Sequence<NodeIndex>) -> [NodeIndex] {
    let tree = dominators(from: supplyStarts())
    var isBlocking = NodeSet(universe: nodeCount)
    for node in present {
      var node = node
      // Above a node that is marked already, everything is.
      while let above = tree.immediateDominator(of: node), isBlocking.insert(above) { node = above }
    }
    return Array(isBlocking)
  }
}

extension Chain {
  /// The segments whose loss blocks a present segment: no supply path of the chain reaches it
  /// without them. In the order of the data.
  ///
  /// - Complexity: that of dominators, and O(segments + their flows).
  public func chokepoints() -> [NodeIndex] {
    let present = segments.indices.filter { graph.verdict(of: segments[$0]).isPresent }
    return subgraph.graph.chokepoints(for: present.map { NodeIndex($0) })
      .map { subgraph.nodes[$0.position] }
  }
}
