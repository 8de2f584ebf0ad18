import Bilingual
import ChainModel
import GraphKernel

extension Ontology {
  /// A small vocabulary for tests.
  static let small = Ontology(
    kinds: [
      kind(.document), kind(.cluster), kind(.segment), kind(.enterprise), kind(.leader),
      kind(
        .project,
        attribute("status", .option([option("planned", "谋划"), option("building", "在建")])),
        attribute("capacity", .quantity),
        attribute("count", .integer),
        attribute("external", .flag),
        attribute("titles", .text, isList: true)
      ),
    ],
    relations: [
      relation("supplies", .flow, [.segment], [.segment]),
      relation("recycles", .flow, [.segment], [.segment]),
      relation("partOf", .containment, [.cluster, .segment, .project], [.cluster, .segment]),
      relation("operatesIn", .presence, [.enterprise], [.segment]),
      relation("accountable", .responsibility, [.leader], nil),
      relation("implements", .reference, [.document], [.document]),
    ],
    units: [
      UnitOfMeasure(symbol: "亿元", dimension: "money", factor: 100_000_000),
      UnitOfMeasure(symbol: "万元", dimension: "money", factor: 10_000),
      UnitOfMeasure(symbol: "%", dimension: "ratio", factor: 0.01),
      UnitOfMeasure(symbol: "万吨/年", dimension: "mass-per-year", factor: 10_000),
    ]
  )

  static func kind(_ kind: NodeKind, _ attributes: AttributeDefinition...) -> KindDefinition {
    KindDefinition(kind: kind, label: BilingualText(same: kind.name), attributes: attributes)
  }

  static func attribute(
    _ name: String,
    _ type: AttributeDefinition.ValueType,
    isList: Bool = false
  ) -> AttributeDefinition {
    AttributeDefinition(
      name: AttributeName(name),
      label: BilingualText(same: name),
      type: type,
      isList: isList
    )
  }

  static func option(_ key: String, _ label: String) -> AttributeDefinition.Option {
    AttributeDefinition.Option(key: key, label: BilingualText(zh: label, en: key))
  }

  /// - Parameter targets: `nil` for every kind.
  static func relation(
    _ name: String,
    _ semantics: Semantics,
    _ sources: [NodeKind],
    _ targets: [NodeKind]?
  ) -> RelationDefinition {
    RelationDefinition(
      kind: RelationKind(name),
      label: BilingualText(same: name),
      inverse: BilingualText(same: "inverse of \(name)"),
      semantics: semantics,
      sources: .only(sources),
      targets: targets.map { .only($0) } ?? .any,
      field: name,
      inverseField: name + "Inverse"
    )
  }
}

extension RelationKind {
  static let supplies = RelationKind("supplies")
  static let recycles = RelationKind("recycles")
  static let partOf = RelationKind("partOf")
  static let operatesIn = RelationKind("operatesIn")
  static let implements = RelationKind("implements")
}

extension ChainGraphBuilder {
  /// A builder over the small vocabulary.
  static func small() -> ChainGraphBuilder { ChainGraphBuilder(ontology: .small) }

  /// Adds a node of general knowledge.
  @discardableResult
  mutating func add(
    _ kind: NodeKind,
    _ name: String,
    _ aliases: String...,
    id: String? = nil
  ) -> NodeIndex {
    addNode(kind, name: name, id: id, aliases: aliases, origin: .industryKnowledge)
  }

  /// Adds a relation of general knowledge.
  @discardableResult
  mutating func relate(
    _ kind: RelationKind,
    _ source: NodeIndex,
    _ target: NodeIndex
  ) -> ChainGraphBuilder.RelationHandle {
    addRelation(kind, from: source, to: target, origin: .industryKnowledge)
  }
}
