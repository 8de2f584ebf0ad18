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

  /// How many cells begin like a formula, and stand behind a `'`.
  func guardedCells(_ answer: Answer) -> Int {
    answer.sections.reduce(0) { count, section in
      guard case .table(let table) = section.content else { return count }
      return table.rows.reduce(count) { count, row in
        count + row.count { Self.isFormula(Self.printable($0.text(in: language))) }
      }
    }
  }

  private static func printable(_ text: String) -> String {
    text.printable(keeping: ["\t", "\n", "\r"])
  }

  /// Whether a spreadsheet would run a cell with the text, or take off what guards another: the same
  /// sign stands before a text that begins with it and a formula, so that all can be told apart.
  private static func isFormula(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first(where: { $0 != "'" }), formulaStarts.contains(first) else {
      return false
    }
    return Double(text) == nil
  }

  private func field(_ text: String) -> String {
    var text = Self.printable(text)
    if Self.isFormula(text) { text = "'" + text }
    // Scalars, not characters: a mark may join a comma or a quote to one character.
    let scalars = text.unicodeScalars
    guard scalars.contains(where: Self.special.contains) else { return text }
    var quoted = String.UnicodeScalarView()
    quoted.append("\"")
    for scalar in scalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// With the full-width signs, which a Chinese or Japanese spreadsheet takes for the plain ones.
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]
  private static let special: Set<Unicode.Scalar> = [",", "\"", "\r", "\n"]
}
