/// The bytes of one cell, in UTF-8, without blanks at their ends.
///
/// They lie in memory that outlives the reading of one row.
struct CellBytes {
  private(set) var bytes: UnsafeBufferPointer<UInt8>

  /// - Complexity: O(*b*) over the blanks at the ends.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    trim()
  }

  @inline(__always) var isEmpty: Bool { bytes.isEmpty }
  @inline(__always) var count: Int { bytes.count }

  /// The text; bytes that are not UTF-8 would show as U+FFFD.
  @inline(__always) var text: String { String(decoding: bytes, as: UTF8.self) }

  func elementsEqual(_ text: String) -> Bool { bytes.elementsEqual(text.utf8) }

  func hasPrefix(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount
      && bytes.prefix(text.utf8CodeUnitCount).elementsEqual(
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      )
  }

  func hasSuffix(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount
      && bytes.suffix(text.utf8CodeUnitCount).elementsEqual(
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      )
  }

  /// The part from `start` to before `end`, without blanks at its ends.
  func part(_ start: Int, _ end: Int) -> Self {
    Self(UnsafeBufferPointer(rebasing: bytes[start..<end]))
  }

  @inline(__always)
  private mutating func trim() {
    guard let first = bytes.first, let last = bytes.last else { return }
    // Only a blank, or a byte that may end or begin a wide one, makes a closer look worth its time.
    guard
      first <= 0x20 || first == 0xC2 || first == 0xE3 || first == 0xEF || last <= 0x20
        || last == 0xA0 || last == 0x80 || last == 0xBF
    else { return }
    trimClosely()
  }

  private mutating func trimClosely() {
    var (start, end) = (0, bytes.count)
    while start < end {
      let width = Self.blank(bytes, from: start, to: end)
      if width == 0 { break }
      start += width
    }
    while start < end {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if end - 2 >= start, Self.blank(bytes, from: end - 2, to: end) == 2 {
        end -= 2
      } else if end - 3 >= start, Self.blank(bytes, from: end - 3, to: end) == 3 {
        end -= 3
      } else {
        break
      }
    }
    bytes = UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// How many bytes the blank has that begins at `start`: those of ASCII, U+00A0, U+3000, U+FEFF; 0 where
  /// none does.
  private static func blank(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    to end: Int
  ) -> Int {
    let left = end - start
    switch bytes[start] {
    case 0...0x20: return 1
    case 0xC2 where left >= 2 && bytes[start + 1] == 0xA0: return 2
    case 0xE3 where left >= 3 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0x80: return 3
    case 0xEF where left >= 3 && bytes[start + 1] == 0xBB && bytes[start + 2] == 0xBF: return 3
    default: return 0
    }
  }
}

extension CellBytes {
  /// Whether the text is one that people and programs write where there is nothing: 无, —, NULL.
  @inline(__always)
  var saysNothing: Bool {
    guard count <= 9, let first = bytes.first else { return false }
    switch first {
    // A, N, n, and the first bytes of signs and of the words.
    case 0x2D, 0x2F, 0x5C, 0x2A, 0x3F, 0x23, 0x28, 0x3C, 0x4E, 0x6E, 0xE2, 0xE6, 0xE7, 0xEF:
      return isWordForNothing
    default: return false
    }
  }

  private var isWordForNothing: Bool {
    Self.wordsForNothing.contains { elementsEqual($0) }
  }

  private static let wordsForNothing = [
    "无", "暂无", "没有", "空", "-", "--", "---", "—", "——", "－", "/", "\\", "／", "*", "?", "？", "NA",
    "N/A", "n/a",
    "#N/A", "NULL", "null", "(null)", "<null>", "NaN", "nan", "None", "none", "nil", "\\N",
  ]
}
