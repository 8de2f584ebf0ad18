extension Condensation {
  /// Longest-path ranks: for each component the length, in arcs, of the longest path that ends
  /// there (forward) or starts there (reverse); sources, respectively sinks, have rank 0.
  ///
  /// - Complexity: O(*v* + *e*) of the condensed graph's, O(*v*) memory.
  public func ranks(_ direction: Direction = .forward) -> [Int] {
    var ranks = [Int](repeating: 0, count: graph.nodeCount)
    let last = graph.nodeCount - 1
    for step in ranks.indices {
      // Every arc leads to a higher node: ascending is forward, descending is reverse.
      let node = NodeIndex(direction == .forward ? step : last - step)
      for neighbor in graph.neighbors(of: node, direction) {
        ranks[neighbor.position] = max(ranks[neighbor.position], ranks[node.position] + 1)
      }
    }
    return ranks
  }
}

extension Digraph {
  /// Longest-path ranks: for each node the rank of its component, the most steps between components
  /// on a path that ends there (forward) or starts there (reverse).
  ///
  /// All members of a cycle share one rank; arcs among them count for nothing.
  ///
  /// - Complexity: O(*v* + *e*) time, O(*v*) memory.
  public func ranks(_ direction: Direction = .forward) -> [Int] {
    ranks(direction, stronglyConnectedComponents())
  }

  /// ``ranks(_:)`` for a graph whose components are known already.
  ///
  /// - Precondition: `components` are those of this graph.
  /// - Complexity: O(*v* + *e*) time, O(*v*) memory.
  public func ranks(_ direction: Direction = .forward, _ components: Components) -> [Int] {
    precondition(
      components.partition.nodeCount == nodeCount,
      "components of \(components.partition.nodeCount) nodes do not fit a graph of \(nodeCount)"
    )
    return adjacency(direction.opposite).withRows { rows in
      components.partition.withRows { _, members in
        let ranks = NodeRanks(rows, direction, members: members)
        return (0..<nodeCount).map { Int(ranks.ranks[$0]) }
      }
    }
  }
}
