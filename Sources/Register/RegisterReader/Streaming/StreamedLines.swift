#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Tells a stream of bytes apart into its lines, however it is cut into pieces.
///
/// ```swift
/// var lines = StreamedLines()
/// lines.take(piece, isEnd: false) { number, line in … }
/// ```
///
/// A line ends at a line feed; a carriage return before it, and a byte order mark at the beginning, stay
/// out. Of a line that is too long a fault is given as soon as that is known, and nothing of it is kept.
package struct StreamedLines: Sendable {
  /// The most bytes of a line by default: 8 MiB.
  package static let mostBytes = 8 << 20

  /// How many lines have ended or begun.
  package private(set) var number = 0
  private let limit: Int
  private var rest: [UInt8] = []
  private var isSkipping = false

  /// - Parameter mostBytes: of a line, without its line feed.
  package init(mostBytes: Int = StreamedLines.mostBytes) { limit = mostBytes }

  /// Takes a piece, and hands the lines that end in it to `body`, with their numbers from 1; `nil` and a
  /// fault for one that is too long. Memory of a line is good until `body` returns.
  ///
  /// - Parameter isEnd: whether the stream ends here; what is left is a line too.
  /// - Complexity: O(*n*) over the bytes; a line that lies within one piece is not copied.
  package mutating func take(
    _ piece: UnsafeBufferPointer<UInt8>,
    isEnd: Bool,
    _ body: (_ number: Int, _ line: UnsafeBufferPointer<UInt8>?, _ fault: StreamFault?) -> Void
  ) {
    var start = 0
    while start < piece.count, let base = piece.baseAddress {
      guard let found = memchr(base + start, 0x0A, piece.count - start) else { break }
      let end = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
      emit(UnsafeBufferPointer(rebasing: piece[start..<end]), body)
      start = end + 1
    }
    let tail = UnsafeBufferPointer(rebasing: piece[start...])
    if isEnd {
      if !tail.isEmpty || !rest.isEmpty { emit(tail, body) }
    } else if !isSkipping {
      if rest.count + tail.count > limit {
        number += 1
        isSkipping = true
        rest = []
        body(number, nil, .lineTooLong(limit))
      } else {
        rest.append(contentsOf: tail)
      }
    }
  }

  /// Hands on a line that ends with `tail`.
  private mutating func emit(
    _ tail: UnsafeBufferPointer<UInt8>,
    _ body: (_ number: Int, _ line: UnsafeBufferPointer<UInt8>?, _ fault: StreamFault?) -> Void
  ) {
    if isSkipping {
      // Its number and its fault are told.
      isSkipping = false
      return
    }
    number += 1
    guard rest.count + tail.count <= limit else {
      rest = []
      return body(number, nil, .lineTooLong(limit))
    }
    guard !rest.isEmpty else { return body(number, plain(tail), nil) }
    var whole = rest
    whole.append(contentsOf: tail)
    rest.removeAll(keepingCapacity: true)
    whole.withUnsafeBufferPointer { body(number, plain($0), nil) }
  }

  private func plain(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var line = line[...]
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    if line.last == 0x0D { line = line.dropLast() }
    return UnsafeBufferPointer(rebasing: line)
  }
}
