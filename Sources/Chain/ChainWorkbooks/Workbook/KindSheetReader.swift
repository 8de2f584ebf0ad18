import Bilingual
import ChainModel
import Diagnostics

/// Turns the rows of a sheet into entries, as a file of YAML would hold them.
struct KindSheetReader {
  let cells: SheetCells
  let columns: SheetColumns
  /// Whom the rows of all sheets are.
  let identities: WorkbookIdentities
  /// Where the columns of fields were found.
  private(set) var places: [String: Int] = [:]
  /// The rows of the entries, in their order, counted from 0.
  private(set) var rows: [Int] = []

  init(
    cells: SheetCells,
    columns: SheetColumns,
    identities: WorkbookIdentities = WorkbookIdentities()
  ) {
    (self.cells, self.columns, self.identities) = (cells, columns, identities)
  }

  /// Whom the rows of the sheet are; what is wrong with its headings is told when it is read.
  func rowIdentities(_ exported: ExportedRows) -> RowIdentities {
    var quiet = FaultLog(path: "")
    guard let table = cells.table(headings, log: &quiet) else { return RowIdentities() }
    return RowIdentities(cells, table, columns, exported)
  }

  private var headings: HeadedTable.Headings {
    let written = columns.columns.indices.filter { columns.columns[$0].isWritten }
    return HeadedTable.Headings(
      sheet: columns.kind.label,
      key: (0, SheetColumns.name),
      names: written.map { columns.heading(of: $0, in: cells.language) },
      meaning: columns.position(headed:)
    )
  }

  private var own: RowIdentities { identities.sheets[columns.kind.kind] ?? RowIdentities() }

  /// The entries of the sheet, in the order of its rows.
  mutating func entries(log: inout FaultLog) -> [EntryNode] {
    guard let table = cells.table(headings, log: &log) else { return [] }
    let found = columns.columns.indices.compactMap { position in
      table.columns[position].map { (column: columns.columns[position], at: $0) }
    }
    for (column, at) in found { places[column.field] = at.first }
    let own = own
    let nameColumn = table.columns[0]?.first ?? 0
    for doubt in own.doubts {
      let name = cells.grid.cell(doubt.row, nameColumn).text.trimmingSpace()
      let place = log.location(of: cells.range(doubt.row, nameColumn))
      log.report(.doubtfulRow(name, marked: doubt.marked.name, at: place))
    }
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
        pairs += self.pairs(of: column, key, full, row, own.known[row], &log)
      }
      // An origin in one column takes the place of what another says.
      var seen: Set<String> = []
      pairs = pairs.filter { pair in seen.insert(pair.key.scalar ?? "").inserted }
      let range = cells.range(row, nameColumn)
      if let old = own.renamed[row] {
        let name = NameKey(cells.grid.cell(row, nameColumn).text.trimmingSpace())
        keepIdentity(
          of: old,
          as: name,
          isFree: !own.names.contains(NameKey(old.name)),
          in: &pairs,
          range
        )
      }
      rows.append(row)
      entries.append(EntryNode(.mapping(pairs), range: range))
    }
    return entries
  }

  // MARK: Renamed rows

  /// Says of a renamed row that it is whom it was, and what it was called before; and that the old name still
  /// means it, where that is the name of no other row.
  private func keepIdentity(
    of old: ExportedRow,
    as name: NameKey,
    isFree: Bool,
    in pairs: inout [EntryNode.Pair],
    _ range: SourceRange
  ) {
    func node(_ text: String) -> EntryNode { EntryNode(.scalar(text), range: range) }
    func key(_ item: EntryNode) -> NameKey? {
      item.scalar.flatMap { try? FormerName(parsing: $0) }.map { NameKey($0.name) }
    }
    /// The list of `field` with the old name, and without the name that the row has again.
    func keep(in field: String, adds: Bool) {
      let position = pairs.firstIndex { $0.key.scalar == field }
      let before = position.map { pairs[$0].value.items } ?? []
      var items = before.filter { key($0) != name }
      let former = NameKey(old.name)
      if adds, former != name, !items.contains(where: { key($0) == former }) {
        items.append(node(old.name))
      } else if items.count == before.count {
        return
      }
      let list = EntryNode(.sequence(items), range: range)
      let pair = EntryNode.Pair(key: position.map { pairs[$0].key } ?? node(field), value: list)
      if let position { pairs[position] = pair } else { pairs.append(pair) }
    }
    if !pairs.contains(where: { $0.key.scalar == "id" }) {
      pairs.append(EntryNode.Pair(key: node("id"), value: node(old.id)))
    }
    keep(in: "aliases", adds: isFree)
    let names = columns.kind.attributes.contains { $0.name == .formerly }
    if names { keep(in: AttributeName.formerly.name, adds: true) }
  }

  /// What the cells of one column say in a row.
  private func pairs(
    of column: SheetColumns.Column,
    _ key: EntryNode,
    _ full: [Int],
    _ row: Int,
    _ known: ExportedRow?,
    _ log: inout FaultLog
  ) -> [EntryNode.Pair] {
    func pair(_ value: EntryNode?) -> [EntryNode.Pair] {
      value.map { [EntryNode.Pair(key: key, value: $0)] } ?? []
    }
    switch column.meaning {
    case .relation(let relation, let end):
      var items = full.flatMap { cells.relations(row, $0, log: &log) }
      if identities.hasMoved, let known {
        let kinds = relation.kinds(at: end.opposite)
        items = redirected(items, of: column, among: kinds, full, row, known, &log)
      }
      return pair(EntryNode(.sequence(items), range: key.range))
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
