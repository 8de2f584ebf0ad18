import Diagnostics

/// How wide a line of type comes out, without asking a font: so that the same plate has the same bytes on
/// every machine.
///
/// A Chinese character is as wide as it is high; of other characters the widths are those of Noto Sans,
/// rounded up, so that what is said to fit does.
package enum TypeWidth {
  package static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let width = text.unicodeScalars.reduce(0.0) { $0 + ems(of: $1) }
    return width * size * (isBold ? 1.05 : 1)
  }

  /// The text, or as much of its beginning as fits, with an ellipsis for the rest; no number is cut.
  package static func cut(
    _ text: String,
    to width: Double,
    size: Double,
    isBold: Bool = false
  ) -> String {
    guard of(text, size: size, isBold: isBold) > width else { return text }
    var room = width - of("…", size: size, isBold: isBold)
    var kept = ""
    for character in text {
      room -= of(String(character), size: size, isBold: isBold)
      guard room >= 0 else {
        // A number is whole or not there: half of one would be another.
        if isOfNumber(character) { while kept.last.map(isOfNumber) == true { kept.removeLast() } }
        break
      }
      kept.append(character)
    }
    return kept + "…"
  }

  private static func isOfNumber(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character == ".")
  }

  private static func ems(of scalar: Unicode.Scalar) -> Double {
    guard scalar.isASCII else { return scalar == "…" ? 1 : Double(scalar.cellWidth) * 0.5 + 0.1 }
    switch scalar {
    case " ", ".", ",", ":", ";", "'", "|", "!", "i", "l", "j", "I", "(", ")", "[", "]", "/", "-",
      "f", "t", "r":
      return 0.38
    case "m", "w", "M", "W", "%", "@": return 0.95
    case "A"..."Z": return 0.7
    default: return 0.6
    }
  }
}
