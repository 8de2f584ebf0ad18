import Escapes

/// A piece of HTML. Texts enter it through ``init(text:)`` alone.
struct Markup: Sendable {
  private(set) var html: String

  /// Markup that was put together of markup.
  init(html: String) { self.html = html }

  /// A text of the data or of the program, without what a browser could take for markup; fit for
  /// the content of an element and for an attribute in quotes.
  init(text: String) { html = Escaper.html.escaped(text) }

  /// An element around `content`; values of attributes are texts.
  init(_ tag: String, _ attributes: [(String, String?)] = [], _ content: Markup = Markup(html: ""))
  {
    let list = attributes.map { name, value in
      value.map { " \(name)=\"\(Escaper.html.escaped($0))\"" } ?? ""
    }
    html = "<\(tag)\(list.joined())>\(content.html)</\(tag)>"
  }

  static func + (left: Markup, right: Markup) -> Markup { Markup(html: left.html + right.html) }
}

extension Sequence<Markup> {
  func joined(separator: String = "") -> Markup {
    Markup(html: map(\.html).joined(separator: Markup(text: separator).html))
  }
}
