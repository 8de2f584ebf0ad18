/// How tables become items, the statements of rows, and rows that name enterprises and projects.
extension OutlineReader {
  mutating func read(_ table: DocumentTable) {
    for row in table.title {
      if let words = row.heading { read(PolicyLine(characters: Array(words), line: row.number)) }
    }
    switch table.form {
    case .columns(let columns): readRows(of: table, columns)
    case .pairs: for row in table.rows { readPairs(of: row) }
    case .metadata: readMetadata(of: table)
    case .unknown: for row in table.rows { readLoose(row) }
    }
  }

  /// A line whose cells nothing names: a text with tabs in it, or a row that is kept as one.
  private mutating func readLoose(_ row: DocumentTable.Row) {
    let characters = row.line.characters
    let isText = Marker(in: characters, at: 0) != nil || characters.contains("。")
    guard isText || row.cells.count < 2 else {
      return addParagraph(row.line, from: 0, body: 0)
    }
    read(
      PolicyLine(
        characters: Array(row.cells.filter { !$0.isEmpty }.joined(separator: [" "])),
        line: row.number
      )
    )
  }

  private mutating func readMetadata(of table: DocumentTable) {
    for (column, value) in table.rows.flatMap(DocumentTable.pairs) {
      outline.metadata[column.label] = value.string
    }
  }

  // MARK: Heads above

  private mutating func readRows(of table: DocumentTable, _ columns: [TableColumn]) {
    closeLeadIns()
    noteUnread(columns, of: table)
    // The columns that name what a row is about, the whole before its part.
    var subjects = columns.indices.filter { columns[$0].content == .item }
    let leaf = [.project, .enterprise, .measure].lazy
      .compactMap { (content: TableColumn.Content) in columns.firstIndex { $0.content == content } }
      .first
    if let leaf { subjects = subjects.filter { $0 < leaf } + [leaf] }
    // What is measured is no item.
    if columns.contains(where: { $0.content == .metric }) { subjects = [] }
    var reading = RowReading(columns: columns, subjects: subjects, floor: open.count)
    for row in table.rows {
      if let heading = row.heading {
        open.removeSubrange(reading.outer...)
        let line = PolicyLine(characters: Array(heading), line: row.number)
        if Marker(in: line.characters, at: 0) != nil {
          read(line)
        } else {
          push(.row, heading.string, title: Heading.short(heading), line)
        }
        reading.begin(at: open.count)
      } else if row.cells.count > columns.count {
        note(row, row.line.characters.prefix(40).string, .unreadRow)
      } else if !row.isSum {
        read(row, &reading)
      }
    }
    closeLeadIns()
  }

  /// How far the rows of a table have been read.
  private struct RowReading {
    let columns: [TableColumn]
    let subjects: [Int]
    /// How many items are open around the table.
    let outer: Int
    /// How many are open around the row.
    private(set) var floor: Int
    /// What the subjects of the row above were.
    var above: [Characters] = []
    /// What has been stated of each item, so that what a cell says of several rows is said once.
    var stated: [Int: Set<String>] = [:]
    /// How many rows have been read.
    var count = 0

    init(columns: [TableColumn], subjects: [Int], floor: Int) {
      self.columns = columns
      self.subjects = subjects
      outer = floor
      self.floor = floor
    }

    mutating func begin(at floor: Int) {
      self.floor = floor
      above = []
    }
  }

  private mutating func read(_ row: DocumentTable.Row, _ reading: inout RowReading) {
    let cells = reading.columns.indices.map { row.cells.indices.contains($0) ? row.cells[$0] : [] }
    reading.count += 1
    openItems(row, cells, &reading)
    guard let item = open.last else { return }
    var statement = Characters()
    for (position, column) in reading.columns.enumerated() where !cells[position].isEmpty {
      let titles =
        reading.columns.indices.contains(position + 1)
          && reading.columns[position + 1].content == .titles ? cells[position + 1] : []
      for part in statements(of: column, cells[position], titles, in: row) {
        // What a cell says of several rows is said once.
        let isNew = reading.stated[item, default: []].insert(part.string).inserted
        if isNew { statement += part + [";"] }
      }
    }
    let fields = zip(reading.columns, cells).filter { !$1.isEmpty }
      .map { (column: $0, text: Array($1)) }
    let isMeasured = reading.columns.contains { $0.content == .metric }
    for (position, column) in reading.columns.enumerated() where !cells[position].isEmpty {
      let isText =
        column.content == .measure || column.content == .aim
        || column.content == .item && position == reading.subjects.last && !isMeasured
        || column.content == .content && !reading.columns.contains { $0.content == .project }
      guard isText, cells[position].contains(where: \.isDigit) || column.content != .item else {
        continue
      }
      addParagraph(
        PolicyLine(characters: Array(cells[position]), line: row.number),
        from: 0,
        body: 0
      )
    }
    if isMeasured {
      for goal in TableGoals.sentences(of: fields) {
        addParagraph(PolicyLine(characters: goal, line: row.number), from: 0, body: 0)
      }
    }
    if !statement.isEmpty {
      addParagraph(PolicyLine(characters: statement, line: row.number), from: 0, body: 0)
    }
    outline.rows.append(TableRow(item: item, line: row.line, fields: fields))
  }

  /// Opens the items that a row is about; those that it has in common with the row above stay open.
  private mutating func openItems(
    _ row: DocumentTable.Row,
    _ cells: [ArraySlice<Unicode.Scalar>],
    _ reading: inout RowReading
  ) {
    let texts = reading.subjects.map { Array(cells[$0]) }
    // A row without a subject goes on with the one above.
    guard texts.contains(where: { !$0.isEmpty }) else { return }
    var kept = 0
    while kept < texts.count, kept < reading.above.count, texts[kept] == reading.above[kept],
      !isOfItsOwn(reading.columns[reading.subjects[kept]])
    {
      kept += 1
    }
    let filled = texts.prefix(kept).count { !$0.isEmpty }
    open.removeSubrange(min(open.count, reading.floor + filled)...)
    for level in kept..<texts.count where !texts[level].isEmpty {
      let text = texts[level]
      let column = reading.columns[reading.subjects[level]]
      let start = Marker(in: text, at: 0)?.length ?? 0
      let words = Heading(of: text, from: start < text.count ? start : 0).title
      let isChain = column.label.contains("产业链") && column.content == .item
      let title = isChain && !Self.namesChain(words) ? words + "产业链" : words
      let label = words.isEmpty ? "第\(reading.count)行" : words
      push(.row, label, title: title, row.line)
    }
    reading.above = texts
  }

  private func isOfItsOwn(_ column: TableColumn) -> Bool {
    column.content == .project || column.content == .enterprise
  }

  private static func namesChain(_ words: String) -> Bool {
    ["链", "集群", "产业", "业"].contains { words.hasSuffix($0) } || words.isEmpty
  }

  /// What a cell states, as a text does: 牵头单位:市工信局.
  private mutating func statements(
    of column: TableColumn,
    _ cell: ArraySlice<Unicode.Scalar>,
    _ titles: ArraySlice<Unicode.Scalar>,
    in row: DocumentTable.Row
  ) -> [Characters] {
    var plain = Array(cell.map { $0 == "。" ? ";" : $0 })
    while plain.last == ";" { plain.removeLast() }
    switch column.content {
    case .term: return [Array("完成时限:".unicodeScalars) + plain]
    case .parties:
      let head = Array(column.label.unicodeScalars)
      let bare = UnitWords.base(head[...])
      guard let label = TableColumn.label(of: bare) else { return [] }
      if let (units, people) = PairedCell.labels(of: label) {
        let (bodies, persons) = PairedCell.parts(of: plain[...])
        return [(units, bodies), (people, persons)].filter { !$0.1.isEmpty }
          .map { Array($0.0) + [":"] + $0.1 }
      }
      let people = PairedCell.people(plain, with: Array(titles))
      if people == nil { note(row, titles.prefix(40).string, .unreadColumn) }
      return [Array(label) + [":"] + (people ?? plain)]
    default: return []
    }
  }

  // MARK: Labels beside values

  private mutating func readPairs(of row: DocumentTable.Row) {
    var statement = Characters()
    var fields: [(column: TableColumn, text: Characters)] = []
    for (column, value) in DocumentTable.pairs(of: row) {
      switch column.content {
      case .item, .project, .enterprise:
        closeLeadIns()
        push(.row, value.string, title: Heading.short(value), row.line)
      case .parties, .term:
        for part in statements(of: column, value, [], in: row) { statement += part + [";"] }
      case .measure, .content:
        addParagraph(PolicyLine(characters: Array(value), line: row.number), from: 0, body: 0)
      case .other: note(row, column.label, .unreadColumn)
      case .contact: note(row, column.label, .contact)
      default: break
      }
      fields.append((column, Array(value)))
    }
    if !statement.isEmpty {
      addParagraph(PolicyLine(characters: statement, line: row.number), from: 0, body: 0)
    }
    if let item = open.last {
      outline.rows.append(TableRow(item: item, line: row.line, fields: fields))
    }
  }

  // MARK: What is not read

  /// Notes each column that holds something and is not read.
  private mutating func noteUnread(_ columns: [TableColumn], of table: DocumentTable) {
    guard let first = table.rows.first else { return }
    for (position, column) in columns.enumerated() {
      let isFilled = table.rows.contains { row in
        row.cells.indices.contains(position) && !row.cells[position].isEmpty
      }
      guard isFilled, !column.label.isEmpty else { continue }
      if column.content == .other { note(first, column.label, .unreadColumn) }
      if column.content == .contact { note(first, column.label, .contact) }
    }
  }

  private mutating func note(_ row: DocumentTable.Row, _ about: String, _ reason: ReviewReason) {
    review.append(
      ReviewEntry(
        line: row.number,
        place: open.last.map { outline.items[$0].place } ?? "",
        about: about,
        reason: reason
      )
    )
  }
}
