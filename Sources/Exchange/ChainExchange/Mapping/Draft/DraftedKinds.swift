import ChainModel

/// The kinds that a draft takes drawn nodes for, by their identities: what edges lead between is
/// seen, and a relation that does not join it is no good guess.
struct DraftedKinds {
  private var kinds: [String: NodeKind] = [:]

  /// Notes the kinds of the nodes of a table, each by what stands in its column of sorts.
  mutating func add(_ table: RecordTable, by sort: String?, kind: (String) -> NodeKind) {
    guard let id = table.column(StructuralColumn.id) else { return }
    let column = sort.flatMap { table.column($0) }
    for record in 0..<table.count {
      let cells = table.cells(of: record)
      guard let cell = cells.first(where: { $0.column == UInt32(id) }) else { continue }
      let word = cells.first { cell in column.map { cell.column == UInt32($0) } ?? false }
      kinds[table.text(cell)] = kind(word.map { table.text($0) } ?? "")
    }
  }

  /// How many edges of a sort lead between kinds that a relation does not join, and the kinds of the
  /// first; `nil` for none.
  ///
  /// - Complexity: O(*n*) over the texts of the table.
  func misfits(
    of relation: RelationDefinition,
    isInverse: Bool,
    in table: RecordTable,
    sort: (column: String, value: String)?
  ) -> (count: Int, source: NodeKind, target: NodeKind)? {
    guard let source = table.column(StructuralColumn.source),
      let target = table.column(StructuralColumn.target)
    else { return nil }
    var misfits: (count: Int, source: NodeKind, target: NodeKind)?
    for record in 0..<table.count {
      let cells = table.cells(of: record)
      func text(_ column: Int) -> String? {
        cells.first { $0.column == UInt32(column) }.map { table.text($0) }
      }
      if let sort {
        let word = table.column(sort.column).flatMap { text($0) } ?? ""
        guard word == sort.value else { continue }
      }
      guard let first = text(source).flatMap({ kinds[$0] }),
        let second = text(target).flatMap({ kinds[$0] })
      else { continue }
      let (from, to) = isInverse ? (second, first) : (first, second)
      guard !relation.sources.contains(from) || !relation.targets.contains(to) else { continue }
      misfits = ((misfits?.count ?? 0) + 1, misfits?.source ?? first, misfits?.target ?? second)
    }
    return misfits
  }
}
