import ChainModel
import GraphKernel
import RegisterMatching
import RegisterReader

/// Goes through the rows of a register and sorts what is proposed: asked, decided, left out and counted.
struct ReviewAsking {
  /// The proposals of a firm that are looked at: what is possible is asked even beyond the five best.
  static let mostSeen = 20
  private static let mostAsked = 5

  private let register: Register
  private let segments: RegisterSegments
  private let known: KnownDecisions
  private let limits: RegisterReview.Limits
  private let unchanged: Set<RegisterRow.Index>
  private let certain: Set<DecisionAccuracy.EvidenceClass>
  /// The texts of all rows of a credit code: which of a firm's rows stands first says nothing.
  private let textsByCode: [String: Set<String>]
  /// What rows of a credit code have been asked about.
  private var asked: [String: Set<NodeIndex>] = [:]

  /// Which rows are enterprises of here.
  private var isHere: (RegisterRow) -> Bool = { _ in false }

  private(set) var questions: [RegisterReview.Question] = []
  private(set) var counts = RegisterReview.Counts()
  private(set) var settled: [(row: RegisterRow.Index, known: KnownDecisions.Known)] = []
  /// The credit codes of the rows.
  let codes: [String?]
  /// The decisions whose firms the register has.
  private(set) var met: Set<KnownDecisions.Known> = []

  init(
    _ register: Register,
    _ segments: RegisterSegments,
    _ known: KnownDecisions,
    _ difference: RegisterDifference?,
    _ limits: RegisterReview.Limits
  ) {
    (self.register, self.segments, self.known) = (register, segments, known)
    self.limits = limits
    let record = DecisionRecord(known)
    certain = record.certainClasses
    codes = register.rows.map { try? CreditCode(parsing: $0.creditCode).description }
    var rows: [String: [Int]] = [:]
    for (offset, code) in codes.enumerated() {
      if let code { rows[code, default: []].append(offset) }
    }
    textsByCode = rows.filter { $0.value.count > 1 }.mapValues { rows in
      Set(rows.map { register.rows[$0].fingerprint })
    }
    guard let difference else {
      unchanged = []
      return
    }
    unchanged = Set(difference.pairs.map(\.after))
      .subtracting((difference.changed + difference.restated).map(\.after))
  }

  /// Asks nothing about firms that the data have as local enterprises: by their credit code, or the very name.
  mutating func leaveOut(localFirmsOf graph: ChainGraph) {
    let firms = FirmNodes(graph)
    isHere = { row in
      firms.nodes(of: row).contains { !graph.hasFlag(.external, $0) }
    }
  }

  /// Sorts what is proposed for a row.
  mutating func ask(about index: RegisterRow.Index, _ proposals: [SegmentProposal]) {
    let row = register[index]
    let code = codes[index.offset]
    let status = RegistrationStatus(row.status)
    if code == nil, !row.creditCode.isEmpty { counts.badCodes.append(index) }
    if status == .unstated, !row.status.isEmpty { counts.strangeStatuses.append(index) }
    let decisions = known.decisions(on: row, code: code)
    met.formUnion(decisions)
    guard !status.hasEnded else {
      counts.closed.append(index)
      for before in decisions where segments.asks(about: before.segment) {
        // Who said yes of a firm that was gone is not asked again while it is.
        let decision = before.decision
        guard decision.verdict == .yes, decision.evidence.ended != row.status else { continue }
        add(index, nil, before.segment, .ended, before)
      }
      return
    }
    if !proposals.isEmpty, isHere(row) {
      counts.here.append(index)
      return
    }
    if row.products.isEmpty, row.scope.isEmpty, row.industryCode.isEmpty { counts.bare += 1 }
    if proposals.isEmpty { counts.silent += 1 }
    let texts = decisions.isEmpty ? [] : texts(of: row, code)
    var seen: Set<NodeIndex> = []
    for (rank, proposal) in proposals.enumerated() {
      let segment = segments.nodes[proposal.segment]
      seen.insert(segment)
      if let before = decisions.first(where: { $0.segment == segment }) {
        again(index, proposal, segment, before, texts)
      } else if unchanged.contains(index) {
        counts.unchanged += 1
      } else if proposal.tier == .similar, rank >= Self.mostAsked || !limits.showsSimilar {
        if rank < Self.mostAsked { counts.similar += 1 }
      } else if rank >= Self.mostAsked, proposal.band == .review {
        counts.withheld += 1
      } else {
        add(index, proposal, segment, .undecided, nil)
      }
    }
    // What people decided without a proposal, or beyond the five best.
    for before in decisions
    where !seen.contains(before.segment) && segments.asks(about: before.segment) {
      again(index, nil, before.segment, before, texts)
    }
  }

  private func texts(of row: RegisterRow, _ code: String?) -> Set<String> {
    code.flatMap { textsByCode[$0] } ?? [row.fingerprint]
  }

  /// What was decided once holds, unless the segment or what the row says has changed: a yes holds while its words
  /// are there, a no or a doubt while the row says the same.
  private mutating func again(
    _ index: RegisterRow.Index,
    _ proposal: SegmentProposal?,
    _ segment: NodeIndex,
    _ before: KnownDecisions.Known,
    _ texts: Set<String>
  ) {
    let decision = before.decision
    let isSame = decision.evidence.text.isEmpty || texts.contains(decision.evidence.text)
    if before.isOutdated {
      add(index, proposal, segment, .changedSegment, before)
    } else if isSame || decision.holds(by: proposal) {
      settle(index, before)
    } else if proposal == nil, decision.verdict != .yes {
      // It speaks for the segment no more: what was refused stays so.
      settle(index, before)
    } else {
      add(index, proposal, segment, .changedRow, before)
    }
  }

  private mutating func settle(_ index: RegisterRow.Index, _ before: KnownDecisions.Known) {
    if let code = codes[index.offset], !asked[code, default: []].insert(before.segment).inserted {
      return
    }
    settled.append((index, before))
    counts.decided[before.decision.verdict, default: 0] += 1
  }

  private mutating func add(
    _ index: RegisterRow.Index,
    _ proposal: SegmentProposal?,
    _ segment: NodeIndex,
    _ reason: RegisterReview.Reason,
    _ before: KnownDecisions.Known?
  ) {
    if let code = codes[index.offset], !asked[code, default: []].insert(segment).inserted {
      counts.repeated += 1
      return
    }
    guard let shown = proposal ?? before?.decision.shown else { return }
    let isCertain =
      proposal.map { certain.contains(DecisionAccuracy.EvidenceClass($0)) } ?? false
    questions.append(
      RegisterReview.Question(
        row: index,
        segment: segment,
        proposal: shown,
        band: isCertain && reason == .undecided ? .certain : shown.band,
        beaten: shown.beaten.map { segments.nodes[$0] },
        reason: reason,
        before: before?.decision
      )
    )
  }
}

extension FirmDecision {
  /// Whether a yes still stands on words that the row has.
  fileprivate func holds(by proposal: SegmentProposal?) -> Bool {
    verdict == .yes && !evidence.words.isEmpty && evidence.words == proposal?.words
  }

  /// What was shown when it was decided, for a question of which nothing is proposed any more.
  fileprivate var shown: SegmentProposal {
    SegmentProposal(
      segment: 0,
      tier: evidence.tier.flatMap { SegmentProposal.Tier(rawValue: $0) } ?? .similar,
      band: .review,
      score: 0,
      words: evidence.words,
      term: evidence.term,
      field: SegmentProposal.Field(rawValue: evidence.field) ?? .products,
      share: evidence.share,
      beaten: []
    )
  }
}
