import Bilingual
import ChainModel
import Diagnostics

/// Turns the rows of a sheet into entries, as a file of YAML would hold them.
struct KindSheetReader {
  let cells: SheetCells
  let columns: SheetColumns

  /// The entries of the sheet, in the order of its rows.
  func entries(log: inout FaultLog) -> [EntryNode] {
    let written = columns.columns.indices.filter { columns.columns[$0].isWritten }
    let headings = HeadedTable.Headings(
      sheet: columns.kind.label,
      key: (0, SheetColumns.name),
      names: written.map { columns.heading(of: $0, in: cells.language) },
      meaning: columns.position(headed:)
    )
    guard let table = cells.table(headings, log: &log) else { return [] }
    let found = columns.columns.indices.compactMap { position in
      table.columns[position].map { (column: columns.columns[position], at: $0) }
    }
    var entries: [EntryNode] = []
    for row in table.rows(of: cells.grid) {
      guard log.hasRoom else {
        log.cut()
        break
      }
      var pairs: [EntryNode.Pair] = []
      for (column, places) in found {
        let full = cells.full(places, row: row, log: &log)
        guard let first = full.first else { continue }
        let key = EntryNode(.scalar(column.field), range: cells.range(row, first))
        pairs += self.pairs(of: column, key, full, row, &log)
      }
      // An origin in one column takes the place of what another says.
      var seen: Set<String> = []
      pairs = pairs.filter { pair in seen.insert(pair.key.scalar ?? "").inserted }
      let name = table.columns[0]?.first ?? 0
      entries.append(EntryNode(.mapping(pairs), range: cells.range(row, name)))
    }
    return entries
  }

  /// What the cells of one column say in a row.
  private func pairs(
    of column: SheetColumns.Column,
    _ key: EntryNode,
    _ full: [Int],
    _ row: Int,
    _ log: inout FaultLog
  ) -> [EntryNode.Pair] {
    func pair(_ value: EntryNode?) -> [EntryNode.Pair] {
      value.map { [EntryNode.Pair(key: key, value: $0)] } ?? []
    }
    switch column.meaning {
    case .relation:
      let items = full.map { cells.relations(row, $0, log: &log) }
      return pair(EntryNode(.sequence(items.flatMap(\.self)), range: key.range))
    case .aliases: return pair(list(full, row, key.range, &log))
    case .attribute(let attribute) where attribute.isList:
      return pair(list(full, row, key.range, &log))
    case .source:
      guard let place = single(full, row, &log) else { return [] }
      return cells.source(row, place, key: key, log: &log)
    case .name, .id, .basis:
      return pair(single(full, row, &log).map { cells.scalar(row, $0) })
    case .attribute(let attribute):
      guard let place = single(full, row, &log) else { return [] }
      return pair(cells.value(row, place, as: attribute.type, log: &log))
    }
  }

  private func list(
    _ full: [Int],
    _ row: Int,
    _ range: SourceRange,
    _ log: inout FaultLog
  ) -> EntryNode {
    EntryNode(.sequence(full.flatMap { cells.texts(row, $0, log: &log) }), range: range)
  }

  /// The only cell that may hold something.
  private func single(_ full: [Int], _ row: Int, _ log: inout FaultLog) -> Int? {
    if full.count > 1 {
      let text = cells.grid.cell(row, full[1]).text
      log.report(.duplicateKey(text, at: log.location(of: cells.range(row, full[1]))))
    }
    return full.first
  }
}
