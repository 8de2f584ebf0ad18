import CSV
import Diagnostics

/// Reads a text of rows and cells, in UTF-8: a table with commas, tabs, semicolons or bars.
///
/// Rows are taken through a window that is copied, so that the text stays as it is: places, and the lines
/// that carets stand under, are found in it afterwards, and memory beside the firms is that of the text.
struct TextTable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lines: TextLines
  private let title: String
  private let names: RegisterColumnNames
  private var notes: NoteLog
  private var diagnostics: [Diagnostic] = []

  /// The bytes of the window, and the most that one row may have.
  private static let window = 1 << 20
  private static let mostRowBytes = 16 << 20
  /// Rows are left out where they have too many cells; where those are more than one in so many, the
  /// table as a whole is misread.
  private static let fewestGoodRows = 4

  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>,
    path: String,
    title: String,
    _ names: RegisterColumnNames,
    _ notes: NoteLog
  ) -> RegisterReading {
    var table = Self(
      bytes: bytes,
      lines: TextLines(path: path, bytes: bytes),
      title: title,
      names: names,
      notes: notes
    )
    let register = table.read()
    return RegisterReading(
      register,
      notes: table.notes.notes,
      errors: table.diagnostics,
      path: path,
      excerpt: table.lines.line
    )
  }

  private mutating func read() -> Register? {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let declared = RowShape.declaration(bytes, from: start)
    start = declared?.next ?? start
    let whole = Diagnostic.Location(path: lines.path, range: nil)
    let shape = RowShape(bytes, from: start, declared: declared?.separator, names)
    guard let shape, shape.heading.known > 0 || !shape.isTooWide else {
      let isTooWide = shape?.isTooWide ?? false
      diagnostics.append(
        isTooWide
          ? .tooManyRegisterColumns(HeadRows.mostColumns, at: whole) : .emptyRegister(at: whole)
      )
      return nil
    }
    let row = shape.headings
    let headings = row.texts.map { $0.replacing("\n", with: "") }
    let place = { [lines] (column: Int) in lines.location(row.cells[column].written) }
    let titles = shape.head.rows[..<shape.heading.position].filter { row in
      row.texts.contains { !$0.isEmpty }
    }
    if let first = titles.first {
      notes.add(.titleRows, count: titles.count, at: lines.location(first.cells[0].written))
    }
    let plan = ColumnPlan(headings, names, notes: &notes, place: place)
    diagnostics += plan.diagnostics
    guard let nameColumn = plan.nameColumn else {
      if diagnostics.isEmpty {
        diagnostics.append(.missingNameColumn(headings, at: lines.location(row.cells[0].written)))
      }
      return nil
    }
    var rows = RowAssembler(plan, nameColumn: nameColumn, notes: notes)
    readRows(from: row.next, shape.separator, into: &rows)
    rows.finish()
    notes = rows.notes
    diagnostics += rows.brokenCodes
    if rows.brokenCodeCount > rows.brokenCodes.count {
      diagnostics.append(.moreBrokenCodes(rows.brokenCodeCount - rows.brokenCodes.count, at: whole))
    }
    if rows.rows.isEmpty, diagnostics.isEmpty { diagnostics.append(.noFirms(at: whole)) }
    return Register(title: title, headings: headings, rows: rows.rows)
  }

  // MARK: Rows

  private mutating func readRows(
    from start: Int,
    _ separator: UInt8,
    into rows: inout RowAssembler
  ) {
    let width = rows.plan.headings.count
    var tokenizer = CSVTokenizer(columnCount: width, separator: separator)
    var body = Body(lines: lines, cursor: start, width: width, separator: separator)
    var size = Self.window
    var base = start
    while base < bytes.count {
      let count = min(size, bytes.count - base)
      var window = Array(bytes[base..<base + count])
      window.append(contentsOf: repeatElement(0xFF, count: CSVTokenizer.padding))
      let isEnd = base + count == bytes.count
      var position = 0
      let stop = window.withUnsafeMutableBufferPointer { buffer -> CSVTokenizer.Stop in
        guard let memory = buffer.baseAddress else { return .end }
        while true {
          let stop = tokenizer.read(memory, count: count, from: position, limit: .max, isEnd: isEnd)
          position = tokenizer.position
          body.take(tokenizer, memory, base: base, of: bytes, into: &rows)
          if stop != .full { return stop }
        }
      }
      switch stop {
      case .broken(let fault):
        let place = base + fault.position
        diagnostics.append(.brokenTable(fault.problem, at: lines.location(place..<place + 1)))
        return
      case .starved where position == 0:
        guard size < Self.mostRowBytes else {
          diagnostics.append(.hugeRow(Self.mostRowBytes, at: lines.location(base..<base + 1)))
          return
        }
        size *= 2
      case .starved, .full, .limit:
        base += position
        size = Self.window
      case .end: base = bytes.count
      }
    }
    if body.overlong * Self.fewestGoodRows > rows.rows.count, let first = body.firstOverlong {
      diagnostics.append(
        .overlongRows(body.overlong, cells: first.cells, of: width, at: lines.location(first.range))
      )
    }
  }
}

/// The rows below the headings, in the order of the text.
private struct Body {
  let lines: TextLines
  /// Where lines have been counted up to, and the line that it lies in.
  var cursor: Int
  var line: Int
  let width: Int
  let separator: UInt8
  var overlong = 0
  var firstOverlong: (range: Range<Int>, cells: Int)?

  init(lines: TextLines, cursor: Int, width: Int, separator: UInt8) {
    (self.lines, self.cursor, self.width, self.separator) = (lines, cursor, width, separator)
    line = lines.number(of: cursor)
  }

  private mutating func number(of start: Int) -> Int {
    line += lines.lineEnds(in: cursor..<start)
    cursor = start
    return line
  }

  private func place(_ range: Range<Int>) -> Diagnostic.Location {
    lines.location(range, from: (cursor, line))
  }

  /// Takes the rows of a block and those of another width, as they lie.
  mutating func take(
    _ tokenizer: CSVTokenizer,
    _ memory: UnsafePointer<UInt8>,
    base: Int,
    of bytes: UnsafeBufferPointer<UInt8>,
    into rows: inout RowAssembler
  ) {
    var ragged = tokenizer.raggedRows[...]
    tokenizer.withCells { cells in
      for row in 0..<tokenizer.rowCount {
        let cells = UnsafeBufferPointer(rebasing: cells[row * width..<(row + 1) * width])
        let start = cells[0].written.lowerBound
        while let first = ragged.first, first.range.lowerBound < start {
          ragged.removeFirst()
          take(first, base: base, of: bytes, into: &rows)
        }
        let row = RowCells(number: number(of: base + start), bytes: memory, cells: cells)
        rows.add(row) { [lines, cursor, line] column in
          let range = cells[column].written
          let place = base + range.lowerBound..<base + range.upperBound
          return lines.location(place, from: (cursor, line))
        }
      }
    }
    for row in ragged { take(row, base: base, of: bytes, into: &rows) }
  }

  private mutating func take(
    _ row: RaggedRow,
    base: Int,
    of bytes: UnsafeBufferPointer<UInt8>,
    into rows: inout RowAssembler
  ) {
    let range = base + row.range.lowerBound..<base + row.range.upperBound
    let number = number(of: range.lowerBound)
    guard bytes[range].contains(where: { $0 > 0x20 && $0 != separator }) else { return }
    let read = HeadRows.row(bytes, at: range.lowerBound, end: range.upperBound, separator)
    guard let read, read.texts[min(width, read.texts.count)...].allSatisfy(\.isEmpty) else {
      overlong += 1
      if firstOverlong == nil { firstOverlong = (range, row.cellCount) }
      rows.notes.add(.overlongRows, row: number, at: place(range))
      return
    }
    // Of cells that the row does not have there is nothing; doubled quotes are undone in the texts.
    var text: [UInt8] = []
    var cells: [CSVCell] = []
    for cell in read.texts.prefix(width) {
      cells.append(CSVCell(start: text.count, count: cell.utf8.count, isQuoted: false))
      text += Array(cell.utf8)
    }
    let missing = width - cells.count
    cells += repeatElement(CSVCell(start: text.count, count: 0, isQuoted: false), count: missing)
    let isShort = missing > 0 && cells.prefix(width - missing).contains { $0.count > 0 }
    let count = rows.rows.count
    text.append(0)
    text.withUnsafeBufferPointer { text in
      guard let memory = text.baseAddress else { return }
      cells.withUnsafeBufferPointer { cells in
        rows.add(RowCells(number: number, bytes: memory, cells: cells)) { [self] column in
          place(column < read.cells.count ? read.cells[column].written : range)
        }
      }
    }
    // A sum or a note with few cells is told as what it is.
    if isShort, rows.rows.count > count {
      rows.notes.add(.shortRows, row: number, at: place(range))
    }
  }
}
