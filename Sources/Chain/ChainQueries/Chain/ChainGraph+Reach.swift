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
  /// Who is there.
  public let coverage: Coverage
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
  /// `nil` stands for all.
  ///
  /// - Complexity: O(*v* log *v* + *e*) over the part reached.
  public func upstream(of segment: NodeIndex, depth: Int? = nil) -> ChainReach {
    reach(from: segment, .reverse, depth: depth)
  }

  /// Everything that `segment` feeds, nearest first; ties in name order.
  ///
  /// `segment` itself is left out, even when it lies on a cycle. At most `depth` flows are followed;
  /// `nil` stands for all.
  ///
  /// - Complexity: O(*v* log *v* + *e*) over the part reached.
  public func downstream(of segment: NodeIndex, depth: Int? = nil) -> ChainReach {
    reach(from: segment, .forward, depth: depth)
  }

  private func reach(from segment: NodeIndex, _ direction: Direction, depth: Int?) -> ChainReach {
    let flow = digraph(.flow)
    let steps = flow.reach(from: [segment], direction, depth: depth).map { reached in
      ChainStep(
        segment: reached.node,
        distance: reached.distance,
        via: reached.via,
        flow: relation(reached.arc, .flow),
        coverage: coverage(of: reached.node)
      )
    }
    let sorted = steps.sorted { a, b in
      if a.distance != b.distance { return a.distance < b.distance }
      return precedesInNameOrder(a.segment, b.segment)
    }
    return ChainReach(steps: sorted, isOnCycle: flow.liesOnCycle(segment))
  }
}
