public import ChainModel
public import GraphKernel

/// A segment that lies up or down the flow of another.
public struct ChainStep: Sendable, Hashable {
  /// The segment.
  public let segment: NodeIndex
  /// The least number of flows between.
  public let distance: Int
  /// The segment before it on the way from the start.
  public let via: NodeIndex
  /// The flow over which it was reached.
  public let flow: Relation
  /// What may be said of it.
  public let verdict: Verdict
}

/// What lies up or down the flow of a segment.
public struct ChainReach: Sendable {
  /// The segments, nearest first; ties in name order.
  public let steps: [ChainStep]
  /// Whether the start feeds itself, directly or around.
  public let isOnCycle: Bool
}

extension ChainGraph {
  /// Everything that feeds `segment`, nearest first; ties in name order.
  ///
  /// `segment` itself is left out, even when it lies on a cycle. At most `depth` flows are followed;
  /// `nil` stands for all. What comes back to an earlier step is followed only `withReturns`.
  ///
  /// - Complexity: O(*v* log *v* + *e*) over the part reached; with returns, over the whole graph.
  public func upstream(
    of segment: NodeIndex,
    depth: Int? = nil,
    withReturns: Bool = false
  ) -> ChainReach {
    reach(from: segment, .reverse, depth: depth, withReturns: withReturns)
  }

  /// Everything that `segment` feeds, nearest first; ties in name order.
  ///
  /// `segment` itself is left out, even when it lies on a cycle. At most `depth` flows are followed;
  /// `nil` stands for all. What comes back to an earlier step is followed only `withReturns`.
  ///
  /// - Complexity: O(*v* log *v* + *e*) over the part reached; with returns, over the whole graph.
  public func downstream(
    of segment: NodeIndex,
    depth: Int? = nil,
    withReturns: Bool = false
  ) -> ChainReach {
    reach(from: segment, .forward, depth: depth, withReturns: withReturns)
  }

  private func reach(
    from segment: NodeIndex,
    _ direction: Direction,
    depth: Int?,
    withReturns: Bool
  ) -> ChainReach {
    let net = flowGraph(withReturns: withReturns)
    let steps = net.reach(from: [segment], direction, depth: depth).compactMap { reached in
      let ends = direction == .forward ? (reached.via, reached.node) : (reached.node, reached.via)
      return flow(from: ends.0, to: ends.1).map { flow in
        ChainStep(
          segment: reached.node,
          distance: reached.distance,
          via: reached.via,
          flow: flow,
          verdict: verdict(of: reached.node)
        )
      }
    }
    let sorted = steps.sorted { a, b in
      if a.distance != b.distance { return a.distance < b.distance }
      return precedesInNameOrder(a.segment, b.segment)
    }
    return ChainReach(steps: sorted, isOnCycle: net.liesOnCycle(segment))
  }

  /// The flows, and what comes back where it is asked for.
  func flowGraph(withReturns: Bool) -> Digraph {
    guard withReturns else { return digraph(.flow) }
    return Digraph.union(
      nodeCount: nodes.count,
      of: [
        DirectedPart(digraph(.flow), .forward), DirectedPart(digraph(.return), .forward),
      ]
    )
  }

  /// The first flow between two segments, else the first return.
  public func flow(from source: NodeIndex, to target: NodeIndex) -> Relation? {
    for semantics in [Semantics.flow, .return] {
      let found = relations(of: source, at: .source, semantics).first { $0.target == target }
      if let found { return found }
    }
    return nil
  }
}
