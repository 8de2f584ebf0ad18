public import Bilingual

/// What a query says, ready to be printed in any format: one source for the terminal, JSON, CSV,
/// Markdown, Excel and HTML, so that they cannot differ.
public struct Answer: Sendable {
  /// The command that asked.
  public let command: String
  /// The node that was asked about, when there is one.
  public let subject: Answer.NodeSummary?
  /// What the list is called when it is handed out; `nil` leaves that to ``heading``.
  public let title: BilingualText?
  /// The parts of the answer, in the order in which they are shown.
  public let sections: [Answer.Section]
  /// Remarks that the reader of a table needs, such as that the start lies on a cycle.
  public let notes: [BilingualText]

  /// An answer of one table.
  public init(
    command: String,
    subject: Answer.NodeSummary? = nil,
    title: BilingualText? = nil,
    table: Answer.Table,
    notes: [BilingualText] = []
  ) {
    self.command = command
    self.subject = subject
    self.title = title
    sections = [Answer.Section(key: "rows", title: nil, content: .table(table))]
    self.notes = notes
  }

  /// An answer of several parts.
  public init(
    command: String,
    subject: Answer.NodeSummary? = nil,
    title: BilingualText? = nil,
    sections: [Answer.Section],
    notes: [BilingualText] = []
  ) {
    self.command = command
    self.subject = subject
    self.title = title
    self.sections = sections
    self.notes = notes
  }

  /// The rows of all its tables together.
  public var rowCount: Int {
    sections.reduce(0) { count, section in
      guard case .table(let table) = section.content else { return count }
      return count + table.rows.count
    }
  }
}

extension Answer {
  /// One part of an answer.
  public struct Section: Sendable {
    /// What a section holds.
    public enum Content: Sendable {
      /// Rows that share columns.
      case table(Answer.Table)
      /// One value under each name.
      case record([(column: Answer.Table.Column, cell: Answer.Cell)])
      /// One value.
      case value(Answer.Cell)
    }

    /// The name in JSON; a table called `rows` is the answer itself.
    public let key: String
    /// The heading for people; `nil` for none.
    public let title: BilingualText?
    /// What it holds.
    public let content: Content

    /// The section `key`.
    package init(key: String, title: BilingualText?, content: Content) {
      self.key = key
      self.title = title
      self.content = content
    }
  }
}
