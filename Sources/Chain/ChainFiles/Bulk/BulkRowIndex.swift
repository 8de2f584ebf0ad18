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
  func cells(of row: Int) -> [Range<Int>] {
    guard let start = starts.last(where: { $0.row <= row }) else { return [] }
    var chunk = BulkChunk(stretch: start.stretch, rows: WantedRow(row - start.row))
    var reader = BulkChunkReader(
      file: file,
      bodyStart: header.bodyStart,
      columnCount: header.columns.count,
      chunkSize: chunkSize
    )
    reader.read(&chunk, from: start.offset)
    return chunk.rows.cells
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

/// Keeps the cells of one row.
private struct WantedRow: BulkRows {
  private var rest: Int
  private(set) var cells: [Range<Int>] = []

  init(_ row: Int) { rest = row }

  func reserve(rows count: Int) {}

  mutating func take(
    _ block: borrowing CSVTokenizer,
    _ bytes: UnsafePointer<UInt8>,
    log: inout BulkFaultLog
  ) {
    defer { rest -= block.rowCount }
    guard rest >= 0, rest < block.rowCount else { return }
    let width = block.columnCount
    cells = block.withCells { cells in
      cells[rest * width..<(rest + 1) * width].map { cell in
        log.offset + cell.written.lowerBound..<log.offset + cell.written.upperBound
      }
    }
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
