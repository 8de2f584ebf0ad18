extension Escaper {
  /// U+FFFD, which stands for what a format has no way to write.
  package static let unwritable = "\u{FFFD}"

  /// Inside the quotes of JSON, and of Turtle and YAML, which read these escapes alike. Controls of
  /// both blocks are numbered: JSON forbids those below U+0020, YAML the others too.
  package static let json = Escaper([
    .one("\"", "\\\""), .one("\\", "\\\\"), .one("\n", "\\n"), .one("\r", "\\r"),
    .one("\t", "\\t"), .numbered(0...0x1F), .numbered(0x7F...0x9F),
  ])

  /// Inside the quotes of JSON that stands in a script element: no `<`, no `&` and nothing that
  /// ends a line in a script.
  package static let scriptJSON = Escaper([
    .one("\"", "\\\""), .one("\\", "\\\\"), .numbered(0...0x1F), .numbered(0x7F...0x9F),
    .numbered(0x26...0x26), .numbered(0x3C...0x3C), .numbered(0x3E...0x3E),
    .numbered(0x2028...0x2029),
  ])

  /// Content and attributes in quotes of HTML, which is well-formed XML too: a control is a space,
  /// but for the end of a line.
  package static let html = Escaper(.html + [.each(0x2028...0x2029, " ")] + .unseen)

  /// The same for a page that gives every name character by character: what a reader cannot see stays,
  /// as long as XML can write it.
  package static let literalHTML = Escaper(.html + .notXML)

  /// Content and attributes in quotes of XML that programs read: white space is kept by its number,
  /// since a reader of attributes would make spaces of it, and only what XML cannot write is lost.
  package static let xml = Escaper(
    .references + [.one("\t", "&#9;"), .one("\n", "&#10;"), .one("\r", "&#13;")] + .notXML
  )

  /// What XML has no way to write.
  package static let notXML = Escaper(.notXML)
}
