import Escapes

/// Turns somebody's text into text that no reader downstream takes for syntax.
enum Escaping {
  /// The text without what XML cannot hold or what a reader cannot see: controls, non-characters and
  /// direction overrides become U+FFFD, line breaks and tabs a space.
  static func cleaned(_ text: String) -> String { cleaning.escaped(text) }

  /// The text as content of an HTML label, in which a backslash starts an escape such as `\N` also
  /// where it is written as an entity.
  static func markup(_ text: String) -> String { html.escaped(text) }

  /// The text as an attribute that is copied, where an ampersand may start an entity. A backslash is
  /// an entity, too: Graphviz writes one before a quote so that it reads back as the end of the text.
  static func attribute(_ text: String) -> String { plain.escaped(text) }

  /// The text as a plain label: what the entities of an attribute stand for is looked through for
  /// escapes once more.
  static func label(_ text: String) -> String { plainLabel.escaped(text) }

  private static let clean: [Escaper.Rule] =
    [
      .each(0x09...0x0A, " "), .one("\r", " "), .one("\u{85}", " "), .each(0x2028...0x2029, " "),
      .each(0...0x1F, Escaper.unwritable), .each(0x7F...0x9F, Escaper.unwritable),
    ] + .unseen
  private static let cleaning = Escaper(clean)
  private static let html = Escaper([.one("\\", "\\\\")] + .references + clean)
  private static let plain = Escaper([.one("\\", "&#92;"), .one("&", "&amp;")] + clean)
  private static let plainLabel = Escaper(
    [.one("\\", "&#92;&#92;"), .one("&", "&amp;")] + clean
  )
  private static let hint = Escaper([.one("\\", "\u{FF3C}"), .one("&", "&amp;")] + clean)

  /// The text as a tooltip. Graphviz resolves the escapes of tooltips once or twice, as the object
  /// and the version may be, so a backslash gives way to the full-width one, which is no escape.
  static func tooltip(_ text: String) -> String { hint.escaped(text) }

  /// The name of a graph or a node; `nil` for a text that Graphviz would write so that it reads back
  /// as another one, or as more than a name: it has no way to write a backslash before a quote.
  ///
  /// Graphviz keeps names that start with `%` to itself, and this target keeps those that start with
  /// `_` followed by a letter.
  static func name(_ text: String) -> String? {
    let name = cleaned(text)
    guard !name.utf8.contains(UInt8(ascii: "\\")) else { return nil }
    let first = name.utf8.first ?? UInt8(ascii: "_")
    return [UInt8(ascii: "%"), UInt8(ascii: "_")].contains(first) ? "_" + name : name
  }

  /// The names of the nodes for the ids of cards, no two the same: the id where it can be a name that
  /// no earlier card has, else a neutral one. The id itself is an attribute of the node.
  static func nodeNames(_ ids: [String]) -> [String] {
    var taken: Set<String> = []
    return ids.enumerated().map { index, id in
      if let name = name(id), taken.insert(name).inserted { return name }
      return "_n\(index)"
    }
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
