extension PlainGraph {
  /// Which node dominates which: the second is reached from the roots, but not without the first.
  func dominance(from roots: [Int]) -> [[Bool]] {
    let whole = distances(from: roots)
    return (0..<nodeCount).map { removed in
      let rest = Set(0..<nodeCount).subtracting([removed])
      let without = confined(to: rest).distances(from: roots.filter { $0 != removed })
      return (0..<nodeCount).map { node in
        whole[node] != nil && without[node] == nil
      }
    }
  }
}
