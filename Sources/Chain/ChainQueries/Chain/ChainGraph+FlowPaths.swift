public import ChainModel
public import GraphKernel

/// Ways along the flow.
public struct FlowPaths: Sendable, Hashable {
  /// The ways, each from its first segment to its last.
  public let paths: [[NodeIndex]]
  /// Whether there are more, or may be: the bound cut them.
  public let isCut: Bool
}

extension ChainGraph {
  /// The ways from one segment to another along the flow that visit no segment twice, shortest
  /// first, ties in name order; the first `limit` of them, and whether there are more.
  ///
  /// From a segment to itself there is one way, which goes nowhere. Several flows between the same
  /// two segments make one way.
  ///
  /// - Complexity: O(*v* log *v* + *e*) and a search that gives up after a fixed number of steps;
  ///   when there are more than `limit` ways, O(log *v*) such searches.
  public func flowPaths(from start: NodeIndex, to end: NodeIndex, limit: Int) -> FlowPaths {
    paths(over: digraph(.flow), from: start, to: end, limit: limit, steps: 10_000_000)
  }

  /// The ways from one node to another over any relations; see ``flowPaths(from:to:limit:)``.
  ///
  /// - Parameter steps: when each search gives up.
  func paths(
    over relations: Digraph,
    from start: NodeIndex,
    to end: NodeIndex,
    limit: Int,
    steps: Int
  ) -> FlowPaths {
    let (flow, segments) = between(start, end, over: relations)
    guard let source = segments.firstIndex(of: start), let target = segments.firstIndex(of: end)
    else { return FlowPaths(paths: [], isCut: false) }
    let (first, last) = (NodeIndex(source), NodeIndex(target))
    func ways(_ length: Int) -> BoundedPaths {
      flow.simplePaths(from: first, to: last, maximumLength: length).first(limit, steps: steps)
    }
    let all = ways(flow.nodeCount - 1)
    let paths = all.isCut ? shortest(limit, in: 0..<flow.nodeCount, ways) : all.paths
    // Within one length, the order of the arcs is the name order.
    let sorted = paths.sorted { a, b in
      a.count != b.count ? a.count < b.count : a.lexicographicallyPrecedes(b)
    }
    let ways = sorted.map { arcs in
      [start] + arcs.map { segments[flow.target(of: $0).position] }
    }
    return FlowPaths(paths: ways, isCut: all.isCut)
  }

  /// The first ways of those that `ways` finds up to a length, given that the last of `lengths` is
  /// too long to find all.
  ///
  /// A search comes to long ways before short ones, so the least length is looked for of which not
  /// all ways can be given; all shorter ones can.
  private func shortest(
    _ limit: Int,
    in lengths: Range<Int>,
    _ ways: (Int) -> BoundedPaths
  ) -> [[ArcIndex]] {
    var (least, most) = (lengths.lowerBound, lengths.upperBound - 1)
    while least < most {
      let middle = (least + most) / 2
      if ways(middle).isCut { most = middle } else { least = middle + 1 }
    }
    let shorter = least > 0 ? ways(least - 1).paths : []
    let exact = ways(least).paths.filter { $0.count == least }
    return shorter + exact.prefix(limit - shorter.count)
  }

  /// The flows on the ways from `start` to `end`, each pair of segments once, and the segments by
  /// their indices in it: in name order, so that arcs ascend in name order too.
  private func between(
    _ start: NodeIndex,
    _ end: NodeIndex,
    over flow: Digraph
  ) -> (graph: Digraph, segments: [NodeIndex]) {
    let after = Set(flow.reach(from: [start], .forward).map(\.node)).union([start])
    let before = Set(flow.reach(from: [end], .reverse).map(\.node)).union([end])
    let segments = inNameOrder(after.intersection(before))
    let locals = Dictionary(uniqueKeysWithValues: zip(segments, 0...))
    let arcs = segments.indices.flatMap { position in
      let targets = flow.neighbors(of: segments[position], .forward).compactMap { locals[$0] }
      return Set(targets).sorted().map { (NodeIndex(position), NodeIndex($0)) }
    }
    let (graph, _) = Digraph.build(nodeCount: segments.count, arcs: arcs)
    return (graph, segments)
  }
}
