internal import Diagnostics

/// What an XML text says of its own encoding.
package enum XMLText {
  /// The text as UTF-8, where it says that it is written otherwise and the system knows how; its
  /// declaration then names no encoding, so that to read the outcome again changes nothing, and every
  /// place keeps its line and column.
  ///
  /// The parser knows UTF-8, UTF-16, Latin-1 and ASCII, and not what programs for Chinese Windows
  /// write. A text that is not what it says stays as it is, and the parser tells where.
  ///
  /// - Complexity: O(1) for UTF-8, else O(*n*).
  package static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return TextEncodings.utf8(bytes, from: "utf-16").map { undeclared($0) } ?? bytes
    }
    guard let declared = declaration(bytes),
      let name = String(validating: bytes[declared.name], as: UTF8.self),
      !["utf-8", "utf8", "us-ascii", "ascii"].contains(name.lowercased()),
      // The declaration was read as ASCII, so two bytes a character it cannot have.
      !name.lowercased().hasPrefix("utf-16"),
      let text = TextEncodings.utf8(bytes, from: name)
    else { return bytes }
    return undeclared(text)
  }

  /// The text with blanks where its declaration names an encoding.
  private static func undeclared(_ text: [UInt8]) -> [UInt8] {
    guard let declared = declaration(text) else { return text }
    var text = text
    for position in declared.whole { text[position] = UInt8(ascii: " ") }
    return text
  }

  /// Where the declaration at the beginning says `encoding="…"`, and the name in it.
  private static func declaration(
    _ bytes: [UInt8]
  ) -> (whole: Range<Int>, name: Range<Int>)? {
    guard bytes.starts(with: Array("<?xml".utf8)),
      let end = bytes.prefix(longestDeclaration).firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let word = Array("encoding".utf8)
    var start = 5
    while start + word.count < end, !bytes[start..<end].starts(with: word) { start += 1 }
    func skipBlanks(_ position: inout Int) {
      while position < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }
    var position = start + word.count
    skipBlanks(&position)
    guard position < end, bytes[position] == UInt8(ascii: "=") else { return nil }
    position += 1
    skipBlanks(&position)
    guard position < end, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[position]),
      let close = bytes[(position + 1)..<end].firstIndex(of: bytes[position])
    else { return nil }
    return (start..<close + 1, position + 1..<close)
  }

  private static let longestDeclaration = 256
}
