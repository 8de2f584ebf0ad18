extension PlainGraph {
  /// For each node the sum over pairs of other nodes of the share of shortest paths through it, by
  /// counting the ways to and from it.
  func betweenness(from sources: [Int]) -> [Double] {
    var sums = [Double](repeating: 0, count: nodeCount)
    for source in sources {
      let ahead = distances(from: [source])
      for target in 0..<nodeCount where target != source {
        guard let whole = ahead[target] else { continue }
        let all = pathCount(from: source, to: target, length: whole)
        for middle in 0..<nodeCount where middle != source && middle != target {
          guard let half = ahead[middle], half <= whole else { continue }
          let through =
            pathCount(from: source, to: middle, length: half)
            * pathCount(from: middle, to: target, length: whole - half)
          sums[middle] += Double(through) / Double(all)
        }
      }
    }
    return sums
  }

  /// How many ways of exactly `length` arcs there are.
  private func pathCount(from source: Int, to target: Int, length: Int) -> Int {
    var ways = [Int](repeating: 0, count: nodeCount)
    ways[source] = 1
    for _ in 0..<length {
      var next = [Int](repeating: 0, count: nodeCount)
      for arc in arcs { next[arc.target] += ways[arc.source] }
      ways = next
    }
    return ways[target]
  }

  /// Core numbers by the definition: nodes of less than *k* arcs are taken away until none is left.
  func coreNumbers() -> [Int] {
    var numbers = [Int](repeating: 0, count: nodeCount)
    for core in 1..<(arcs.count * 2 + 2) {
      var left = Set(0..<nodeCount)
      while true {
        let inside = confined(to: left).arcs.filter { $0.source != $0.target }
        let weak = left.filter { node in
          inside.reduce(0) { $0 + ($1.source == node ? 1 : 0) + ($1.target == node ? 1 : 0) } < core
        }
        if weak.isEmpty { break }
        left.subtract(weak)
      }
      for node in left { numbers[node] = core }
    }
    return numbers
  }

  /// How many classes of connected nodes there are among those of `region`.
  func classCount(in region: Set<Int>) -> Int {
    let labels = confined(to: region).weaklyConnected()
    return Set(region.map { labels[$0] }).count
  }
}
