/// A register attached to a data set: what was decided of its firms, and what is open.
///
/// Decisions are no facts of the graph. A yes wrote the firm and what it does into the data when it was
/// filed; everything else only keeps the question from being asked again.
package struct Attachment: Sendable, Hashable {
  /// How many proposals of a segment nobody has decided.
  package struct Open: Sendable, Hashable {
    /// The segment, by identity.
    package let segment: String
    /// The proposals worth a look: those that are possible.
    package let possible: Int
    /// All of them.
    package let all: Int

    /// What is open of a segment.
    package init(segment: String, possible: Int, all: Int) {
      self.segment = segment
      self.possible = possible
      self.all = all
    }
  }

  /// Words by which firms of a segment are found, which somebody approved.
  package struct ApprovedTerms: Sendable, Hashable {
    /// The segment, by identity.
    package let segment: String
    /// The words.
    package let terms: [String]
    /// Words that somebody refused, so that they are not suggested again.
    package let refused: [String]

    /// The words of a segment.
    package init(segment: String, terms: [String], refused: [String] = []) {
      self.segment = segment
      self.terms = terms
      self.refused = refused
    }
  }

  /// The name of its file, with the ending.
  package let file: String
  /// The register, by the name of its node.
  package let register: String
  /// The day on which the register was last read.
  package let date: CalendarDate
  /// Whether its firms are of elsewhere: candidates for gaps, never who is here.
  package let isOutside: Bool
  /// How many firms it had then.
  package let firmCount: Int
  /// What is open, in the order of the data's segments.
  package let open: [Open]
  /// Words that were approved or refused.
  package let terms: [ApprovedTerms]
  /// Which enterprises of the data set are which firms, or are not.
  package let names: [NameDecision]
  /// What was decided, in the order of the register's rows.
  package let decisions: [FirmDecision]
  /// The name of the table beside its file in which the decisions stand; `nil` where they stand in the file.
  package let table: String?

  /// A register that is attached; see the properties.
  package init(
    file: String,
    register: String,
    date: CalendarDate,
    isOutside: Bool,
    firmCount: Int,
    open: [Open],
    terms: [ApprovedTerms],
    names: [NameDecision],
    decisions: [FirmDecision],
    table: String? = nil
  ) {
    self.file = file
    self.register = register
    self.date = date
    self.isOutside = isOutside
    self.firmCount = firmCount
    self.open = open
    self.terms = terms
    self.names = names
    self.decisions = decisions
    self.table = table
  }
  /// The same with other decisions, in a table of that name or in the file.
  package func keeping(_ decisions: [FirmDecision], table: String?) -> Attachment {
    Attachment(
      file: file,
      register: register,
      date: date,
      isOutside: isOutside,
      firmCount: firmCount,
      open: open,
      terms: terms,
      names: names,
      decisions: decisions,
      table: table
    )
  }
}
