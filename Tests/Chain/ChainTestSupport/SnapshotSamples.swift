import Bilingual
import ChainModel
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles

/// Data sets to be written and read back, and everything that can be asked of one.
enum SnapshotSamples {
  /// Names, aliases, identities and attributes of every type, open lists, several origins.
  static let files = [
    "ontology.yaml": """
    kinds:
      university:
        label: {zh: 高校, en: university}
        attributes:
          founded: {label: {zh: 建校, en: founded}, type: date}
          students: {label: {zh: 学生, en: students}, type: integer}
    """,
    "queries.yaml": """
    queries:
      - name: 缺口
        expression: gaps(纸业集群)
        description: {zh: 缺什么, en: what it lacks}
      - {name: 企业们, expression: kind(enterprise)}

    """,
    "facts.yaml": """
    department:
      - {name: 市工信局, aliases: [工信局], source: 一}
    leader:
      - {name: 张三, titles: [市长, 书记], source: 一}
    cluster:
      - {name: 纸业集群, aliases: [造纸集群, 纸], tier: 百亿级, accountable: 张三, lead: [市工信局, 等], source: 一/(一)}
    segment:
      - {name: 制浆, partOf: 纸业集群, supplies: [造纸], source: 一/(一)}
      - {name: 造纸, partOf: 纸业集群, stage: 中游, supplies: [制浆], basis: industry-knowledge}
    enterprise:
      - {name: 晨光 纸业, id: e1, operatesIn: [造纸, 等], anchors: 纸业集群, source: 一/(二)}
      - {name: Ｍ纸业, external: true, operatesIn: 制浆, basis: industry-knowledge}
    project:
      - {name: 扩建, status: 在建, capacity: 30.5 万吨, fills: 制浆, lead: 市工信局, source: 二/(五)/2}
    university:
      - {name: 样例大学, founded: 1958-09, students: -3, source: 三}

    """,
  ]

  static func small() throws -> Dataset {
    let folder = try DatasetFolder.dataset(files)
    let loaded = folder.load()
    return try #require(loaded.dataset, "\(loaded.diagnostics)")
  }

  /// A graph with a vocabulary of its own, whose file is short enough to look at each byte.
  static func tiny() throws -> Dataset {
    func text(_ text: String) -> BilingualText { BilingualText(same: text) }
    let founded = AttributeDefinition(
      name: AttributeName("founded"),
      label: text("建校"),
      type: .date,
      isList: false
    )
    let ontology = Ontology(
      kinds: [
        KindDefinition(kind: .document, label: text("文件"), attributes: []),
        KindDefinition(kind: NodeKind("university"), label: text("高校"), attributes: [founded]),
      ],
      relations: [
        RelationDefinition(
          kind: RelationKind("feeds"),
          label: text("供"),
          inverse: text("得"),
          semantics: .flow,
          sources: .any,
          targets: .only([NodeKind("university")]),
          field: "feeds",
          inverseField: "fedBy"
        )
      ],
      units: []
    )
    var builder = ChainGraphBuilder(ontology: ontology)
    let document = builder.addNode(.document, name: "意见", origin: .industryKnowledge)
    let origin = Origin.cited(document, place: "一")
    let date = try #require(CalendarDate(parsing: "1958-09"))
    let university = builder.addNode(
      NodeKind("university"),
      name: "甲",
      id: "a",
      aliases: ["乙"],
      attributes: [(AttributeName("founded"), .date(date))],
      origin: origin
    )
    builder.addRelation(RelationKind("feeds"), from: document, to: university, origin: origin)
    return Dataset(
      title: text("试"),
      jurisdiction: "市",
      language: .zh,
      date: date,
      documents: [document],
      graph: try builder.finish()
    )
  }

  static func bytes(of dataset: Dataset, companions: [Companion] = []) -> [UInt8] {
    var bytes: [UInt8] = []
    dataset.writeSnapshot(companions: companions) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Everything that the public face of a data set tells, as text.
  static func everything(of dataset: Dataset) -> [String] {
    let graph = dataset.graph
    var lines = [
      "\(dataset.title) \(dataset.jurisdiction) \(dataset.language) \(dataset.date)",
      "\(dataset.documents) \(dataset.isStatedAlone)",
      "\(graph.ontology.kinds) \(graph.ontology.relations) \(graph.ontology.units)",
      "\(graph.relationCounts())",
    ]
    lines += dataset.queries.map {
      "\($0.name) \($0.expression) \(String(describing: $0.description))"
    }
    for node in graph.nodes {
      lines.append(
        "\(graph.id(of: node)) \(graph.kind(of: node)) \(graph.name(of: node)) "
          + "\(graph.aliases(of: node)) \(graph.origin(of: node)) \(graph.attributes(of: node))"
      )
      lines.append("\(String(describing: graph.node(id: graph.id(of: node))))")
      for name in [graph.name(of: node)] + graph.aliases(of: node) {
        lines.append("\(graph.bearers(of: name))")
        // These two look at every name.
        guard graph.nodes.count < 100 else { continue }
        lines.append("\(graph.lookUp(name)) \(graph.find(name))")
      }
      for semantics in Semantics.allCases {
        for end in [RelationDefinition.End.source, .target] {
          lines.append("\(graph.relations(of: node, at: end, semantics))")
        }
      }
    }
    let all = RelationColumns(of: graph)
    lines += (0..<all.count).map { "\(all.relation($0, in: graph))" }
    let stated = graph.statedByDocuments()
    lines += stated.nodes.map { stated.id(of: $0) }
    for kind in graph.ontology.kinds { lines.append("\(graph.nodes(of: kind.kind))") }
    for semantics in Semantics.allCases {
      lines.append("\(graph.digraph(semantics).arcs.map { graph.relation($0, semantics) })")
    }
    return lines
  }
}

/// A file for one test, removed with the value.
final class TemporaryFile {
  private let folder: DatasetFolder

  init(_ bytes: [UInt8]) throws {
    folder = try DatasetFolder()
    try write(bytes)
  }

  var path: String { folder.path + "/x.liantu" }

  func write(_ bytes: [UInt8]) throws { try folder.write(bytes, to: "x.liantu") }
}
