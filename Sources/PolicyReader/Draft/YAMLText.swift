/// One entry of a data file: fields in the order in which they are added.
struct YAMLEntry {
  private(set) var lines: [String] = []

  init(name: String) { lines.append("name: " + YAMLText.scalar(name)) }

  /// Adds a text; nothing for `nil`.
  mutating func add(_ field: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    lines.append("\(field): \(YAMLText.scalar(text))")
  }

  /// Adds a list; nothing for an empty one.
  mutating func add(_ field: String, _ list: [String]) {
    add(field, items: list.map(YAMLText.scalar))
  }

  /// Adds a list whose items are YAML already; one alone stands without brackets.
  mutating func add(_ field: String, items: [String]) {
    guard let first = items.first else { return }
    lines.append(
      items.count == 1 ? "\(field): \(first)" : "\(field): [\(items.joined(separator: ", "))]"
    )
  }
}

/// YAML as it is written for people.
enum YAMLText {
  /// A file of entries of several kinds.
  static func file(_ comment: String, _ kinds: [(kind: String, entries: [YAMLEntry])]) -> String {
    var text = "# \(comment)\n"
    for (kind, entries) in kinds where !entries.isEmpty {
      text += "\(kind):\n"
      for entry in entries {
        for (position, line) in entry.lines.enumerated() {
          text += (position == 0 ? "  - " : "    ") + line + "\n"
        }
      }
    }
    return text
  }

  /// A scalar: plain where nothing in it could be read as YAML, else in double quotes.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first,
      first.isHan || first.isDigit || "“《〔".contains(Character(first))
    else { return false }
    return text.unicodeScalars.allSatisfy { letter in
      letter.isHan || letter.isLatin || letter.isDigit
        || "·“”《》〔〕()/-、—.%+ ".unicodeScalars.contains(letter)
    } && !text.hasSuffix(" ") && !text.contains(" -")
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for letter in text.unicodeScalars {
      switch letter {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\t": quoted += " "
      default: quoted.unicodeScalars.append(letter)
      }
    }
    return quoted + "\""
  }
}
