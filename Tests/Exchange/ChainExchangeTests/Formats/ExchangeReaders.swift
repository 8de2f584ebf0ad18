import ChainFiles
import ChainModel
import Foundation
import Testing

@testable import ChainTestSupport

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a simple reader, which shares nothing with the writers, finds in a file.
struct ReadGraph: Equatable {
  /// In the order of their identities.
  var nodes: [String]
  /// Relation, source and target, in order.
  var edges: [[String]]

  init(nodes: [String], edges: [[String]]) {
    self.nodes = nodes.sorted()
    self.edges = edges.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// What a graph holds.
  init(_ graph: ChainGraph) {
    var edges: [[String]] = []
    for semantics in Semantics.allCases {
      for arc in graph.digraph(semantics).arcs {
        let relation = graph.relation(arc, semantics)
        edges.append([
          relation.kind.name, graph.id(of: relation.source), graph.id(of: relation.target),
        ])
      }
    }
    self.init(nodes: graph.nodes.map { graph.id(of: $0) }, edges: edges)
  }

  var hasDanglingEdge: Bool {
    let known = Set(nodes)
    return edges.contains { !known.contains($0[1]) || !known.contains($0[2]) }
  }
}

extension ReadGraph {
  init(json text: String) throws {
    let whole = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let graph = try #require(whole?["graph"] as? [String: Any])
    let nodes = try #require(graph["nodes"] as? [String: Any])
    let edges = try #require(graph["edges"] as? [[String: Any]])
    self.init(
      nodes: Array(nodes.keys),
      edges: try edges.map { edge in
        try ["relation", "source", "target"].map { try #require(edge[$0] as? String) }
      }
    )
  }

  /// GraphML and GEXF, which call nodes and edges alike.
  init(xml text: String) throws {
    let reader = XMLGraphReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    self.init(nodes: reader.nodes, edges: reader.edges)
  }

  /// Turtle, of which the lines that name identities and ends are looked at.
  init(turtle text: String) throws {
    var (nodes, edges): ([String], [[String]]) = ([], [])
    let end =
      /\s+rdf:subject <[^>]*\/node\/([^>]*)> ; rdf:predicate rel:(\w+) ; rdf:object <[^>]*\/node\/([^>]*)> ;/
    let subject = /<[^>]*\/node\/([^>]*)> a kind:.*/
    for line in text.split(separator: "\n") {
      if let match = line.wholeMatch(of: end) {
        edges.append([
          String(match.2), try Self.decoded(match.1), try Self.decoded(match.3),
        ])
      } else if let match = line.wholeMatch(of: subject) {
        nodes.append(try Self.decoded(match.1))
      }
    }
    self.init(nodes: nodes, edges: edges)
  }

  private static func decoded(_ text: Substring) throws -> String {
    try #require(String(text).removingPercentEncoding)
  }

  /// The script for Kuzu, a line a row.
  init(kuzu text: String) throws {
    let node = /CREATE \(:`[^`]+` \{id: ('(?:[^'\\]|\\['\\])*'), .*\}\);/
    let edge =
      /MATCH \(a:`[^`]+` \{id: ('(?:[^'\\]|\\['\\])*')\}\), \(b:`[^`]+` \{id: ('(?:[^'\\]|\\['\\])*')\}\) CREATE \(a\)-\[:`([^`]+)` \{.*\}\]->\(b\);/
    let other = /CREATE (?:NODE|REL) TABLE .*;|BEGIN TRANSACTION;|COMMIT;/
    var (nodes, edges): ([String], [[String]]) = ([], [])
    for line in text.split(separator: "\n") {
      if let match = line.wholeMatch(of: node) {
        nodes.append(Self.unescaped(match.1))
      } else if let match = line.wholeMatch(of: edge) {
        edges.append([String(match.3), Self.unescaped(match.1), Self.unescaped(match.2)])
      } else {
        try #require(line.wholeMatch(of: other) != nil, "\(line.prefix(200))")
      }
    }
    self.init(nodes: nodes, edges: edges)
  }

  /// The script for Neo4j, a line a row of a list.
  init(neo4j text: String) throws {
    let node = /\{id: ('(?:[^'\\]|\\['\\])*'), .*\}(?:,|\] AS row MERGE \(n:Liantu .*;)/
    let edge =
      /\{a: ('(?:[^'\\]|\\['\\])*'), b: ('(?:[^'\\]|\\['\\])*'), r: \{`relation`: '(\w+)', .*/
    let other = /UNWIND \[|CREATE CONSTRAINT liantu_id .*;/
    var (nodes, edges): ([String], [[String]]) = ([], [])
    for line in text.split(separator: "\n") {
      if let match = line.wholeMatch(of: node) {
        nodes.append(Self.unescaped(match.1))
      } else if let match = line.wholeMatch(of: edge) {
        edges.append([String(match.3), Self.unescaped(match.1), Self.unescaped(match.2)])
      } else {
        try #require(line.wholeMatch(of: other) != nil, "\(line.prefix(200))")
      }
    }
    self.init(nodes: nodes, edges: edges)
  }

  /// DOT, as the library of Graphviz reads it.
  init(dot text: String) throws {
    let graph = try #require(ReadDOT(text, attributes: ["data_relation"]), "no DOT")
    self.init(
      nodes: graph.nodes.map(\.name),
      edges: graph.edges.map { [$0.attributes["data_relation"] ?? "", $0.from, $0.to] }
    )
  }

  /// A text in quotes without them, and without the backslash before what it protects.
  private static func unescaped(_ quoted: Substring) -> String {
    String(quoted.dropFirst().dropLast().replacing(/\\(.)/) { $0.1 })
  }
}

private final class XMLGraphReader: NSObject, XMLParserDelegate {
  private(set) var nodes: [String] = []
  private(set) var edges: [[String]] = []
  private var ends: [String] = []
  private var relation = ""
  private var isRelation = false

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch name {
    case "node": nodes.append(attributes["id"] ?? "")
    case "edge":
      ends = [attributes["source"] ?? "", attributes["target"] ?? ""]
      relation = attributes["kind"] ?? ""
    case "data": isRelation = attributes["key"] == "e_relation"
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isRelation { relation += text }
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    if name == "data" { isRelation = false }
    if name == "edge" { edges.append([relation] + ends) }
  }
}
