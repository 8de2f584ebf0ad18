package import Bilingual
package import CSV
package import ChainModel
package import Diagnostics

/// A CSV table whose columns have known names, read strictly: any order of columns, and every fault at its
/// line and column. A row of empty cells is none.
///
/// ```swift
/// let table = CSVTable(bytes, path: path, columns: [.init("item", "事项", isRequired: true)])
/// let source = table.read(log: &log) { row, log in items.append(row[0]) }
/// ```
package struct CSVTable {
  /// What a column may be called.
  package struct Column: Sendable {
    package let name: String
    package let label: String
    /// Whether the table must have it.
    package let isRequired: Bool

    package init(_ name: String, _ label: String, isRequired: Bool = false) {
      (self.name, self.label, self.isRequired) = (name, label, isRequired)
    }
  }

  private static let mostColumns = 256

  private let path: String
  private let columns: [Column]
  private let count: Int
  private let lines: LineFinder
  private var bytes: [UInt8]

  /// - Parameter bytes: of the file, in UTF-8, with a byte order mark or without one.
  package init(_ bytes: [UInt8], path: String, columns: [Column]) {
    (self.path, self.columns, count) = (path, columns, bytes.count)
    lines = LineFinder(path: path, bytes: bytes)
    // Quotes are undone where they lie, which the lines of messages must not see.
    var own: [UInt8] = []
    own.reserveCapacity(bytes.count + CSVTokenizer.padding)
    own += bytes
    own += repeatElement(0xFF, count: CSVTokenizer.padding)
    self.bytes = own
  }

  /// Gives each row to `take`, in the order of the table; the text, where something was said of it.
  ///
  /// - Complexity: O(*n*) over the bytes.
  package consuming func read(
    log: inout FaultLog,
    _ take: (CSVTableRow, inout FaultLog) -> Void
  ) -> SourceText? {
    var table = self
    table.readRows(log: &log, take)
    return table.lines.source
  }

  private mutating func readRows(
    log: inout FaultLog,
    _ take: (CSVTableRow, inout FaultLog) -> Void
  ) {
    if let place = invalidByte() {
      log.report(.invalidUTF8(at: lines.location(place..<place + 1)))
      return
    }
    guard let header = header(log: &log) else { return }
    let layout = CSVTableLayout(positions: header.positions, columns: columns, lines: lines)
    var tokenizer = CSVTokenizer(columnCount: header.width)
    var position = header.end
    while log.hasRoom {
      let stop = bytes.withUnsafeMutableBufferPointer { [count] buffer -> CSVTokenizer.Stop in
        guard let base = buffer.baseAddress else { return .end }
        return tokenizer.read(base, count: count, from: position, limit: .max, isEnd: true)
      }
      position = tokenizer.position
      for row in tokenizer.raggedRows where !row.range.isEmpty {
        let place = lines.location(row.range)
        log.report(.raggedRow(cells: row.cellCount, of: header.width, at: place))
      }
      bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        tokenizer.withCells { cells in
          for row in 0..<tokenizer.rowCount where log.hasRoom {
            let own = cells[row * header.width..<(row + 1) * header.width]
            // Spreadsheets leave such rows behind what was deleted.
            if own.allSatisfy({ $0.count == 0 }) { continue }
            take(
              CSVTableRow(
                bytes: base,
                cells: UnsafeBufferPointer(rebasing: own),
                layout: layout
              ),
              &log
            )
          }
        }
      }
      switch stop {
      case .full: continue
      case .broken(let fault):
        let place = lines.location(fault.position..<fault.position + 1)
        return log.report(.csvSyntax(fault.problem, at: place))
      case .limit, .starved, .end: return
      }
    }
    log.cut()
  }

  private func invalidByte() -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      switch UTF8Check.check(UnsafeBufferPointer(rebasing: bytes[..<count])) {
      case .valid: nil
      case .cut(let place), .invalid(let place): place
      }
    }
  }

  /// How many cells a row has, the cell of each column, and where the rows begin; `nil`, and reports, where a
  /// wanted column is missing or nobody knows one.
  private mutating func header(
    log: inout FaultLog
  ) -> (width: Int, positions: [Int?], end: Int)? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard start < count else {
      log.report(.missingHeader(columns[0].name, at: lines.location(0..<1)))
      return nil
    }
    var tokenizer = CSVTokenizer(columnCount: Self.mostColumns, rows: 1)
    let stop = bytes.withUnsafeMutableBufferPointer { [count] buffer -> CSVTokenizer.Stop in
      guard let base = buffer.baseAddress else { return .end }
      return tokenizer.read(base, count: count, from: start, limit: start + 1, isEnd: true)
    }
    if case .broken(let fault) = stop {
      let place = lines.location(fault.position..<fault.position + 1)
      log.report(.csvSyntax(fault.problem, at: place))
      return nil
    }
    guard let row = tokenizer.raggedRows.first, row.cellCount < Self.mostColumns else {
      let place = lines.location(start..<start + 1)
      log.report(.tooManyColumns(limit: Self.mostColumns - 1, at: place))
      return nil
    }
    let before = log.diagnostics.count
    var positions: [Int?] = Array(repeating: nil, count: columns.count)
    for (position, cell) in tokenizer.cells[..<row.cellCount].enumerated() {
      let text = String(decoding: bytes[cell.range], as: UTF8.self).trimmingSpace()
      // Asked for alone: lines are counted where something is said of them.
      func place() -> Diagnostic.Location { lines.location(cell.written) }
      if row.cellCount == 1, let separator = CSVSeparator.other(in: text) {
        log.report(.otherSeparator(separator, at: place()))
        return nil
      }
      guard let column = columns.firstIndex(where: { $0.name == text || $0.label == text }) else {
        log.report(.unknownHeader(text, headers: columns.map(\.name), at: place()))
        continue
      }
      if positions[column] != nil { log.report(.duplicateHeader(text, at: place())) }
      positions[column] = position
    }
    for (column, position) in zip(columns, positions) where column.isRequired && position == nil {
      log.report(.missingHeader(column.name, at: lines.location(row.range)))
    }
    guard log.diagnostics.count == before else { return nil }
    return (row.cellCount, positions, tokenizer.position)
  }
}

/// A row of a ``CSVTable``, for as long as it is being read.
package struct CSVTableRow {
  @usableFromInline let bytes: UnsafePointer<UInt8>
  @usableFromInline let cells: UnsafeBufferPointer<CSVCell>
  @usableFromInline let layout: CSVTableLayout

  fileprivate init(
    bytes: UnsafePointer<UInt8>,
    cells: UnsafeBufferPointer<CSVCell>,
    layout: CSVTableLayout
  ) {
    (self.bytes, self.cells, self.layout) = (bytes, cells, layout)
  }

  /// The bytes of a column's cell; none where the table has no such column.
  ///
  /// Inlined, as every cell of a large table is asked for once.
  @inlinable
  package func bytes(of column: Int) -> UnsafeBufferPointer<UInt8> {
    guard let position = layout.positions[column] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let cell = cells[position]
    return UnsafeBufferPointer(start: bytes + Int(cell.start), count: cell.count)
  }

  /// The text of a column's cell, less space at its ends; empty where there is none.
  package subscript(column: Int) -> String {
    String(decoding: bytes(of: column), as: UTF8.self).trimmingSpace()
  }

  /// The same; a report where it is empty.
  package func required(_ column: Int, log: inout FaultLog) -> String? {
    let text = self[column]
    guard text.isEmpty else { return text }
    log.report(.missingField(layout.columns[column].name, at: location(column)))
    return nil
  }

  /// What a column's cell means; nothing where it is empty, and a report where it means nothing.
  package func value<Value>(
    _ column: Int,
    log: inout FaultLog,
    orElse fault: (String, Diagnostic.Location) -> Diagnostic,
    _ parse: (String) -> Value?
  ) -> Value? {
    let text = self[column]
    guard !text.isEmpty else { return nil }
    if let value = parse(text) { return value }
    log.report(fault(text, location(column)))
    return nil
  }

  /// The word of a list that a column's cell is; nothing where it is empty, and a report where it is none.
  ///
  /// - Parameter meaning: what the words of the list are.
  package func word<Word>(
    _ column: Int,
    meaning: BilingualText,
    log: inout FaultLog
  ) -> Word? where Word: RawRepresentable<String> & CaseIterable {
    value(
      column,
      log: &log,
      orElse: {
        .unknownWord($0, meaning: meaning, words: Word.allCases.map(\.rawValue), at: $1)
      },
      Word.init(rawValue:)
    )
  }

  /// The day that a column's cell is; nothing where it is empty, and a report where it is none.
  package func date(_ column: Int, log: inout FaultLog) -> CalendarDate? {
    value(column, log: &log, orElse: { .badDate($0, at: $1) }, CalendarDate.init(parsing:))
  }

  /// The number, zero or more, that a column's cell is; nothing where it is empty, and a report where it is
  /// none.
  package func count(_ column: Int, log: inout FaultLog) -> Int? {
    value(column, log: &log, orElse: { .badInteger($0, at: $1) }) { text in
      Int(text).flatMap { $0 >= 0 ? $0 : nil }
    }
  }

  /// Where a column's cell stands; the row where the table has no such column.
  package func location(_ column: Int) -> Diagnostic.Location {
    guard let position = layout.positions[column] else { return location }
    return layout.lines.location(cells[position].written)
  }

  /// The byte of the table with which the row begins.
  package var start: Int { cells.first?.written.lowerBound ?? 0 }

  /// Where the row stands.
  package var location: Diagnostic.Location {
    layout.lines.location(start..<(cells.last?.written.upperBound ?? start + 1))
  }

  /// Where a row of the same table begins, by its ``start``.
  package func location(ofRowAt start: Int) -> Diagnostic.Location {
    layout.lines.location(start..<start + 1)
  }
}

/// What all rows of a table share: one reference a row, where three cost a tenth of reading.
@usableFromInline final class CSVTableLayout {
  /// By column, which cell of a row is its own.
  @usableFromInline let positions: [Int?]
  fileprivate let columns: [CSVTable.Column]
  fileprivate let lines: LineFinder

  fileprivate init(positions: [Int?], columns: [CSVTable.Column], lines: LineFinder) {
    (self.positions, self.columns, self.lines) = (positions, columns, lines)
  }
}

/// Finds lines and columns of bytes; the lines are counted only when somebody asks.
private final class LineFinder {
  private let path: String
  private let bytes: [UInt8]
  private(set) lazy var found = SourceText(path: path, bytes: bytes)
  private var isAsked = false

  init(path: String, bytes: [UInt8]) {
    (self.path, self.bytes) = (path, bytes)
  }

  /// The text, where a place of it was asked for.
  var source: SourceText? { isAsked ? found : nil }

  func location(_ range: Range<Int>) -> Diagnostic.Location {
    isAsked = true
    let start = found.position(ofByte: min(range.lowerBound, bytes.count))
    let end = min(range.upperBound, bytes.count)
    // A cell of several lines is marked on its first.
    let text = String(decoding: bytes[min(range.lowerBound, end)..<end], as: UTF8.self)
    let length = text.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }.count
    return Diagnostic.Location(path: path, range: SourceRange(start: start, length: length))
  }
}
