import Bilingual
import Escapes

/// Writes an answer as Markdown.
struct MarkdownWriter {
  let language: Language

  func text(_ answer: Answer) -> String {
    var blocks: [String] = []
    if let title = answer.title { blocks.append("# \(escaped(title[language]))\n") }
    for section in answer.sections {
      if let title = section.title { blocks.append("## \(escaped(title[language]))\n") }
      blocks.append(block(section.content))
    }
    if !answer.notes.isEmpty {
      blocks.append(answer.notes.map { "> \(escaped($0[language]))\n" }.joined(separator: ">\n"))
    }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func block(_ content: Answer.Section.Content) -> String {
    switch content {
    case .value(let cell):
      let text = cell.text(in: language)
      return text.isEmpty ? "" : escaped(text) + "\n"
    case .record(let fields):
      return fields.map { "- \(escaped($0.column.title[language])): \(text($0.cell))\n" }.joined()
    case .table(let table):
      let shown = table.shownColumns(in: language)
      guard !shown.isEmpty else { return "" }
      let head = shown.map { escaped(table.columns[$0].title[language]) }
      let rule = shown.map { _ in "---" }
      let rows = table.rows.map { row in shown.map { text(row[$0]) } }
      return ([head, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }
  }

  private func text(_ cell: Answer.Cell) -> String { escaped(cell.text(in: language)) }

  private func escaped(_ text: String) -> String { Self.cell.escaped(text) }

  /// A bar would part cells, and the rest would be markup; a control would end the row.
  private static let cell = Escaper(
    "|\\`*_<[]#".unicodeScalars.map { .one($0, "\\" + String($0)) }
      + [.each(0...0x1F, " "), .each(0x7F...0x9F, " ")]
  )
}
