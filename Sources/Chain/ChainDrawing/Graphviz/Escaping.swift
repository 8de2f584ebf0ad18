import Escapes

/// Turns somebody's text into text that no reader downstream takes for syntax.
enum Escaping {
  /// The text without what XML cannot hold or what a reader cannot see: controls, non-characters and
  /// direction overrides become U+FFFD, line breaks and tabs a space.
  static func cleaned(_ text: String) -> String { cleaning.escaped(text) }

  /// The text as content of an HTML label.
  static func markup(_ text: String) -> String { label.escaped(text) }

  /// The text as a plain attribute, where a backslash starts an escape such as `\N`, and where an
  /// ampersand may start an entity.
  static func attribute(_ text: String) -> String { plain.escaped(text) }

  private static let clean: [Escaper.Rule] =
    [
      .each(0x09...0x0A, " "), .one("\r", " "), .one("\u{85}", " "), .each(0x2028...0x2029, " "),
      .each(0...0x1F, Escaper.unwritable), .each(0x7F...0x9F, Escaper.unwritable),
    ] + .unseen
  private static let cleaning = Escaper(clean)
  private static let label = Escaper(.references + clean)
  private static let plain = Escaper([.one("\\", "&#92;"), .one("&", "&amp;")] + clean)

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
    return Escaper.html.escaped(location.encoded(String(trimmed)))
  }

  private static let location = PercentEncoding(
    keeping: "-._~:/?#[]@!$()*+,;=&",
    keepsEscapes: true
  )
}
