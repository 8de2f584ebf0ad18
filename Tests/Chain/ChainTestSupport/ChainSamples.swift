import ChainFiles
import ChainModel
import Diagnostics
import GraphKernel
import TestSupport
import Testing

/// A small library beside a city that uses it.
enum ChainSamples {
  static let salt = """
    chain:
      - {id: salt, name: 盐业, edition: "2026.1", status: draft}
    defaults:
      chain: {basis: industry-knowledge}
      segment: {partOf: 盐业, basis: industry-knowledge, role: product}
      supplies: {basis: industry-knowledge}
    segment:
      - {id: brine, name: 卤水, role: resource, stage: 上游, supplies: {to: 精盐, source: [gb4754/1030, book/3]}}
      - {id: fine, name: 精盐, aliases: [精制盐], stage: 中游, supplies: [食盐市场, {to: 盐化工, kind: 物料}]}
      - {id: pan, name: 蒸发装备, stage: 上游, supplies: {to: 精盐, kind: 装备}}
      - {id: market, name: 食盐市场, role: market, stage: 下游}
      - {id: chemistry, name: 盐化工, stage: 下游}

    """
  static let soda = """
    chain:
      - {id: soda, name: 碱业, edition: "2026.1", status: draft, imports: [精盐]}
    defaults:
      chain: {basis: industry-knowledge}
      segment: {partOf: 碱业, basis: industry-knowledge, role: product}
      supplies: {basis: industry-knowledge}
    segment:
      - {id: ash, name: 纯碱, stage: 中游, suppliedBy: 精盐}

    """
  static let sources = """
    defaults:
      reference: {basis: industry-knowledge}
    reference:
      - {id: gb4754, name: 行业分类, category: classification}
      - {id: book, name: 盐业手册, category: paper}
      - {id: unused, name: 另一本书, category: paper}

    """
  /// The files of the library, as a city keeps them beside its data.
  static let library = [
    "chains/salt.yaml": salt, "chains/soda.yaml": soda, "chains/sources.yaml": sources,
  ]
  static let use = "uses:\n  - {chain: salt, edition: \"2026.1\", for: 盐业集群}\n"
  static let cluster = "cluster:\n  - {name: 盐业集群, source: 一}\n"

  static func folder(_ city: String, _ more: [String: String] = [:]) throws -> DatasetFolder {
    try .dataset(library.merging(["city.yaml": cluster + city]) { $1 }.merging(more) { $1 })
  }

  /// What a city reads, of which nothing may be wrong but what `warnings` says.
  static func graph(
    _ city: String,
    _ more: [String: String] = [:],
    warnings: [String] = ["unlocked-chain"]
  ) throws -> ChainGraph {
    let loaded = try folder(city, more).load()
    #expect(loaded.diagnostics.map(\.code) == warnings, "\(loaded.diagnostics.map(\.message.en))")
    return try #require(loaded.dataset?.graph)
  }
}

extension ChainGraph {
  /// Each flow as `source kind target`, in order.
  var flowTexts: [String] {
    nodes.flatMap { node in
      [Semantics.flow, .return].flatMap { relations(of: node, at: .source, $0) }
        .map { "\(name(of: $0.source)) \($0.kind.name) \(name(of: $0.target))" }
    }
    .sorted()
  }

  func texts(_ kind: NodeKind) -> [String] {
    nodes(of: kind).map { "\(id(of: $0)) \(name(of: $0))" }
  }

  func wholeTexts(of id: String) -> [String] {
    node(id: id).map { node in
      relations(of: node, at: .source, .containment).map { name(of: $0.target) }
    } ?? []
  }
}
