/// A text file as its author sees it: a path and numbered lines.
public struct SourceText: Sendable, Hashable {
  /// The path by which messages name the file.
  public let path: String
  private let bytes: [UInt8]
  private let lineStarts: [Int]

  /// - Complexity: O(*n*) over the bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// The number of lines; an empty file has one.
  public var lineCount: Int { lineStarts.count }

  /// The text of line `number`, counted from 1, without its line end; `nil` past the end.
  ///
  /// Bytes that are not UTF-8 show as U+FFFD.
  public func line(_ number: Int) -> String? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
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
