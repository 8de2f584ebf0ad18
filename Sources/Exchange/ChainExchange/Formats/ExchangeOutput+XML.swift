extension ExchangeOutput {
  /// Writes text as content or as the value of an attribute in quotes.
  ///
  /// Characters that XML has no way to write, controls and noncharacters, become U+FFFD.
  mutating func write(xml text: String) {
    if XMLText.canHold(text) { return writeEscaped(text) }
    var held = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { held.append(XMLText.canHold(scalar) ? scalar : "\u{FFFD}") }
    writeEscaped(String(held))
  }

  private mutating func writeEscaped(_ text: String) {
    write(text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      // Also where ]]> stands in content.
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      // A reader of attributes would make spaces of them.
      case 0x09: "&#9;"
      case 0x0A: "&#10;"
      case 0x0D: "&#13;"
      default: nil
      }
    }
  }

  /// Writes a value that fits an element or an attribute; a list is an array of JSON.
  mutating func write(xml value: ExchangeValue) {
    switch value {
    case .text(let text): write(xml: text)
    case .integer(let number): write(String(number))
    case .decimal(let number): write(String(number))
    case .flag(let flag): write(flag ? "true" : "false")
    case .list: write(xml: value.json)
    }
  }
}

/// What XML 1.0 can hold.
enum XMLText {
  static func canHold(_ text: String) -> Bool {
    // Nearly all texts hold neither controls nor a byte that noncharacters begin with.
    let isPlain = text.utf8.allSatisfy { ($0 >= 0x20 && $0 < 0xEF) || $0 == 0x0A || $0 == 0x09 }
    return isPlain || text.unicodeScalars.allSatisfy { canHold($0) }
  }

  static func canHold(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
