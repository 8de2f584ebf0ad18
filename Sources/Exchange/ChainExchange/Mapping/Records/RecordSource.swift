import Diagnostics

/// What came of reading one file as records.
struct RecordSource {
  var tables: [RecordTable]
  /// The text, for the lines that faults speak of.
  let source: SourceText
  /// What could not be taken, as warnings, or keeps the file from being taken, as errors.
  var diagnostics: [Diagnostic] = []
  /// What the data set was of which `liantu export` made the file; `nil` for any other file.
  var own: OwnExport?

  /// Warnings of the rows that are taken for no records, but of those that are kept.
  func asides(keeping kept: Set<RowForm>) -> [Diagnostic] {
    tables.flatMap { table in
      RowForm.allCases.compactMap { form in
        let rows = table.asides.filter { $0.form == form }
        guard let first = rows.first, !kept.contains(form) else { return nil }
        return .asideRows(form, numbers: rows.map(\.number), at: first.place.location(in: source))
      }
    }
  }

  var isSound: Bool { !diagnostics.contains { $0.severity == .error } }
}

extension RecordSource {
  /// A file that is not read.
  init(refused fault: Diagnostic, path: String) {
    self.init(tables: [], source: SourceText(path: path, bytes: []), diagnostics: [fault])
  }
}
