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
  /// - Complexity: O(*v* log *v* + *e*) over the part between the two and a bounded search; when that
  ///   does not find all ways, at most a shortest path for each segment of a way given, by Yen's
  ///   algorithm.
  public func flowPaths(
    from start: NodeIndex,
    to end: NodeIndex,
    limit: Int,
    withReturns: Bool = false
  ) -> FlowPaths {
    paths(over: flowGraph(withReturns: withReturns), from: start, to: end, limit: limit) {}
  }

  /// The ways from one node to another over any relations; see ``flowPaths(from:to:limit:)``.
  ///
  /// - Parameter stop: called before each way; when it throws, the search ends with its error.
  func paths<Stop: Error>(
    over relations: Digraph,
    from start: NodeIndex,
    to end: NodeIndex,
    limit: Int,
    unless stop: () throws(Stop) -> Void
  ) throws(Stop) -> FlowPaths {
    let (flow, segments) = between(start, end, over: relations)
    guard let source = segments.firstIndex(of: start), let target = segments.firstIndex(of: end)
    else { return FlowPaths(paths: [], isCut: false) }
    let (first, last) = (NodeIndex(source), NodeIndex(target))
    func way(_ arcs: [ArcIndex]) -> [NodeIndex] {
      [start] + arcs.map { segments[flow.target(of: $0).position] }
    }
    // Where the ways are few, to walk all of them costs a fraction of a search for each next one.
    let all = flow.simplePaths(from: first, to: last).first(limit, steps: Self.steps)
    if !all.isCut {
      // Within one length, the order of the arcs is the name order.
      let sorted = all.paths.enumerated()
        .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }
      return FlowPaths(paths: sorted.map { way($0.element) }, isCut: false)
    }
    var ways: [[NodeIndex]] = []
    for path in flow.shortestPaths(from: first, to: last) {
      try stop()
      guard ways.count < limit else { return FlowPaths(paths: ways, isCut: true) }
      ways.append(way(path))
    }
    return FlowPaths(paths: ways, isCut: false)
  }

  /// How far all ways are looked for before they are looked for one by one.
  private static let steps = 100_000

  /// The flows on the ways from `start` to `end`, each pair of segments once, and the segments by
  /// their indices in it: in name order, so that arcs ascend in name order too.
  private func between(
    _ start: NodeIndex,
    _ end: NodeIndex,
    over flow: Digraph
  ) -> (graph: Digraph, segments: [NodeIndex]) {
    var (after, before) = (flow.closure(of: [start]), flow.closure(of: [end], .reverse))
    after.insert(start)
    before.insert(end)
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
