package import Diagnostics

/// A register of firms (企业名录): the rows of one file, and what of the file they do not hold.
package struct Register: Sendable, Hashable {
  /// The name of the file without folder and ending.
  package var title: String
  /// The headings of the columns as written, from the left to the right; the names of the fields that
  /// occur where each line is a JSON object.
  package var headings: [String]
  /// The firms in the order of the file.
  package var rows: [RegisterRow]
  /// What was left out, guessed, or put elsewhere: each sort counted, with the place of the first.
  package var notes: [RegisterNote]

  /// A register of rows that somebody has put together.
  package init(
    title: String,
    headings: [String] = [],
    rows: [RegisterRow],
    notes: [RegisterNote] = []
  ) {
    (self.title, self.headings, self.rows, self.notes) = (title, headings, rows, notes)
  }

  /// The notes of what the rows do not hold at all.
  package var leftOut: [RegisterNote] { notes.filter(\.reason.isLoss) }

  /// - Precondition: The row is one of this register.
  package subscript(index: RegisterRow.Index) -> RegisterRow { rows[index.offset] }
}

/// What came of reading a register.
package struct RegisterReading: Sendable {
  /// The register; `nil` where there is an error.
  package let register: Register?
  /// The errors, then a warning for each note.
  package let diagnostics: [Diagnostic]
  /// The lines that the diagnostics speak of, for carets; empty for a workbook.
  package let source: SourceText
}
