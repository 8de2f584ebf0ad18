import ChainFiles
import ChainModel
import Diagnostics
import GraphKernel

/// Whom the rows of a sheet are: those of the export under their names, those that got other names, and
/// new ones.
///
/// A row says who it is twice, by its name and by the mark in its hidden column. Where the two disagree,
/// one of them moved: the row got another name, or the sheet was sorted without its hidden column. The
/// other cells of the row tell: they are those of the row that it was.
struct RowIdentities {
  /// A row of which it cannot be told who it is.
  struct Doubt {
    let row: Int
    /// Whom its mark means.
    let marked: ExportedRow
  }

  /// The rows that were exported under other names.
  private(set) var renamed: [Int: ExportedRow] = [:]
  /// Whom a row was, for each row that was exported.
  private(set) var known: [Int: ExportedRow] = [:]
  private(set) var doubts: [Doubt] = []
  /// Names that mean another node now than when they were exported: whom they meant.
  private(set) var moved: [NameKey: ExportedRow] = [:]
  /// The names of all rows.
  private(set) var names: Set<NameKey> = []
  /// Whom some row is.
  private var ids: Set<String> = []

  init() {}

  private struct Row {
    let row: Int
    let name: NameKey
    /// Whom its mark means, where no other row has that mark.
    let marked: ExportedRow?
    /// Whom its name meant.
    let named: ExportedRow?

    var isDisputed: Bool { marked != nil && marked?.id != named?.id }
  }

  private enum Vote {
    case mark, name
  }

  /// - Parameters:
  ///   - table: the headings of the sheet.
  ///   - kind: that of its rows.
  init(_ cells: SheetCells, _ table: HeadedTable, _ columns: SheetColumns, _ exported: ExportedRows)
  {
    let marks = exported.rows[columns.kind.kind] ?? [:]
    guard !marks.isEmpty, let name = table.columns[0]?.first,
      let mark = table.columns[columns.markPosition]?.first
    else { return }
    let byName = Dictionary(marks.values.map { (NameKey($0.name), $0) }) { first, _ in first }
    let own = table.rows(of: cells.grid).map { row in
      (
        row: row, name: NameKey(cells.grid.cell(row, name).text.trimmingSpace()),
        mark: RowMark(text: cells.grid.cell(row, mark).text)
      )
    }.filter { !$0.name.text.isEmpty }
    let counts = Dictionary(own.map { ($0.mark, 1) }, uniquingKeysWith: +)
    let names = Set(own.map(\.name))
    var seen: Set<RowMark> = []
    let rows = own.map { row in
      // Of a row that was copied the first is meant, unless one has the name still.
      let isFirst = seen.insert(row.mark).inserted
      let marked = marks[row.mark].flatMap { marked in
        counts[row.mark] == 1 || (isFirst && !names.contains(NameKey(marked.name))) ? marked : nil
      }
      return Row(row: row.row, name: row.name, marked: marked, named: byName[row.name])
    }
    self.names = names
    let compared = table.columns.compactMap { position, places in
      places.first.map { (position: position, place: $0) }
    }.filter { $0.position != 0 && $0.position != columns.markPosition }
    func vote(_ row: Row) -> Vote? {
      guard row.isDisputed, let marked = row.marked, let named = row.named else { return nil }
      let (a, b) = (exported.cells(of: marked), exported.cells(of: named))
      var difference = 0
      for (position, place) in compared where a[position] != b[position] {
        let text = cells.grid.cell(row.row, place).text.asCellText()
        if (a[position] ?? [""]).contains(text) { difference += 1 }
        if (b[position] ?? [""]).contains(text) { difference -= 1 }
      }
      return difference == 0 ? nil : difference > 0 ? .mark : .name
    }
    decide(rows, Dictionary(rows.map { ($0.row, vote($0)) }) { first, _ in first })
    for (row, old) in renamed {
      let name = NameKey(cells.grid.cell(row, name).text.trimmingSpace())
      if let before = byName[name], before.id != old.id { moved[name] = before }
    }
  }

  private mutating func decide(_ rows: [Row], _ votes: [Int: Vote?]) {
    let disputed = rows.filter(\.isDisputed)
    let cast = disputed.compactMap { votes[$0.row] ?? nil }
    let forMarks = cast.count { $0 == .mark }
    let forNames = cast.count - forMarks
    // Names that only changed places, on rows that differ in nothing else: a sheet was sorted.
    let isSorted =
      cast.isEmpty && disputed.allSatisfy { $0.named != nil }
      && Set(disputed.compactMap(\.named?.id)) == Set(disputed.compactMap(\.marked?.id))
    /// What the sheet says where a row does not.
    let usual: Vote? =
      forMarks == 0 && (forNames > 0 || isSorted)
      ? .name
      : forNames == 0 && forMarks > 0 ? .mark : nil
    let unmarked = Set(rows.filter { $0.marked == nil }.compactMap(\.named?.id))
    var claims: [String: [Row]] = [:]
    for row in rows {
      guard let marked = row.marked, row.isDisputed else {
        if let named = row.named { claims[named.id, default: []].append(row) }
        continue
      }
      let isContested = row.named != nil || names.contains(NameKey(marked.name))
      var verdict = (votes[row.row] ?? nil) ?? usual
      // A name that somebody typed in again means its node, and the row beside it is new.
      if row.named == nil, unmarked.contains(marked.id) { verdict = .name }
      if verdict == nil, !isContested { verdict = .mark }
      switch verdict {
      case .mark:
        renamed[row.row] = marked
        claims[marked.id, default: []].append(row)
      case .name:
        if let named = row.named { claims[named.id, default: []].append(row) }
      case nil: doubts.append(Doubt(row: row.row, marked: marked))
      }
    }
    for (id, rows) in claims {
      let renamed = rows.filter { self.renamed[$0.row] != nil }
      // Two rows with one name are a fault of their own.
      if rows.count > 1, let row = renamed.first, let marked = row.marked {
        doubts.append(Doubt(row: row.row, marked: marked))
      }
      ids.insert(id)
      for row in rows { known[row.row] = self.renamed[row.row] ?? row.named }
    }
    doubts.sort { $0.row < $1.row }
  }

  /// Whether a node that was exported has its row still.
  func has(_ row: ExportedRow) -> Bool { ids.contains(row.id) }
}

/// The rows of all sheets.
struct WorkbookIdentities {
  var exported: ExportedRows?
  var sheets: [NodeKind: RowIdentities] = [:]

  /// Whom a name meant when it was exported, where it means another node of `kinds` now.
  func moved(
    _ name: NameKey,
    among kinds: RelationDefinition.KindSelection
  ) -> (kind: NodeKind, row: ExportedRow, isThere: Bool)? {
    for (kind, sheet) in sheets where kinds.contains(kind) {
      if let row = sheet.moved[name] { return (kind, row, sheet.has(row)) }
    }
    return nil
  }

  var hasMoved: Bool { sheets.values.contains { !$0.moved.isEmpty } }
}
