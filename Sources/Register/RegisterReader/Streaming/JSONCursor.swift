/// A pull parser of JSON (RFC 8259) over the bytes of one line: it makes no tree, and no text that is not
/// asked for.
struct JSONCursor {
  /// How deep values may be nested.
  static let deepest = 64

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next byte that is no blank; `nil` at the end.
  @inline(__always)
  mutating func peek() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return byte }
      position += 1
    }
    return nil
  }

  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  func fault(_ zh: String, _ en: String) -> StreamFault { .syntax(zh, en, at: position) }

  // MARK: Strings

  /// The raw bytes of a string between its quotes, and whether there are escapes among them.
  @inline(__always)
  mutating func rawString() throws(StreamFault) -> (range: Range<Int>, hasEscapes: Bool) {
    guard take(0x22) else { throw fault("应为字符串", "a string is needed") }
    let start = position
    var hasEscapes = false
    while true {
      skipPlain()
      guard position < bytes.count else {
        throw .syntax("字符串没有结束", "no quote ends this string", at: start - 1)
      }
      switch bytes[position] {
      case 0x22:
        position += 1
        return (start..<position - 1, hasEscapes)
      case 0x5C:
        hasEscapes = true
        position += 2
      default:
        throw fault("字符串中有未转义的控制字符", "a control character in a string must be escaped")
      }
    }
  }

  /// Moves to the next quote, backslash or control character, eight bytes at a time.
  @inline(__always)
  private mutating func skipPlain() {
    let memory = UnsafeRawBufferPointer(bytes)
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    while position + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: memory.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      )
      let quote = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      // Each finds the lowest such byte exactly; a borrow can only reach those above it.
      let found =
        ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash) | ((word &- ones &* 0x20) & ~word)
      let marks = found & high
      if marks != 0 {
        position += marks.trailingZeroBitCount >> 3
        return
      }
      position += 8
    }
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return }
      position += 1
    }
  }

  /// The text of a string.
  mutating func string() throws(StreamFault) -> String {
    let (range, hasEscapes) = try rawString()
    if !hasEscapes {
      let part = UnsafeBufferPointer(rebasing: bytes[range])
      guard let text = String(validating: part, as: UTF8.self) else {
        throw .invalidUTF8(at: range.lowerBound)
      }
      return text
    }
    guard let text = String(validating: try unescaped(range), as: UTF8.self) else {
      throw .invalidUTF8(at: range.lowerBound)
    }
    return text
  }

  /// The bytes that a raw string means.
  func unescaped(_ range: Range<Int>) throws(StreamFault) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      position += 1
      guard byte == 0x5C else {
        text.append(byte)
        continue
      }
      let mark = bytes[position]
      position += 1
      switch mark {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(mark)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        guard let scalar = scalar(&position, end: range.upperBound) else {
          throw .syntax(
            "\\u 之后应为四位十六进制数，代理项须成对",
            "\\u needs four hexadecimal digits, and surrogates come in pairs",
            at: position
          )
        }
        text += UTF8.encode(scalar).map { Array($0) } ?? []
      default: throw .syntax("未知的转义", "unknown escape", at: position - 1)
      }
    }
    return text
  }

  /// The scalar of the four digits at `position`, or of a pair of these.
  private func scalar(_ position: inout Int, end: Int) -> Unicode.Scalar? {
    guard let high = hexadecimal(&position, end) else { return nil }
    guard (0xD800...0xDBFF).contains(high) else { return Unicode.Scalar(high) }
    guard position + 1 < end, bytes[position] == 0x5C, bytes[position + 1] == UInt8(ascii: "u")
    else { return nil }
    position += 2
    guard let low = hexadecimal(&position, end), (0xDC00...0xDFFF).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private func hexadecimal(_ position: inout Int, _ end: Int) -> UInt32? {
    guard position + 4 <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      default: return nil
      }
    }
    position += 4
    return value
  }

  // MARK: Numbers and words

  /// A number as the grammar has it.
  mutating func number() throws(StreamFault) -> Double {
    let start = position
    var digits = 0
    var mantissa: UInt64 = 0
    var fraction = 0
    let isNegative = bytes[position] == 0x2D
    if isNegative { position += 1 }
    let first = position
    while position < bytes.count, let digit = digit(at: position) {
      if digits < 18 { mantissa = mantissa * 10 + digit }
      digits += 1
      position += 1
    }
    let hasLeadingZero = position - first > 1 && bytes[first] == 0x30
    guard position > first, !hasLeadingZero else {
      throw .syntax("不是数", "this is no number", at: start)
    }
    if position < bytes.count, bytes[position] == 0x2E {
      position += 1
      let point = position
      while position < bytes.count, let digit = digit(at: position) {
        if digits < 18 { mantissa = mantissa * 10 + digit }
        digits += 1
        position += 1
      }
      fraction = position - point
      guard fraction > 0 else { throw .syntax("小数点后没有数字", "no digit follows the point", at: start) }
    }
    var hasExponent = false
    if position < bytes.count, bytes[position] | 0x20 == 0x65 {
      hasExponent = true
      position += 1
      if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D {
        position += 1
      }
      let exponent = position
      while position < bytes.count, digit(at: position) != nil { position += 1 }
      guard position > exponent else {
        throw .syntax("指数没有数字", "the exponent has no digit", at: start)
      }
    }
    // Both are exact below 2^53 and 10^22, so that the quotient is rounded once: Clinger's fast path.
    if !hasExponent, digits <= 15, fraction < Self.powers.count {
      let value = Double(mantissa) / Self.powers[fraction]
      return isNegative ? -value : value
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      throw .syntax("数太大", "the number is too large", at: start)
    }
    return value
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  @inline(__always)
  private func digit(at position: Int) -> UInt64? {
    let digit = bytes[position] &- 0x30
    return digit < 10 ? UInt64(digit) : nil
  }

  mutating func takeWord(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count <= bytes.count,
      bytes[position..<position + count].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: count)
      )
    else { return false }
    position += count
    return true
  }

  /// Whether nothing stands here: `null`, which is taken.
  @inline(__always)
  mutating func takeNull() -> Bool {
    guard peek() == UInt8(ascii: "n") else { return false }
    return takeWord("null")
  }

  // MARK: Whole values

  /// Passes over a value of any kind, checked for its syntax.
  mutating func skip(depth: Int = 0) throws(StreamFault) {
    guard depth < Self.deepest else { throw .tooDeep(Self.deepest, at: position) }
    switch peek() {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"):
      try members { (cursor, _, _) throws(StreamFault) in try cursor.skip(depth: depth + 1) }
    case UInt8(ascii: "["):
      try items { (cursor) throws(StreamFault) in try cursor.skip(depth: depth + 1) }
    case .some(0x2D), .some(0x30...0x39): _ = try number()
    default:
      guard takeWord("null") || takeWord("true") || takeWord("false") else {
        throw fault("应为一个值", "a value is needed")
      }
    }
  }

  /// Reads an object: `body` gets the cursor in front of each value, and the raw bytes of its name.
  @inline(__always)
  mutating func members(
    _ body: (inout Self, Range<Int>, _ hasEscapes: Bool) throws(StreamFault) -> Void
  ) throws(StreamFault) {
    guard take(UInt8(ascii: "{")) else { throw fault("应为对象", "an object is needed") }
    if take(UInt8(ascii: "}")) { return }
    while true {
      let (name, hasEscapes) = try rawString()
      guard take(UInt8(ascii: ":")) else { throw fault("应为冒号", "a colon is needed") }
      try body(&self, name, hasEscapes)
      if take(UInt8(ascii: "}")) { return }
      guard take(UInt8(ascii: ",")) else { throw fault("应为逗号或 }", "a comma or } is needed") }
    }
  }

  /// Reads an array: `body` gets the cursor in front of each value.
  @inline(__always)
  mutating func items(
    _ body: (inout Self) throws(StreamFault) -> Void
  ) throws(StreamFault) {
    guard take(UInt8(ascii: "[")) else { throw fault("应为列表", "a list is needed") }
    if take(UInt8(ascii: "]")) { return }
    while true {
      try body(&self)
      if take(UInt8(ascii: "]")) { return }
      guard take(UInt8(ascii: ",")) else { throw fault("应为逗号或 ]", "a comma or ] is needed") }
    }
  }
}
