import ChainModel
package import GraphKernel

/// How much of a chain is here: a range, since what nobody has looked at may be here or not.
public struct Completeness: Sendable, Hashable {
  /// The number of segments of each verdict.
  public let counts: [Verdict: Int]
  /// How many of those that count a survey that holds has looked at.
  public let surveyed: Int

  /// The completeness of a chain with that many segments of each verdict.
  public init(counts: [Verdict: Int], surveyed: Int = 0) {
    self.counts = counts
    self.surveyed = surveyed
  }

  /// The number of segments that count: products and services.
  public var all: Int { counts.filter { $0.key != .uncounted }.values.reduce(0, +) }

  /// How many are here by evidence: the least that are.
  public var least: Int { counts.filter { $0.key.isPresent }.values.reduce(0, +) }

  /// How many are not said to be absent: the most that are here.
  public var most: Int { all - counts.filter { $0.key.isGap }.values.reduce(0, +) }

  /// Least and most over all in whole per cent, the least rounded down and the most up; 0 to 0 for a
  /// chain without segments that count.
  public var percent: ClosedRange<Int> {
    guard all > 0 else { return 0...0 }
    return least * 100 / all...(most * 100 + all - 1) / all
  }

  /// `1/31–26/31`.
  public var figures: String { "\(least)/\(all)–\(most)/\(all)" }
}

extension Chain {
  /// How much of the chain is here.
  public var completeness: Completeness { graph.completeness(of: segments) }

  /// The number of segments of each verdict.
  public func verdictCounts() -> [Verdict: Int] { completeness.counts }
}

extension ChainGraph {
  /// How much of `segments` is here, as if there were no other nodes than those of `region`.
  package func completeness(of segments: [NodeIndex], within region: NodeSet? = nil) -> Completeness
  {
    var (counts, surveyed): ([Verdict: Int], Int) = ([:], 0)
    for segment in segments {
      guard hasSurveys else {
        counts[verdict(of: segment, within: region), default: 0] += 1
        continue
      }
      let assessment = assessment(of: segment, within: region)
      counts[assessment.verdict, default: 0] += 1
      if assessment.isClosed, assessment.verdict != .uncounted { surveyed += 1 }
    }
    return Completeness(counts: counts, surveyed: surveyed)
  }
}
