import ChainExchange
import ChainFiles
import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainTestSupport

/// The ways in which programs write one graph as JSON: two segments and what one supplies.
struct JSONFormsTests {
  private func sample(_ text: String, name column: String) -> ImportSample {
    ImportSample(
      .jsongraph,
      ["a.json": text],
      mapping: """
        queries:
          - entities: {s: {kind: segment, properties: {name: {column: \(column)}}}}
          - relations: {r: {relation: supplies}}
        """
    )
  }

  private func expect(
    _ text: String,
    name column: String = "name",
    warnings: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let sample = sample(text, name: column)
    #expect(
      try sample.facts(sourceLocation: sourceLocation).filter { !$0.hasPrefix("document") } == [
        "segment 纱 [knowledge]", "segment 布 [knowledge]",
        "segment:纱 -supplies-> segment:布 [knowledge]",
      ],
      sourceLocation: sourceLocation
    )
    let told = sample.warnings.filter { !$0.hasPrefix("unmapped-column") }
    #expect(told == warnings, sourceLocation: sourceLocation)
  }

  private static let nodes = #""nodes": [{"id": "a", "name": "纱"}, {"id": "b", "name": "布"}]"#

  @Test(arguments: ["edges", "links", "relationships", "relations", "connections"])
  func `edges stand under several words`(word: String) throws {
    try expect("{\(Self.nodes), \"\(word)\": [{\"source\": \"a\", \"target\": \"b\"}]}")
  }

  @Test func `both edges and links are read`() throws {
    try expect(
      #"{\#(Self.nodes), "edges": [], "links": [{"source": "a", "target": "b"}]}"#
    )
  }

  @Test(arguments: [("from", "to"), ("start", "end"), ("srcId", "dstId"), ("src", "dst")])
  func `ends have several names`(source: String, target: String) throws {
    try expect("{\(Self.nodes), \"edges\": [{\"\(source)\": \"a\", \"\(target)\": \"b\"}]}")
  }

  @Test func `ends may be objects, which are meant by their identities`() throws {
    try expect(#"{\#(Self.nodes), "links": [{"source": {"id": "a"}, "target": {"id": "b"}}]}"#)
    try expect(
      #"{\#(Self.nodes), "links": [{"source": {"id": "a", "x": 1, "y": 2}, "target": {"id": "b"}}]}"#,
      warnings: [
        "end-fields-left-out: 2 fields within ends of edges left out: a node is meant by its identity, "
          + "and says the rest itself"
      ]
    )
  }

  @Test func `nodes without identities are known by their places or names`() throws {
    try expect(#"{"nodes": [{"name": "纱"}, {"name": "布"}], "links": [{"source": 0, "target": 1}]}"#)
    try expect(
      #"{"nodes": [{"name": "纱"}, {"name": "布"}], "links": [{"source": "纱", "target": "布"}]}"#
    )
    try expect(
      #"{"nodes": [{"id": ["x", 1], "name": "纱"}, {"id": ["y", 1], "name": "布"}], "#
        + #""edges": [{"source": ["x", 1], "target": ["y", 1]}]}"#
    )
  }

  @Test func `categories that are numbered are taken by their names`() throws {
    let text = """
      {"nodes": [{"name": "纱", "category": 0}, {"name": "甲", "category": 1}],
       "links": [], "edges": [{"source": "甲", "target": "纱"}],
       "categories": [{"name": "产品"}, {"name": "公司"}]}
      """
    let sample = ImportSample(
      .jsongraph,
      ["a.json": text],
      mapping: """
        queries:
          - entities:
              s: {kind: segment, filters: {category: 产品}, properties: {name: {column: name}}}
              e: {kind: enterprise, filters: {category: 公司}, properties: {name: {column: name}}}
          - relations: {r: {relation: operatesIn}}
        """
    )
    #expect(try sample.facts().contains("enterprise:甲 -operatesIn-> segment:纱 [knowledge]"))
    #expect(sample.warnings == [])
  }

  @Test func `graphology and Cytoscape put fields into an object within`() throws {
    try expect(
      """
      {"attributes": {}, "options": {"type": "directed"},
       "nodes": [{"key": "a", "attributes": {"label": "纱"}}, {"key": "b", "attributes": {"label": "布"}}],
       "edges": [{"key": "e", "source": "a", "target": "b", "attributes": {"w": 1}}]}
      """,
      name: "label"
    )
    try expect(
      """
      {"elements": {"nodes": [{"data": {"id": "a", "name": "纱"}}, {"data": {"id": "b", "name": "布"}}],
       "edges": [{"data": {"id": "e", "source": "a", "target": "b"}}]}}
      """
    )
    try expect(
      """
      [{"data": {"id": "a", "name": "纱"}}, {"data": {"id": "b", "name": "布"}},
       {"data": {"id": "e", "source": "a", "target": "b"}}]
      """
    )
  }

  @Test func `JSON Lines of a graph database are nodes and relationships`() throws {
    let text = """
      {"type":"node","id":"0","labels":["Product"],"properties":{"name":"纱"}}
      {"type":"node","id":"1","labels":["Product"],"properties":{"name":"布"}}
      {"type":"relationship","id":"0","label":"SUPPLIES","start":{"id":"0"},"end":{"id":"1"}}

      """
    try expect(text)
    let sample = ImportSample(
      .jsongraph,
      ["a.jsonl": text],
      mapping: """
        queries:
          - entities: {s: {kind: segment, filters: {labels: Product}, properties: {name: {column: name}}}}
          - relations: {r: {relation: supplies, filters: {$relation: SUPPLIES}}}
        """
    )
    #expect(try sample.facts().count { $0.contains("->") } == 1)
  }

  @Test func `adjacency is read by places, by identities and without directions`() throws {
    try expect(#"{"directed": true, \#(Self.nodes), "adjacency": [[{"id": "b", "w": 1}], []]}"#)
    try expect(#"{\#(Self.nodes), "adjacency": {"a": ["b"], "b": []}}"#)
    try expect(#"{\#(Self.nodes), "adjacency": {"a": {"b": {"w": 1}}}}"#)
    let undirected = ImportSample(
      .jsongraph,
      [
        "a.json":
          #"{"directed": false, \#(Self.nodes), "adjacency": [[{"id": "b"}], [{"id": "a"}]]}"#
      ],
      mapping: """
        queries:
          - entities: {s: {kind: segment, properties: {name: {column: name}}}}
          - relations: {r: {relation: supplies, undirected: as-drawn}}
        """
    )
    #expect(try undirected.facts().filter { $0.contains("->") }.count == 1)
  }

  @Test func `fields that are read as nothing are told with counts`() throws {
    try expect(
      """
      {\(Self.nodes), "edges": [{"source": "a", "target": "b"}], "groups": [{"id": 1}, {"id": 2}],
       "graph": {"author": "x"}, "relations": ["供应"], "directed": true}
      """,
      warnings: [
        "unread-field: 2 items of 'groups' left out: it belongs to no node and no edge",
        "unread-field: 1 item of 'graph' left out: it belongs to no node and no edge",
        "unread-field: 1 item of 'relations' left out: it belongs to no node and no edge",
      ]
    )
  }

  @Test func `what is no graph is refused with the forms that are read`() throws {
    let text = #"{"type": "gephi-lite", "graphDataset": {}}"#
    let foreign = ForeignGraph(
      [ForeignGraph.File(path: "a.json", bytes: Array(text.utf8))],
      form: .jsongraph
    )
    let fault = try #require(foreign.diagnostics.first)
    #expect(fault.code == "no-graph" && fault.help?.en.contains("GEXF") == true)
  }
}
