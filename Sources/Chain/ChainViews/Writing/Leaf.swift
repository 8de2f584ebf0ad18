import Bilingual

/// A part of an answer as it goes on paper, where everything is a table.
struct Leaf {
  /// What the part is called among several; `nil` for the only one, and where it has no name.
  let title: BilingualText?
  let table: Answer.Table
  /// Whether its rows are worth counting; those of a record are not.
  let isList: Bool
}

extension Answer {
  /// The answer's tables; a record becomes one of two columns, and values join the first record.
  var leaves: [Leaf] {
    var leaves: [Leaf] = []
    var values: [(column: Answer.Table.Column, cell: Answer.Cell)] = []
    var record: Int?
    for section in sections {
      switch section.content {
      case .table(let table): leaves.append(Leaf(title: section.title, table: table, isList: true))
      case .record(let fields):
        record = record ?? leaves.count
        leaves.append(Self.leaf(fields, section.title))
      case .value(let cell):
        // The heading has said what a node section would say again.
        if section.key == "node" { continue }
        let title = section.title ?? BilingualText(same: section.key)
        values.append((Answer.Table.Column(section.key, zh: title.zh, en: title.en), cell))
      }
    }
    values.removeAll { _, cell in
      Language.allCases.allSatisfy { cell.text(in: $0).isEmpty }
    }
    guard !values.isEmpty else { return leaves }
    if let record {
      let leaf = leaves[record]
      let table = leaf.table.appending(rows: Self.leaf(values, leaf.title).table.rows)
      leaves[record] = Leaf(title: leaf.title, table: table, isList: false)
    } else {
      leaves.insert(Self.leaf(values, nil), at: 0)
    }
    return leaves
  }

  private static func leaf(
    _ fields: [(column: Answer.Table.Column, cell: Answer.Cell)],
    _ title: BilingualText?
  ) -> Leaf {
    let name = title ?? Answer.Table.Column.name.title
    let columns = [
      Answer.Table.Column("key", zh: name.zh, en: name.en),
      Answer.Table.Column("value", zh: "内容", en: "value"),
    ]
    let table = Answer.Table(columns, fields) { [.sentence($0.column.title), $0.cell] }
    return Leaf(title: title, table: table, isList: false)
  }
}
