import Bilingual

/// A part of an answer as it goes on paper, where everything is a table.
struct Leaf {
  /// What the part is called among several; `nil` for the only one, and where it has no name.
  let title: BilingualText?
  let table: Table
}

extension Answer {
  /// The answer's tables; a record becomes one of two columns, and values join the first record.
  var leaves: [Leaf] {
    var leaves: [Leaf] = []
    var values: [(column: Table.Column, cell: Cell)] = []
    var record: Int?
    for section in sections {
      switch section.content {
      case .table(let table): leaves.append(Leaf(title: section.title, table: table))
      case .record(let fields):
        record = record ?? leaves.count
        leaves.append(Leaf(title: section.title, table: Self.table(fields, section.title)))
      case .value(let cell):
        // The heading has said what a node section would say again.
        if section.key == "node" { continue }
        let title = section.title ?? BilingualText(same: section.key)
        values.append((Table.Column(section.key, zh: title.zh, en: title.en), cell))
      }
    }
    values.removeAll { _, cell in
      Language.allCases.allSatisfy { cell.text(in: $0).isEmpty }
    }
    guard !values.isEmpty else { return leaves }
    if let record {
      let leaf = leaves[record]
      let rows = Self.table(values, leaf.title).rows
      leaves[record] = Leaf(title: leaf.title, table: leaf.table.appending(rows: rows))
    } else {
      leaves.insert(Leaf(title: nil, table: Self.table(values, nil)), at: 0)
    }
    return leaves
  }

  private static func table(
    _ fields: [(column: Table.Column, cell: Cell)],
    _ title: BilingualText?
  ) -> Table {
    let name = title ?? Table.Column.name.title
    return Table(
      [
        Table.Column("key", zh: name.zh, en: name.en),
        Table.Column("value", zh: "内容", en: "value"),
      ],
      fields
    ) { [.sentence($0.column.title), $0.cell] }
  }
}
