package import ChainModel
import Diagnostics
package import GraphKernel
package import RegisterMatching
package import RegisterReader

/// What a register asks of people: for each firm the segments that it may operate in, with the words that
/// say so, less what has been decided already.
///
/// ```swift
/// let review = RegisterReview(of: register, in: dataset)
/// print(review.questions.count)
/// ```
///
/// Nothing of it is a fact. The order is that of the rows, and of one firm the best proposal first; the same
/// data set and the same register give the same review.
package struct RegisterReview: Sendable {
  /// Why something is asked.
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    /// Nobody has decided it.
    case undecided
    /// It was decided, and the row says something else now.
    case changedRow = "changed-row"
    /// It was decided, and the segment is something else now.
    case changedSegment = "changed-segment"
    /// It was decided yes, and the firm is deregistered or has left since.
    case ended
  }

  /// A firm and a segment that somebody should decide.
  package struct Question: Sendable {
    package let row: RegisterRow.Index
    package let segment: NodeIndex
    /// What is proposed; where nothing is any more, what was shown when it was decided.
    package let proposal: SegmentProposal
    /// The band of the proposal; certain where the city's own decisions allow it.
    package let band: SegmentProposal.Band
    /// The segments that lost the same words to it.
    package let beaten: [NodeIndex]
    package let reason: Reason
    /// What was decided before.
    package let before: FirmDecision?
  }

  /// What limits a review.
  package struct Limits: Sendable {
    /// A cluster or a segment to stay within.
    package var scope: NodeIndex?
    /// The segments to ask about, of those in the scope; `nil` for all.
    package var segments: Set<NodeIndex>?
    /// Whether the firms are of elsewhere.
    package var isOutside = false
    /// Whether to ask also about what is alike in wording alone.
    package var showsSimilar = false
    /// The register of an earlier month: only what is new since, or says something else, is asked.
    package var earlier: Register?

    package init() {}

    /// Whether everything is asked that the register gives rise to.
    package var isWhole: Bool { scope == nil && segments == nil && earlier == nil }
  }

  /// How many of what, all told.
  package struct Counts: Sendable, Hashable {
    /// Rows of firms that are deregistered or have left: nothing new is asked of them.
    package internal(set) var closed: [RegisterRow.Index] = []
    /// Rows whose registration is written in words that are not known; they are taken for firms that are here.
    package internal(set) var strangeStatuses: [RegisterRow.Index] = []
    /// Rows whose credit code cannot be one; they are found by name.
    package internal(set) var badCodes: [RegisterRow.Index] = []
    /// Rows of which nothing is known that could be matched but the name.
    package internal(set) var bare = 0
    /// Proposals of rows that the earlier register had, unchanged: not asked.
    package internal(set) var unchanged = 0
    /// Rows without any proposal.
    package internal(set) var silent = 0
    /// Proposals that are alike in wording alone, and not asked about.
    package internal(set) var similar = 0
    /// Proposals that another row of the same credit code gives rise to already.
    package internal(set) var repeated = 0
    /// Proposals beyond the five best of their firms that are worth a review and no more.
    package internal(set) var withheld = 0
    /// Rows of a register of elsewhere that are enterprises of here.
    package internal(set) var here: [RegisterRow.Index] = []
    /// Decisions that hold, by verdict.
    package internal(set) var decided: [FirmDecision.Verdict: Int] = [:]
  }

  package let dataset: Dataset
  package let register: Register
  package let limits: Limits
  package let segments: RegisterSegments
  package let questions: [Question]
  package let counts: Counts
  /// The credit codes of the rows that have one that can be.
  package let codes: [String?]
  /// What is decided and holds, by row.
  package let settled: [(row: RegisterRow.Index, known: KnownDecisions.Known)]
  /// Firms decided yes under the register's name that it does not have any more.
  package let gone: [FirmDecision]
  /// Decisions on segments that the data set no longer has.
  package let lost: [FirmDecision]
  /// What changed since the earlier register.
  package let difference: RegisterDifference?

  /// Looks at every firm of `register`.
  ///
  /// - Complexity: O(*n*) over the bytes of the register, and O(*s*) over the words of the segments; on as
  ///   many cores as there are.
  package init(
    of register: Register,
    in dataset: Dataset,
    _ limits: Limits = Limits()
  ) {
    self.dataset = dataset
    self.register = register
    self.limits = limits
    segments = RegisterSegments(of: dataset, within: limits.scope, only: limits.segments)
    let known = KnownDecisions(of: dataset, isOutside: limits.isOutside)
    lost = known.lost
    difference = limits.earlier.map { RegisterDifference(from: $0, to: register) }
    let matcher = SegmentMatcher(segments.words)
    let found = matcher.map(
      register.rows,
      among: segments.isAsked,
      limit: ReviewAsking.mostSeen
    ) { row in
      RegistrationStatus(row.status).hasEnded ? nil : FirmText(of: row)
    } _: { _, proposals in
      proposals
    }
    var asking = ReviewAsking(register, segments, known, difference, limits)
    if limits.isOutside { asking.leaveOut(localFirmsOf: dataset.graph) }
    for (offset, proposals) in found.enumerated() {
      asking.ask(about: RegisterRow.Index(offset), proposals)
    }
    (questions, counts, codes) = (asking.questions, asking.counts, asking.codes)
    settled = asking.settled
    gone = known.all.filter { known in
      known.register == register.title && known.decision.verdict == .yes
        && !asking.met.contains(known)
    }.map(\.decision)
  }
}

extension FirmText {
  /// A row of a register as a matcher sees it.
  init(of row: RegisterRow) {
    self.init(
      name: row.name,
      products: row.products.map { FirmText.Product(name: $0.name, share: $0.share) },
      scope: row.scope,
      industryCode: row.industryCode
    )
  }
}
