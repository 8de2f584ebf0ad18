import Testing
import XML

struct XMLReaderTests {
  /// The events as short words: `<a x=1`, `text`, `>a`.
  private func words(_ text: String) throws -> [String] {
    var reader = XMLReader(Array(text.utf8))
    var words: [String] = []
    while let event = try reader.next() {
      switch event {
      case .start(let element):
        let list = element.attributes.map { " \($0.name.local)=\($0.value)" }.joined()
        words.append("<\(element.name.local)\(list)")
      case .text(let text): words.append(text)
      case .end(let name): words.append(">\(name.local)")
      }
    }
    return words
  }

  @Test func `elements, attributes and text come in the order of the text`() throws {
    #expect(
      try words("<?xml version=\"1.0\"?><!-- c --><链 b='2' a=\"一\"><x/>文<!-- c -->字</链>")
        == ["<链 b=2 a=一", "<x", ">x", "文字", ">链"]
    )
  }

  @Test func `references, sections and line ends make one text`() throws {
    #expect(
      try words("<a>1 &lt; 2 &amp;&#38;\r\n<![CDATA[<b>]]>&#x9502;</a>")
        == ["<a", "1 < 2 &&\n<b>锂", ">a"]
    )
  }

  @Test func `a prefix is what it stands for`() throws {
    let text = """
      <p:a xmlns:p="u" xmlns="v" p:x="1" x="2" xml:space="preserve"><b/><c xmlns=""/></p:a>
      """
    var reader = XMLReader(Array(text.utf8))
    var names: [XMLName] = []
    while let event = try reader.next() {
      guard case .start(let element) = event else { continue }
      names.append(element.name)
      guard element.name.local == "a" else { continue }
      #expect(element["x"] == "2" && element["space"] == nil)
      #expect(
        element.attributes.map(\.name) == [
          XMLName("x", in: "u"), XMLName("x"),
          XMLName("space", in: "http://www.w3.org/XML/1998/namespace"),
        ]
      )
    }
    #expect(names == [XMLName("a", in: "u"), XMLName("b", in: "v"), XMLName("c")])
  }

  @Test func `an event knows its line and its column in Unicode scalars`() throws {
    var reader = XMLReader(Array("<a>\n  锂电<b/>\n</a>".utf8))
    var places: [String] = []
    while try reader.next() != nil {
      places.append("\(reader.position.line):\(reader.position.column)")
    }
    #expect(places == ["1:1", "1:4", "2:5", "2:9", "2:9", "3:1"])
  }

  @Test func `an element can be read to its end, and gives its text`() throws {
    var reader = XMLReader(Array("<a><t>一<b>二</b>三</t><c/></a>".utf8))
    _ = try reader.next()
    _ = try reader.next()
    #expect(try reader.finishElement() == "一二三")
    _ = try reader.next()
    #expect(try reader.next() == .end(XMLName("c")))
  }

  @Test func `a long text gives every element, and then nothing`() throws {
    let body = (0..<5_000).map { "<n i='\($0)'>\($0)</n>" }.joined(separator: "\n")
    var reader = XMLReader(Array("<a>\(body)</a>".utf8))
    var expected = 0
    while let event = try reader.next() {
      guard case .start(let element) = event, let number = element["i"] else { continue }
      #expect(number == "\(expected)" && reader.position.line == expected + 1)
      #expect(try reader.finishElement() == number)
      expected += 1
    }
    #expect(expected == 5_000)
    #expect(try reader.next() == nil)
  }

  @Test func `UTF-16 and a byte order mark are read`() throws {
    let text = "<a>锂</a>"
    let wide: [UInt8] =
      [0xFE, 0xFF]
      + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    for bytes in [wide, [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
      var reader = XMLReader(bytes)
      _ = try reader.next()
      #expect(try reader.next() == .text("锂"))
    }
  }
}
