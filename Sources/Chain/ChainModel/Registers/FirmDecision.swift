/// What somebody decided of one firm of a register and one segment.
package struct FirmDecision: Sendable, Hashable {
  /// Whether the firm does what the segment is.
  package enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// It does; this alone makes a fact.
    case yes
    /// It does not; holds for this firm and this segment alone, and as long as the row says what it said.
    case no
    /// Nobody can tell; not asked again while the row says what it said.
    case unsure
  }

  /// What the program showed when the decision was made.
  package struct Evidence: Sendable, Hashable {
    /// The column of the register: `products`, `scope`, `industryCode`, `name`, `confirmed`.
    package let field: String
    /// The words of the row.
    package let words: [String]
    /// The word of the segment that they met.
    package let term: String
    /// How well, from 1 (equal) to 6 (alike only); `nil` where nobody proposed it.
    package let tier: Int?
    /// The share of the product in the firm's revenue; `nil` where the register does not say.
    package let share: Double?
    /// The row of the register.
    package let row: Int
    /// The fingerprint of the row's text.
    package let text: String
    /// Whether the program had filled the verdict in, and the person left it: it says nothing about how good
    /// proposals are.
    package let isPrefilled: Bool
    /// The firm's status in the register, where that said that the firm was gone; empty elsewhere. Decided
    /// so, it is not asked again.
    package let ended: String

    /// Evidence; see the properties.
    package init(
      field: String,
      words: [String],
      term: String,
      tier: Int?,
      share: Double? = nil,
      row: Int,
      text: String,
      isPrefilled: Bool = false,
      ended: String = ""
    ) {
      self.field = field
      self.words = words
      self.term = term
      self.tier = tier
      self.share = share
      self.row = row
      self.text = text
      self.isPrefilled = isPrefilled
      self.ended = ended
    }
  }

  /// The firm's credit code; empty where the register has none.
  package let creditCode: String
  /// The firm's name in the register.
  package let firm: String
  /// The segment, by identity or name.
  package let segment: String
  /// What was decided.
  package let verdict: Verdict
  /// By whom.
  package let by: String
  /// On which day.
  package let date: CalendarDate
  /// What was shown.
  package let evidence: Evidence
  /// What a younger edition of its reference chain said of the segment then, which somebody had yet to look
  /// at; empty for nothing.
  package let pending: String

  /// A decision; see the properties.
  package init(
    creditCode: String,
    firm: String,
    segment: String,
    verdict: Verdict,
    by: String,
    date: CalendarDate,
    evidence: Evidence,
    pending: String = ""
  ) {
    self.creditCode = creditCode
    self.firm = firm
    self.segment = segment
    self.verdict = verdict
    self.by = by
    self.date = date
    self.evidence = evidence
    self.pending = pending
  }
}

/// What somebody decided of an enterprise of the data set and a firm of a register: whether they are one.
package struct NameDecision: Sendable, Hashable {
  /// The enterprise, by identity or name.
  package let enterprise: String
  /// The firm's credit code; empty where the register has none.
  package let creditCode: String
  /// The firm's name in the register.
  package let firm: String
  /// Whether they are one.
  package let verdict: FirmDecision.Verdict

  /// A decision; see the properties.
  package init(
    enterprise: String,
    creditCode: String,
    firm: String,
    verdict: FirmDecision.Verdict
  ) {
    (self.enterprise, self.creditCode) = (enterprise, creditCode)
    (self.firm, self.verdict) = (firm, verdict)
  }
}
