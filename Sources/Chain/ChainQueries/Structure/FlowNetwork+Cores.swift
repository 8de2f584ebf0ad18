import ChainModel
public import GraphKernel

extension FlowNetwork {
  /// How deep in the core of a network a segment lies.
  public struct Core: Sendable, Hashable {
    /// The segment.
    public let segment: NodeIndex
    /// Its core number: the greatest *k* such that it belongs to a part of the network in which flows
    /// join every segment to at least *k* others of the part, whichever way they run.
    public let number: Int
  }
}

extension FlowNetwork {
  /// The core numbers of the segments (k-core decomposition): the innermost core first, and within a
  /// core in name order.
  ///
  /// Flows count either way, and several between the same two segments once; a segment without
  /// flows has the number 0.
  ///
  /// Source: Batagelj and Zaveršnik, 2003; see `Digraph.coreNumbers` of GraphKernel.
  ///
  /// - Parameter stop: called now and then; when it throws, the search ends with its error.
  /// - Complexity: O(*v* log *v* + *e*).
  public func cores<Stop: Error>(
    unless stop: () throws(Stop) -> Void
  ) throws(Stop) -> [FlowNetwork.Core] {
    let numbers = try simple(isEitherWay: true).coreNumbers { _ throws(Stop) in try stop() }
    return graph.inNameOrder(segments).enumerated()
      .compactMap { order, segment in
        subgraph.local(of: segment).map {
          (order, FlowNetwork.Core(segment: segment, number: numbers[$0.position]))
        }
      }
      .sorted { a, b in (-a.1.number, a.0) < (-b.1.number, b.0) }
      .map(\.1)
  }

  /// ``cores(unless:)`` to its end.
  public func cores() -> [FlowNetwork.Core] {
    cores {}
  }
}
