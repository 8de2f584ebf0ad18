import Bilingual
import CSV
import Diagnostics
import Spreadsheet

/// Reads the first sheet of a workbook that has a row of known headings.
struct SheetTable {
  private let sheet: WorkbookContents.Sheet
  private let path: String
  private let title: String
  private let names: RegisterColumnNames
  private var notes: NoteLog
  private var diagnostics: [Diagnostic] = []

  /// How much of a workbook is read: registers are larger than lists made by hand.
  private static var limits: WorkbookLimits {
    var limits = WorkbookLimits()
    limits.cells = 4_000_000
    limits.partBytes = 256 << 20
    limits.totalBytes = 512 << 20
    return limits
  }

  /// How many rows of a heading may be merged into one.
  private static let mostHeadingRows = 3

  static func read(
    _ bytes: [UInt8],
    path: String,
    title: String,
    _ names: RegisterColumnNames
  ) -> RegisterReading {
    let contents: WorkbookContents
    do throws(WorkbookFault) {
      contents = try WorkbookContents(bytes: bytes, limits: limits)
    } catch {
      return RegisterReading(nil, notes: [], errors: [.workbook(error, path: path)], path: path)
    }
    let filled = contents.sheets.filter { !$0.rows.isEmpty }
    let shown = filled.filter { !$0.isHidden }
    let found = shown.map { sheet in
      let rows = sheet.rows.prefix(HeadingRow.mostRows)
      return HeadingRow(rows.map { texts(of: $0, sheet) }, names)
    }
    let position =
      found.firstIndex { $0.map { $0.hasName && $0.known > 0 } ?? false }
      ?? found.firstIndex { ($0?.known ?? 0) > 0 } ?? found.firstIndex { $0 != nil }
    let whole = Diagnostic.Location(path: path, range: nil)
    guard let position, let heading = found[position] else {
      return RegisterReading(nil, notes: [], errors: [.emptyRegister(at: whole)], path: path)
    }
    var notes = NoteLog()
    for sheet in filled where sheet.name != shown[position].name {
      notes.add(.otherSheet, sheet.name, count: sheet.rows.count, at: whole)
    }
    var table = Self(
      sheet: shown[position],
      path: path,
      title: title,
      names: names,
      notes: notes
    )
    let register = table.read(heading)
    return RegisterReading(
      register,
      notes: table.notes.notes,
      errors: table.diagnostics,
      path: path
    )
  }

  // MARK: Headings

  private mutating func read(_ heading: HeadingRow) -> Register? {
    guard sheet.lastColumn <= HeadRows.mostColumns else {
      let far = sheet.rows.compactMap(\.cells.last?.address).max { $0.column < $1.column }
      let at = far.map(place) ?? Diagnostic.Location(path: path, range: nil)
      diagnostics.append(.tooManyRegisterColumns(HeadRows.mostColumns, at: at))
      return nil
    }
    let top = sheet.rows[heading.position].number
    let titles = sheet.rows[..<heading.position]
    if let first = titles.first?.cells.first {
      let at = place(first.address)
      notes.add(.titleRows, count: titles.count, at: at)
    }
    let bottom = lastRow(ofHeadingAt: top)
    let headings = headings(from: top, to: bottom)
    var told = notes
    let plan = ColumnPlan(headings, names, notes: &told) { column in
      place(CellAddress(row: top, column: column + 1))
    }
    notes = told
    diagnostics += plan.diagnostics
    guard let nameColumn = plan.nameColumn else {
      if diagnostics.isEmpty {
        let at = place(CellAddress(row: top, column: 1))
        diagnostics.append(.missingNameColumn(headings, at: at))
      }
      return nil
    }
    var rows = RowAssembler(plan, nameColumn: nameColumn, notes: notes)
    for row in sheet.rows where row.number > bottom { take(row, into: &rows) }
    rows.finish()
    notes = rows.notes
    diagnostics += rows.brokenCodes
    let whole = Diagnostic.Location(path: path, range: nil)
    if rows.brokenCodeCount > rows.brokenCodes.count {
      diagnostics.append(.moreBrokenCodes(rows.brokenCodeCount - rows.brokenCodes.count, at: whole))
    }
    if rows.rows.isEmpty, diagnostics.isEmpty { diagnostics.append(.noFirms(at: whole)) }
    return Register(title: title, headings: headings, rows: rows.rows)
  }

  /// The texts of a row, as far as its last cell.
  private static func texts(
    of row: WorkbookContents.Row,
    _ sheet: WorkbookContents.Sheet
  ) -> [String] {
    let width = min(row.cells.last?.address.column ?? 0, HeadRows.mostColumns)
    var texts = Array(repeating: "", count: width)
    for cell in row.cells where cell.address.column <= width {
      texts[cell.address.column - 1] = Self.oneLine(cell.value.plainText)
    }
    return texts
  }

  private static func oneLine(_ text: String) -> String {
    text.filter { !$0.isNewline }.trimmingSpace()
  }

  /// The last row of cells that are merged downwards from the heading.
  private func lastRow(ofHeadingAt top: Int) -> Int {
    var last = top
    for column in 1...max(1, sheet.lastColumn) {
      let merged = sheet.mergedCells(at: CellAddress(row: top, column: column))
      if let merged, merged.lowerBound.row == top { last = max(last, merged.upperBound.row) }
    }
    return min(last, top + Self.mostHeadingRows - 1)
  }

  /// The headings; of one that stands over others, its words before theirs: 产品 over 名称 is 产品名称.
  private func headings(from top: Int, to bottom: Int) -> [String] {
    (1...max(1, sheet.lastColumn)).map { column in
      var parts: [String] = []
      var seen: Set<CellAddress> = []
      for row in top...bottom {
        let address = CellAddress(row: row, column: column)
        let origin = sheet.mergedCells(at: address)?.lowerBound ?? address
        guard origin.row >= top, seen.insert(origin).inserted else { continue }
        let text = Self.oneLine(sheet.cell(at: address).plainText)
        if !text.isEmpty { parts.append(text) }
      }
      let whole = parts.joined()
      guard parts.count > 1, let last = parts.last else { return whole }
      let isKnown = KnownHeadings.column(of: HeadingText(whole).key) != nil
      let isLastKnown = KnownHeadings.column(of: HeadingText(last).key) != nil
      return !isKnown && isLastKnown ? last : whole
    }
  }

  // MARK: Rows

  /// Writes the texts of a row one behind the other, as a reader of rows wants them.
  private mutating func take(_ row: WorkbookContents.Row, into rows: inout RowAssembler) {
    let width = rows.plan.headings.count
    var text: [UInt8] = []
    var cells = Array(repeating: CSVCell(start: 0, count: 0, isQuoted: false), count: width)
    func write(_ value: String, _ column: Int) {
      let start = text.count
      text += Array(value.utf8)
      cells[column - 1] = CSVCell(start: start, count: text.count - start, isQuoted: false)
    }
    for cell in row.cells where cell.address.column <= width {
      switch cell.value {
      case .error(let word):
        rows.notes.add(.errorCells, word, row: row.number, at: place(cell.address))
      case .uncomputed:
        rows.notes.add(.uncomputedCells, row: row.number, at: place(cell.address))
      default:
        let value = cell.value.plainText
        if cell.address.column - 1 == rows.plan.codeColumn {
          check(cell, value, row: row.number, &rows)
        }
        write(value, cell.address.column)
      }
    }
    // A value that is merged downwards holds for every row.
    for column in 1...max(1, width) where cells[column - 1].count == 0 {
      let address = CellAddress(row: row.number, column: column)
      guard let merged = sheet.mergedCells(at: address), merged.lowerBound.row < row.number,
        merged.lowerBound.column == column
      else { continue }
      let value = sheet.cell(at: address)
      guard value.isSaid, !value.plainText.isEmpty else { continue }
      rows.notes.add(.mergedCells, row: row.number, at: place(address))
      write(value.plainText, column)
    }
    let count = rows.rows.count
    text.append(0)
    text.withUnsafeBufferPointer { text in
      guard let memory = text.baseAddress else { return }
      cells.withUnsafeBufferPointer { cells in
        rows.add(RowCells(number: row.number, bytes: memory, cells: cells)) { [self] column in
          place(CellAddress(row: row.number, column: column + 1))
        }
      }
    }
    if row.isHidden, rows.rows.count > count, let first = row.cells.first {
      rows.notes.add(.hiddenRows, row: row.number, at: place(first.address))
    }
  }

  /// Looks at a cell of the credit codes: of a number Excel keeps fifteen digits.
  private func check(
    _ cell: WorkbookContents.Cell,
    _ text: String,
    row: Int,
    _ rows: inout RowAssembler
  ) {
    guard case .number(let number, _) = cell.value else { return }
    if number.magnitude >= 1e15, text.hasSuffix("000") {
      rows.report(.codeAsNumber(text, at: place(cell.address)))
    } else {
      rows.notes.add(.numericCodes, row: row, at: place(cell.address))
    }
  }

  private func place(_ address: CellAddress) -> Diagnostic.Location {
    let cell = SheetCell(sheet: sheet.name, reference: "\(address)")
    return Diagnostic.Location(path: path, range: nil, cell: cell)
  }
}

extension CellValue {
  /// Whether it says something that is no word of the program for a failure.
  fileprivate var isSaid: Bool {
    switch self {
    case .error, .uncomputed, .empty: false
    default: true
    }
  }
}
