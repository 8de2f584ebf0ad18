/// How tables become items, the statements of rows, and rows that name enterprises and projects.
extension OutlineReader {
  mutating func read(_ table: DocumentTable) {
    for row in table.title {
      if let words = row.heading { read(PolicyLine(characters: Array(words), line: row.number)) }
    }
    switch table.form {
    case .columns(let columns): readRows(of: table, columns)
    case .pairs:
      var card = Card()
      for row in table.rows { readPairs(of: row, into: &card) }
      finish(card)
    case .metadata: readMetadata(of: table)
    case .unknown:
      noteUnread(table)
      for row in table.rows { readLoose(row) }
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
    for row in table.rows {
      // A page may lie in the same table as what it says of itself.
      guard DocumentTable.isMetadata(row) || row.cells.count == 4 && row.heading == nil else {
        if let text = row.heading { read(PolicyLine(characters: Array(text), line: row.number)) }
        continue
      }
      for (column, value) in DocumentTable.pairs(of: row) {
        outline.metadata[column.label] = value.string
      }
    }
  }

  /// Notes a table that nothing names, once.
  private mutating func noteUnread(_ table: DocumentTable) {
    let rows = table.rows.filter { row in
      row.cells.count > 1 && Marker(in: row.line.characters, at: 0) == nil
        && !row.line.characters.contains("。")
    }
    guard rows.count > 1, let first = rows.first else { return }
    let words = first.cells.filter { !$0.isEmpty }.joined(separator: [" "])
    note(first, "\(Array(words).prefix(30).string)（\(rows.count)）", .unreadTable)
  }

  // MARK: Heads above

  private mutating func readRows(of table: DocumentTable, _ columns: [TableColumn]) {
    closeLeadIns()
    let columns = Self.belonging(columns)
    moneyUnit = Self.unit(above: table, outline)
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
        open.removeSubrange(min(open.count, reading.outer)...)
        let line = PolicyLine(characters: Array(heading), line: row.number)
        if let marker = Marker(in: line.characters, at: 0), marker.length < heading.count {
          // A heading within the table stands among the document's own; its count of rows is no target.
          begin(marker, Heading(of: line.characters, from: marker.length), line)
          reading.begin(at: open.count, outer: open.count)
        } else {
          push(.row, heading.string, title: Heading.short(heading), line)
          reading.begin(at: open.count, outer: reading.outer)
        }
      } else if row.cells.count > columns.count {
        note(row, row.line.characters.prefix(40).string, .unreadRow)
      } else if !row.isSum {
        read(row, &reading)
      }
    }
    closeLeadIns()
  }

  /// Of a table about chains, firms are what a chain has: roles are the chain's.
  private static func belonging(_ columns: [TableColumn]) -> [TableColumn] {
    let hasChain = columns.contains {
      $0.content == .item && ($0.label.contains("链") || $0.label.contains("集群"))
    }
    guard hasChain, columns.contains(where: { $0.content == .parties }) else { return columns }
    return columns.map {
      $0.content == .enterprise ? $0.holding(.enterprises(isAnchor: false)) : $0
    }
  }

  /// The unit of money that a line above the table states once: 单位:万元.
  private static func unit(above table: DocumentTable, _ outline: Outline) -> String? {
    let titles = table.title.compactMap(\.heading).map { Array($0) }
    let above = outline.paragraphs.last.map { [Array($0.line.characters.suffix(12))] } ?? []
    return (titles + above).lazy.compactMap { words in
      words.split { $0.closing != nil || $0.opening != nil || $0.isSpace }.lazy
        .compactMap { part in part.starts("单位") ? TableColumn.moneyUnit(part) : nil }.first
    }.first
  }

  /// How far the rows of a table have been read.
  private struct RowReading {
    let columns: [TableColumn]
    let subjects: [Int]
    /// How many items are open around the table.
    private(set) var outer: Int
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
      isMeasured = columns.contains { $0.content == .metric }
      isOfProjects = columns.contains { $0.content == .project }
    }

    /// Whether its rows are indicators.
    let isMeasured: Bool
    /// Whether its rows are projects.
    let isOfProjects: Bool

    mutating func begin(at floor: Int, outer: Int) {
      self.floor = floor
      self.outer = outer
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
      .map { (column: $0.measured(in: moneyUnit), text: Array($1)) }
    let isMeasured = reading.isMeasured
    for (position, column) in reading.columns.enumerated() where !cells[position].isEmpty {
      let isText =
        column.content == .measure || column.content == .aim
        || column.content == .item && position == reading.subjects.last && !isMeasured
        || column.content == .content && !reading.isOfProjects
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
      let (goals, unread) = TableGoals.sentences(of: fields)
      for goal in goals {
        addParagraph(PolicyLine(characters: goal, line: row.number), from: 0, body: 0)
      }
      for words in unread { note(row, words, .unreadSum) }
    } else {
      for goal in TableGoals.aims(of: fields) {
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
    var texts = reading.subjects.map { Array(cells[$0]) }
    // A cell left empty before a filled one goes on with the one above.
    if let filled = texts.firstIndex(where: { !$0.isEmpty }) {
      for level in 0..<filled where level < reading.above.count {
        texts[level] = reading.above[level]
      }
    }
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

  /// What labels say of one thing, row by row: a card of a project, of a chain.
  private struct Card {
    var item: Int?
    var line: PolicyLine?
    var fields: [(column: TableColumn, text: Characters)] = []
  }

  private mutating func finish(_ card: Card) {
    guard let line = card.line, let item = card.item ?? open.last, !card.fields.isEmpty else {
      return
    }
    outline.rows.append(TableRow(item: item, line: line, fields: card.fields))
  }

  private mutating func readPairs(of row: DocumentTable.Row, into card: inout Card) {
    var statement = Characters()
    for (column, value) in DocumentTable.pairs(of: row) {
      switch column.content {
      case .item, .project, .enterprise:
        finish(card)
        closeLeadIns()
        push(.row, value.string, title: Heading.short(value), row.line)
        card = Card(item: open.last, line: row.line)
      case .parties, .term:
        for part in statements(of: column, value, [], in: row) { statement += part + [";"] }
      case .measure, .aim, .goal:
        addParagraph(PolicyLine(characters: Array(value), line: row.number), from: 0, body: 0)
      case .content where !card.fields.contains { $0.column.content == .project }:
        addParagraph(PolicyLine(characters: Array(value), line: row.number), from: 0, body: 0)
      case .other: note(row, column.label, .unreadColumn)
      case .contact: note(row, column.label, .contact)
      default: break
      }
      if card.line == nil { card = Card(item: open.last, line: row.line) }
      card.fields.append((column, Array(value)))
    }
    if !statement.isEmpty {
      addParagraph(PolicyLine(characters: statement, line: row.number), from: 0, body: 0)
    }
  }

  // MARK: What is not read

  /// Notes each column that holds something and is not read.
  private mutating func noteUnread(_ columns: [TableColumn], of table: DocumentTable) {
    let contents = Set(columns.map(\.content))
    for (position, column) in columns.enumerated() {
      let filled = table.rows.first { row in
        row.heading == nil && row.cells.indices.contains(position) && !row.cells[position].isEmpty
      }
      guard let filled, !column.label.isEmpty else { continue }
      switch column.content {
      case .contact: note(filled, column.label, .contact)
      case .other: note(filled, column.label, .unreadColumn)
      case .investment, .yearInvestment, .years, .status, .builder:
        if !contents.contains(.project) { note(filled, column.label, .unreadColumn) }
      case .unit: if !contents.contains(.metric) { note(filled, column.label, .unreadColumn) }
      case .titles:
        if position == 0 || columns[position - 1].content != .parties {
          note(filled, column.label, .unreadColumn)
        }
      default: break
      }
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
