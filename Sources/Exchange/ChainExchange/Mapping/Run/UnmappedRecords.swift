import Diagnostics

/// Records that a mapping does not speak of, by what stands under the columns that it tells records
/// apart by.
struct UnmappedRecords {
  struct Group {
    let label: String
    var count: Int
    let place: BytePlace
  }

  private static let mostGroups = 100

  private(set) var groups: [Group] = []
  private var positions: [String: Int] = [:]
  private let columns: [String]

  init(_ queries: [QueryMapping]) {
    columns = queries.flatMap(\.filterColumns).map(\.text).reduce(into: []) { columns, column in
      if !columns.contains(column) { columns.append(column) }
    }
  }

  mutating func add(_ record: Record, in source: SourceText) {
    let parts = columns.map { column in
      let texts = record.texts(column, in: source).map(\.text)
      return column + "=" + texts.joined(separator: ";")
    }
    var label = parts.joined(separator: ", ")
    if let position = positions[label] {
      groups[position].count += 1
      return
    }
    // Columns that hold something else in every record make as many groups.
    if groups.count >= Self.mostGroups { label = "…" }
    if let position = positions[label] {
      groups[position].count += 1
    } else {
      positions[label] = groups.count
      groups.append(Group(label: label, count: 1, place: record.place))
    }
  }
}
