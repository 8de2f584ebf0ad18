extension PlainGraph {
  /// Which node leads to which over at least one arc.
  ///
  /// Source: Warshall, “A theorem on Boolean matrices”, JACM 1962.
  func reachability() -> [[Bool]] {
    var matrix = Array(repeating: Array(repeating: false, count: nodeCount), count: nodeCount)
    for arc in arcs {
      matrix[arc.source][arc.target] = true
    }
    for middle in 0..<nodeCount {
      for start in 0..<nodeCount where matrix[start][middle] {
        for end in 0..<nodeCount where matrix[middle][end] {
          matrix[start][end] = true
        }
      }
    }
    return matrix
  }

  /// The fewest arcs from any start to each node, found by trying all arcs again and again.
  func distances(from starts: [Int]) -> [Int?] {
    var distances = [Int?](repeating: nil, count: nodeCount)
    for start in starts {
      distances[start] = 0
    }
    for _ in 0..<nodeCount {
      for arc in arcs {
        guard let distance = distances[arc.source] else { continue }
        distances[arc.target] = min(distances[arc.target] ?? .max, distance + 1)
      }
    }
    return distances
  }
}
