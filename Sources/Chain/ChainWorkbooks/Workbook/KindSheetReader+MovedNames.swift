import ChainFiles
import ChainModel
import Diagnostics

/// References by a name that another row got since the export.
extension KindSheetReader {
  /// The items of a cell, meaning whom they mean.
  ///
  /// What was there at the export and nobody touched means whom it meant; what was written since means
  /// whoever has the name now. Where a cell was edited and held the name before, nobody knows.
  func redirected(
    _ items: [EntryNode],
    of column: SheetColumns.Column,
    among kinds: RelationDefinition.KindSelection,
    _ full: [Int],
    _ row: Int,
    _ known: ExportedRow,
    _ log: inout FaultLog
  ) -> [EntryNode] {
    guard let exported = identities.exported,
      let position = columns.columns.firstIndex(where: { $0.field == column.field })
    else { return items }
    let texts = exported.cells(of: known)[position] ?? []
    let own = full.map { cells.grid.cell(row, $0).text.asCellText() }
    let isUntouched = own.count == 1 && texts.contains(own[0])
    return items.map { item in
      guard let scalar = EditContext.reference(item), let name = scalar.scalar,
        let moved = identities.moved(NameKey(name), among: kinds)
      else { return item }
      guard isUntouched || texts.contains(where: { Self.holds(name, $0) }) else { return item }
      guard isUntouched, moved.isThere else {
        log.report(.movedName(name, meant: moved.row.id, at: log.location(of: scalar.range)))
        return item
      }
      return Self.naming(moved.row.id, item)
    }
  }

  private static func holds(_ name: String, _ cell: String) -> Bool {
    var quiet = FaultLog(path: "")
    let items = ListCell.items(of: cell, firstLine: 1, hasNotes: true, log: &quiet) ?? []
    return items.contains { NameKey($0.text.text) == NameKey(name) }
  }

  /// An item that names another node.
  private static func naming(_ id: String, _ item: EntryNode) -> EntryNode {
    guard case .mapping(let pairs) = item.content else {
      return EntryNode(.scalar(id), range: item.range)
    }
    let named = pairs.map { pair in
      guard pair.key.scalar == "to" else { return pair }
      return EntryNode.Pair(key: pair.key, value: EntryNode(.scalar(id), range: pair.value.range))
    }
    return EntryNode(.mapping(named), range: item.range)
  }
}
