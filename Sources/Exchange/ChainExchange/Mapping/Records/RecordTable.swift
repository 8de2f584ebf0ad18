import Diagnostics

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
  /// Where the cells of each record end.
  private var ends: [UInt32] = []
  /// Where the file writes each record.
  private(set) var places: [BytePlace] = []

  init(_ form: Form, path: String) {
    self.form = form
    self.path = path
  }

  /// The number of records.
  var count: Int { ends.count }

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
    ends.append(UInt32(cells.count))
    places.append(place)
  }

  /// The texts of a record, in the order of the file.
  func cells(of record: Int) -> ArraySlice<Cell> {
    cells[(record == 0 ? 0 : Int(ends[record - 1]))..<Int(ends[record])]
  }

  func text(_ cell: Cell) -> String {
    String(decoding: texts[Int(cell.start)..<Int(cell.end)], as: UTF8.self)
  }
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

  /// The place as messages give it, cut to its first line.
  ///
  /// - Complexity: O(*n*) over the line.
  func location(in source: SourceText) -> Diagnostic.Location {
    Diagnostic.Location(path: source.path, range: source.range(ofBytes: range))
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
