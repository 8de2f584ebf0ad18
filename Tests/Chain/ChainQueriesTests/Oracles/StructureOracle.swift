import ChainModel

/// The structure of a flow network by definition: things are taken away, and one looks what is left.
struct StructureOracle {
  let segments: Set<Int>
  /// The flows between them, parallel ones too.
  let arcs: [(source: Int, target: Int)]

  init(segments: Set<Int>, arcs: [(source: Int, target: Int)]) {
    self.segments = segments
    self.arcs = arcs.filter { segments.contains($0.source) && segments.contains($0.target) }
  }

  /// The segments among `nodes`, and the flows between them.
  init(_ sketch: ChainSketch, among nodes: Set<Int>) {
    let flow = FlowOracle(sketch)
    self.init(segments: nodes.intersection(flow.segments), arcs: flow.arcs)
  }

  func without(_ removed: Set<Int>) -> StructureOracle {
    StructureOracle(segments: segments.subtracting(removed), arcs: arcs)
  }

  func without(arcs removed: Set<Int>) -> StructureOracle {
    StructureOracle(
      segments: segments,
      arcs: arcs.indices.filter { !removed.contains($0) }.map { arcs[$0] }
    )
  }

  func reached(from starts: Set<Int>) -> Set<Int> {
    var found = starts.intersection(segments)
    while true {
      let next = found.union(arcs.filter { found.contains($0.source) }.map(\.target))
      if next == found { return found }
      found = next
    }
  }

  func reaches(_ a: Int, _ b: Int) -> Bool {
    arcs.contains { $0.source == a && reached(from: [$0.target]).contains(b) }
  }

  /// The classes that flows join either way.
  var components: Set<Set<Int>> {
    let turned = arcs.map { (source: $0.target, target: $0.source) }
    let both = StructureOracle(segments: segments, arcs: arcs + turned)
    return Set(segments.map { both.reached(from: [$0]) })
  }

  /// The classes of segments that feed one another.
  var cycles: Set<Set<Int>> {
    Set(
      segments.filter { reaches($0, $0) }.map { segment in
        segments.filter { reaches(segment, $0) && reaches($0, segment) }
      }
    )
  }

  var cutPoints: Set<Int> {
    segments.filter { segment in
      without([segment]).components.count > components.filter { $0 != [segment] }.count
    }
  }

  var bridges: Set<Int> {
    Set(arcs.indices.filter { without(arcs: [$0]).components.count > components.count })
  }

  /// What feeds nothing outside of its own cycle, or in reverse is not fed from outside.
  var ends: Set<Int> {
    segments.filter { end in !segments.contains { reaches(end, $0) && !reaches($0, end) } }
  }
  var starts: Set<Int> {
    segments.filter { start in !segments.contains { reaches($0, start) && !reaches(start, $0) } }
  }

  /// The sizes of the smallest sets of segments, and of flows, whose loss cuts `end` off.
  func cutSizes(_ end: Int) -> (segments: Int?, flows: Int) {
    let starts = starts
    let between = Array(segments.subtracting(starts).subtracting([end]))
    let nodes = (0...between.count).first { size in
      between.subsets(of: size).contains { !without(Set($0)).reached(from: starts).contains(end) }
    }
    let flows = (0...arcs.count).first { size in
      Array(arcs.indices).subsets(of: size).contains {
        !without(arcs: Set($0)).reached(from: starts).contains(end)
      }
    }
    return (nodes, flows ?? 0)
  }

  /// All ways between all pairs, and of the shortest the share through each segment.
  func betweenness() -> [Int: Double] {
    var sums: [Int: Double] = [:]
    for start in segments {
      for end in segments where start != end {
        let ways = FlowOracle.paths(from: start, to: end, along: arcs)
        let least = ways.map(\.count).min()
        let shortest = ways.filter { $0.count == least }
        for way in shortest {
          for middle in way.dropFirst().dropLast() {
            sums[middle, default: 0] += 1 / Double(shortest.count)
          }
        }
      }
    }
    return sums
  }

  /// The segments left when all that are joined to fewer than `number` others are taken away, again
  /// and again.
  func core(_ number: Int) -> Set<Int> {
    var left = segments
    while true {
      let rest = StructureOracle(segments: left, arcs: arcs)
      let kept = left.filter { segment in
        let others = rest.arcs.flatMap { arc in
          arc.source == segment ? [arc.target] : arc.target == segment ? [arc.source] : []
        }
        return Set(others).subtracting([segment]).count >= number
      }
      if kept == left { return left }
      left = kept
    }
  }
}

extension [Int] {
  /// Its parts of so many elements.
  func subsets(of size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    return indices.flatMap { first in
      Array(self[(first + 1)...]).subsets(of: size - 1).map { [self[first]] + $0 }
    }
  }
}
