/// A table of the document: a grid, and what its heads say of its columns.
struct DocumentTable {
  /// A row, its cells by column; those that hold nothing are empty.
  struct Row {
    let cells: [ArraySlice<Unicode.Scalar>]
    let line: PolicyLine

    /// The line in the file.
    var number: Int { line.line(at: 0) }

    /// Whether it adds up the others.
    var isSum: Bool {
      cells.first { !$0.isEmpty }.map { cell in
        cell.count <= 14
          && cell.filter { !$0.isSpace }.prefix(4).containsAny(["合计", "总计", "小计", "共计"])
      } ?? true
    }

    /// The one text that the row holds, where a cell spans all of it.
    var heading: ArraySlice<Unicode.Scalar>? {
      guard cells.count > 1, let first = cells.first, !first.isEmpty,
        cells.allSatisfy({ $0.elementsEqual(first) })
      else { return nil }
      return first
    }
  }

  /// How the facts of a table lie.
  enum Form {
    /// Heads above, a row for each thing.
    case columns([TableColumn])
    /// A label and its value beside each other.
    case pairs
    /// The same, and they are of the document as such: who issued it, and when.
    case metadata
    /// Nothing says what the cells are.
    case unknown
  }

  let form: Form
  /// The rows that stand above the heads, or are such.
  let title: [Row]
  /// The rows below the heads.
  let rows: [Row]

  /// The tables in lines that follow each other: a row of other heads begins one, and so does a row of another width
  /// behind a gap.
  ///
  /// - Complexity: O(*n*) over the characters.
  static func tables(in lines: [PolicyLine]) -> [DocumentTable] {
    let rows = lines.map { Row(cells: cells(of: $0.characters), line: $0) }
    var starts = [0]
    /// The heads of the table that is open, those of a second row with them.
    var heads: [[TableColumn]] = []
    var wasHeading = true
    for (position, row) in rows.enumerated() {
      let columns = columns(of: row)
      let above = position > 0 ? rows[position - 1] : row
      let isApart = row.number > above.number + 1 && row.cells.count != above.cells.count
      if let columns, !wasHeading, !heads.contains(columns) {
        starts.append(position)
        heads = [columns]
      } else if isApart {
        starts.append(position)
        heads = columns.map { [$0] } ?? []
      } else if let columns, wasHeading {
        heads.append(columns)
      }
      wasHeading = columns != nil || position == 0 || wasHeading && row.heading != nil
    }
    return zip(starts, starts.dropFirst() + [rows.count]).map { DocumentTable(rows[$0..<$1]) }
  }

  private init(_ lines: ArraySlice<Row>) {
    let all = Array(lines)
    var first = 0
    while first < all.count, first < 3, all[first].heading != nil { first += 1 }
    if Self.isMetadata(all) {
      form = .metadata
      title = []
      rows = all
    } else if Self.isOfPairs(all[first...]) {
      form = .pairs
      title = Array(all[..<first])
      rows = Array(all[first...])
    } else if let (columns, count) = Self.heads(all[first...]) {
      form = .columns(columns)
      title = Array(all[..<first])
      rows = all[(first + count)...].filter { Self.columns(of: $0) == nil }
    } else {
      form = .unknown
      title = []
      rows = all
    }
  }

  /// The cells of a line; a `-` stands for an empty one.
  static func cells(of characters: Characters) -> [ArraySlice<Unicode.Scalar>] {
    var cells = characters.split(separator: "\t", omittingEmptySubsequences: false).map(\.trimmed)
    if cells.count > 1, cells.last?.isEmpty == true { cells.removeLast() }
    return cells.map { isEmpty($0) ? [] : $0 }
  }

  private static func isEmpty(_ cell: ArraySlice<Unicode.Scalar>) -> Bool {
    cell.isEmpty || cell.count == 1 && "-—/".unicodeScalars.contains(cell[cell.startIndex])
  }

  // MARK: Heads

  /// The columns under a row of heads, and how many rows of heads there are; `nil` where the table has none.
  private static func heads(_ rows: ArraySlice<Row>) -> (columns: [TableColumn], count: Int)? {
    guard rows.count > 1, let first = rows.first, let above = columns(of: first) else { return nil }
    let next = rows[rows.startIndex + 1]
    let isSplit = zip(first.cells, first.cells.dropFirst()).contains { left, right in
      !left.isEmpty && left.elementsEqual(right)
    }
    let isRepeated = zip(first.cells, next.cells).contains { !$0.isEmpty && $0.elementsEqual($1) }
    guard isSplit || isRepeated, next.cells.count == first.cells.count, rows.count > 2 else {
      return (above, 1)
    }
    let joined = zip(first.cells, next.cells).map { upper, lower -> Characters in
      if lower.isEmpty || lower.elementsEqual(upper) { return withoutRepeats(upper) }
      return withoutRepeats(upper) + ["/"] + Array(lower.filter { !$0.isSpace })
    }
    return (joined.map { TableColumn(head: $0[...]) ?? TableColumn(unread: $0[...]) }, 2)
  }

  /// A head that a merged cell holds twice (链长 链长) once.
  private static func withoutRepeats(_ head: ArraySlice<Unicode.Scalar>) -> Characters {
    let parts = head.split(separator: " ")
    guard let first = parts.first, parts.count > 1, parts.allSatisfy({ $0.elementsEqual(first) })
    else { return Array(head.filter { !$0.isSpace }) }
    return Array(first)
  }

  /// The columns where `row` is one of heads: most of its cells are known ones, and two at least.
  private static func columns(of row: Row) -> [TableColumn]? {
    guard row.cells.count > 1, row.heading == nil else { return nil }
    let columns = row.cells.map { cell -> TableColumn? in
      TableColumn(head: withoutRepeats(cell)[...])
    }
    let known = columns.compactMap(\.self)
    let isTold = known.contains { $0.content != .item && $0.content != .ordinal }
    let isKnown = isTold && known.count > 1 && known.count * 2 >= row.cells.count
    // 企业名称 beside heads that nobody knows: what each row is about is sure.
    let isNamed =
      columns.contains { $0.map { $0.content == .enterprise || $0.content == .project } ?? false }
      || row.cells.contains { names.contains($0.filter { !$0.isSpace }.string) }
    let isShort = row.cells.allSatisfy { cell in
      cell.count <= 16
        && (!cell.contains(where: \.isDigit) || cell.contains("年")
          || TableColumn(head: cell) != nil)
    }
    guard isKnown || isNamed && isShort else { return nil }
    return zip(columns, row.cells).map { column, cell in column ?? TableColumn(unread: cell) }
  }

  // MARK: Labels and values

  /// What pages call what they say of a document.
  private static let metadata: [Word] = [
    "索引号", "发文机关", "成文日期", "发文字号", "主题分类", "发布日期", "发布机构", "公文种类",
  ]

  private static func isMetadata(_ rows: [Row]) -> Bool {
    rows.prefix(8).count { isMetadata($0) } > 0
      && rows.prefix(8).flatMap(\.cells).count { isMetadataLabel($0) } > 1
  }

  private static func isMetadataLabel(_ cell: ArraySlice<Unicode.Scalar>) -> Bool {
    let label = cell.filter { $0.isHan }
    return label.count < 8 && metadata.contains { label == $0.characters }
  }

  /// Whether a row says something of the document as such.
  static func isMetadata(_ row: Row) -> Bool { row.cells.contains { isMetadataLabel($0) } }

  private static let names: Set<String> = [
    "产业链名称", "产业链", "集群名称", "名称", "项目名称", "企业名称", "任务名称",
  ]

  /// Whether a cell is a label of more than an item, or says that a name stands beside it.
  private static func isLabel(_ cell: ArraySlice<Unicode.Scalar>) -> Bool {
    let words = cell.filter { $0 != ":" && !$0.isSpace }
    guard let column = TableColumn(head: words[...]) else { return false }
    return column.content != .item && column.content != .ordinal || names.contains(words.string)
  }

  /// Whether a cell is nothing but a head of items: 任务, 重点任务.
  private static func isHead(_ cell: ArraySlice<Unicode.Scalar>) -> Bool {
    [
      "任务", "重点任务", "工作任务", "主要任务", "事项", "工作事项", "内容", "工作内容", "集群", "产业集群", "项目", "企业", "类别",
      "领域",
      "重点产业链", "环节", "产品", "备注", "所属环节", "主要产品",
    ].contains(cell.filter { !$0.isSpace }.string)
  }

  /// Whether each row is a label with its value, or several of both.
  private static func isOfPairs(_ rows: ArraySlice<Row>) -> Bool {
    func isPair(_ row: Row) -> Bool {
      row.cells.count > 1 && isLabel(row.cells[0]) && !isLabel(row.cells[1])
        && !isHead(row.cells[1])
    }
    // Heads stand above; where the first row is a label with its value, so are the others.
    guard let first = rows.first, isPair(first) else { return false }
    return rows.count { isPair($0) } * 4 >= rows.count
  }

  /// The labels and values of a row that has both beside each other.
  static func pairs(
    of row: Row
  ) -> [(column: TableColumn, value: ArraySlice<Unicode.Scalar>)] {
    stride(from: 0, to: row.cells.count - 1, by: 2).compactMap { position in
      let (label, value) = (row.cells[position].filter { $0 != ":" }[...], row.cells[position + 1])
      // A value that spans several columns is no label of itself.
      guard !label.isEmpty, !value.isEmpty, !label.elementsEqual(value) else { return nil }
      return (TableColumn(head: label) ?? TableColumn(unread: label), value)
    }
  }
}
