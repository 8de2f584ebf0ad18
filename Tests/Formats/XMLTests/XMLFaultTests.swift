import TestSupport
import Testing
import XML

struct XMLFaultTests {
  private func outcome(
    _ bytes: [UInt8],
    limits: XMLLimits = XMLLimits(),
    takesNamedType: Bool = false
  ) -> XMLFault? {
    var reader = XMLReader(bytes, limits: limits, takesNamedType: takesNamedType)
    do throws(XMLFault) {
      while try reader.next() != nil {}
      return nil
    } catch {
      // It stays the same, however often it is asked for.
      #expect(throws: error) { try reader.next() }
      return error
    }
  }

  private func fault(in text: String, limits: XMLLimits = XMLLimits()) -> XMLFault? {
    outcome(Array(text.utf8), limits: limits)
  }

  @Test(
    arguments: [
      ("", 1, 1, "the XML has no element"),
      ("<a>", 1, 4, "the XML has no element"),
      ("<a\n  b", 1, 1, "the XML breaks off here"),
      ("<a>\n锂电</b></a>", 2, 5, "the end tag does not match the start tag"),
      ("<a b='1' b='2'/>", 1, 10, "the element has two attributes of one name"),
      ("<a/>\n<b/>", 2, 1, "something follows the XML's root element"),
      ("<a>&nbsp;</a>", 1, 4, "an entity is named that is not defined"),
      ("<a>&#0;</a>", 1, 4, "a character is named that there is not"),
      ("<p:a/>", 1, 1, "the prefix stands for no namespace"),
      (
        "<?xml version='1.0' encoding='NO-SUCH'?><a/>", 1, 31,
        "the XML's encoding is not supported; save it as UTF-8"
      ),
      ("<a>\u{1}</a>", 1, 4, "not well-formed XML"),
      ("<a b=1/>", 1, 6, "not well-formed XML"),
    ]
  )
  func `a fault of the text is told with its place`(
    text: String,
    line: Int,
    column: Int,
    message: String
  ) throws {
    let found = try #require(fault(in: text))
    #expect(found.reason == .malformed && found.message.en == message)
    #expect(found.position.line == line && found.position.column == column)
  }

  @Test(
    arguments: [
      "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><l>&b;</l>",
      "<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><l>&x;</l>",
      "<!DOCTYPE l SYSTEM \"http://127.0.0.1/x.dtd\"><l/>",
      "<!DOCTYPE l [<!ENTITY % p SYSTEM \"http://127.0.0.1/x\"> %p;]><l/>",
      "<!DOCTYPE l><l/>",
    ]
  )
  func `a document type is refused before anything in it is read`(text: String) throws {
    let found = try #require(fault(in: "<?xml version=\"1.0\"?>\n" + text))
    #expect(found.reason == .declaration && found.position.line == 2)
  }

  @Test(
    arguments: [
      ("<!DOCTYPE l><l/>", nil),
      ("<!DOCTYPE l PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://127.0.0.1/x.dtd'><l b='&#9;'/>", nil),
      ("<!DOCTYPE l SYSTEM 'x.dtd'><l>&lt;&x;</l>", .malformed),
      ("<!DOCTYPE l><l>&x;</l>", .malformed),
      ("<!DOCTYPE l [<!ENTITY a \"ha\">]><l/>", .declaration),
      (
        "<!DOCTYPE l SYSTEM 'x.dtd' [<!ENTITY % p SYSTEM 'http://127.0.0.1/x'> %p;]><l/>",
        .declaration
      ),
      ("<!DOCTYPE l SYSTEM 'x.dtd' []><l/>", .declaration),
    ] as [(String, XMLFault.Reason?)]
  )
  func `a document type that is only named passes on demand, and defines nothing`(
    text: String,
    reason: XMLFault.Reason?
  ) {
    #expect(outcome(Array(text.utf8), takesNamedType: true)?.reason == reason)
    #expect(fault(in: text)?.reason == .declaration)
  }

  @Test func `elements too deep and texts too long are refused`() throws {
    var limits = XMLLimits()
    limits.depth = 3
    limits.bytes = 40
    #expect(fault(in: "<a><a><a/></a></a>", limits: limits) == nil)
    let deep = try #require(fault(in: "<a><a><a><a/></a></a></a>", limits: limits))
    #expect(deep.reason == .tooDeep && deep.position.column == 10)
    let long = "<a>" + String(repeating: " ", count: 40) + "</a>"
    #expect(fault(in: long, limits: limits)?.reason == .tooLarge)
    #expect(fault(in: String(repeating: "<a>", count: 1_000_000))?.reason == .tooDeep)
  }

  @Test func `events before a fault are given before it is thrown`() throws {
    var reader = XMLReader(Array("<a><b/>&x;</a>".utf8))
    for _ in 0..<3 { #expect(try reader.next() != nil) }
    #expect(throws: XMLFault.self) { try reader.next() }
  }

  @Test func `one tag of megabytes takes time in line with its length`() {
    func time(_ length: Int) -> Duration {
      let value = String(repeating: "x", count: length)
      return ContinuousClock().measure {
        #expect(fault(in: "<a b='\(value)'>\(value)\n</a>") == nil)
      }
    }
    _ = time(100_000)
    let short = min(time(1_000_000), time(1_000_000))
    // Sixteen times the length; a square would take 256 times as long.
    #expect(time(16_000_000) < short * 100)
  }

  @Test func `cut or changed anywhere, a text gives events or a fault`() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?><a xmlns:p="u" xml:space="preserve"><!-- 注 -->\
      <p:b c="1&#x4E00;">锂&amp;<![CDATA[]]></p:b><d/></a>
      """
    let bytes = Array(text.utf8)
    for end in 0..<bytes.count { #expect(outcome(Array(bytes[..<end])) != nil, "cut at \(end)") }
    for place in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= 1 << bit
        _ = outcome(changed)
      }
    }
    var random = SplitMix64(seed: 7)
    for _ in Fuzzing.rounds(2_000) {
      _ = outcome(
        (0..<random.number(below: 60)).compactMap { _ in bytes.randomElement(using: &random) }
      )
    }
  }
}
