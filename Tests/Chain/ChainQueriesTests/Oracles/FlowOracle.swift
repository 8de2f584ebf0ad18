import ChainModel

/// What flows where, by tables of all pairs: slow, and plainly right.
struct FlowOracle {
  let sketch: ChainSketch
  /// The segments looked at, ascending.
  let segments: [Int]
  /// The links between them, as ends.
  let arcs: [(source: Int, target: Int)]
  /// The least number of flows, at least one, from a segment to another or back to itself.
  let distance: [Int: [Int: Int]]

  /// - Parameter cluster: the cluster whose chain is looked at; `nil` for all flows.
  init(_ sketch: ChainSketch, cluster: Int? = nil) {
    let segments = sketch.all(.segment).filter { segment in
      cluster.map { sketch.wholes(of: segment).contains($0) } ?? true
    }
    let arcs = sketch.links.filter { link in
      ChainSketch.flowKinds.contains(link.kind) && segments.contains(link.source)
        && segments.contains(link.target)
    }.map { (source: $0.source, target: $0.target) }
    self.sketch = sketch
    self.segments = segments
    self.arcs = arcs
    distance = Self.distances(segments, arcs)
  }

  /// Floyd and Warshall.
  static func distances(
    _ segments: [Int],
    _ arcs: [(source: Int, target: Int)]
  ) -> [Int: [Int: Int]] {
    var distance: [Int: [Int: Int]] = [:]
    for arc in arcs { distance[arc.source, default: [:]][arc.target] = 1 }
    for middle in segments {
      for from in segments {
        guard let first = distance[from]?[middle] else { continue }
        for (to, second) in distance[middle] ?? [:] {
          let known = distance[from]?[to] ?? .max
          distance[from]?[to] = min(known, first + second)
        }
      }
    }
    return distance
  }

  func reaches(_ from: Int, _ to: Int) -> Bool { distance[from]?[to] != nil }

  func isOnCycle(_ segment: Int) -> Bool { reaches(segment, segment) }

  /// Whether the two feed each other, or are the same.
  func areTogether(_ a: Int, _ b: Int) -> Bool { a == b || (reaches(a, b) && reaches(b, a)) }

  /// The most flows between groups that feed one another, on a way to (or from) the segment.
  func longestWay(_ segment: Int, towards isForward: Bool) -> Int {
    let next = arcs.filter { arc in
      areTogether(isForward ? arc.source : arc.target, segment)
        && !areTogether(arc.source, arc.target)
    }.map { isForward ? $0.target : $0.source }
    return next.map { 1 + longestWay($0, towards: isForward) }.max() ?? 0
  }

  /// Every way from one segment to another on which no segment occurs twice.
  func paths(from start: Int, to end: Int) -> Set<[Int]> {
    Self.paths(from: start, to: end, along: arcs)
  }

  /// Every such way along `arcs`.
  static func paths(
    from start: Int,
    to end: Int,
    along arcs: [(source: Int, target: Int)]
  ) -> Set<[Int]> {
    var found: Set<[Int]> = []
    func extend(_ path: [Int], _ last: Int) {
      if last == end {
        found.insert(path)
        return
      }
      for arc in arcs where arc.source == last && !path.contains(arc.target) {
        extend(path + [arc.target], arc.target)
      }
    }
    extend([start], start)
    return found
  }
}

extension ChainSketch {
  /// Everything that `node` is part of, however far up.
  func wholes(of node: Int) -> Set<Int> {
    links.filter { $0.kind == .partOf && $0.source == node }
      .reduce(into: []) { found, link in
        found.formUnion(wholes(of: link.target))
        found.insert(link.target)
      }
  }

  /// Whether `a` stands before `b` in name order.
  func isBefore(_ a: Int, _ b: Int) -> Bool {
    (nodes[a].name, id(a)) < (nodes[b].name, id(b))
  }
}
