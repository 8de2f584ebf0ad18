import CSV
import Diagnostics

/// Finds rows of a file again by their number, for the few that somebody speaks of: nothing is kept
/// of a row.
struct BulkRowIndex: Sendable {
  private struct Start: Sendable {
    let stretch: Range<Int>
    let offset: Int
    let row: Int
    let line: Int
  }

  private let file: BulkFile
  private let header: BulkHeader
  private let chunkSize: Int
  private var starts: [Start] = []
  /// Whether each row is one line.
  private var isPlain = true

  /// The rows of sound chunks.
  init<Rows: BulkRows>(
    _ file: BulkFile,
    _ header: BulkHeader,
    chunkSize: Int,
    _ chunks: [BulkChunk<Rows>]
  ) {
    self.file = file
    self.header = header
    self.chunkSize = chunkSize
    var (row, line) = (0, header.lineCount + 1)
    for chunk in chunks {
      guard let offset = chunk.start else { continue }
      starts.append(Start(stretch: chunk.stretch, offset: offset, row: row, line: line))
      isPlain = isPlain && chunk.lineCount == chunk.rowCount
      row += chunk.rowCount
      line += chunk.lineCount
    }
  }

  /// Where the cells of a row lie in the file.
  func cells(of row: Int) -> [Range<Int>] { cells(of: [row])[row] ?? [] }

  /// Where the cells of rows lie in the file, by row.
  ///
  /// - Complexity: O(*b* + *n* log *n*) with *b* bytes in the chunks that they stand in, each of which
  ///   is read once.
  func cells(of rows: some Collection<Int>) -> [Int: [Range<Int>]] {
    var found: [Int: [Range<Int>]] = [:]
    var pending = Set(rows).sorted()[...]
    for (number, start) in starts.enumerated() {
      let next = number + 1 < starts.count ? starts[number + 1].row : Int.max
      let end = pending.firstIndex { $0 >= next } ?? pending.endIndex
      let wanted = pending[..<end]
      pending = pending[end...]
      guard !wanted.isEmpty else { continue }
      let own = WantedRows(wanted.map { $0 - start.row })
      var chunk = BulkChunk(stretch: start.stretch, rows: own)
      var reader = BulkChunkReader(
        file: file,
        bodyStart: header.bodyStart,
        columnCount: header.columns.count,
        chunkSize: chunkSize
      )
      reader.read(&chunk, from: start.offset)
      for (row, cells) in chunk.rows.cells { found[start.row + row] = cells }
    }
    return found
  }

  /// The place of a row's first cell; without reading the file where each row is one line.
  func place(of row: Int) -> Diagnostic.Location {
    guard !isPlain, let cell = cells(of: row).first else {
      let position = SourcePosition(line: header.lineCount + 1 + row, column: 1)
      return Diagnostic.Location(path: file.path, range: SourceRange(start: position))
    }
    var lines = BulkLines(file)
    return lines.find(cell).location
  }
}

/// Keeps the cells of some rows.
private struct WantedRows: BulkRows {
  /// Ascending.
  private var wanted: ArraySlice<Int>
  private var first = 0
  private(set) var cells: [Int: [Range<Int>]] = [:]

  init(_ rows: [Int]) { wanted = rows[...] }

  func reserve(rows count: Int) {}

  mutating func take(
    _ block: borrowing CSVTokenizer,
    _ bytes: UnsafePointer<UInt8>,
    log: inout BulkFaultLog
  ) {
    let width = block.columnCount
    while let row = wanted.first, row < first + block.rowCount {
      wanted.removeFirst()
      guard row >= first else { continue }
      let place = row - first
      cells[row] = block.withCells { cells in
        cells[place * width..<(place + 1) * width].map { cell in
          log.offset + cell.written.lowerBound..<log.offset + cell.written.upperBound
        }
      }
    }
    first += block.rowCount
  }
}

/// Finds the lines of bytes, going through the file once where they ascend.
struct BulkLines {
  private let file: BulkFile
  /// Where a line begins, and which.
  private var offset = 0
  private var line = 1

  private static let pieceSize = 1 << 16
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(_ file: BulkFile) { self.file = file }

  /// The places of stretches as messages name them, by where each begins: all are found in one pass,
  /// in whatever order they are given.
  mutating func texts(of ranges: some Sequence<Range<Int>>) -> [Int: String] {
    var found: [Int: String] = [:]
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound })
    where found[range.lowerBound] == nil {
      found[range.lowerBound] = find(range).location.text
    }
    return found
  }

  /// The place of the bytes, and the line that it begins on.
  mutating func find(_ range: Range<Int>) -> (location: Diagnostic.Location, text: String) {
    if range.lowerBound < offset { (offset, line) = (0, 1) }
    var position = offset
    while position < range.lowerBound {
      let piece = file.bytes(position..<min(position + Self.pieceSize, range.lowerBound))
      guard !piece.isEmpty else { break }
      for (place, byte) in piece.enumerated() where byte == UInt8(ascii: "\n") {
        line += 1
        offset = position + place + 1
      }
      position += piece.count
    }
    var bytes = file.bytes(offset..<max(range.upperBound, range.lowerBound + 1) + Self.pieceSize)
    if let end = bytes[min(range.lowerBound - offset, bytes.count)...]
      .firstIndex(of: UInt8(ascii: "\n"))
    {
      bytes.removeSubrange(end...)
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    }
    let mark = offset == 0 && bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    let start = max(mark, min(range.lowerBound - offset, bytes.count))
    let end = max(start, min(range.upperBound - offset, bytes.count))
    let position0 = SourcePosition(line: line, column: Self.scalars(bytes[mark..<start]) + 1)
    let found = SourceRange(start: position0, length: Self.scalars(bytes[start..<end]))
    return (
      Diagnostic.Location(path: file.path, range: found),
      String(decoding: bytes[mark...], as: UTF8.self)
    )
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.count
  }
}
