import Diagnostics

extension RegisterReading {
  /// What came of reading a text or a workbook.
  ///
  /// - Parameters:
  ///   - register: without its notes; `nil` where there is none.
  ///   - excerpt: the text of a line; `nil` where people see no lines.
  init(
    _ register: Register?,
    notes: [RegisterNote],
    errors: [Diagnostic],
    path: String,
    excerpt: ((Int) -> String?)? = nil
  ) {
    var register = register
    register?.notes = notes
    self.register = errors.isEmpty ? register : nil
    diagnostics = errors + notes.map(\.diagnostic)
    var excerpts: [Int: String] = [:]
    for diagnostic in diagnostics {
      guard let excerpt, let line = diagnostic.location?.range?.start.line else { continue }
      if excerpts[line] == nil { excerpts[line] = excerpt(line) }
    }
    source = SourceText(path: path, excerpts: excerpts)
  }
}
