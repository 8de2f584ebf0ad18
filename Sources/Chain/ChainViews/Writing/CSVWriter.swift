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
    var text = text.printable(keeping: ["\t", "\n", "\r"])
    // A spreadsheet would run a cell that begins like a formula.
    if let first = text.unicodeScalars.first, Self.formulaStarts.contains(first),
      Double(text) == nil
    {
      text = "'" + text
    }
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
