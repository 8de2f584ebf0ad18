import Bilingual

/// Writes the tables of an answer as comma-separated values (RFC 4180), all columns, always.
struct CSVWriter {
  let language: Language

  func text(_ answer: Answer) -> String {
    answer.sections.compactMap { section in
      guard case .table(let table) = section.content else { return nil }
      let head = table.columns.map { field($0.title[language]) }
      let rows = table.rows.map { row in row.map { field($0.text(in: language)) } }
      return ([head] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
    }.joined(separator: "\r\n")
  }

  private func field(_ text: String) -> String {
    var text = text
    // A spreadsheet would run a cell that begins like a formula.
    if let first = text.first, "=+-@\t\r".contains(first), Double(text) == nil {
      text = "'" + text
    }
    guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
