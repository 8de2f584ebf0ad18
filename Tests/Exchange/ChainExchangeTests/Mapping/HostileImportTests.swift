import ChainExchange
import ChainFiles
import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainTestSupport

/// Files that are made to harm end in an error, and soon.
struct HostileImportTests {
  private func codes(_ form: ForeignGraph.Form, _ bytes: [UInt8]) -> [String] {
    ForeignGraph([ForeignGraph.File(path: "x", bytes: bytes)], form: form).diagnostics.map(\.code)
  }

  private func codes(_ form: ForeignGraph.Form, _ text: String) -> [String] {
    codes(form, Array(text.utf8))
  }

  @Test func `deep nesting is refused`() {
    let depth = 200_000
    let brackets = String(repeating: "[", count: depth)
    #expect(codes(.jsongraph, brackets) == ["too-deep"])
    #expect(codes(.jsongraph, String(repeating: "{\"a\":", count: depth)) == ["too-deep"])
    let graphs = String(repeating: "<graph><node id=\"a\">", count: depth)
    #expect(codes(.graphml, "<graphml>" + graphs).contains("too-deep"))
  }

  @Test func `entities of XML are refused`() {
    let text = """
      <!DOCTYPE g [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
      <graphml><graph><node id="&b;"/></graph></graphml>
      """
    #expect(codes(.graphml, text) == ["xml-declaration"])
  }

  @Test func `a file of nothing is an error`() {
    for form in ForeignGraph.Form.allCases {
      #expect(codes(form, "").count == 1)
      #expect(codes(form, [0xFF, 0xFE, 0x00]).count >= 1)
    }
  }

  @Test func `more faults than anybody reads are cut`() {
    let nodes = Array(repeating: "{\"id\": 1}", count: 5_000).joined(separator: ",")
    #expect(codes(.jsongraph, "{\"nodes\": [\(nodes)]}").count == 501)
  }

  @Test func `bytes that were damaged never end the program`() {
    let samples: [(ForeignGraph.Form, String)] = [
      (.csv, TableImportTests.firms),
      (
        .jsongraph,
        "{\"graph\": {\"nodes\": {\"a\": {\"label\": \"\\ud83d\\ude00\"}}, \"edges\": []}}"
      ),
      (
        .graphml,
        "<graphml><key id=\"a\"/><graph><node id=\"b\"><data key=\"a\">字</data></node></graph></graphml>"
      ),
      (
        .graphml,
        """
        <gexf><graph><attributes class="node"><attribute id="0" title="a"><default>b</default></attribute>
        </attributes><nodes><node id="1" label="字"><attvalues><attvalue for="0" value="c"/></attvalues>
        <nodes><node id="2"/></nodes></node></nodes><edges><edge source="1" target="2"/></edges></graph></gexf>
        """
      ),
      (
        .jsongraph,
        """
        {"type":"node","id":"0","labels":["A"],"properties":{"name":"字"}}
        {"type":"relationship","label":"B","start":{"id":"0"},"end":{"id":"0","x":[1]}}
        """
      ),
      (
        .jsongraph,
        #"{"nodes":[{"name":"字"},{"name":"b"}],"links":[{"source":0,"target":1}],"adjacency":[[{"id":0}]]}"#
      ),
      (.csv, "sep=,\r企业名录,,\r企业名称,代码,\r甲,\"1\"\"2\",x\r"),
    ]
    var random = SplitMix64(seed: 7)
    for (form, text) in samples {
      for _ in Fuzzing.rounds(400) {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
            in: 0...255,
            using: &random
          )
        }
        let cut = Int.random(in: 0...bytes.count, using: &random)
        let foreign = ForeignGraph(
          [ForeignGraph.File(path: "x", bytes: Array(bytes[..<cut]))],
          form: form
        )
        for fault in foreign.diagnostics {
          let renderer = DiagnosticRenderer(language: .zh, isColored: false)
          #expect(!renderer.render(fault, source: foreign.sources["x"]).isEmpty)
        }
        // A draft of whatever was read is a mapping that can be read.
        guard !foreign.diagnostics.contains(where: { $0.severity == .error }) else { continue }
        expectReadable(foreign)
      }
    }
  }

  private func expectReadable(_ foreign: ForeignGraph) {
    guard let date = CalendarDate(parsing: "2024-05-01") else { return }
    let draft = foreign.mappingDraft(date: date, language: .en)
    let imported = foreign.imported(
      by: ForeignGraph.File(path: "draft.yaml", bytes: Array(draft.utf8))
    )
    let faults = imported.diagnostics.filter {
      $0.severity == .error && $0.location?.path == "draft.yaml"
    }
    #expect(faults.isEmpty, "\(faults.map(\.message.en)) in\n\(draft)")
  }
}
