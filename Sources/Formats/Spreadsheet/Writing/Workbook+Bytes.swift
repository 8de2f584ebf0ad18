extension Workbook {
  /// The file: the same bytes for the same value, on every run.
  ///
  /// Every sheet has its title and heading frozen and repeated on each page, a filter over its
  /// columns, and prints on A4 landscape, one page wide. Choices that a cell's own rule cannot hold
  /// stand in a hidden sheet behind all others.
  ///
  /// - Throws: What does not fit into Excel, and what the machine refuses. Nothing is left behind.
  /// - Complexity: O(*c*) over the cells, in time and memory.
  package func bytes() throws(SpreadsheetError) -> [UInt8] {
    for sheet in sheets { try sheet.checkSize() }
    var names = SheetNames()
    let tabs = sheets.map { names.next($0.name) }
    let lists = ChoiceLists(of: sheets, named: names.next("choices"))
    try lists.checkSize()
    let folder = try TemporaryFolder()
    var file = try WorkbookFile(folder, created: created)
    for (sheet, name) in zip(sheets, tabs) { try file.add(sheet, named: name, lists) }
    // Last, so that the sheets of people keep their places.
    if !lists.isEmpty { try file.add(lists) }
    try file.close()
    return try folder.contents()
  }
}

extension Workbook.Sheet {
  func checkSize() throws(SpreadsheetError) {
    // A title, a heading, and an empty row over the notes.
    let count = rows.count + 2 + lead.count + (notes.isEmpty ? 0 : notes.count + 1)
    try Self.checkSize(rows: count, columns: columns.count, of: name)
  }

  static func checkSize(
    rows: Int,
    columns: Int,
    of name: String
  ) throws(SpreadsheetError) {
    guard columns <= CellAddress.lastColumn else {
      throw .tooManyColumns(sheet: name, count: columns)
    }
    guard rows <= CellAddress.lastRow else { throw .tooManyRows(sheet: name, count: rows) }
  }
}
