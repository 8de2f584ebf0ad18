import Bilingual
import ChainModel
import Diagnostics

/// Turns the rows of a sheet into entries, as a file of YAML would hold them.
struct KindSheetReader {
  let cells: SheetCells
  let columns: SheetColumns
  /// What the rows of the sheet were when they were exported, by their marks.
  let exported: [RowMark: ExportedRow]
  /// Where the columns of fields were found.
  private(set) var places: [String: Int] = [:]
  /// The rows of the entries, in their order, counted from 0.
  private(set) var rows: [Int] = []

  init(
    cells: SheetCells,
    columns: SheetColumns,
    exported: [RowMark: ExportedRow] = [:]
  ) {
    (self.cells, self.columns, self.exported) = (cells, columns, exported)
  }

  /// The entries of the sheet, in the order of its rows.
  mutating func entries(log: inout FaultLog) -> [EntryNode] {
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
    for (column, at) in found { places[column.field] = at.first }
    let renamed = renamedRows(table)
    var entries: [EntryNode] = []
    for row in table.rows(of: cells.grid, but: table.columns[columns.markPosition] ?? []) {
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
      if let old = renamed[row] { keepIdentity(of: old, in: &pairs, cells.range(row, name)) }
      rows.append(row)
      entries.append(EntryNode(.mapping(pairs), range: cells.range(row, name)))
    }
    return entries
  }

  // MARK: Renamed rows

  /// The rows whose mark names a node that no row is called by any more, and whose own name nobody had.
  ///
  /// Names are what people see and mean; a mark only helps where a name is gone. Who copies a row, swaps
  /// two, or sorts them without their hidden column renames nothing.
  private func renamedRows(_ table: HeadedTable) -> [Int: ExportedRow] {
    guard !exported.isEmpty, let name = table.columns[0]?.first,
      let mark = table.columns[columns.markPosition]?.first
    else { return [:] }
    let old = Set(exported.values.map { NameKey($0.name) })
    let rows = table.rows(of: cells.grid).map { row in
      (row: row, name: NameKey(cells.grid.cell(row, name).text.trimmingSpace()))
    }
    let held = Set(rows.map(\.name))
    var taken: Set<RowMark> = []
    var renamed: [Int: ExportedRow] = [:]
    for (row, name) in rows where !old.contains(name) && !name.text.isEmpty {
      let mark = RowMark(text: cells.grid.cell(row, mark).text)
      guard let before = exported[mark], !held.contains(NameKey(before.name)),
        taken.insert(mark).inserted
      else { continue }
      renamed[row] = before
    }
    return renamed
  }

  /// Says of a renamed row that it is whom it was, and that its old name still means it.
  private func keepIdentity(
    of old: ExportedRow,
    in pairs: inout [EntryNode.Pair],
    _ range: SourceRange
  ) {
    func node(_ text: String) -> EntryNode { EntryNode(.scalar(text), range: range) }
    if !pairs.contains(where: { $0.key.scalar == "id" }) {
      pairs.append(EntryNode.Pair(key: node("id"), value: node(old.id)))
    }
    let position = pairs.firstIndex { $0.key.scalar == "aliases" }
    let aliases = position.map { pairs[$0].value.items } ?? []
    let former = NameKey(old.name)
    guard !aliases.contains(where: { NameKey($0.scalar ?? "") == former }) else { return }
    let list = EntryNode(.sequence(aliases + [node(old.name)]), range: range)
    let pair = EntryNode.Pair(key: position.map { pairs[$0].key } ?? node("aliases"), value: list)
    if let position { pairs[position] = pair } else { pairs.append(pair) }
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
