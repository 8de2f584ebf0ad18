extension Condensation {
  /// For each component the length, in arcs, of the longest path that ends there (forward) or
  /// starts there (reverse); sources, respectively sinks, have rank 0.
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
  /// For each node the rank of its component: the most steps between components on a path that
  /// ends there (forward) or starts there (reverse).
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
    return adjacency(direction).withRows { rows in
      components.partition.withRows { labels, members in
        let ranks = Self.componentRanks(rows, direction, labels: labels, members: members)
        return labels.map { Int(ranks[$0]) }
      }
    }
  }

  /// Straight over the graph's own arcs: a condensed graph would cost more than it saves.
  private static func componentRanks(
    _ rows: Rows,
    _ direction: Direction,
    labels: UnsafeBufferPointer<UInt32>,
    members: Rows
  ) -> Scratch<UInt32> {
    let count = UInt32(members.nodeCount)
    let ranks = Scratch<UInt32>(repeating: 0, count: members.nodeCount)
    for step in 0..<count {
      let component = direction == .forward ? step : count - 1 - step
      let next = ranks[component] + 1
      for member in members.slots(of: component) {
        for slot in rows.slots(of: members[member]) {
          let neighbor = labels[Int(rows[slot])]
          if neighbor != component, ranks[neighbor] < next { ranks[neighbor] = next }
        }
      }
    }
    return ranks
  }
}
