import Bilingual
import ChainModel

/// The relations of a draft, and what tables hold.
extension MappingDraft {
  mutating func writeEdges(_ table: RecordTable) {
    beginQuery(table)
    add(2, "relations:")
    let isUndirected = table.column(StructuralColumn.directed) != nil
    writeRelations(table, isUndirected: isUndirected, ends: [], without: [])
  }

  mutating func writeRelations(
    _ table: RecordTable,
    isUndirected: Bool,
    ends: [String],
    without known: [String]
  ) {
    let columns = ColumnDigest.all(of: table).filter { !known.contains($0.name) }
    let sorts = GuessedWords.sorts + GuessedWords.edgeSorts
    guard let sort = sort(of: columns, table, sorts) else {
      let all = (value: String?.none, count: table.count)
      return writeRelation(all, table, sort: nil, columns, isUndirected: isUndirected, ends: ends)
    }
    let groups = ColumnDigest.groups(of: table, by: sort.name)
    let rest = table.records(without: sort.name)
    let unsaid = rest > 0 ? [(text: "", count: rest)] : []
    for (value, count) in sort.values + unsaid {
      writeRelation(
        (value, count),
        table,
        sort: sort.name,
        (groups[value] ?? []).filter { !known.contains($0.name) },
        isUndirected: isUndirected,
        ends: ends
      )
    }
  }

  mutating func writeRelation(
    _ group: (value: String?, count: Int),
    _ table: RecordTable,
    sort: String?,
    _ columns: [ColumnDigest],
    isUndirected: Bool,
    ends: [String]
  ) {
    let guess = group.value.flatMap { words.relation($0) }
    let relation = guess?.meaning.relation ?? words.ontology.relations[0].kind
    add(3, "\(name(relation.name)):" + say("  # \(group.count) 条", "  # \(group.count) of them"))
    add(4, "relation: \(relation.name)" + doubt(guess != nil, guess?.from))
    if guess?.meaning.isInverse == true { add(4, "inverse: true") }
    if let sort, let value = group.value {
      add(4, "filters: {\(Self.scalar(sort)): \(Self.scalar(value))}")
    }
    if let definition = words.ontology[relation] {
      let isInverse = guess?.meaning.isInverse ?? false
      let group = sort.flatMap { sort in group.value.map { (sort, $0) } }
      addMisfits(
        drafted.misfits(of: definition, isInverse: isInverse, in: table, sort: group)
      )
    }
    if isUndirected {
      add(4, "undirected: as-drawn" + say("  # 有的边没有方向", "  # some edges have no direction"))
    }
    for end in ends { add(4, end) }
    for column in columns where column.name != sort && !column.name.hasPrefix("$") {
      add(4, "# ?: {column: \(Self.scalar(column.name))}  # " + digest(column))
    }
  }

  /// Says which edges a relation cannot be, as far as the kinds of their ends are seen.
  private mutating func addMisfits(_ misfits: (count: Int, source: NodeKind, target: NodeKind)?) {
    guard let (count, source, target) = misfits else { return }
    add(
      4,
      say(
        "# 其中 \(count) 条的两端不是它能连接的类别，如由 \(source.name) 到 \(target.name)；请改",
        "# \(count) of them lead between kinds that it does not join, such as \(source.name) to "
          + "\(target.name); please change it"
      )
    )
  }

  // MARK: Tables

  func isEdgeList(_ table: RecordTable) -> Bool {
    words.ends(among: table.columns) != nil
  }

  mutating func writeRows(_ table: RecordTable) {
    beginQuery(table)
    add(2, "entities:")
    let columns = ColumnDigest.all(of: table)
    let names = columns.map(\.name)
    // A sheet of a workbook is called without an ending.
    let file = table.fileName
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    let guess = words.kind(stem) ?? words.name(among: names).flatMap { words.kind($0) }
    writeSorts(columns, table, GuessedWords.rowSorts, guess, key: words.key(among: names))
  }

  mutating func writeEdgeList(_ table: RecordTable) {
    guard let ends = words.ends(among: table.columns) else { return }
    beginQuery(table)
    var references: [String] = []
    if let listed {
      references = [
        "from: {entity: \(listed.entity), column: \(Self.scalar(ends.source))}",
        "to: {entity: \(listed.entity), column: \(Self.scalar(ends.target))}",
      ]
    } else {
      add(2, "entities:")
      for (field, column) in [("from", ends.source), ("to", ends.target)] {
        let entity = name(field)
        add(3, "\(entity):")
        let guess = words.kind(column)
        add(4, "kind: \((guess?.meaning ?? .segment).name)" + doubt(guess != nil, guess?.from))
        add(4, "properties: {name: {column: \(Self.scalar(column))}}")
        references.append("\(field): {entity: \(entity)}")
      }
    }
    add(2, "relations:")
    let known = [ends.source, ends.target]
    writeRelations(table, isUndirected: false, ends: references, without: known)
  }
}

extension RecordTable {
  /// How many records have nothing under a column.
  func records(without name: String) -> Int {
    guard let column = column(name) else { return count }
    return (0..<count).count { record in
      !cells(of: record).contains { $0.column == UInt32(column) }
    }
  }
}
