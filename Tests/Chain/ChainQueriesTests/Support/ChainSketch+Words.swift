import Bilingual
import ChainFiles
import ChainModel

extension RelationKind {
  static let supplies = RelationKind("supplies")
  static let recycles = RelationKind("recycles")
  static let partOf = RelationKind("partOf")
  static let operatesIn = RelationKind("operatesIn")
  static let fills = RelationKind("fills")
  static let builds = RelationKind("builds")
  static let support = RelationKind("support")
  static let memberOf = RelationKind("memberOf")
  static let correspondsTo = RelationKind("correspondsTo")
  static let trains = RelationKind("trains")
  static let equips = RelationKind("equips")
  static let returns = RelationKind("returns")
  static let evidences = RelationKind("evidences")
  static let controlledBy = RelationKind("controlledBy")
  static let surveys = RelationKind("surveys")
  static let statesRunning = RelationKind("statesRunning")
  static let statesShort = RelationKind("statesShort")
  static let statesLacking = RelationKind("statesLacking")
  static let statesWanted = RelationKind("statesWanted")
}

extension NodeKind {
  static let university = NodeKind("university")
  static let brand = NodeKind("brand")
  static let platform = NodeKind("platform")
}

extension Ontology {
  /// The vocabulary of the program, to which a data set has added a kind, a relation of that kind,
  /// and a second relation along which material flows.
  static let withUniversities: Ontology = {
    let standard = Ontology.builtIn
    let university = KindDefinition(
      kind: .university,
      label: BilingualText(zh: "高校", en: "university"),
      attributes: []
    )
    let trains = RelationDefinition(
      kind: .trains,
      label: BilingualText(zh: "培养人才", en: "trains people for"),
      inverse: BilingualText(zh: "人才来自", en: "gets people from"),
      semantics: .action,
      sources: .only([.university]),
      targets: .only([.enterprise]),
      field: "trains",
      inverseField: "trainedBy"
    )
    let recycles = RelationDefinition(
      kind: .recycles,
      label: BilingualText(zh: "回收供给", en: "recycles into"),
      inverse: BilingualText(zh: "回收自", en: "is recycled from"),
      semantics: .flow,
      sources: .only([.segment]),
      targets: .only([.segment]),
      field: "recycles",
      inverseField: "recycledFrom"
    )
    let relations = standard.relations.map { relation in
      guard relation.kind == .partOf, case .only(let sources) = relation.sources else {
        return relation
      }
      return RelationDefinition(
        kind: relation.kind,
        label: relation.label,
        inverse: relation.inverse,
        semantics: relation.semantics,
        sources: .only(sources + [.university]),
        targets: relation.targets,
        field: relation.field,
        inverseField: relation.inverseField
      )
    }
    return Ontology(
      kinds: standard.kinds + [university],
      relations: relations + [trains, recycles],
      units: standard.units
    )
  }()
}
