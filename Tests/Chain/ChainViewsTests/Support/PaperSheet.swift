import Bilingual
import ChainViews

/// What a table of an answer must look like on a sheet or a page, told from the answer's own cells.
struct PaperSheet {
  let headings: [String]
  let rows: [[Answer.Cell]]
  let ids: [String?]

  /// The tables of an answer: its tables, and its records as two columns; values join the first
  /// record.
  static func all(of answer: Answer, _ language: Language) -> [PaperSheet] {
    let values = answer.sections.compactMap { section -> [Answer.Cell]? in
      guard case .value(let cell) = section.content, section.key != "node",
        !cell.text(in: language).isEmpty
      else { return nil }
      return [.text(section.title?[language] ?? ""), cell]
    }
    var rest = values
    return answer.sections.compactMap { section in
      switch section.content {
      case .value: return nil
      case .record(let fields):
        let rows = fields.map { [Answer.Cell.text($0.column.title[language]), $0.cell] } + rest
        rest = []
        let headings = [section.title?[language] ?? "", language == .zh ? "内容" : "value"]
        return PaperSheet(headings: headings, rows: rows, ids: rows.map { _ in nil })
      case .table(let table):
        let shown = table.columns.indices.filter { column in
          !table.columns[column].isForMachines
            && (table.rows.isEmpty
              || table.rows.contains { !$0[column].text(in: language).isEmpty })
        }
        return PaperSheet(
          headings: shown.map { table.columns[$0].title[language] },
          rows: table.rows.map { row in shown.map { row[$0] } },
          ids: table.rows.map { row in
            if table.columns[0].key == "id", case .text(let id) = row[0] { return id }
            return row.lazy.compactMap { if case .node(let node) = $0 { node.id } else { nil } }
              .first
          }
        )
      }
    }
  }
}
