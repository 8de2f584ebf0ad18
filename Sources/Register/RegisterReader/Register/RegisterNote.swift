package import Diagnostics

/// A sort of thing that a register's rows do not hold, or hold otherwise than the file: how many, and
/// where the first is.
package struct RegisterNote: Sendable, Hashable {
  /// Why.
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    // Rows that are no firms.
    case namelessRows = "nameless-rows"
    case totalRows = "total-rows"
    case headingRows = "heading-rows"
    case tableNotes = "table-notes"
    case overlongRows = "overlong-rows"
    case titleRows = "title-row"
    // Sheets and cells.
    case otherSheet = "other-sheet"
    case errorCells = "error-cells"
    case uncomputedCells = "uncomputed-cells"
    case emptyWords = "words-for-nothing"
    case unclearYears = "unclear-year"
    case unreadFields = "unread-field"
    // Kept, and not as they stand.
    case shortRows = "short-rows"
    case hiddenRows = "hidden-rows"
    case mergedCells = "merged-cells"
    case joinedNames = "joined-names"
    case textMarks = "text-marks"
    case unclearShares = "unclear-share"
    case unclearFlags = "unclear-flag"
    case joinedScopes = "joined-scopes"
    case guessedHeading = "guessed-heading"
    case guessedEncoding = "guessed-encoding"
    // Kept among the other values.
    case unknownHeading = "unknown-heading"
    case unnamedColumn = "unnamed-column"
    case secondColumn = "second-column"
    case ambiguousHeading = "ambiguous-heading"
    case industryWords = "industry-without-code"
    // Kept, and worth a look.
    case shortIndustryCodes = "short-industry-code"
    case numericCodes = "numeric-code"
    case roundCodes = "round-code"

    /// Whether something that stands in the file is in no row.
    package var isLoss: Bool {
      switch self {
      case .namelessRows, .totalRows, .headingRows, .tableNotes, .overlongRows, .titleRows,
        .otherSheet, .errorCells, .uncomputedCells, .emptyWords, .unclearYears, .unreadFields:
        true
      default: false
      }
    }
  }

  /// How many rows a note names at most.
  package static let mostRows = 10

  /// Why.
  package let reason: Reason
  /// The heading, word, sheet or field that is spoken of; empty where there is none.
  package let subject: String
  /// What the subject was taken for, as a heading says it; empty where that does not apply.
  package let detail: String
  /// How many rows, cells or columns; where a sheet is left out, its rows.
  package internal(set) var count: Int
  /// The numbers of the first rows, at most ``mostRows``, each once, ascending.
  package internal(set) var rows: [Int]
  /// Where the first is.
  package let first: Diagnostic.Location?
}

/// Gathers notes: one for each reason and subject, in the order in which they are first met.
struct NoteLog {
  private struct Key: Hashable {
    let reason: RegisterNote.Reason
    let subject: String
  }

  private(set) var notes: [RegisterNote] = []
  private var positions: [Key: Int] = [:]

  /// - Parameter place: asked for the first of its sort alone, since a place costs a look at the text.
  mutating func add(
    _ reason: RegisterNote.Reason,
    _ subject: String = "",
    detail: String = "",
    count: Int = 1,
    row: Int? = nil,
    at place: @autoclosure () -> Diagnostic.Location?
  ) {
    let key = Key(reason: reason, subject: subject)
    if let position = positions[key] {
      notes[position].count += count
      if let row, notes[position].rows.count < RegisterNote.mostRows,
        notes[position].rows.last != row
      {
        notes[position].rows.append(row)
      }
      return
    }
    positions[key] = notes.count
    notes.append(
      RegisterNote(
        reason: reason,
        subject: subject,
        detail: detail,
        count: count,
        rows: row.map { [$0] } ?? [],
        first: place()
      )
    )
  }
}
