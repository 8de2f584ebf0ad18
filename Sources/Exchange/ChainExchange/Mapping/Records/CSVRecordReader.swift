import ChainFiles
import Bilingual
import CSV
import Diagnostics

/// Reads a table with a row of column names as records: a CSV file, or the sheets of a workbook.
struct CSVRecordReader {
  static let mostColumns = 1_024
  /// Stands for the end of a line within a cell of a sheet, whose rows are lines here.
  static let lineBreak: UInt8 = 0x1E

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
  /// The last row of the heading that begins in a row, where cells of a sheet are merged below it.
  var lastHeadingRow: (Int) -> Int = { $0 }
  /// The lines at the top that are names of columns.
  var headingEnd = 0
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
    var bytes = bytes
    var diagnostics: [Diagnostic] = []
    switch TextEncodings.reading(bytes) {
    case .read(let text, let guess):
      bytes = text
      if let guess { diagnostics.append(.guessedEncoding(guess, path: path)) }
    case .unreadable(let fault):
      let source = SourceText(path: path, bytes: bytes)
      return RecordSource(tables: [], source: source, diagnostics: [.unreadable(fault, in: source)])
    }
    // Old Macs, and Excel on new ones, end lines by a carriage return alone.
    if bytes.contains(0x0D), !bytes.contains(0x0A) {
      for position in bytes.indices where bytes[position] == 0x0D { bytes[position] = 0x0A }
    }
    let source = SourceText(path: path, bytes: bytes)
    let reader = CSVRecordReader(bytes, source)
    return reader.finished(diagnostics)
  }

  /// Reads the rows of a sheet, written as a line each whose cells are parted by commas.
  ///
  /// - Parameter lastHeadingRow: the last row of the heading that begins in a row.
  static func read(
    sheet: String,
    _ bytes: [UInt8],
    path: String,
    lastHeadingRow: @escaping (Int) -> Int
  ) -> RecordSource {
    // What a message shows of a line is one line.
    let shown = bytes.map { $0 == lineBreak ? UInt8(ascii: " ") : $0 }
    var source = SourceText(path: path, bytes: shown)
    source.sheet = sheet
    var reader = CSVRecordReader(bytes, source)
    reader.isParted = true
    reader.lastHeadingRow = lastHeadingRow
    return reader.finished([])
  }

  private consuming func finished(_ before: [Diagnostic]) -> RecordSource {
    read()
    tellUnnamed()
    return RecordSource(tables: [table], source: source, diagnostics: before + log.diagnostics)
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
        for (column, cell) in zip(columns, row) where column >= 0 {
          let text = Self.trimmed(unfolded(bytes[cell.range]))
          table.add(text, column: column, at: BytePlace(cell.written))
        }
        let place = BytePlace(first.written)
        if let aside = aside(at: place) {
          table.endAside(aside)
        } else {
          table.endRecord(at: place)
          for number in unnamed { countUnnamed(row[row.startIndex + number], number) }
        }
      }
    }
  }

  private mutating func countUnnamed(_ cell: CSVCell, _ number: Int) {
    guard !Self.trimmed(bytes[cell.range]).isEmpty else { return }
    let known = unnamedValues[number]
    unnamedValues[number] = ((known?.count ?? 0) + 1, known?.place ?? BytePlace(cell.written))
  }

  /// The row that was read last, where it is no record.
  private func aside(at place: BytePlace) -> AsideRow? {
    let cells = table.openCells
    let line = { source.position(ofByte: place.range.lowerBound).line }
    let isInHeading = headingEnd > 0 && line() <= headingEnd
    // A row of one record among many costs three looks at most.
    let isSuspect =
      isInHeading
      || cells.prefix(3).contains { cell in
        let text = table.bytes(cell)
        let name = table.columns[Int(cell.column)]
        return RowForm.isSuspect(text) || text.elementsEqual(name.utf8)
      }
    guard isSuspect else { return nil }
    if isInHeading { return AsideRow(form: .headings, number: line(), place: place) }
    let texts = cells.map { (column: table.columns[Int($0.column)], text: table.text($0)) }
    return RowForm(texts, width: table.columns.count).map {
      AsideRow(form: $0, number: line(), place: place)
    }
  }

  /// The text with the line ends that a sheet's cell has.
  private func unfolded(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard source.sheet != nil, text.contains(Self.lineBreak) else { return text }
    return ArraySlice(text.map { $0 == Self.lineBreak ? 0x0A : $0 })
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
