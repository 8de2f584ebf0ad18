import Bilingual
import Escapes

/// Writes an answer as one page of HTML that is well-formed XML too: no script, nothing from
/// elsewhere, and no letter of the data that a browser could take for markup.
struct PageWriter {
  let language: Language

  func text(_ answer: Answer) -> String {
    let heading = escaped(answer.heading[language])
    var rowNames = RowNames()
    let leaves = answer.leaves
    let tables = leaves.map { leaf in
      let title = leaves.count > 1 ? leaf.title : nil
      let parts = [title, leaf.isList ? leaf.table.countLabel : nil].compactMap { $0?[language] }
      return table(leaf.table, caption: escaped(parts.joined(separator: " · ")), &rowNames)
    }
    let notes = answer.notes.map { "<p class=\"note\">\(escaped($0[language]))</p>\n" }
    return """
      <!DOCTYPE html>
      <html lang="\(language == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="\(PageStyle.policy)"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(heading)</title>
      <style>\(PageStyle.sheet)</style>
      </head>
      <body>
      <h1>\(heading)</h1>
      \(tables.joined())\(notes.joined())</body>
      </html>

      """
  }

  private func table(
    _ table: Answer.Table,
    caption: String,
    _ rowNames: inout RowNames
  ) -> String {
    let shown = table.shownColumns(in: language)
    let headings = shown.map { escaped(table.columns[$0].title[language]) }
    let classes = shown.map { table.isNumeric($0) ? "n" : nil }
    var text = "<table>\n" + (caption.isEmpty ? "" : "<caption>\(caption)</caption>\n")
    text += "<thead>\n<tr>"
    for (heading, name) in zip(headings, classes) {
      text += "<th scope=\"col\"\(attribute(name))>\(heading)</th>"
    }
    text += "</tr>\n</thead>\n<tbody>\n"
    for row in table.rows {
      let id = rowNames.name(of: row, in: table).map { " id=\"\(escaped($0.printable()))\"" } ?? ""
      text += "<tr\(id)>"
      for (offset, column) in shown.enumerated() {
        let name = row[column] == .unanswered ? "fill" : classes[offset]
        text +=
          "<td data-label=\"\(headings[offset])\"\(attribute(name))>"
          + escaped(row[column].text(in: language)) + "</td>"
      }
      text += "</tr>\n"
    }
    return text + "</tbody>\n</table>\n"
  }

  private func attribute(_ name: String?) -> String { name.map { " class=\"\($0)\"" } ?? "" }

  private func escaped(_ text: String) -> String { Escaper.literalHTML.escaped(text) }
}

/// The ids of a page's rows: that of the node that a row is about, for its first row alone, since a
/// page has an id once.
private struct RowNames {
  private var taken: Set<String> = []

  mutating func name(of row: [Answer.Cell], in table: Answer.Table) -> String? {
    guard let id = Self.node(of: row, in: table), taken.insert(id).inserted else { return nil }
    return id
  }

  private static func node(of row: [Answer.Cell], in table: Answer.Table) -> String? {
    if let column = table.columns.firstIndex(of: .id), case .text(let id) = row[column] {
      return id
    }
    for cell in row {
      if case .node(let node) = cell { return node.id }
    }
    return nil
  }
}
