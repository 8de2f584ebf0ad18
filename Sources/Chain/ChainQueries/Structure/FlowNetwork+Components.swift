import ChainModel
public import GraphKernel

extension FlowNetwork {
  /// Segments that flows join.
  public struct Component: Sendable, Hashable {
    /// The segments, in name order; never empty.
    public let segments: [NodeIndex]
  }
}

extension FlowNetwork {
  /// The weakly connected components: the classes of segments that flows join, whichever way they
  /// run. The largest first, then by their first segments in name order.
  ///
  /// A segment without flows is a class of its own.
  ///
  /// - Complexity: O(*v* log *v* + *e*).
  public func components() -> [FlowNetwork.Component] {
    let classes = subgraph.graph.weaklyConnectedComponents()
    return ranked(classes.indices.map { classes.members(of: $0) })
  }

  /// The strongly connected components that are cycles: the classes of segments that feed one
  /// another, directly or around. The largest first, then by their first segments in name order.
  ///
  /// A segment on no cycle is in none of them.
  ///
  /// - Complexity: O(*v* log *v* + *e*).
  public func cycles() -> [FlowNetwork.Component] {
    let classes = subgraph.graph.stronglyConnectedComponents()
    return ranked(
      classes.indices.filter { classes.isCyclic($0) }.map { classes.members(of: $0) }
    )
  }

  private func ranked(_ classes: [NodeSlice]) -> [FlowNetwork.Component] {
    classes.map { FlowNetwork.Component(segments: named($0)) }.sorted { a, b in
      a.segments.count != b.segments.count
        ? a.segments.count > b.segments.count
        : graph.precedesInNameOrder(a.segments[0], b.segments[0])
    }
  }
}
