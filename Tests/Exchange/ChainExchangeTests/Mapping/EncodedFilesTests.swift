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

  @Test func `lines of two encodings are refused, not guessed at`() {
    let bytes = Array("名称,产品\n船舶配件厂,阀门\n".utf8) + [0xBC, 0xD7, 0x2C, 0xB7, 0xA7, 0x0A]
    let foreign = ForeignGraph([ForeignGraph.File(path: "f", bytes: bytes)], form: .csv)
    #expect(foreign.diagnostics.map(\.code) == ["invalid-utf8"])
    #expect(foreign.diagnostics.first?.location?.range?.start.line == 3)
  }
}
