import ChainModel
public import GraphKernel

extension BetweennessRanking {
  /// How many of the shortest supply paths run through a segment: its betweenness.
  public struct Segment: Sendable, Hashable {
    /// The segment.
    public let segment: NodeIndex
    /// For each pair of other segments the share of the shortest ways between them that run through
    /// this one, added up, to six decimals; several flows between the same two segments make one way.
    public let value: Double
    /// How many segments feed it, directly or around.
    public let feeding: Int
    /// How many segments it feeds.
    public let fed: Int
  }
}

/// The most between of the segments of a network.
public struct BetweennessRanking: Sendable, Hashable {
  /// The segments through which a way runs, the most between first, ties in name order.
  public let segments: [BetweennessRanking.Segment]
  /// From how many segments paths were followed when the values are estimates; `nil` when they are
  /// exact.
  public let sample: Int?
  /// Whether there are more segments through which a way runs.
  public let isCut: Bool
}

extension FlowNetwork {
  /// Networks of more segments are sampled.
  static let mostExact = 4_000
  /// From how many segments paths are followed then.
  static let sampleCount = 400

  /// Brandes' betweenness: the `limit` segments through which the most shortest supply paths run.
  ///
  /// In networks of more than 4,000 segments the values are estimates from 400 of them, the same at
  /// every call.
  ///
  /// Sources: Brandes, 2001; Brandes and Pich, 2007; see `Digraph.betweenness` of GraphKernel.
  ///
  /// - Parameters:
  ///   - limit: the most segments to give; not negative.
  ///   - stop: called now and then; when it throws, the search ends with its error.
  /// - Complexity: O(*v* · *e*) time, at most that of 4,000 sources; O(*v* + *e*) memory.
  public func betweenness<Stop: Error>(
    limit: Int,
    unless stop: () throws(Stop) -> Void
  ) throws(Stop) -> BetweennessRanking {
    let flow = simple()
    let isSampled = flow.nodeCount > Self.mostExact
    let sums: [Double]
    if isSampled {
      var generator = Lottery()
      sums = try flow.sampledBetweenness(sources: Self.sampleCount, using: &generator) {
        _ throws(Stop) in try stop()
      }
    } else {
      sums = try flow.betweenness { _ throws(Stop) in try stop() }
    }
    // What differs by how numbers were added up is one value: the order of the data makes no rank.
    let values = sums.map { ($0 * 1e6).rounded() / 1e6 }
    let between = flow.nodes.filter { values[$0.position] > 0 }
      .sorted { a, b in
        let (first, second) = (values[a.position], values[b.position])
        return first != second
          ? first > second : graph.precedesInNameOrder(segment(a), segment(b))
      }
    let closures = StoredClosures(flow)
    var segments: [BetweennessRanking.Segment] = []
    for local in between.prefix(limit) {
      try stop()
      segments.append(
        BetweennessRanking.Segment(
          segment: segment(local),
          value: values[local.position],
          feeding: closures.closureCount(of: local, .reverse),
          fed: closures.closureCount(of: local, .forward)
        )
      )
    }
    return BetweennessRanking(
      segments: segments,
      sample: isSampled ? Self.sampleCount : nil,
      isCut: between.count > limit
    )
  }

  /// ``betweenness(limit:unless:)`` to its end.
  public func betweenness(limit: Int) -> BetweennessRanking {
    betweenness(limit: limit) {}
  }
}

/// A random generator that always begins alike, so that one question has one answer.
///
/// Source: Steele, Lea and Flood, “Fast splittable pseudorandom number generators” (SplitMix64),
/// OOPSLA 2014.
private struct Lottery: RandomNumberGenerator {
  private var state: UInt64 = 0

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
