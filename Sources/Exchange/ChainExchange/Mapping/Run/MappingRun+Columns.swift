import Diagnostics

/// Whether a mapping and the records speak of the same columns.
extension MappingRun {
  /// Of the columns that files have of themselves, those whose loss must be told.
  private static let telling = [
    StructuralColumn.label, StructuralColumn.relation, StructuralColumn.parent,
  ]

  /// Reports columns and files that a mapping speaks of and that are not there.
  mutating func checkColumns() {
    for query in mapping.queries {
      let given = tables.map(\.fileName)
      for file in query.files where !tables.contains(where: { file.text.isFile($0.path) }) {
        log.report(.unreadFile(file.text, files: given, at: file.place))
      }
      let read = tables.filter { query.reads($0) }
      guard !read.isEmpty else { continue }
      let columns = read.flatMap(\.columns)
      // A table says which columns it has; in a graph an attribute may just not occur.
      let severity = read.contains { $0.form == .rows } ? Diagnostic.Severity.error : .warning
      var reported: Set<String> = []
      for name in query.columnNames where reported.insert(name.text).inserted {
        guard !columns.contains(name.text) else { continue }
        if name.text.hasPrefix("$") {
          if StructuralColumn.all.contains(name.text) { continue }
          log.report(
            .unknownColumn(
              name.text,
              columns: StructuralColumn.all + columns,
              severity: .error,
              at: name.place
            )
          )
        } else if !read.allSatisfy({ $0.count == 0 }) || severity == .error {
          log.report(
            .unknownColumn(name.text, columns: columns, severity: severity, at: name.place)
          )
        }
      }
    }
  }

  /// Warns of columns whose values nobody takes.
  mutating func reportUnmappedColumns() {
    for (number, table) in tables.enumerated() {
      let queries = mapping.queries.filter { $0.reads(table) }
      guard !queries.isEmpty else { continue }
      // A column of the author's own may begin with the sign as well.
      var isUsed = table.columns.map { name in
        table.form != .rows && StructuralColumn.all.contains(name) && !Self.telling.contains(name)
      }
      for name in queries.flatMap(\.columnNames) + mapping.origin.texts.flatMap(\.columnNames) {
        if let column = table.column(name.text) { isUsed[column] = true }
      }
      if table.form == .nodes, let id = table.column(StructuralColumn.id) { isUsed[id] = true }
      var counts = Array(repeating: 0, count: table.columns.count)
      var places: [BytePlace?] = Array(repeating: nil, count: table.columns.count)
      for record in 0..<table.count {
        for cell in table.cells(of: record) where !isUsed[Int(cell.column)] {
          counts[Int(cell.column)] += 1
          places[Int(cell.column)] = places[Int(cell.column)] ?? cell.place
        }
      }
      for column in counts.indices where counts[column] > 0 {
        // A header says more than the first value, where there is one.
        let place = table.form == .rows ? table.columnPlaces[column] : places[column]
        guard let place else { continue }
        log.report(
          .unmappedColumn(
            table.columns[column],
            count: counts[column],
            at: location(RecordPlace(table: number, place: place))
          )
        )
      }
    }
  }

  /// Reports what has no origin, where the mapping can know that before any record is read.
  mutating func checkOrigins() {
    guard mapping.origin.isEmpty else { return }
    for query in mapping.queries where query.origin.isEmpty && !query.isIgnored {
      for entity in query.entities where entity.origin.isEmpty {
        log.report(.unstatedOrigin(at: entity.name.place))
      }
      for relation in query.relations where relation.origin.isEmpty && relation.owner == nil {
        log.report(.unstatedOrigin(at: relation.name.place))
      }
    }
  }
}
