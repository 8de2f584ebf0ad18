import ChainFiles
import Bilingual
import CSV
import Diagnostics

/// Reads a CSV file with a row of column names as records.
struct CSVRecordReader {
  private static let mostColumns = 1_024

  private let source: SourceText
  private var bytes: [UInt8]
  private let count: Int
  private let firstByte: Int
  private var table: RecordTable
  private var log: FaultLog

  /// - Parameter bytes: in UTF-8, with a byte order mark or without one, else in GB 18030.
  static func read(_ bytes: [UInt8], path: String) -> RecordSource {
    var bytes = bytes
    // Bytes of zero are in no table; text in UTF-16 has them.
    if SourceText.firstInvalidByte(in: bytes) != nil, !bytes.contains(0),
      let text = NationalStandard.utf8(bytes)
    {
      bytes = text
    }
    let source = SourceText(path: path, bytes: bytes)
    var reader = CSVRecordReader(bytes, source)
    reader.read()
    return RecordSource(
      tables: [reader.table],
      source: source,
      diagnostics: reader.log.diagnostics
    )
  }

  private init(_ bytes: [UInt8], _ source: SourceText) {
    self.source = source
    count = bytes.count
    firstByte = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.bytes = bytes + Array(repeating: 0xFF, count: CSVTokenizer.padding)
    table = RecordTable(.rows, path: source.path)
    log = FaultLog(path: source.path)
  }

  private func location(_ range: Range<Int>) -> Diagnostic.Location {
    BytePlace(range).location(in: source)
  }

  private mutating func read() {
    if let offset = SourceText.firstInvalidByte(in: Array(bytes[..<count])) {
      return log.report(.invalidUTF8(at: location(offset..<offset + 1)))
    }
    guard let (columns, body) = header() else { return }
    var tokenizer = CSVTokenizer(columnCount: columns.count)
    var position = body
    while log.hasRoom {
      let stop = bytes.withUnsafeMutableBufferPointer { [count] buffer -> CSVTokenizer.Stop in
        guard let base = buffer.baseAddress else { return .end }
        return tokenizer.read(base, count: count, from: position, limit: .max, isEnd: true)
      }
      position = tokenizer.position
      take(tokenizer, columns)
      for row in tokenizer.raggedRows where !row.range.isEmpty {
        log.report(
          .raggedRow(cells: row.cellCount, of: columns.count, at: location(row.range))
        )
      }
      switch stop {
      case .full: continue
      case .broken(let fault):
        let range = fault.position..<fault.position + 1
        log.report(.csvSyntax(fault.problem, at: location(range)))
        return
      case .limit, .starved, .end: return
      }
    }
    log.cut()
  }

  /// The numbers of the columns, and where the rows begin.
  private mutating func header() -> (columns: [Int], body: Int)? {
    // A tokenizer wants to know how many cells a row has; the header says so itself.
    guard let width = headerWidth() else { return nil }
    var tokenizer = CSVTokenizer(columnCount: width)
    _ = bytes.withUnsafeMutableBufferPointer { [count, firstByte] buffer -> CSVTokenizer.Stop in
      guard let base = buffer.baseAddress else { return .end }
      return tokenizer.read(
        base,
        count: count,
        from: firstByte,
        limit: firstByte + 1,
        isEnd: true
      )
    }
    guard tokenizer.rowCount == 1 else {
      log.report(.missingHeaderRow(at: location(firstByte..<firstByte + 1)))
      return nil
    }
    let cells = tokenizer.withCells { Array($0[..<width]) }
    var columns: [Int] = []
    for cell in cells {
      let name = String(decoding: bytes[cell.range], as: UTF8.self).trimmingSpace()
      if name.isEmpty {
        // A spreadsheet's unnamed column: nothing in it can be spoken of.
        columns.append(-1)
      } else if table.column(name) != nil {
        log.report(.duplicateHeader(name, at: location(cell.written)))
        columns.append(-1)
      } else {
        columns.append(table.makeColumn(name, at: BytePlace(cell.written)))
      }
    }
    if columns.allSatisfy({ $0 < 0 }) {
      log.report(.missingHeaderRow(at: location(firstByte..<firstByte + 1)))
    }
    if table.columns.count == 1, let other = CSVSeparator.other(in: table.columns[0]) {
      log.report(.otherSeparator(other, at: location(cells[0].written)))
    }
    return log.diagnostics.isEmpty ? (columns, tokenizer.position) : nil
  }

  /// How many cells the first row has.
  private mutating func headerWidth() -> Int? {
    var isQuoted = false
    var width = 1
    for position in firstByte..<count {
      switch bytes[position] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: width += 1
      case UInt8(ascii: "\n") where !isQuoted:
        return checked(width)
      default: break
      }
    }
    guard count > firstByte else {
      log.report(.missingHeaderRow(at: Diagnostic.Location(path: source.path, range: nil)))
      return nil
    }
    return checked(width)
  }

  private mutating func checked(_ width: Int) -> Int? {
    guard width <= Self.mostColumns else {
      log.report(
        .tooManyColumns(limit: Self.mostColumns, at: location(firstByte..<firstByte + 1))
      )
      return nil
    }
    return width
  }

  private mutating func take(_ tokenizer: CSVTokenizer, _ columns: [Int]) {
    let width = columns.count
    tokenizer.withCells { cells in
      for row in 0..<tokenizer.rowCount {
        let row = cells[row * width..<(row + 1) * width]
        guard let first = row.first(where: { $0.count > 0 }) else { continue }
        for (column, cell) in zip(columns, row) where column >= 0 {
          let text = Self.trimmed(bytes[cell.range])
          table.add(text, column: column, at: BytePlace(cell.written))
        }
        table.endRecord(at: BytePlace(first.written))
      }
    }
  }

  /// The text without blanks at its ends, which spreadsheets gather.
  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = text.first, let last = text.last else { return text }
    // Only a byte of a blank, or of one beyond ASCII, makes a closer look worth its time.
    guard first <= 0x20 || last <= 0x20 || first >= 0x80 || last >= 0x80 else { return text }
    let whole = String(decoding: text, as: UTF8.self)
    let less = whole.trimmingSpace()
    guard less.utf8.count < whole.utf8.count else { return text }
    return ArraySlice(Array(less.utf8))
  }
}
