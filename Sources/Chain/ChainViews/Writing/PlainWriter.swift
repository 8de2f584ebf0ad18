import Bilingual
import Diagnostics

/// Writes an answer for a terminal: columns aligned by cells, long cells wrapped.
struct PlainWriter {
  let language: Language
  let width: Int?

  private static let gap = 2
  private static let narrowest = 8

  func text(_ answer: Answer) -> String {
    var blocks: [String] = []
    if let title = answer.title {
      blocks.append(title[language].printable() + "\n")
    } else if let subject = answer.subject {
      blocks.append("\(subject.name)  (\(subject.kindLabel[language]))".printable() + "\n")
    }
    for section in answer.sections {
      let body = block(section.content)
      guard !body.isEmpty else { continue }
      // The subject's line has said what a node section would say again.
      if section.key == "node" { continue }
      blocks.append((section.title.map { $0[language].printable() + "\n" } ?? "") + body)
    }
    if case .table(let table)? = answer.sections.first?.content, answer.sections.count == 1 {
      blocks.append(table.countLabel[language] + "\n")
    }
    if !answer.notes.isEmpty {
      blocks.append(answer.notes.map { $0[language].printable() + "\n" }.joined())
    }
    return blocks.joined(separator: "\n")
  }

  private func block(_ content: Answer.Section.Content) -> String {
    switch content {
    case .value(let cell):
      let text = cell.text(in: language).printable()
      return text.isEmpty ? "" : "  \(text)\n"
    case .record(let fields):
      let titles = fields.map { $0.column.title[language].printable() }
      let cells = titles.map(\.cellWidth).max() ?? 0
      return zip(titles, fields).map { title, field in
        "  " + title.padded(toCells: cells + Self.gap)
          + field.cell.text(in: language).printable() + "\n"
      }.joined()
    case .table(let table): return lines(of: table)
    }
  }

  private func lines(of table: Answer.Table) -> String {
    let shown = table.shownColumns(in: language).filter { table.columns[$0] != .explanation }
    guard !table.rows.isEmpty, !shown.isEmpty else { return "" }
    let head = shown.map { table.columns[$0].title[language].printable() }
    let rows = table.rows.map { row in shown.map { row[$0].text(in: language).printable() } }
    let isNumber = shown.map { table.isNumeric($0) }
    let widths = fitted(
      shown.indices.map { column in ([head] + rows).map { $0[column].cellWidth }.max() ?? 0 }
    )
    let rule = widths.map { String(repeating: "─", count: $0) }
      .joined(separator: String(repeating: " ", count: Self.gap))
    return line(head, widths, isNumber) + rule + "\n"
      + rows.map { line($0, widths, isNumber) }.joined() + explanations(in: table)
  }

  /// A sentence is no cell: the derivations stand below the table, by the number of their row.
  private func explanations(in table: Answer.Table) -> String {
    guard let column = table.columns.firstIndex(of: .explanation) else { return "" }
    let digits = String(table.rows.count).count
    let lines = table.rows.enumerated().map { number, row in
      let label = String(number + 1)
      return String(repeating: " ", count: digits - label.count) + label + ". "
        + row[column].text(in: language).printable() + "\n"
    }
    return "\n" + Answer.Table.Column.explanation.title[language] + "\n" + lines.joined()
  }

  /// The widths when the table must fit the terminal: the widest columns give way first.
  private func fitted(_ natural: [Int]) -> [Int] {
    guard let width else { return natural }
    var widths = natural
    let room = width - Self.gap * (natural.count - 1)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > Self.narrowest,
      let column = widths.firstIndex(of: widest)
    {
      widths[column] -= 1
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int], _ isNumber: [Bool]) -> String {
    let wrapped = zip(cells, widths).map { Self.wrap($0, toCells: $1) }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { row in
      let parts = wrapped.indices.map { column -> String in
        let text = row < wrapped[column].count ? wrapped[column][row] : ""
        let isLast = column == wrapped.count - 1
        if isNumber[column] {
          return String(repeating: " ", count: max(0, widths[column] - text.cellWidth)) + text
        }
        return isLast ? text : text.padded(toCells: widths[column])
      }
      var line = parts.joined(separator: String(repeating: " ", count: Self.gap))
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private static func wrap(_ text: String, toCells width: Int) -> [String] {
    var lines = [""]
    var used = 0
    for character in text {
      let cells = String(character).cellWidth
      if used + cells > width, used > 0 {
        lines.append("")
        used = 0
      }
      lines[lines.count - 1].append(character)
      used += cells
    }
    return lines
  }
}
