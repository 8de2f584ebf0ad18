import ChainModel
import Diagnostics
import GraphKernel

/// Where the nodes of a workbook stand: the row of each, and the columns of their fields.
struct WorkbookPlaces {
  private struct Row {
    let sheet: Int
    let row: Int
    let kind: NodeKind
  }

  /// In the order in which the entries were read, which is that of the nodes of a sound data set.
  private var rows: [Row] = []
  private var columns: [NodeKind: [String: Int]] = [:]

  mutating func add(_ reader: KindSheetReader, sheet: Int, of kind: NodeKind) {
    rows += reader.rows.map { Row(sheet: sheet, row: $0, kind: kind) }
    columns[kind] = reader.places
  }

  /// The sheet and the row of a node, both counted from 0.
  func row(of node: NodeIndex) -> (sheet: Int, row: Int)? {
    guard rows.indices.contains(node.position) else { return nil }
    return (rows[node.position].sheet, rows[node.position].row)
  }

  /// The cell of a node's field, or that of its name where the sheet has no such column.
  func cell(of node: NodeIndex, _ field: String) -> (sheet: Int, row: Int, column: Int)? {
    guard let (sheet, row) = row(of: node) else { return nil }
    let columns = columns[rows[node.position].kind] ?? [:]
    guard let column = columns[field] ?? columns["name"] else { return nil }
    return (sheet, row, column)
  }
}
