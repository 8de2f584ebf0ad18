extension Workbook {
  /// The file: the same bytes for the same value, on every run.
  ///
  /// Every sheet has its title and heading frozen and repeated on each page, a filter over its
  /// columns, and prints on A4 landscape, one page wide.
  ///
  /// - Throws: What does not fit into Excel, and what the machine refuses. Nothing is left behind.
  /// - Complexity: O(*c*) over the cells, in time and memory.
  package func bytes() throws(SpreadsheetError) -> [UInt8] {
    for sheet in sheets { try sheet.checkSize() }
    let folder = try TemporaryFolder()
    var file = try WorkbookFile(folder, created: created)
    var names = SheetNames()
    for sheet in sheets { try file.add(sheet, named: names.next(sheet.name)) }
    try file.close()
    return try folder.contents()
  }
}

extension Workbook.Sheet {
  private static let mostRows = 1_048_576
  private static let mostColumns = 16_384

  func checkSize() throws(SpreadsheetError) {
    guard columns.count <= Self.mostColumns else {
      throw .tooManyColumns(sheet: name, count: columns.count)
    }
    // A title, a heading, and an empty row over the notes.
    let count = rows.count + 2 + (notes.isEmpty ? 0 : notes.count + 1)
    guard count <= Self.mostRows else { throw .tooManyRows(sheet: name, count: count) }
  }
}
