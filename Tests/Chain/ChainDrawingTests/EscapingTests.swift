import Foundation
import Testing

@testable import ChainDrawing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct EscapingTests {
  static let nonCharacters = String(
    String.UnicodeScalarView([0xFFFE, 0xFFFF, 0x1FFFF, 0xFDD0].compactMap(Unicode.Scalar.init))
  )

  static let attacks: [String] = [
    "\"><script>alert(1)</script>", "a & b &amp; &lt; &#60;script&#62;", "'\"`<>",
    "\\N \\G \\L \\n \\",
    "]]>--><!--", "\u{0}\u{1}\u{8}\u{B}\u{1F}\u{7F}\u{9B}", nonCharacters,
    "🏭👩‍👩‍👧‍👦🇨🇳", "\u{202E}txt.exe", "%", "%x", "", " ", "_", "a\nb\tc\r\nd",
    String(repeating: "链", count: 10_000), "x" + String(repeating: "\u{301}", count: 10_000),
    "javascript:alert(1)", "<TABLE HREF=\"x\">",
  ]

  private func picture(_ text: String) -> Picture {
    Picture(
      name: text,
      language: text,
      title: text,
      subtitle: text,
      columns: [
        Picture.Column(id: text, heading: text, note: text),
        Picture.Column(id: text + "2", heading: text),
      ],
      cards: [
        Picture.Card(
          id: text,
          column: text,
          heading: text,
          badge: text,
          style: .missing,
          tag: text,
          lines: Picture.LineRole.allCases.map { Picture.Line(text: text, role: $0) },
          tooltip: text,
          link: text
        ),
        Picture.Card(
          id: "plain",
          column: text + "2",
          heading: "x",
          link: "https://a.b/?q=\"\(text)\"&r=<x>"
        ),
      ],
      links: [Picture.Link(from: text, to: "plain", label: text, tooltip: text)],
      legend: [Picture.LegendItem(symbol: .tag(text), text: text)],
      footnotes: [text]
    )
  }

  @Test(arguments: attacks)
  func `no text becomes syntax`(_ text: String) throws {
    for format in PictureFormat.allCases {
      #expect(try !picture(text).render(as: format).isEmpty)
    }
    let svg = try picture(text).render(as: .svg)
    let document = SVGReader(svg)
    #expect(document.error == nil, "\(document.error ?? "")")
    #expect(!document.elements.contains("script"))
    #expect(document.addresses.allSatisfy { $0.hasPrefix("https://a.b/") || !$0.contains(":") })
  }

  @Test func `no text becomes syntax on the plain cards of a big picture`() throws {
    let texts = Self.attacks + ["a\\N & <b> \"c\" \\\\ &amp; 泳装"]
    let cards = (0..<PlainCard.count).map { index in
      let text = index < texts.count ? texts[index] : "x"
      return Picture.Card(
        id: text + String(index),
        column: "a",
        heading: text,
        badge: text,
        tag: text,
        lines: [Picture.Line(text: text)],
        tooltip: text,
        link: text
      )
    }
    let columns = [Picture.Column(id: "a", heading: "a")]
    let picture = Picture(name: "big", title: "big", columns: columns, cards: cards)
    let document = SVGReader(try picture.render(as: .svg))
    #expect(document.error == nil, "\(document.error ?? "")")
    #expect(!document.elements.contains("script"))
    #expect(document.addresses.allSatisfy { !$0.contains(":") })
    #expect(document.text.replacing("\u{A0}", with: " ").contains("a\\N & <b> \"c\""))
  }

  @Test func `data arrives in the SVG as it was`() throws {
    let text = "a\\N & <b> \"c\" 'd' \\\\ &amp; 泳装"
    let document = SVGReader(try picture(text).render(as: .svg))
    #expect(document.ids.contains(text))
    #expect(document.tooltips.contains(text.replacing("\\", with: "＼")))
    let spaced = document.text.replacing("\u{A0}", with: " ")
    #expect(spaced.contains("\\N"))
    #expect(spaced.contains("&amp;"))
  }

  @Test func `element ids are card ids`() throws {
    let document = SVGReader(try swimwear.render(as: .svg))
    for card in swimwear.cards { #expect(document.ids.contains(card.id)) }
  }

  @Test func `an SVG has a language, a size and a white page`() throws {
    let svg = String(decoding: try swimwear.render(as: .svg), as: UTF8.self)
    #expect(svg.contains("xml:lang=\"zh\""))
    #expect(svg.contains(" width=\""))
    #expect(svg.contains(" viewBox=\"0"))
    #expect(svg.contains("fill=\"white\"") || svg.contains("fill=\"#ffffff\""))
  }

  @Test(arguments: [
    ("https://a.b/c?d=1&e=2", "https://a.b/c?d=1&amp;e=2"), ("HTTP://a.b", "HTTP://a.b"),
    ("#card", "#card"), ("a/b.html", "a/b.html"), ("/泳装", "/%E6%B3%B3%E8%A3%85"),
    ("a b\"<>\\", "a%20b%22%3C%3E%5C"), ("a%20b%zz", "a%20b%25zz"), ("x?y=a:b", "x?y=a:b"),
  ])
  func `addresses are encoded`(_ given: String, _ expected: String) {
    #expect(Escaping.address(given) == expected)
  }

  @Test(arguments: [
    "javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "java\nscript:x",
    "file:///etc",
    "//evil.example", "\\\\host", "", "  ", "vbscript:x", "\u{1}javascript:x",
  ])
  func `other addresses are dropped`(_ given: String) {
    #expect(Escaping.address(given) == nil)
  }

  @Test func `long names are cut on the card and in the tooltip`() throws {
    let document = SVGReader(try picture(String(repeating: "链", count: 10_000)).render(as: .svg))
    #expect(document.text.contains("…"))
    #expect(document.tooltips.allSatisfy { $0.count <= 301 })
  }
}

/// What a browser would find in an SVG.
final class SVGReader: NSObject, XMLParserDelegate {
  var elements: Set<String> = []
  var ids: Set<String> = []
  var tooltips: Set<String> = []
  var addresses: [String] = []
  var text = ""
  var error: String?

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    if !parser.parse() { error = parser.parserError.map { "\($0)" } ?? "unknown" }
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.insert(name.lowercased())
    if let id = attributes["id"] { ids.insert(id) }
    if let title = attributes["xlink:title"] { tooltips.insert(title) }
    if let address = attributes["xlink:href"] { addresses.append(address) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
