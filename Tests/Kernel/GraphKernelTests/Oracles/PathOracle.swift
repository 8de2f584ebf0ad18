extension PlainGraph {
  /// All paths without a repeated node, by recursion, in the order of their arcs.
  func simplePaths(from source: Int, to target: Int, passed: Set<Int> = []) -> [[Int]] {
    if source == target { return [[]] }
    let passed = passed.union([source])
    return arcs.filter { $0.source == source && !passed.contains($0.target) }.flatMap { arc in
      simplePaths(from: arc.target, to: target, passed: passed).map { [arc.id] + $0 }
    }
  }
}
