/// A text file as its author sees it: a path and numbered lines.
///
/// Lines end where YAML's do: at LF, CR, CR LF, NEL, and the separators of lines and paragraphs.
public struct SourceText: Sendable, Hashable {
  /// The path by which messages name the file.
  public let path: String
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  /// Parallel to `lineStarts`: where the text of the line ends.
  private let lineEnds: [Int]
  /// Of a text too long to be kept, the lines that somebody speaks of.
  private let excerpts: [Int: String]
  /// Of a workbook, the lines of its cells.
  private let cellTexts: [String]
  /// Parallel to `cellTexts`: the cell of each line.
  private let cells: [SheetCell]
  /// The name of the sheet whose rows the lines stand for, with commas between the cells; `nil` for a
  /// text that people see as lines.
  package var sheet: String?

  /// Some lines of a text, by their numbers from 1.
  package init(path: String, excerpts: [Int: String]) {
    self.path = path
    self.excerpts = excerpts
    (bytes, lineStarts, lineEnds) = ([], [0], [0])
    (cellTexts, cells) = ([], [])
  }

  /// The cells of a workbook, the lines of one counting on from those of the one before: for each
  /// line its text and the cell that it lies in.
  package init(path: String, cellLines: [(text: String, cell: SheetCell)]) {
    self.path = path
    (bytes, lineStarts, lineEnds, excerpts) = ([], [0], [0], [:])
    cellTexts = cellLines.map(\.text)
    cells = cellLines.map(\.cell)
  }

  /// The cell that line `number` lies in; `nil` where the text is none of cells.
  package func cell(ofLine number: Int) -> SheetCell? {
    cells.indices.contains(number - 1) ? cells[number - 1] : nil
  }

  /// - Complexity: O(*n*) over the bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    (cellTexts, cells) = ([], [])
    self.bytes = bytes
    var starts = [0]
    var ends: [Int] = []
    for offset in bytes.indices {
      // No second byte of a character looks like the start of an end.
      guard let width = Self.widthOfLineEnd(bytes, at: offset) else { continue }
      // The LF of a CR LF ends nothing more.
      if offset < starts[starts.count - 1] { continue }
      ends.append(offset)
      starts.append(offset + width)
    }
    lineStarts = starts
    lineEnds = ends + [bytes.count]
    excerpts = [:]
  }

  private static func widthOfLineEnd(_ bytes: [UInt8], at offset: Int) -> Int? {
    func holds(_ byte: UInt8, after distance: Int) -> Bool {
      offset + distance < bytes.count && bytes[offset + distance] == byte
    }
    switch bytes[offset] {
    case 0x0A: return 1
    case 0x0D: return holds(0x0A, after: 1) ? 2 : 1
    case 0xC2: return holds(0x85, after: 1) ? 2 : nil
    case 0xE2:
      let isSeparator = holds(0x80, after: 1) && (holds(0xA8, after: 2) || holds(0xA9, after: 2))
      return isSeparator ? 3 : nil
    default: return nil
    }
  }

  /// The number of lines; an empty file has one.
  public var lineCount: Int { cells.isEmpty ? lineStarts.count : cells.count }

  /// The text of line `number`, counted from 1, without its line end; `nil` past the end.
  ///
  /// Bytes that are not UTF-8 show as U+FFFD.
  public func line(_ number: Int) -> String? {
    if !excerpts.isEmpty { return excerpts[number] }
    if !cells.isEmpty { return cells.indices.contains(number - 1) ? cellTexts[number - 1] : nil }
    guard number >= 1, number <= lineStarts.count else { return nil }
    let text = bytes[lineStarts[number - 1]..<lineEnds[number - 1]]
    return String(decoding: text, as: UTF8.self)
  }

  /// The position of the byte at `offset`.
  public func position(ofByte offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = String(decoding: bytes[lineStarts[low]..<offset], as: UTF8.self)
    return SourcePosition(line: low + 1, column: before.unicodeScalars.count + 1)
  }

  /// The offset of the first byte that is not valid UTF-8; `nil` when all are.
  public static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var valid = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      valid += UTF8.width(scalar)
    }
    return min(valid, max(0, bytes.count - 1))
  }
}

/// A place in a text: line and column from 1, the column counted in Unicode scalars.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int

  /// The position at a line and a column, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Reading order.
  public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A stretch of one file; `length` counts Unicode scalars on the first line.
public struct SourceRange: Hashable, Sendable {
  /// Where the stretch begins.
  public let start: SourcePosition
  /// Its length in Unicode scalars, at least 1.
  public let length: Int

  /// The stretch of `length` scalars from `start`.
  public init(start: SourcePosition, length: Int = 1) {
    self.start = start
    self.length = max(1, length)
  }
}
