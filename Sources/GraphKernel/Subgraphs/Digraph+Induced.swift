extension Digraph {
  /// The given nodes and every arc between two of them.
  ///
  /// Nodes and arcs keep their order, whatever the order of `nodes`, so that ties fall in the part
  /// as they do in the whole; a repeated node counts once.
  ///
  /// - Complexity: O(*k* + *e*) time and memory for *k* nodes with *e* arcs, and two bits for each
  ///   node of the graph.
  public func induced(on nodes: [NodeIndex]) -> Subgraph {
    nodes.forEach(check)
    return induced(on: NodeSet(universe: nodeCount, nodes))
  }

  /// The nodes of `region` and every arc between two of them; see ``induced(on:)-([NodeIndex])``.
  ///
  /// - Precondition: the universe of `region` is this graph.
  public func induced(on region: NodeSet) -> Subgraph {
    check(region)
    let numbering = NodeNumbering(region)
    let nodes = Array(region)
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(nodes.count + 1)
    var targets: [UInt32] = []
    var arcs: [ArcIndex] = []
    for node in nodes {
      for arc in self.arcs(of: node) {
        guard let target = numbering.number(of: arc.neighbor.offset) else { continue }
        targets.append(target)
        arcs.append(arc.index)
      }
      offsets.append(UInt32(targets.count))
    }
    return Subgraph(
      graph: Digraph(
        forward: Adjacency(offsets: IndexBuffer(offsets), neighbors: IndexBuffer(targets))
      ),
      nodes: nodes,
      arcs: arcs,
      numbering: numbering
    )
  }
}
