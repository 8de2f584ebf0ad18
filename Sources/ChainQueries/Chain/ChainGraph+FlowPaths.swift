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
  /// The ways from one segment to another along the flow that visit no segment twice: the `limit`
  /// shortest, shortest first, ties in name order.
  ///
  /// When the bound cuts, it cuts among the longest that are given, in the order of the graph. From
  /// a segment to itself there is the way without a step.
  ///
  /// - Complexity: A search gives up after ten million steps; a cut one is repeated for each length.
  public func flowPaths(from start: NodeIndex, to end: NodeIndex, limit: Int) -> FlowPaths {
    let flow = digraph(.flow)
    let all = flow.simplePaths(from: start, to: end).first(limit)
    // A search that gave up before it found `limit` paths would give up again at each length.
    guard all.isCut, all.paths.count == limit else {
      return FlowPaths(paths: named(all.paths, from: start), isCut: all.isCut)
    }
    // The kernel lists paths in the order of arcs. All shorter ones, and enough of the length at
    // which the bound falls, are found by raising the length step by step.
    var shorter: [[ArcIndex]] = []
    var length = flow.shortestPath(from: start, to: end)?.count ?? 0
    while length < nodes.count {
      let bounded = flow.simplePaths(from: start, to: end, maximumLength: length).first(limit)
      guard !bounded.isCut else {
        shorter += bounded.paths.filter { $0.count == length }
        break
      }
      shorter = bounded.paths
      length += 1
    }
    return FlowPaths(paths: Array(named(shorter, from: start).prefix(limit)), isCut: true)
  }

  private func named(_ paths: [[ArcIndex]], from start: NodeIndex) -> [[NodeIndex]] {
    let flow = digraph(.flow)
    return paths.map { arcs in [start] + arcs.map { flow.target(of: $0) } }
      .map { (path: $0, names: $0.map { name(of: $0) }) }
      .sorted { a, b in
        if a.path.count != b.path.count { return a.path.count < b.path.count }
        return a.names.lexicographicallyPrecedes(b.names)
      }
      .map(\.path)
  }
}
