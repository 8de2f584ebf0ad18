/// What may stand in a name.
package enum Printable {
  /// Whether a text in UTF-8 holds no control characters, no noncharacters, and nothing that turns the
  /// direction of a line.
  package static func isPrintable(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // In valid UTF-8 the bytes behind a lead are there.
    for position in text.indices {
      let byte = text[position]
      if byte < 0x20 || byte == 0x7F { return false }
      switch byte {
      case 0xC2 where text[position + 1] < 0xA0: return false
      case 0xE2 where text[position + 1] == 0x80 && (0xAA...0xAE).contains(text[position + 2]):
        return false
      case 0xE2 where text[position + 1] == 0x81 && (0xA6...0xA9).contains(text[position + 2]):
        return false
      case 0xEF where text[position + 1] == 0xBF && text[position + 2] >= 0xBE: return false
      default: continue
      }
    }
    return true
  }

  /// Whether a text may be a name.
  package static func isPrintable(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isPrintable($0) }
  }
}
