import ChainFiles
import ChainModel
import ChainQueries
import Diagnostics
import GraphKernel
import TestSupport
import Testing

@testable import ChainTestSupport

struct DatasetReaderTests {
  @Test func `all faults of all files are told, in reading order`() throws {
    try expectFaults(
      [
        "bad-date", "unknown-kind", "unknown-field", "unknown-value", "unknown-reference",
        "missing-source", "yaml-syntax", "unknown-unit", "duplicate-relation", "bad-integer",
      ],
      in: [
        "a.yaml": """
        task:
          - {name: 任务, source: 二, deadline: ⟦明年⟧}
        ⟦tasks⟧: []
        region:
          - {name: 甲, ⟦levle⟧: 市, source: 二}
          - {name: 乙, level: ⟦村⟧, source: 二, partOf: ⟦太平洋沿岸经济带⟧}
          - {name: ⟦丙⟧}

        """,
        "b.yaml": "region: [甲\nname⟦:⟧ 乙\n",
        "c/d.yaml": """
        project:
          - {name: 项目, source: 二, capacity: ⟦30 桶⟧, partOf: [任务, ⟦任务⟧], count: ⟦多⟧}

        """,
      ]
    )
  }

  @Test func `warnings never stop a load`() throws {
    // No leader, no lead, no builder, parts that do not add up, a stage against the flow.
    let loaded = try DatasetFolder.dataset([
      "x.yaml": """
      cluster:
        - {name: 集群, source: 二, level: 市级}
      segment:
        - {name: 甲, source: 二, partOf: 集群, stage: 下游, supplies: 乙}
        - {name: 乙, source: 二, partOf: 集群, stage: 上游}
      project:
        - {name: 项目, source: 二, partOf: 集群}
      target:
        - {name: 总数, source: 二, metric: 企业, value: 10 家, partOf: 集群}
        - {name: 一部分, source: 二, metric: 企业, value: 3 家, partOf: 总数}
        - {name: 另一部分, source: 二, metric: 企业, value: 4 家, partOf: 总数}

      """
    ]).load()
    #expect(!loaded.diagnostics.contains { $0.severity == .error })
    let graph = try #require(loaded.dataset?.graph)
    #expect(!graph.audit(rules: AuditRule.allCases.filter(\.isWarning)).isEmpty)
  }

  @Test func `each node knows where it is declared`() throws {
    let text = MarkedText(
      "region:\n  - {source: 二, name: ⟦兴城市⟧}\n  - name: ⟦'绥中县'⟧\n    source: 二\n"
    )
    let folder = try DatasetFolder.dataset(["x.yaml": text.text])
    let loaded = folder.load()
    let graph = try #require(loaded.dataset?.graph)
    let places = graph.nodes(of: NodeKind("region")).map { loaded.place(of: $0) }
    #expect(places == text.ranges.map { .init(path: folder.path + "/x.yaml", range: $0) })
  }

  @Test func `the text of every file is at hand for messages`() throws {
    let folder = try DatasetFolder.dataset(["a/x.yaml": "region: []\n", "ontology.yaml": "{}\n"])
    let names = folder.load().sources.keys.map { $0.dropFirst(folder.path.count + 1) }.sorted()
    #expect(names == ["a/x.yaml", "dataset.yaml", "documents.yaml", "ontology.yaml"])
  }

  @Test func `what stands beside the manifest for other readers is no data`() throws {
    let reserved = [
      "theme.yaml": "sizes: {title: 30}\n", "queries.yaml": "queries: []\n",
      "packs/a.yaml": "views: []\n",
    ]
    let folder = try DatasetFolder.dataset(reserved)
    #expect(folder.load().diagnostics.isEmpty)
    #expect(folder.load().dataset != nil)
    // Further down, and under other names, they are data like any other.
    for (name, text) in reserved {
      let loaded = try DatasetFolder.dataset(["a/" + name: text]).load()
      #expect(!loaded.diagnostics.isEmpty, "\(name)")
    }
  }

  @Test func `a file that holds nothing is no fault`() throws {
    let loaded = try DatasetFolder.dataset(["a.yaml": "", "b.yaml": "# later\n"]).load()
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.dataset != nil)
  }

  // MARK: Order

  /// Entries that refer forward, backward, across files, by alias, and on either end.
  private static let entries = [
    "cluster": [
      "{name: 泳装集群, source: 二, lead: 市工信局, accountable: [柳晓东, 毕荣昌, 等]}",
      "{name: 化工集群, source: 三, lead: 市工业和信息化局}",
    ],
    "segment": [
      "{name: 化纤, basis: industry-knowledge, supplies: [面料, {to: 里料, source: 四}]}",
      "{name: 面料, source: 二, partOf: 泳装集群, supplies: 成衣}",
      "{name: 里料, source: 二, partOf: 泳装集群}",
      "{name: 成衣, source: 二, partOf: 泳装集群, suppliedBy: 里料, operators: 英华}",
    ],
    "enterprise": [
      "{name: 英华, source: 二, operatesIn: {to: 面料, source: 五}, anchors: 泳装集群}",
      "{name: 恒泰, source: 二, partOf: 泳装集群}",
    ],
    "leader": ["{name: 柳晓东, source: 二}", "{name: 毕荣昌, source: 二}"],
    "department": ["{name: 市工业和信息化局, aliases: [市工信局], source: 二}"],
    "region": ["{name: 兴城市, source: {document: 通知, place: 一}, occupants: 英华}"],
    "document": ["{name: 通知, source: 序言}"],
  ]

  /// A file: for each kind, its entries.
  private typealias File = [(kind: String, entries: [String])]

  @Test func `the order of files and entries changes nothing that is known`() throws {
    let sorted = Self.entries.sorted { $0.key < $1.key }
    let expected = try known(of: ["x.yaml": sorted.map { ($0.key, $0.value) }], seed: nil)
    #expect(expected.count == 30)
    let pieces = sorted.flatMap { kind, entries in entries.map { (kind: kind, entry: $0) } }
    for seed in UInt64(0)..<60 {
      var random = SplitMix64(seed: seed)
      var files: [String: [String: [String]]] = [:]
      for piece in pieces.shuffled(using: &random) {
        let file = ["a.yaml", "b/c.yaml", "b.yaml", "z.yml"].randomElement(using: &random) ?? ""
        files[file, default: [:]][piece.kind, default: []].append(piece.entry)
      }
      var shuffled: [String: File] = [:]
      for (file, kinds) in files.sorted(by: { $0.key < $1.key }) {
        shuffled[file] = kinds.sorted { $0.key < $1.key }.shuffled(using: &random)
          .map { ($0.key, $0.value) }
      }
      #expect(try known(of: shuffled, seed: seed) == expected, "seed \(seed)")
    }
  }

  /// Every node and relation in words, in an order of its own.
  private func known(of files: [String: File], seed: UInt64?) throws -> [String] {
    let texts = files.mapValues { file in
      file.map { "\($0.kind):\n" + $0.entries.map { "  - \($0)\n" }.joined() }.joined()
    }
    let loaded = try DatasetFolder.dataset(texts).load()
    #expect(loaded.diagnostics.map(\.message.en) == [], "seed \(String(describing: seed))")
    let graph = try #require(loaded.dataset?.graph)
    func text(_ origin: Origin) -> String {
      "\(origin.basis) \(origin.document.map { graph.id(of: $0) } ?? "-") \(origin.place)"
    }
    let nodes = graph.nodes.map { "\(graph.id(of: $0)) \(text(graph.origin(of: $0)))" }
    let relations = graph.nodes.flatMap { node in
      Semantics.allCases.flatMap { graph.relations(of: node, at: .source, $0) }
    }
    return
      (nodes
      + relations.map { relation in
        "\(graph.id(of: relation.source)) \(relation.kind.name) \(graph.id(of: relation.target)) "
          + "\(text(relation.origin)) \(relation.isOpen)"
      }).sorted()
  }
}
