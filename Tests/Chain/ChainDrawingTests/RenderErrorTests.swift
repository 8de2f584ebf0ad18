import Bilingual
import Diagnostics
import Testing

@testable import ChainDrawing

@Suite struct RenderErrorTests {
  private let column = Picture.Column(id: "a", heading: "上游")

  private func picture(_ cards: [Picture.Card], _ links: [Picture.Link] = []) -> Picture {
    Picture(name: "p", title: "t", columns: [column], cards: cards, links: links)
  }

  @Test func `two cards with one id are refused`() {
    let card = Picture.Card(id: "x", column: "a", heading: "x")
    #expect(throws: RenderError.picture("two cards have the id 'x'")) {
      try picture([card, card]).render(as: .dot)
    }
  }

  @Test func `a card in an unknown column is refused`() {
    #expect(throws: RenderError.self) {
      try picture([Picture.Card(id: "x", column: "b", heading: "x")]).render(as: .svg)
    }
  }

  @Test func `a link to an unknown card is refused`() {
    let card = Picture.Card(id: "x", column: "a", heading: "x")
    #expect(throws: RenderError.picture("a link leads from 'x' to 'y', which is not there")) {
      try picture([card], [Picture.Link(from: "x", to: "y")]).render(as: .svg)
    }
  }

  @Test func `a size that makes Graphviz abort is refused`() {
    var theme = Theme.standard
    theme.sizes.heading = 1e9
    #expect(throws: RenderError.self) { try swimwear.render(as: .svg, theme: theme) }
    theme.sizes.heading = .nan
    #expect(throws: RenderError.self) { try swimwear.render(as: .svg, theme: theme) }
  }

  @Test func `a font's name cannot carry syntax`() {
    var theme = Theme.standard
    theme.fonts = ["x\" onload=\"alert(1)"]
    #expect(throws: RenderError.self) { try swimwear.render(as: .svg, theme: theme) }
  }

  @Test func `an unknown format fails with the library's words`() throws {
    let lowering = try Lowering(swimwear, theme: .standard)
    let error = #expect(throws: RenderError.self) { try lowering.drawn("no-such-format") }
    #expect(error?.description.contains("no-such-format") == true)
  }

  @Test func `a label that does not parse is an error, and the next render is none the wiser`()
    throws
  {
    var blueprint = try Lowering(swimwear, theme: .standard).blueprint()
    let broken = Blueprint.Attribute.markup("label", Markup(text: "<TABLE><TR>"))
    blueprint.nodes.append(Blueprint.Node(name: "broken", attributes: [broken]))
    let error = #expect(throws: RenderError.self) { try Engine.measure(blueprint) }
    #expect(error?.description.hasPrefix("layout: ") == true)
    #expect(try !swimwear.render(as: .svg).isEmpty)
  }

  @Test(arguments: [
    RenderError.library("no context: Error: x"), .layout("Error: bad label format"),
    .output(format: "png", "cairo: out of memory"),
  ])
  func `what the library says reaches no user, and what to do does`(error: RenderError) {
    for language in Language.allCases {
      let text = error.text[language]
      for word in ["Error", "bad label", "cairo", "context"] {
        #expect(!text.contains(word), "\(text)")
      }
    }
    #expect(error.description.contains(": "))
  }

  @Test func `the version of the library is known`() throws {
    #expect(try Engine.version().contains("."))
  }
}
