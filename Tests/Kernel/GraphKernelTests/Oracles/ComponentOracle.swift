extension PlainGraph {
  /// For each node the lowest node that it leads to and that leads back.
  func mutuallyReachable() -> [Int] {
    let reaches = reachability()
    return (0..<nodeCount).map { node in
      (0..<nodeCount).first { $0 == node || reaches[node][$0] && reaches[$0][node] } ?? node
    }
  }

  /// For each node the lowest node it is connected with, found by passing labels along.
  func weaklyConnected() -> [Int] {
    var labels = Array(0..<nodeCount)
    for _ in 0..<nodeCount {
      for arc in arcs {
        let label = min(labels[arc.source], labels[arc.target])
        labels[arc.source] = label
        labels[arc.target] = label
      }
    }
    return labels
  }

  /// The longest way between components that ends at each node, by raising ranks until none rises.
  func ranks() -> [Int] {
    let representatives = mutuallyReachable()
    var ranks = [Int](repeating: 0, count: nodeCount)
    for _ in 0..<nodeCount {
      for arc in arcs {
        let source = representatives[arc.source]
        let target = representatives[arc.target]
        if source != target { ranks[target] = max(ranks[target], ranks[source] + 1) }
      }
    }
    return representatives.map { ranks[$0] }
  }
}
