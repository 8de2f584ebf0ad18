/// The marks that divide a business scope, ASCII and full-width alike.
enum Separator: Sendable {
  /// 、 and ，: between the items of a clause.
  case item
  /// ； and 。 and line breaks: between clauses.
  case clause
  /// ：after a heading, or after a verb that governs what follows.
  case colon
  case opening
  case closing

  /// The mark at `position` of `text`, with its length in bytes.
  @inline(__always)
  static func at(
    _ position: Int,
    in text: UnsafeBufferPointer<UInt8>
  ) -> (mark: Separator, length: Int)? {
    let byte = text[position]
    switch byte {
    case 0xE3, 0xEF: return wide(at: position, in: text).map { ($0, 3) }
    case UInt8(ascii: ";"), 0x0A, 0x0D: return (.clause, 1)
    case UInt8(ascii: ":"): return (.colon, 1)
    case UInt8(ascii: "("), UInt8(ascii: "["): return (.opening, 1)
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return (.closing, 1)
    case UInt8(ascii: ","):
      // 1,3-丁二烯 is one name.
      let isInside = isDigit(position - 1, in: text) && isDigit(position + 1, in: text)
      return isInside ? nil : (.item, 1)
    default: return nil
    }
  }

  private static func wide(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Separator? {
    guard position + 2 < text.count else { return nil }
    switch (text[position], text[position + 1], text[position + 2]) {
    case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C): return .item
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x9B): return .clause
    case (0xEF, 0xBC, 0x9A): return .colon
    case (0xEF, 0xBC, 0x88), (0xE3, 0x80, 0x90), (0xE3, 0x80, 0x94): return .opening
    case (0xEF, 0xBC, 0x89), (0xE3, 0x80, 0x91), (0xE3, 0x80, 0x95): return .closing
    default: return nil
    }
  }

  private static func isDigit(_ position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.indices.contains(position) else { return false }
    return (0x30...0x39).contains(text[position])
  }
}
