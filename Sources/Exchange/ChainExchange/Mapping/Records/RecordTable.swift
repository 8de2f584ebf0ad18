import Diagnostics
import Spreadsheet

/// What one file says in records: rows, nodes or edges, each with texts under columns.
///
/// A record may have no text under a column, or several. All texts lie one behind the other, and a
/// place is a stretch of the file's bytes: no record is an object.
struct RecordTable: Sendable {
  /// What the records are.
  enum Form: String, Sendable, CaseIterable {
    case rows
    case nodes
    case edges
  }

  /// A text of a record.
  struct Cell: BitwiseCopyable, Sendable {
    let column: UInt32
    fileprivate let start: UInt32
    fileprivate let end: UInt32
    /// Where the file writes it.
    let place: BytePlace
  }

  let form: Form
  /// The file, as the user names it.
  let path: String
  private(set) var columns: [String] = []
  /// Where each column is declared, or first used.
  private(set) var columnPlaces: [BytePlace] = []
  private var columnNumbers: [String: Int] = [:]
  private var texts: [UInt8] = []
  private var cells: [Cell] = []
  /// Where the cells of each record begin and end.
  private var spans: [Range<UInt32>] = []
  /// Where the cells begin that belong to no record yet.
  private var open: UInt32 = 0
  /// Where the file writes each record.
  private(set) var places: [BytePlace] = []
  /// The rows that are taken for no records, in the order of the file.
  private(set) var asides: [AsideRow] = []
  private var asideSpans: [Range<UInt32>] = []

  init(_ form: Form, path: String) {
    self.form = form
    self.path = path
  }

  /// The number of records.
  var count: Int { spans.count }

  /// The file without its folders.
  var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The number of the column called `name`; `nil` when no record can have it.
  func column(_ name: String) -> Int? { columnNumbers[name] }

  /// The number of the column called `name`, which is new when it was unknown.
  mutating func makeColumn(_ name: String, at place: BytePlace) -> Int {
    if let number = columnNumbers[name] { return number }
    columnNumbers[name] = columns.count
    columns.append(name)
    columnPlaces.append(place)
    return columns.count - 1
  }

  /// Adds a text to the record that is being read; an empty one says nothing.
  mutating func add(_ text: some Collection<UInt8>, column: Int, at place: BytePlace) {
    guard !text.isEmpty else { return }
    let start = UInt32(truncatingIfNeeded: texts.count)
    texts.append(contentsOf: text)
    let end = UInt32(truncatingIfNeeded: texts.count)
    cells.append(Cell(column: UInt32(column), start: start, end: end, place: place))
  }

  /// Ends the record.
  mutating func endRecord(at place: BytePlace) {
    spans.append(open..<UInt32(cells.count))
    open = UInt32(cells.count)
    places.append(place)
  }

  /// Ends the row as one that is no record.
  mutating func endAside(_ row: AsideRow) {
    asideSpans.append(open..<UInt32(cells.count))
    open = UInt32(cells.count)
    asides.append(row)
  }

  /// The texts of the record that is being read.
  var openCells: ArraySlice<Cell> { cells[Int(open)...] }

  /// The table in which rows of some forms are records after all, at their places.
  ///
  /// - Complexity: O(*n*) over the records.
  func keeping(_ forms: Set<RowForm>) -> RecordTable {
    guard asides.contains(where: { forms.contains($0.form) }) else { return self }
    var table = self
    var records = Array(zip(spans, places))
    (table.asides, table.asideSpans) = ([], [])
    for (aside, span) in zip(asides, asideSpans) {
      if forms.contains(aside.form) {
        records.append((span, aside.place))
      } else {
        table.asides.append(aside)
        table.asideSpans.append(span)
      }
    }
    records.sort { $0.0.lowerBound < $1.0.lowerBound }
    (table.spans, table.places) = (records.map(\.0), records.map(\.1))
    return table
  }

  /// The texts of a record, in the order of the file.
  func cells(of record: Int) -> ArraySlice<Cell> {
    cells[Int(spans[record].lowerBound)..<Int(spans[record].upperBound)]
  }

  func text(_ cell: Cell) -> String { String(decoding: bytes(cell), as: UTF8.self) }

  func bytes(_ cell: Cell) -> ArraySlice<UInt8> { texts[Int(cell.start)..<Int(cell.end)] }
}

/// A stretch of a file's bytes.
struct BytePlace: BitwiseCopyable, Hashable, Sendable {
  private let start: UInt32
  private let length: UInt32

  init(_ range: Range<Int>) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    length = UInt32(truncatingIfNeeded: range.count)
  }

  var range: Range<Int> { Int(start)..<Int(start) + Int(length) }

  /// The place as messages give it, cut to its first line; in a sheet that of its cell.
  ///
  /// - Complexity: O(*n*) over the line.
  func location(in source: SourceText) -> Diagnostic.Location {
    let range = source.range(ofBytes: range)
    let cell = source.sheet.map { SheetCell(sheet: $0, reference: reference(range, in: source)) }
    return Diagnostic.Location(path: source.path, range: range, cell: cell)
  }

  /// The cell, by the commas before it in the line that stands for its row.
  private func reference(_ range: SourceRange, in source: SourceText) -> String {
    var (column, isQuoted) = (1, false)
    let line = source.line(range.start.line) ?? ""
    for scalar in line.unicodeScalars.prefix(range.start.column - 1) {
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == ",", !isQuoted { column += 1 }
    }
    return CellAddress(row: range.start.line, column: column).description
  }
}

extension SourceText {
  /// The stretch of the bytes of `range` that lie on its first line.
  func range(ofBytes range: Range<Int>) -> SourceRange {
    let start = position(ofByte: range.lowerBound)
    guard range.count > 1 else { return SourceRange(start: start) }
    let end = position(ofByte: range.upperBound)
    if end.line == start.line {
      return SourceRange(start: start, length: end.column - start.column)
    }
    let length = (line(start.line)?.unicodeScalars.count ?? 0) + 1 - start.column
    return SourceRange(start: start, length: length)
  }
}
