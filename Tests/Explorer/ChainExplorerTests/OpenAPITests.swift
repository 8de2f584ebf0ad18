import Foundation
import Testing

@testable import ChainExplorer
import ChainModel
import ChainQueries

@Suite struct OpenAPITests {
  private static func document(_ ask: Asking) async throws -> [String: Any] {
    try await ask("/api/v1/openapi.json").object()
  }

  /// Holds the answer at a target against what the document promises for its status.
  private static func faults(
    of response: TestResponse,
    to endpoint: Endpoint,
    by document: [String: Any]
  ) throws -> [String] {
    let paths = document["paths"] as? [String: [String: [String: Any]]]
    let responses = paths?[endpoint.path]?["get"]?["responses"] as? [String: [String: Any]]
    let promised = responses?[String(response.status.code)]
    let content = promised?["content"] as? [String: [String: Any]]
    guard let schema = content?["application/json"]?["schema"] else {
      return ["\(endpoint.name): \(response.status.code) is not promised"]
    }
    let value = try JSONSerialization.jsonObject(with: Data(response.text.utf8))
    return SchemaCheck(document: document).faults(of: value, by: schema)
  }

  @Test func `the document lists every endpoint with its parameters and is version 3.1`()
    async throws
  {
    try await Site.shared().asking { ask in
      let document = try await Self.document(ask)
      #expect(document["openapi"] as? String == "3.1.0")
      let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
      #expect(Set(paths.keys) == Set(Endpoint.all.map(\.path)))
      for endpoint in Endpoint.all {
        let operation = try #require(paths[endpoint.path]?["get"])
        let parameters = try #require(operation["parameters"] as? [[String: Any]])
        #expect(parameters.count == endpoint.allParameters.count)
        let names = parameters.filter { $0["in"] as? String == "path" }
          .compactMap { $0["name"] as? String }
        let braces = endpoint.path.split(separator: "/").filter { $0.hasPrefix("{") }
        #expect(names == braces.map { String($0.dropFirst().dropLast()) })
      }
    }
  }

  @Test func `the answer to every example is as the document says`() async throws {
    try await Site.shared().asking { ask in
      let document = try await Self.document(ask)
      for endpoint in Endpoint.all {
        for more in ["", "&explain", "&lang=en", "&basis=document", "&at=2031-01-01"]
        where endpoint.parameters.contains(where: { $0.name == "explain" }) || more != "&explain" {
          let response = try await ask(Self.example(endpoint) + more)
          let faults = try Self.faults(of: response, to: endpoint, by: document)
          #expect(faults.isEmpty, "\(endpoint.name)\(more): \(faults.prefix(5))")
        }
      }
    }
  }

  @Test func `answers about nodes of all kinds are as the document says, faults too`() async throws
  {
    let site = try Site.shared()
    let graph = await site.server.keeper.state.current.dataset.graph
    // Neighbours in the data are alike: every eleventh node meets nearly all kinds.
    let ids = graph.nodes.enumerated().filter { $0.offset.isMultiple(of: 11) }
      .map { graph.id(of: $0.element).encoded }
    try await site.asking { ask in
      let document = try await Self.document(ask)
      for endpoint in Endpoint.all {
        let places = endpoint.parameters.filter { $0.place == .path }
        let isOfNodes = places.count == 1 && places[0].name != "view" && places[0].name != "text"
        guard isOfNodes || endpoint.name == "impact" else { continue }
        for id in ids {
          let target =
            isOfNodes ? "/api/v1/\(endpoint.name)/\(id)" : "/api/v1/impact?node=\(id)"
          let response = try await ask(target)
          let faults = try Self.faults(of: response, to: endpoint, by: document)
          #expect(faults.isEmpty, "\(target): \(faults.prefix(3))")
        }
      }
    }
  }

  @Test func `the lists of all views are as the document says`() async throws {
    try await Site.shared().asking { ask in
      let document = try await Self.document(ask)
      let endpoint = try #require(Endpoint.all.first { $0.name == "list" })
      let targets =
        [
          "panorama?of=泳装", "gaps", "overview", "responsibility", "duties",
          "duties?of=市工信局",
          "alignment", "projects", "park?of=打渔山园区", "region?of=兴城市",
          "upstream?of=高端聚烯烃",
          "downstream?of=芳烃", "paths?of=原油炼制&of=高端聚烯烃",
          "neighborhood?of=锦西石化", "impact?of=锦西石化", "ontology",
        ] + Verdict.allCases.map { "gaps?explain&state=\($0.rawValue)" }
      for target in targets {
        let response = try await ask(APITests.address("/api/v1/list/" + target))
        #expect([200, 404].contains(response.status.code), "\(target): \(response.text)")
        let faults = try Self.faults(of: response, to: endpoint, by: document)
        #expect(faults.isEmpty, "\(target): \(faults.prefix(5))")
      }
    }
  }

  /// A row of which nothing is promised would match whatever comes.
  @Test func `the document promises what the rows about segments and enterprises hold`()
    async throws
  {
    try await Site.shared().asking { ask in
      let paths = try #require(try await Self.document(ask)["paths"] as? [String: Any])
      for question in ["gaps", "weak", "wanted", "unknown", "enterprises", "layers/{cluster}"] {
        let text = String(
          decoding: try JSONSerialization.data(
            withJSONObject: try #require(paths["/api/v1/\(question)"], "\(question)"),
            options: .withoutEscapingSlashes
          ),
          as: UTF8.self
        )
        for member in ["id", "name", "source"] where question != "unknown" || member != "source" {
          #expect(text.contains("\"\(member)\":{"), "\(question): \(member)")
        }
      }
    }
  }

  /// The words are part of the promise: whoever reads answers by program goes by them.
  @Test func `the document tells verdicts, positions, measures and natures by these words`()
    async throws
  {
    try await Site.shared().asking { ask in
      let document = try await Self.document(ask)
      let paths = try #require(document["paths"] as? [String: Any])
      let words = Self.enumerations(in: try #require(paths["/api/v1/gaps"]))
      #expect(
        words["verdict"] == [
          "short", "many", "single", "unnamed", "building", "missing", "lacking", "wanted",
          "presumed", "unknown", "uncounted",
        ]
      )
      #expect(words["position"] == ["inner", "head", "tail", "apart"])
      #expect(words["measure"] == ["fill", "extend", "strengthen", "track"])
      #expect(
        words["nature"] == [
          "operating", "completed", "sign", "running", "short", "building", "surveyed", "lacking",
          "wanted", "planned", "general", "expired",
        ]
      )
    }
  }

  /// The words of the members of a schema that have words, by the names of the members.
  private static func enumerations(in value: Any, under name: String = "") -> [String: [String]] {
    switch value {
    case let values as [Any]:
      return values.map { enumerations(in: $0, under: name) }
        .reduce(into: [:]) { $0.merge($1) { $1 } }
    case let members as [String: Any]:
      var found: [String: [String]] = [:]
      if let words = members["enum"] as? [String] { found[name] = words }
      for (key, member) in members {
        // Of a choice the name is that of the whole.
        let isOwn = ["anyOf", "items", "schema"].contains(key)
        found.merge(enumerations(in: member, under: isOwn ? name : key)) { $1 }
      }
      return found
    default: return [:]
    }
  }

  /// Each verdict of the data, with its evidence: an answer without rows would be as any document
  /// says.
  @Test func `segments of most verdicts are told, each with what its verdict rests on`()
    async throws
  {
    try await Site.shared().asking { ask in
      var found: Set<Verdict> = []
      for verdict in Verdict.allCases where verdict != .uncounted {
        let answer = try await ask("/api/v1/gaps?state=\(verdict.rawValue)").object()
        let rows = try #require(answer["rows"] as? [[String: Any]])
        for row in rows {
          #expect(row["verdict"] as? String == verdict.rawValue)
          let evidence = try #require(row["evidence"] as? [[String: Any]])
          let natures = Set(evidence.compactMap { $0["nature"] as? String })
          let grounds = Self.grounds(of: verdict)
          #expect(
            grounds.isEmpty ? natures.isEmpty : !natures.isDisjoint(with: grounds),
            "\(row["id"] ?? "")"
          )
          let isGap = [.missing, .lacking].contains(verdict)
          #expect((row["position"] is String) == isGap, "\(row["id"] ?? "")")
        }
        if !rows.isEmpty { found.insert(verdict) }
      }
      // Nobody has surveyed anything in this data set.
      #expect(found == Set(Verdict.allCases).subtracting([.missing, .uncounted]))
    }
  }

  /// What a verdict may rest on, of which one piece at least must be there.
  private static func grounds(of verdict: Verdict) -> Set<String> {
    switch verdict {
    case .short: ["short"]
    case .many, .single: ["operating", "completed"]
    case .unnamed: ["operating", "completed", "sign", "running"]
    case .building: ["building"]
    case .missing: ["surveyed"]
    case .lacking: ["lacking"]
    case .wanted: ["wanted", "planned"]
    case .presumed: ["general"]
    case .unknown, .uncounted: []
    }
  }

  @Test func `the check finds what is wrong`() throws {
    let schema: [String: Any] = [
      "type": "object", "required": ["a"], "additionalProperties": false,
      "properties": [
        "a": ["type": "integer"], "b": ["anyOf": [["type": "null"], ["enum": ["x"]]]],
      ],
    ]
    let check = SchemaCheck(document: [:])
    let faults = { (json: String) in
      let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
      return check.faults(of: value, by: schema).count
    }
    #expect(try faults(#"{"a": 1, "b": null}"#) == 0)
    #expect(try faults(#"{"a": 1, "b": "x"}"#) == 0)
    #expect(try faults(#"{"a": true}"#) == 1)
    #expect(try faults(#"{"a": 1.5}"#) == 1)
    #expect(try faults(#"{"b": "y", "c": 1}"#) == 4)
    #expect(try faults("[]") == 1)
  }

  /// The address of an endpoint's own example, ending in a query.
  private static func example(_ endpoint: Endpoint) -> String {
    let places = endpoint.parameters.filter { $0.place == .path }
      .map { "/" + ($0.example ?? "").encoded }
    let options = endpoint.parameters.filter { $0.place == .query && $0.example != nil }
      .map { "\($0.name)=" + ($0.example ?? "").encoded }
    return "/api/v1/\(endpoint.name)\(places.joined())?" + options.joined(separator: "&")
  }
}
