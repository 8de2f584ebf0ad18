import ChainModel
import GraphKernel

/// What a row was when it was exported.
struct ExportedRow: Hashable {
  let id: String
  let name: String

  /// The rows of each kind's sheet by their marks.
  static func all(of graph: ChainGraph) -> [NodeKind: [RowMark: ExportedRow]] {
    var rows: [NodeKind: [RowMark: ExportedRow]] = [:]
    for node in graph.nodes {
      let row = ExportedRow(id: graph.id(of: node), name: graph.name(of: node))
      rows[graph.kind(of: node), default: [:]][RowMark(node, graph)] = row
    }
    return rows
  }
}
