import Bilingual
import ChainModel
import Diagnostics
import GraphKernel

/// What a row was when it was exported.
struct ExportedRow: Hashable {
  let id: String
  let name: String
  let mark: RowMark
}

/// The rows of a workbook as they were exported.
///
/// What their cells held is looked for only where a row is not whom its name says.
final class ExportedRows {
  /// The texts of a cell, one in each language.
  typealias Cells = [Int: Set<String>]

  let rows: [NodeKind: [RowMark: ExportedRow]]
  private let dataset: Dataset
  private lazy var cells: [RowMark: Cells] = written()

  init(of dataset: Dataset) {
    self.dataset = dataset
    let graph = dataset.graph
    var rows: [NodeKind: [RowMark: ExportedRow]] = [:]
    for node in graph.nodes {
      let mark = RowMark(node, graph)
      let row = ExportedRow(id: graph.id(of: node), name: graph.name(of: node), mark: mark)
      rows[graph.kind(of: node), default: [:]][mark] = row
    }
    self.rows = rows
  }

  /// What the cells of a row held, by the positions of their columns.
  func cells(of row: ExportedRow) -> Cells { cells[row.mark] ?? [:] }

  private func written() -> [RowMark: Cells] {
    let ontology = dataset.graph.ontology
    var cells: [RowMark: Cells] = [:]
    for language in Language.allCases {
      let naming = SheetNaming(ontology, language: language)
      let sheets = (try? DatasetSheets(dataset, language: language).contents()) ?? []
      for sheet in sheets {
        guard case .kind(let kind) = naming.sheet(called: sheet.name),
          let definition = ontology[kind]
        else { continue }
        let columns = SheetColumns(of: definition, in: ontology)
        let positions = sheet.columns.map { columns.position(headed: $0.heading) }
        for row in sheet.rows {
          let mark = RowMark(text: row.last ?? "")
          for (position, text) in zip(positions, row) {
            if let position { cells[mark, default: [:]][position, default: []].insert(text) }
          }
        }
      }
    }
    return cells
  }
}
