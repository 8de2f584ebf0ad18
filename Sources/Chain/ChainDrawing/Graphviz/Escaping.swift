/// Turns somebody's text into text that no reader downstream takes for syntax.
enum Escaping {
  /// The text without what XML cannot hold or what a reader cannot see: controls, non-characters and
  /// direction overrides become U+FFFD, line breaks and tabs a space.
  static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: scalars.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF, 0x202A...0x202E, 0x2066...0x2069:
        scalars.append("\u{FFFD}")
      case let value where value & 0xFFFE == 0xFFFE: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// The text as content of an HTML label.
  static func markup(_ text: String) -> String {
    var result = ""
    for scalar in cleaned(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text as a plain attribute, where a backslash starts an escape such as `\N`, and where an
  /// ampersand may start an entity.

  static func attribute(_ text: String) -> String {
    var result = ""
    for scalar in cleaned(text).unicodeScalars {
      switch scalar {
      case "\\": result += "&#92;"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text as a tooltip. Graphviz resolves the escapes of tooltips once or twice, as the object
  /// and the version may be, so a backslash gives way to the full-width one, which is no escape.
  static func tooltip(_ text: String) -> String {
    attribute(text.replacing("\\", with: "\u{FF3C}"))
  }

  /// The name of a node for a card's id. Graphviz keeps names that start with `%` to itself, and
  /// this target keeps those that start with `_` followed by a letter.
  static func nodeName(_ id: String) -> String {
    let name = cleaned(id)
    return name.isEmpty || name.hasPrefix("%") || name.hasPrefix("_") ? "_" + name : name
  }

  /// An address that may stand in a picture, or `nil` for one that may not.
  ///
  /// The SVG output of Graphviz copies addresses unescaped, so everything outside the characters of
  /// RFC 3986 is percent-encoded, and an ampersand is written as an entity.
  static func address(_ text: String) -> String? {
    let trimmed = text.drop { $0.isWhitespace }
    guard !trimmed.isEmpty, !trimmed.hasPrefix("//"), !trimmed.hasPrefix("\\") else { return nil }
    if let end = trimmed.firstIndex(where: { ":/?#".contains($0) }), trimmed[end] == ":" {
      guard ["http", "https"].contains(trimmed[..<end].lowercased()) else { return nil }
    }
    var result = ""
    let bytes = Array(trimmed.utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;"
      case UInt8(ascii: "%") where isEscape(bytes[index...]): result += "%"
      case _ where isAddressCharacter(byte): result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }

  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 3
      && bytes.dropFirst().prefix(2).allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  private static func isAddressCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~:/?#[]@!$()*+,;=".utf8.contains(byte)
    }
  }
}
