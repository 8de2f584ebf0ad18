public import ChainModel
public import GraphKernel

/// How much must fail before an end of supply gets nothing: its minimum cuts.
public struct SupplyCut: Sendable, Hashable {
  /// A segment that feeds nothing, or lies on a cycle that feeds nothing outside.
  public let end: NodeIndex
  /// The fewest segments between the starts of supply and the end without which no supply path
  /// reaches it, in name order; `nil` where a start feeds it directly, so that none between are
  /// enough.
  public let segments: [NodeIndex]?
  /// The fewest flows without which no supply path reaches it, in the order of the graph.
  public let flows: [Relation]
}

extension FlowNetwork {
  /// The minimum cuts of the ends of supply: those of the fewest segments first, ends that no
  /// segments between cut off last; then by the number of flows, then in name order.
  ///
  /// Supply starts at segments that nothing feeds, and on cycles that nothing outside feeds; ends
  /// that are starts themselves are left out. Of several smallest cuts it is the one nearest to the
  /// starts.
  ///
  /// Sources: Menger; Dinic, 1970; see `Digraph.minimumNodeCut` of GraphKernel.
  ///
  /// - Parameter stop: called now and then; when it throws, the search ends with its error.
  /// - Complexity: O(*k* · *e* · √*v*) for *k* ends, near O(*k* · *e*) for small cuts.
  public func supplyCuts<Stop: Error>(
    unless stop: () throws(Stop) -> Void
  ) throws(Stop) -> [SupplyCut] {
    let flow = subgraph.graph
    let starts = flow.supplyStarts()
    let isStart = NodeSet(universe: flow.nodeCount, starts)
    let heights = flow.ranks(.reverse)
    var cuts: [SupplyCut] = []
    for end in flow.nodes where heights[end.position] == 0 && !isStart.contains(end) {
      let nodes = try flow.minimumNodeCut(from: starts, to: [end]) { _ throws(Stop) in
        try stop()
      }
      let arcs = try flow.minimumArcCut(from: starts, to: [end]) { _ throws(Stop) in
        try stop()
      }
      cuts.append(
        SupplyCut(
          end: segment(end),
          segments: nodes.map { named($0) },
          flows: (arcs ?? []).map { graph.relation(subgraph.arcs[$0.position], .flow) }
        )
      )
    }
    return cuts.sorted { a, b in
      let first = (a.segments?.count ?? .max, a.flows.count)
      let second = (b.segments?.count ?? .max, b.flows.count)
      return first != second ? first < second : graph.precedesInNameOrder(a.end, b.end)
    }
  }

  /// ``supplyCuts(unless:)`` to its end.
  public func supplyCuts() -> [SupplyCut] {
    supplyCuts {}
  }
}
