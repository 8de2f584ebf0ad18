/// How much of a chain is covered: the segments in every state but missing, over all.
public struct Completeness: Sendable, Hashable {
  /// The number of segments in each state.
  public let counts: [Coverage: Int]

  /// The completeness of a chain with that many segments in each state.
  public init(counts: [Coverage: Int]) { self.counts = counts }

  /// The number of segments.
  public var all: Int { counts.values.reduce(0, +) }

  /// The number of segments that are not missing.
  public var covered: Int { all - counts[.missing, default: 0] }

  /// Covered over all in whole per cent, rounded to the nearest, halves up; 0 for an empty chain.
  public var percent: Int { all == 0 ? 0 : (covered * 200 + all) / (all * 2) }
}

extension Chain {
  /// How much of the chain is covered.
  public var completeness: Completeness { Completeness(counts: coverageCounts()) }
}
