import ChainModel
import GraphKernel
import Testing

@testable import ChainExchange
@testable import ChainTestSupport

/// Names that a reader of DOT could take for syntax.
@Suite(.serialized) struct DOTTextTests {
  static let names = [
    "a\\\" b", "\\", "\\\\", "\"", "\\\"", "\\\\\"", "a\\\\\\\"", "\\N \\G \\L \\E \\T \\H", "C:\\",
    "x\\\"]; evil [label=\"y", "x\"]; evil; \"", "x\\\" - \"y", "两\n行", "两\\\n行", "\t\r", "<b>",
    "<b>\\",
    "graph", "node", "-1.5", "&lt;&#92;", "_", "//", "# x", "/* x", "👩‍👩‍👧\u{301}\\",
    "\\\u{301}\"",
    String(repeating: "长", count: 5_000) + "\\",
  ]

  @Test(arguments: names)
  func `a name reads back as it was`(name: String) throws {
    let text = try #require(DOTText(name))
    #expect(text.isExact)
    let graph = try #require(
      ReadDOT("digraph { \(text.written) [d=\(text.written)]; }", attributes: ["d"])
    )
    #expect(graph.nodes.map { Array($0.name.utf8) } == [Array(name.utf8)])
    #expect(graph.nodes[0].attributes["d"] == name)
  }

  @Test(arguments: ["<\\", "x\\\" -> \"y", ">a<\\\"", "<!-- -->\\"])
  func `a name that no DOT can hold is refused, and stands as nearly as can be in a value`(
    name: String
  ) throws {
    #expect(DOTText(name)?.isExact == false)
    let written = DOTText(nearest: name).written
    let graph = try #require(ReadDOT("digraph { a [d=\(written)]; b; }", attributes: ["d"]))
    #expect(graph.nodes.map(\.name) == ["a", "b"])
    #expect(graph.nodes[0].attributes["d"]?.replacing("\\\\", with: "\\") == name)
  }

  @Test func `a zero is refused`() {
    #expect(DOTText("a\0b") == nil && DOTText(nearest: "a\0b").written == "\"a\u{FFFD}b\"")
  }

  @Test(arguments: [#"["a\"","\\"]"#, #"["<\"","\\\""]"#, #"{"\\\\":"\n"}"#])
  func `JSON means the same`(json: String) throws {
    let text = DOTText(json: json)
    #expect(text.isExact)
    let graph = try #require(ReadDOT("digraph { a [d=\(text.written)]; }", attributes: ["d"]))
    let read = graph.nodes[0].attributes["d"]
    #expect(read?.replacing(#"\u0022"#, with: #"\""#) == json)
  }

  @Test func `a data set of hostile names reads back with equal names, links and values`() throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    var last: NodeIndex?
    for name in Self.names {
      let node = builder.addNode(.segment, name: name, origin: .industryKnowledge)
      if let last {
        builder.addRelation(.init("supplies"), from: last, to: node, origin: .industryKnowledge)
      }
      last = node
    }
    let dataset = try ExchangeTextTests.dataset(builder)
    let graph = try #require(
      ReadDOT(try dataset.text(as: .dot), attributes: ["data_name", "data_relation"])
    )
    #expect(Set(graph.nodes.map(\.name)) == Set(Self.names.map { "segment:" + $0 }))
    for node in graph.nodes {
      #expect("segment:" + (node.attributes["data_name"] ?? "") == node.name)
    }
    let pairs = zip(Self.names, Self.names.dropFirst()).map { ["segment:" + $0, "segment:" + $1] }
    #expect(Set(graph.edges.map { [$0.from, $0.to] }) == Set(pairs))
  }
}
