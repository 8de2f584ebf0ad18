/// YAML as it is written for people: plain where nothing in a text can be read as YAML, else quoted.
///
/// Whatever the text, a YAML reader gives it back scalar for scalar.
package enum YAMLText {
  /// Which texts stand without quotes.
  package enum Plainness: Sendable {
    /// Those too that begin with a Latin letter, but for words that other YAML readers take for
    /// something else, as `no` for a flag.
    case usual
    /// Only those that begin with a Chinese character, a digit or a Chinese bracket.
    case careful
  }

  /// A scalar that may stand anywhere: as a value of its own, and in a list or a mapping within
  /// brackets.
  package static func scalar(_ text: String, _ plainness: Plainness = .careful) -> String {
    isPlain(text, plainness) ? text : quoted(text)
  }

  /// A list within brackets of items that are YAML already.
  package static func list(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }

  /// A mapping within braces of fields and values that are YAML already.
  package static func mapping(_ pairs: [(field: String, value: String)]) -> String {
    "{" + pairs.map { "\($0.field): \($0.value)" }.joined(separator: ", ") + "}"
  }

  /// A file that begins with a comment, and holds entries of several kinds; kinds without entries
  /// are left out.
  package static func file(
    _ comment: String? = nil,
    _ kinds: [(kind: String, entries: [YAMLEntry])]
  ) -> String {
    var text = comment.map { "# \($0)\n" } ?? ""
    for (kind, entries) in kinds where !entries.isEmpty {
      text += "\(kind):\n"
      for entry in entries {
        for line in entry.item() { text += line + "\n" }
      }
    }
    return text
  }

  /// Words that YAML 1.1 and 1.2 readers take for flags, for nothing or for numbers.
  private static let words: Set<String> = [
    "y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf",
  ]

  private static let firsts = Set("“《〔".unicodeScalars)
  private static let inner = Set("·“”《》〔〕()/-、—.%+ ".unicodeScalars)

  private static func isPlain(_ text: String, _ plainness: Plainness) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return false }
    let isLatin = plainness == .usual && first.isLatin && !words.contains(text.lowercased())
    guard isLatin || first.isHan || first.isDigit || firsts.contains(first) else { return false }
    var last = first
    for character in scalars {
      guard character.isHan || character.isLatin || character.isDigit || inner.contains(character)
      else {
        // `kind:name` is an identity; a colon means a field where a space or a bracket follows.
        guard character == ":", plainness == .usual, last.isLatin else { return false }
        last = character
        continue
      }
      if last == ":", !character.isHan { return false }
      // Two minus signs and a space begin nothing inside a line, but look as if they did.
      if last == " ", character == "-" { return false }
      last = character
    }
    return last != " " && last != ":"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\t": quoted += "\\t"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      default:
        if character.isPrintable {
          quoted.unicodeScalars.append(character)
        } else {
          quoted += escape(character.value)
        }
      }
    }
    return quoted + "\""
  }

  private static func escape(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    let (character, width) = value <= 0xFF ? ("x", 2) : value <= 0xFFFF ? ("u", 4) : ("U", 8)
    return "\\" + character + String(repeating: "0", count: width - digits.count) + digits
  }
}

extension Unicode.Scalar {
  /// A Chinese character of the common blocks.
  fileprivate var isHan: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3007: true
    default: false
    }
  }

  fileprivate var isLatin: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }

  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  /// Whether YAML lets it stand in quotes as it is, on one line.
  fileprivate var isPrintable: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFDCF, 0xFDF0...0xFEFE,
      0xFF00...0xFFFD:
      true
    case 0x10000...0x10FFFF: value & 0xFFFE != 0xFFFE
    default: false
    }
  }
}
