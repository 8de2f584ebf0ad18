/// What stands under the columns of a table, as far as a draft of a mapping tells it.
struct ColumnDigest {
  /// Beyond so many different values a column tells no sorts of records apart.
  static let mostValues = 30

  let name: String
  private(set) var count = 0
  /// The different values in the order of the file, as many as are told; each with its count.
  private(set) var values: [(text: String, count: Int)] = []
  private(set) var isCut = false
  private var positions: [String: Int] = [:]

  init(_ name: String) { self.name = name }

  mutating func add(_ text: String) {
    count += 1
    if let position = positions[text] {
      values[position].count += 1
    } else if values.count < Self.mostValues {
      positions[text] = values.count
      values.append((text, 1))
    } else {
      isCut = true
    }
  }

  /// The columns of a table, in the order of the file, without those that hold nothing.
  static func all(of table: RecordTable) -> [ColumnDigest] {
    var digests = table.columns.map { ColumnDigest($0) }
    for record in 0..<table.count {
      for cell in table.cells(of: record) { digests[Int(cell.column)].add(table.text(cell)) }
    }
    return digests.filter { $0.count > 0 }
  }

  /// The columns of the records of each sort, in the order of the file, without those that hold
  /// nothing there; a record that says no sort is of the sort of no text.
  ///
  /// - Complexity: O(*n*) over the texts, times the sorts that a record has.
  static func groups(of table: RecordTable, by sort: String) -> [String: [ColumnDigest]] {
    guard let column = table.column(sort) else { return ["": all(of: table)] }
    var groups: [String: [ColumnDigest]] = [:]
    let empty = table.columns.map { ColumnDigest($0) }
    for record in 0..<table.count {
      let cells = table.cells(of: record)
      var sorts = cells.filter { $0.column == UInt32(column) }.map { table.text($0) }
      if sorts.isEmpty { sorts = [""] }
      for sort in Set(sorts) {
        for cell in cells {
          groups[sort, default: empty][Int(cell.column)].add(table.text(cell))
        }
      }
    }
    return groups.mapValues { $0.filter { $0.count > 0 } }
  }
}
