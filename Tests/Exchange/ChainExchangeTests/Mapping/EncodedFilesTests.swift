import ChainExchange
import ChainFiles
import ChainModel
import Diagnostics
import Testing

@testable import ChainTestSupport

/// Files as programs for Chinese Windows, and Excel, write them: in other encodings than UTF-8.
struct EncodedFilesTests {
  private static let mapping = """
    queries: [{entities: {s: {kind: segment, properties: {name: {column: name}}}}}]

    """

  private func names(
    _ bytes: [UInt8],
    _ form: ForeignGraph.Form,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let foreign = ForeignGraph([ForeignGraph.File(path: "f", bytes: bytes)], form: form)
    let mapping = Array((ImportSample.head + Self.mapping).utf8)
    let imported = foreign.imported(by: ForeignGraph.File(path: "m.yaml", bytes: mapping))
    let errors = imported.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.message.en))", sourceLocation: sourceLocation)
    let graph = try #require(imported.dataset, sourceLocation: sourceLocation).graph
    return graph.nodes(of: .segment).map { graph.name(of: $0) }
  }

  private func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }.joined()
  }

  private static let json = #"{"nodes": [{"id": 1, "name": "甲"}], "edges": []}"#

  @Test func `UTF-16 is read in every form`() throws {
    #expect(try names(utf16("name\tx\r\n甲\t1\r\n"), .csv) == ["甲"])
    #expect(try names(utf16(Self.json), .jsongraph) == ["甲"])
    let graph = """
      <?xml version="1.0" encoding="UTF-16"?><graphml><key id="n" attr.name="name"/><graph>
      <node id="a"><data key="n">甲</data></node></graph></graphml>
      """
    #expect(try names(utf16(graph), .graphml) == ["甲"])
  }

  #if canImport(Glibc)
    /// The text with 甲 in GB 18030.
    private func national(_ text: String) -> [UInt8] {
      let parts = text.split(separator: "甲", omittingEmptySubsequences: false)
      return Array(parts.map { Array($0.utf8) }.joined(separator: [0xBC, 0xD7]))
    }

    @Test(arguments: ["GB2312", "GBK", "gb18030"])
    func `GB 18030 is read in every form, as XML says it`(name: String) throws {
      #expect(try names(national("name,x\n甲,1\n"), .csv) == ["甲"])
      #expect(try names(national(Self.json), .jsongraph) == ["甲"])
      let head = "<?xml version='1.0' encoding='\(name)'?>"
      let graph = """
        \(head)<graphml><key id="n" attr.name="name"/><graph>
        <node id="a"><data key="n">甲</data></node></graph></graphml>
        """
      #expect(try names(national(graph), .graphml) == ["甲"])
      let other = """
        \(head)<gexf><graph><attributes class="node"><attribute id="0" title="name"/></attributes>
        <nodes><node id="a"><attvalues><attvalue for="0" value="甲"/></attvalues></node></nodes>
        </graph></gexf>
        """
      #expect(try names(national(other), .graphml) == ["甲"])
    }

    @Test func `a fault shows the line as it was read`() throws {
      let text = "<?xml version='1.0' encoding='GBK'?>\n<graphml><graph>甲</oops></graphml>"
      let file = ForeignGraph.File(path: "f", bytes: national(text))
      let foreign = ForeignGraph([file], form: .graphml)
      let fault = try #require(foreign.diagnostics.first)
      let line = try #require(foreign.sources["f"]).line(2)
      #expect(line == "<graphml><graph>甲</oops></graphml>")
      #expect(fault.location?.range?.start == SourcePosition(line: 2, column: 20))
    }
  #endif

  private func diagnostics(_ bytes: [UInt8]) -> [Diagnostic] {
    ForeignGraph([ForeignGraph.File(path: "f", bytes: bytes)], form: .csv).diagnostics
  }

  #if canImport(Glibc)
    @Test func `an encoding that is guessed is told, with others that fit`() throws {
      let latin = Array("name,city\nM".utf8) + [0xFC] + Array("ller,Halle\nK".utf8) + [0xF6]
      let told = try #require(diagnostics(latin + Array("ln AG,Bonn\n".utf8)).first)
      #expect(told.code == "guessed-encoding" && told.severity == .warning)
      #expect(told.message.en.contains("GB 18030") && told.message.en.contains("windows-1252"))
      #expect(told.help?.en.contains("--encoding windows-1252") == true)
      // 產品 in Big5, whose second bytes are signs of ASCII too.
      let big5: [UInt8] = [0xB2, 0xA3, 0xAB, 0x7E, 0x2C, 0xB2, 0xA3, 0x0A, 0xB2, 0xA3]
      let other = try #require(diagnostics(big5 + [0x2C, 0xAB, 0x7E, 0x0A]).first)
      #expect(other.message.en.contains("big5"))
      let plain = Array("name\n".utf8) + (0..<12).flatMap { _ -> [UInt8] in [0xBC, 0xD7] } + [0x0A]
      #expect(
        diagnostics(plain).map(\.message.en) == [
          "read as GB 18030, which is a guess: the file does not say how it is written"
        ]
      )
    }

    @Test func `a text that ends to be GB 18030 says where`() throws {
      let fault = try #require(diagnostics(national("name,x\n甲,1\n") + [0xFF, 0x41]).first)
      #expect(fault.code == "invalid-encoding")
      #expect(fault.message.en.contains("line 3, column 1"))
    }
  #endif

  @Test func `UTF-8 is not told, UTF-32 is read, and UTF-16 that is cut says so`() throws {
    #expect(diagnostics(Array("name\n甲\n".utf8)).isEmpty)
    var wide: [UInt8] = [0xFF, 0xFE, 0, 0]
    for scalar in "name\n甲\n".unicodeScalars {
      for byte in 0..<4 as Range<UInt32> {
        wide.append(UInt8(truncatingIfNeeded: scalar.value >> (8 * byte)))
      }
    }
    #expect(try names(wide, .csv) == ["甲"])
    let cut = try #require(diagnostics(utf16("name\n甲\n") + [0x41]).first)
    #expect(cut.code == "invalid-encoding" && cut.message.en.contains("UTF-16"))
    let late = try #require(diagnostics(Array("name\n甲\n".utf8) + [0xFF]).first)
    #expect(late.code == "invalid-utf8" && late.location?.range?.start.line == 3)
  }

  @Test func `lines of two encodings are refused, not guessed at`() {
    let bytes = Array("名称,产品\n船舶配件厂,阀门\n".utf8) + [0xBC, 0xD7, 0x2C, 0xB7, 0xA7, 0x0A]
    let foreign = ForeignGraph([ForeignGraph.File(path: "f", bytes: bytes)], form: .csv)
    #expect(foreign.diagnostics.map(\.code) == ["invalid-utf8"])
    #expect(foreign.diagnostics.first?.location?.range?.start.line == 3)
  }
}
