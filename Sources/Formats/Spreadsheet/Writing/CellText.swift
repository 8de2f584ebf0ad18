extension String {
  /// The text as a cell holds it: control characters but tabs and what XML forbids replaced, line ends
  /// made one, and cut with a `…` where Excel's 32,767 UTF-16 units end.
  ///
  /// Excel reads `_x0041_` as a letter; the library leaves that to the caller.
  func cellText() -> String {
    guard !isCellText else { return self }
    var result = String.UnicodeScalarView()
    var room = Self.longestCell - 1
    /// Where the text is cut if it turns out to be too long.
    var end = result.startIndex
    var length = 0
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\r" {
        if rest.first == "\n" { continue }
        result.append("\n")
        length += 1
      } else if scalar == "_", Self.beginsEscape(rest) {
        result.append(contentsOf: "_x005F_".unicodeScalars)
        length += 7
      } else {
        let isForbidden = (0xFFFE...0xFFFF).contains(scalar.value)
        let kept = scalar.isAllowedInCell || scalar == "\n" || scalar == "\t" ? scalar : " "
        result.append(isForbidden ? "\u{FFFD}" : kept)
        length += UTF16.width(scalar)
      }
      if length <= room { end = result.endIndex }
      if length > Self.longestCell {
        room = 0
        break
      }
    }
    if length > Self.longestCell {
      result.removeSubrange(end...)
      result.append("…")
    }
    return String(result)
  }

  private static let longestCell = 32_767

  /// Most texts are fit as they are, and this is cheap to see.
  private var isCellText: Bool {
    var text = self
    return text.withUTF8 { bytes in
      bytes.count <= Self.longestCell
        && bytes.allSatisfy { $0 == 0x0A || ($0 >= 0x20 && $0 != 0x7F && $0 != 0x5F && $0 < 0xEF) }
        // U+0080 to U+009F.
        && !zip(bytes, bytes.dropFirst()).contains { $0 == 0xC2 && $1 < 0xA0 }
    }
  }

  /// Whether what follows an underscore makes it an escape: `x`, four digits, an underscore.
  private static func beginsEscape(_ rest: Substring.UnicodeScalarView) -> Bool {
    let next = Array(rest.prefix(6))
    return next.count == 6 && next[0] == "x" && next[5] == "_"
      && next[1...4].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}

extension Unicode.Scalar {
  /// Whether a cell or a name may hold it: no control character, nothing that XML forbids.
  var isAllowedInCell: Bool {
    value >= 0x20 && !(0x7F..<0xA0).contains(value) && !(0xFFFE...0xFFFF).contains(value)
  }
}
