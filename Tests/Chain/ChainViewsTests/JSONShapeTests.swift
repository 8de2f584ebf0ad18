import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import Foundation
import Testing

/// The contract of `--format json`.
struct JSONShapeTests {
  private typealias Object = [String: Any]

  /// The fields that a row of each command has at least.
  private static let fields: [String: [String]] = [
    "find": ["id", "kind", "name", "matched"],
    "upstream": ["id", "kind", "name", "distance", "via", "verdict", "basis"],
    "downstream": ["id", "kind", "name", "distance", "via", "verdict", "basis"],
    "paths": ["nodes", "length"], "layers": ["id", "name", "stage", "rank", "cycle"],
    "gaps": [
      "id", "name", "cluster", "verdict", "position", "evidence", "demand", "feeds", "blocks",
      "measure", "candidates", "park", "owners", "source",
    ],
    "unknown": ["id", "name", "cluster", "verdict", "owners", "question", "size", "blocks"],
    "enterprises": [
      "id", "name", "clusters", "segments", "projects", "role", "places", "owner", "open", "basis",
      "source",
    ], "owners": ["party", "role", "scope", "from", "certainty", "open", "source"],
    "duties": [
      "id", "kind", "name", "role", "scope", "from", "through", "certainty", "open", "source",
    ], "audit": ["id", "kind", "name", "rule", "message", "source"],
    "alignment": [
      "cluster", "provinceLeader", "provinceMembers", "cityLeader", "cityMembers", "cityCluster",
      "source",
    ], "workload": ["party", "counts"],
  ]
  private static let values: [String: Set<String>] = [
    "stage": ["upstream", "midstream", "downstream"],
    "verdict": [
      "short", "many", "single", "unnamed", "building", "missing", "lacking", "wanted", "presumed",
      "unknown", "uncounted",
    ],
    "position": ["inner", "head", "tail", "apart"],
    "measure": ["fill", "extend", "strengthen", "track"], "scope": ["direct", "inherited"],
    "certainty": ["certain", "possible"], "basis": ["document", "industry-knowledge"],
    "matched": ["id", "name", "alias", "fragment", "pinyin"],
  ]

  private func object(_ answer: Answer, _ language: Language = .zh) throws -> Object {
    let text = answer.text(in: .json, language: language)
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
  }

  @Test(arguments: Language.allCases)
  func `every command answers with one object of the fields that the contract names`(
    _ language: Language
  ) throws {
    for dataset in [try Samples.tiny(), try Samples.large()] {
      for (label, answer) in Samples.answers(on: dataset) {
        let object = try object(answer, language)
        #expect(object["command"] as? String == label.split(separator: " ").first.map(String.init))
        try expectNode(object["subject"], in: dataset.graph, label)
        guard let fields = Self.fields[answer.command] else { continue }
        let rows = try #require(object["rows"] as? [Object], "\(label)")
        #expect(object["count"] as? Int == rows.count, "\(label)")
        for row in rows {
          #expect(Set(fields).subtracting(row.keys).isEmpty, "\(label) \(row.keys.sorted())")
          try expectSound(row, of: answer.command, in: dataset.graph, label)
        }
      }
    }
  }

  private func expectSound(
    _ row: Object,
    of command: String,
    in graph: ChainGraph,
    _ label: String
  ) throws {
    for (key, allowed) in Self.values {
      guard let value = row[key] as? String else { continue }
      #expect(allowed.contains(value), "\(label) \(key): \(value)")
    }
    for (key, value) in row {
      let isReference = ["id", "from", "via", "through"].contains(key)
      if isReference, let id = value as? String {
        #expect(graph.node(id: id) != nil, "\(label) \(key): \(id)")
      }
      if ["party", "cluster", "provinceLeader", "cityLeader", "cityCluster"].contains(key) {
        try expectNode(value, in: graph, "\(label) \(key)")
      }
      if key == "source", let source = value as? Object {
        #expect(source["document"] is String && source["place"] is String, "\(label)")
      }
      if key == "evidence" {
        for piece in try #require(value as? [Object]) {
          let keys = ["nature", "giver", "of", "open", "date", "validUntil", "source"]
          #expect(Set(piece.keys) == Set(keys), "\(label)")
          try expectNode(piece["giver"], in: graph, label)
          try expectNode(piece["of"], in: graph, label)
        }
      }
      if ["owners", "demand", "provinceMembers", "cityMembers", "cityClusters"].contains(key) {
        for node in try #require(value as? [Any]) { try expectNode(node, in: graph, label) }
      }
    }
    if command == "paths" {
      let ids = try #require(row["nodes"] as? [String])
      #expect(row["length"] as? Int == ids.count - 1)
      #expect(ids.allSatisfy { graph.node(id: $0) != nil })
    }
  }

  /// A node is an object with exactly `id`, `kind` and `name`; absent or null where there is none.
  private func expectNode(_ value: Any?, in graph: ChainGraph, _ label: String) throws {
    guard let value, !(value is NSNull) else { return }
    let node = try #require(value as? [String: String], "\(label): \(value)")
    #expect(Set(node.keys) == ["id", "kind", "name"], "\(label)")
    let index = try #require(graph.node(id: node["id"] ?? ""), "\(label)")
    #expect(graph.name(of: index) == node["name"])
    #expect(graph.kind(of: index).name == node["kind"])
  }

  @Test func `the keys stand in the order of the contract`() throws {
    let dataset = try Samples.tiny()
    let cluster = try #require(dataset.graph.node(id: "cluster:纸业集群"))
    let text = Answer.owners(of: cluster, in: dataset.graph, isExplaining: false)
      .text(in: .json, language: .zh)
    let places = ["\"command\"", "\"subject\"", "\"count\"", "\"rows\""]
      .compactMap { text.range(of: $0)?.lowerBound }
    #expect(places.count == 4)
    #expect(places == places.sorted())
  }

  @Test func `show gives the node, its attributes, its relations and its source`() throws {
    let dataset = try Samples.tiny()
    let node = try #require(dataset.graph.node(id: "project:年产3万吨特种纸项目"))
    let object = try object(.show(node, in: dataset.graph))
    try expectNode(object["node"], in: dataset.graph, "show")
    let attributes = try #require(object["attributes"] as? [String: String])
    #expect(attributes == ["status": "building", "capacity": "3 万吨"])
    let source = try #require(object["source"] as? [String: String])
    #expect(source == ["document": "样例意见", "place": "二/1"])
    let relations = try #require(object["relations"] as? [Object])
    #expect(relations.count == 3)
    for relation in relations {
      #expect(
        Set(["relation", "direction", "node", "source", "basis"]).subtracting(relation.keys).isEmpty
      )
      try expectNode(relation["node"], in: dataset.graph, "show")
    }
    let reported = relations.map { "\($0["relation"] ?? "") \($0["direction"] ?? "")" }
    #expect(Set(reported) == ["partOf out", "fills out", "builds in"])
  }

  @Test func `stats counts nodes and relations by kind, and verdicts by cluster`() throws {
    let dataset = try Samples.tiny()
    let object = try object(.statistics(of: dataset.graph))
    let nodes = try #require(object["nodes"] as? [String: Int])
    let relations = try #require(object["relations"] as? [String: Int])
    #expect(nodes["segment"] == 10 && nodes["university"] == 1 && nodes["brand"] == 0)
    #expect(nodes.values.reduce(0, +) == dataset.graph.nodes.count)
    #expect(relations["supplies"] == 9 && relations["advises"] == 2)
    #expect(relations["equips"] == 1 && relations["returns"] == 1)
    let clusters = try #require(object["completeness"] as? [Object])
    #expect(clusters.count == 1)
    let paper = try #require(clusters.first)
    let counts = Verdict.allCases.map { paper[$0.rawValue] as? Int }
    #expect(counts == [0, 1, 0, 0, 1, 2, 2, 1, 1, 1, 1])
    #expect(paper["counted"] as? Int == 9 && paper["surveyed"] as? Int == 2)
    let range = try #require(paper["completeness"] as? [String: Int])
    #expect(range == ["least": 1, "most": 5, "all": 9, "surveyed": 2])
  }

  @Test func `the two languages differ in sentences alone`() throws {
    for (label, answer) in Samples.answers(on: try Samples.tiny()) {
      let (zh, en) = (try object(answer, .zh), try object(answer, .en))
      #expect(Set(zh.keys) == Set(en.keys), "\(label)")
      let sentences = ["message", "explanation", "question"]
      let rows = [zh, en].map { $0["rows"] as? [Object] ?? [] }
      for (a, b) in zip(rows[0], rows[1]) {
        let kept = [a, b].map { $0.filter { !sentences.contains($0.key) } as NSDictionary }
        #expect(kept[0] == kept[1], "\(label)")
      }
    }
  }
}
