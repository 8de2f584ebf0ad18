import Testing

@testable import ChainPages

/// What a page takes over from the SVG of a drawing.
@Suite("Pictures on pages")
struct PictureMarkupTests {
  private let picture = PictureMarkup(
    label: "图",
    cards: ["甲->乙": 0, "甲 <1>": 1],
    links: ["a->b": .init(from: 0, to: 1, isGeneral: true)],
    facts: { number in
      number == 0
        ? .init(mark: "n0", href: "/node/甲?a&b", tokens: "x", isOff: true, isChosen: true) : nil
    }
  )

  private func markup(_ content: String, root: String = "svg xmlns=\"http://www.w3.org/2000/svg\"")
    -> String?
  {
    picture.markup(
      of: """
        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
         "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
        <!-- Title: x -->
        <\(root) xmlns:xlink="http://www.w3.org/1999/xlink" width="9pt" viewBox="0 0 9 9">
        \(content)
        </\(root.prefix { $0 != " " })>
        """
    )?.html
  }

  private let head = "<svg class=\"drawing\" role=\"group\" aria-label=\"图\" viewBox=\"0 0 9 9\">"

  @Test func `a card knows its node, a link its ends, and texts stay escaped as they were`() {
    let drawn = markup(
      """
      <g id="node1" class="node"><title>甲&#45;&gt;乙</title>
      <g id="a_node1"><a xlink:href="#x" xlink:title="a &amp; b&#160;&#45;">
      <polygon fill="#fff" stroke="transparent" points="0.00,1.26 -2,3"/>
      <text text-anchor="start" x="1.04" font-family="F">it&#39;s &lt;b&gt; &#45;&#160;&quot;</text>
      <text x="2"> </text>
      </a></g></g>
      <g id="edge1" class="edge"><title>a&#45;&gt;b</title><path d="M0,0C1,1" fill="none"/></g>
      """
    )
    let card =
      "<g class=\"node off chosen\" data-card=\"0\" data-node=\"n0\" data-is=\"x\">"
      + "<a href=\"/node/甲?a&amp;b\" aria-current=\"true\"><title>a &amp; b&#160;&#45;</title>"
      + "<polygon fill=\"#fff\" points=\"0,1.2 -2,3\"/>"
      + "<text x=\"1\">it&#39;s &lt;b&gt; &#45;&#160;&quot;</text></a></g>"
    let link =
      "<g class=\"edge\" data-from=\"0\" data-to=\"1\" data-is=\"- - - industry-knowledge\">"
      + "<path d=\"M0,0C1,1\" fill=\"none\"/></g>"
    #expect(drawn == head + card + link + "</svg>")
  }

  @Test func `a prefix changes nothing, and what is not SVG is left out`() {
    let plain = markup("<g class=\"node\"><title>甲 &lt;1&gt;</title><ellipse cx=\"1\"/></g>")
    #expect(plain == head + "<g class=\"node\" data-card=\"1\"><ellipse cx=\"1\"/></g></svg>")
    let prefixed = markup(
      """
      <s:g class="node"><s:title>甲 &lt;1&gt;</s:title><s:ellipse cx="1" xmlns:o="urn:o" o:onload="x"/>
      <script xmlns="http://www.w3.org/1999/xhtml">alert(1)<s:text>x</s:text></script></s:g>
      """,
      root: "s:svg xmlns:s=\"http://www.w3.org/2000/svg\""
    )
    #expect(prefixed == plain)
  }

  @Test(
    arguments: [
      "", "no picture", "<svg/>", "<svg xmlns='urn:other'></svg>",
      "<svg xmlns='http://www.w3.org/2000/svg'>",
      "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
      "<g xmlns='http://www.w3.org/2000/svg'/>",
    ]
  )
  func `what is no SVG, or breaks off, is no picture`(_ text: String) {
    #expect(picture.markup(of: text) == nil)
  }
}
