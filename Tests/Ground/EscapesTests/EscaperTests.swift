import Escapes
import TestSupport
import Testing

struct EscaperTests {
  @Test(
    arguments: [
      ("plain 锂 😀 é", "plain 锂 😀 é"), ("", ""),
      ("\"\\/", "\\\"\\\\/"), ("a\nb\rc\td", "a\\nb\\rc\\td"),
      ("\0\u{1F}\u{7F}\u{85}\u{9F}\u{A0}", "\\u0000\\u001f\\u007f\\u0085\\u009f\u{A0}"),
      ("<&>\u{2028}", "<&>\u{2028}"),
    ]
  )
  func `JSON escapes quotes, backslashes and the controls of both blocks`(
    text: String,
    wanted: String
  ) {
    #expect(Escaper.json.escaped(text) == wanted)
  }

  @Test func `JSON in a script has nothing that ends the script or a line of it`() {
    #expect(
      Escaper.scriptJSON.escaped("</script>&\n\u{2028}\u{2029}'锂\"")
        == "\\u003c/script\\u003e\\u0026\\u000a\\u2028\\u2029'锂\\\""
    )
  }

  @Test func `HTML refers to what is markup, and shows no control and no change of direction`() {
    #expect(Escaper.html.escaped("<a b=\"'\">&\n") == "&lt;a b=&quot;&#39;&quot;&gt;&amp;\n")
    #expect(Escaper.html.escaped("a\tb\r\u{0}\u{85}\u{2028}c") == "a b    c")
    let unseen = [0x202E, 0x2066, 0xFDD0, 0xFFFE, 0x10FFFF].compactMap {
      Unicode.Scalar($0 as UInt32)
    }
    #expect(
      Escaper.html.escaped(String(String.UnicodeScalarView(unseen)) + "，")
        == String(repeating: "\u{FFFD}", count: 5) + "，"
    )
    #expect(
      Escaper.literalHTML.escaped("\u{202E}\u{2028}\u{B}\u{FFFE}'")
        == "\u{202E}\u{2028} \u{FFFD}&#39;"
    )
  }

  @Test func `a bracket that a mark joins to one character is a bracket`() {
    let text = "<\u{301}b \"\u{338}"
    #expect(Escaper.html.escaped(text) == "&lt;\u{301}b &quot;\u{338}")
    #expect(Escaper.json.escaped(text) == "<\u{301}b \\\"\u{338}")
  }

  @Test func `XML keeps white space by its number and loses only what it cannot write`() {
    #expect(Escaper.xml.escaped("\t\n\r'\u{85}\u{202E}") == "&#9;&#10;&#13;'\u{85}\u{202E}")
    #expect(Escaper.xml.escaped("\u{0}\u{B}\u{FFFF}]]>") == "\u{FFFD}\u{FFFD}\u{FFFD}]]&gt;")
    #expect(Escaper.notXML.replacesAny(of: "a\u{C}") && !Escaper.notXML.replacesAny(of: "\t<\n"))
  }

  @Test func `of several rules the first counts, on whatever byte its range begins`() {
    let escaper = Escaper([
      .one("b", "b"), .each(0x61...0x63, "-"), .each(0x7F0...0x20_0000 - 1 - 0xF_0000, "*"),
    ])
    #expect(escaper.escaped("abcd\u{7EF}\u{7F0}\u{800}\u{FFFF}\u{10000}") == "-b-d\u{7EF}****")
  }

  @Test func `any text comes out as it does scalar by scalar`() {
    let scalars: [Unicode.Scalar] =
      (0..<0x180 as Range<UInt32>).compactMap { Unicode.Scalar($0) }
      + [
        0x2027, 0x2028, 0x202A, 0x2069, 0x206A, 0xFDCF, 0xFDEF, 0xFFFE, 0x1F600, 0x1FFFF, 0x10FFFF,
      ]
      .compactMap { Unicode.Scalar($0 as UInt32) }
    for escaper in [Escaper.json, .scriptJSON, .html, .literalHTML, .xml, .notXML] {
      for seed in 0..<200 as Range<UInt64> {
        var random = SplitMix64(seed: seed)
        let picked = (0..<20).compactMap { _ in scalars.randomElement(using: &random) }
        let text = String(String.UnicodeScalarView(picked))
        let alone = picked.map { escaper.escaped(String($0)) }.joined()
        #expect(escaper.escaped(text).unicodeScalars.elementsEqual(alone.unicodeScalars))
        var bytes = Array("x".utf8)
        escaper.append(text, to: &bytes)
        #expect(bytes == Array(("x" + alone).utf8), "seed \(seed)")
      }
    }
  }
}
