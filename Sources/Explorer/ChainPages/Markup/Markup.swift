/// A piece of HTML. Texts enter it through ``init(text:)`` alone.
struct Markup: Sendable {
  private(set) var html: String

  /// Markup that was put together of markup.
  init(html: String) { self.html = html }

  /// A text of the data or of the program, without what a browser could take for markup; fit for
  /// the content of an element and for an attribute in quotes.
  init(text: String) { html = Self.escaped(text) }

  /// An element around `content`; values of attributes are texts.
  init(_ tag: String, _ attributes: [(String, String?)] = [], _ content: Markup = Markup(html: ""))
  {
    let list = attributes.map { name, value in
      value.map { " \(name)=\"\(Self.escaped($0))\"" } ?? ""
    }
    html = "<\(tag)\(list.joined())>\(content.html)</\(tag)>"
  }

  static func + (left: Markup, right: Markup) -> Markup { Markup(html: left.html + right.html) }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    // Scalars, not characters: a mark may join a bracket to one character.
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case UInt32(UInt8(ascii: "&")): result.append(contentsOf: "&amp;".unicodeScalars)
      case UInt32(UInt8(ascii: "<")): result.append(contentsOf: "&lt;".unicodeScalars)
      case UInt32(UInt8(ascii: ">")): result.append(contentsOf: "&gt;".unicodeScalars)
      case UInt32(UInt8(ascii: "\"")): result.append(contentsOf: "&quot;".unicodeScalars)
      case UInt32(UInt8(ascii: "'")): result.append(contentsOf: "&#39;".unicodeScalars)
      case 0x0A: result.append(scalar)
      // Controls, and what could turn the reading of a line around.
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: result.append(" ")
      case 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: result.append("\u{FFFD}")
      case let value where value & 0xFFFE == 0xFFFE: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Sequence<Markup> {
  func joined(separator: String = "") -> Markup {
    Markup(html: map(\.html).joined(separator: Markup(text: separator).html))
  }
}
