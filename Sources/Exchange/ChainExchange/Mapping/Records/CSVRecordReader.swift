import ChainFiles
import Bilingual
import CSV
import Diagnostics

/// Reads a table with a row of column names as records: a CSV file, or the sheets of a workbook.
struct CSVRecordReader {
  static let mostColumns = 1_024

  let source: SourceText
  var bytes: [UInt8]
  let count: Int
  let firstByte: Int
  var table: RecordTable
  var log: FaultLog
  /// What stands between cells.
  var separator = UInt8(ascii: ",")
  /// Whether that is known before the text is looked at.
  var isParted = false
  /// The numbers of the columns without a name.
  var unnamed: [Int] = []
  /// How many values stand under each of them, and where the first does.
  private var unnamedValues: [Int: (count: Int, place: BytePlace)] = [:]

  static func readAll(_ bytes: [UInt8], path: String) -> [RecordSource] {
    WorkbookTables.isOne(bytes) ? WorkbookTables.read(bytes, path: path) : [read(bytes, path: path)]
  }

  /// - Parameter bytes: in UTF-8, with a byte order mark or without one, else in UTF-16 or GB 18030;
  ///   cells are parted by commas, else by semicolons, tabs or bars.
  static func read(_ bytes: [UInt8], path: String) -> RecordSource {
    read(bytes, path: path, isParted: false)
  }

  /// - Parameter isParted: whether it is known that commas part the cells, so that no other sign is
  ///   looked for.
  static func read(_ bytes: [UInt8], path: String, isParted: Bool) -> RecordSource {
    var bytes = bytes
    if let text = TextEncodings.utf8(bytes) { bytes = text }
    // Old Macs, and Excel on new ones, end lines by a carriage return alone.
    if bytes.contains(0x0D), !bytes.contains(0x0A) {
      for position in bytes.indices where bytes[position] == 0x0D { bytes[position] = 0x0A }
    }
    let source = SourceText(path: path, bytes: bytes)
    var reader = CSVRecordReader(bytes, source)
    reader.isParted = isParted
    reader.read()
    reader.tellUnnamed()
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

  func location(_ range: Range<Int>) -> Diagnostic.Location {
    BytePlace(range).location(in: source)
  }

  private mutating func read() {
    if let offset = SourceText.firstInvalidByte(in: Array(bytes[..<count])) {
      return log.report(.invalidUTF8(at: location(offset..<offset + 1)))
    }
    guard let (columns, body) = header() else { return }
    var tokenizer = CSVTokenizer(columnCount: columns.count, separator: separator)
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

  /// Warns of the values that stand under no name.
  private mutating func tellUnnamed() {
    let columns = unnamedValues.keys.sorted()
    guard
      let first = columns.compactMap({ unnamedValues[$0]?.place })
        .min(by: { $0.range.lowerBound < $1.range.lowerBound })
    else { return }
    let values = unnamedValues.values.reduce(0) { $0 + $1.count }
    log.report(
      .unnamedColumns(columns.map { $0 + 1 }, values: values, at: first.location(in: source))
    )
  }

  private mutating func take(_ tokenizer: CSVTokenizer, _ columns: [Int]) {
    let width = columns.count
    tokenizer.withCells { cells in
      for row in 0..<tokenizer.rowCount {
        let row = cells[row * width..<(row + 1) * width]
        guard let first = row.first(where: { $0.count > 0 }) else { continue }
        for number in unnamed {
          let cell = row[row.startIndex + number]
          guard !Self.trimmed(bytes[cell.range]).isEmpty else { continue }
          let known = unnamedValues[number]
          unnamedValues[number] = ((known?.count ?? 0) + 1, known?.place ?? BytePlace(cell.written))
        }
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
