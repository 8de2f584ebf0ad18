#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Diagnostics

/// The lines of a text that is too long for a table of them: each is found when somebody asks.
struct TextLines {
  let path: String
  private let bytes: UnsafeBufferPointer<UInt8>

  init(path: String, bytes: UnsafeBufferPointer<UInt8>) {
    (self.path, self.bytes) = (path, bytes)
  }

  /// How many line ends lie in `range`.
  ///
  /// - Complexity: O(*n*) over the range.
  @inline(__always)
  func lineEnds(in range: Range<Int>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var count = 0
    var from = range.lowerBound
    while from < range.upperBound,
      let found = memchr(base + from, 0x0A, range.upperBound - from)
    {
      count += 1
      from = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found)) + 1
    }
    return count
  }

  /// The number, from 1, of the line that the byte lies in.
  ///
  /// - Complexity: O(*n*) over the text before it.
  func number(of byte: Int) -> Int { lineEnds(in: 0..<byte) + 1 }

  /// The place of some bytes, to the end of their first line.
  ///
  /// - Parameter known: a byte before them whose line is known.
  /// - Complexity: O(*n*) over the text before them, from the known byte on.
  func location(
    _ range: Range<Int>,
    from known: (byte: Int, line: Int) = (0, 1)
  ) -> Diagnostic.Location {
    let start = min(range.lowerBound, bytes.count)
    var lineStart = start
    while lineStart > 0, bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
    let end = min(max(range.upperBound, start), bytes.count)
    let shown = bytes[start..<end].prefix { $0 != 0x0A && $0 != 0x0D }
    let position = SourcePosition(
      line: known.line + lineEnds(in: min(known.byte, start)..<start),
      column: Self.scalars(bytes[min(Self.textStart(lineStart, bytes), start)..<start]) + 1
    )
    let range = SourceRange(start: position, length: Self.scalars(shown))
    return Diagnostic.Location(path: path, range: range)
  }

  /// Behind the byte order mark, which nobody sees.
  private static func textStart(_ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, bytes.count) : start
  }

  private static func scalars(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }

  /// The text of a line, cut where no reader would follow it.
  func line(_ number: Int) -> String? {
    guard let base = bytes.baseAddress else { return nil }
    var start = 0
    for _ in 1..<max(1, number) {
      guard start < bytes.count, let found = memchr(base + start, 0x0A, bytes.count - start) else {
        return nil
      }
      start = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found)) + 1
    }
    start = Self.textStart(start, bytes)
    let line = bytes[start..<min(bytes.count, start + 4_096)].prefix { $0 != 0x0A && $0 != 0x0D }
    return String(decoding: line, as: UTF8.self)
  }
}
