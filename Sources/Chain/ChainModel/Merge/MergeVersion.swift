import Bilingual
import GraphKernel

/// One of the three data sets of a merge, with nodes known by their number among those of all three.
struct MergeVersion: Sendable {
  struct RelationKey: Hashable {
    let kind: RelationKind
    let source: Int
    let target: Int
    /// Of several periods each is a relation of its own.
    let from: CalendarDate?

    func unit(at end: RelationDefinition.End) -> Int { end == .source ? source : target }
  }

  /// What a fact rests on.
  struct Ground: Hashable {
    /// The document that is cited; `nil` for general knowledge.
    let document: Int?
    let place: String
  }

  struct Stated: Hashable {
    let ground: Ground
    let isOpen: Bool
    let until: CalendarDate?
  }

  /// What a field holds.
  enum Value: Hashable {
    case text(String)
    case texts([String])
    case attribute(AttributeValue)
    case ground(Ground)
    case units([Int])
  }

  let dataset: Dataset
  /// By number; `nil` for what this one does not have.
  let nodes: [NodeIndex?]
  let relations: [RelationKey: Relation]
  private let numbers: [Int]
  private let same: @Sendable (String) -> String

  private var graph: ChainGraph { dataset.graph }

  init(_ dataset: Dataset, _ nodes: [NodeIndex?], _ same: @escaping @Sendable (String) -> String) {
    self.dataset = dataset
    self.nodes = nodes
    self.same = same
    var numbers = Array(repeating: 0, count: dataset.graph.nodes.count)
    for (number, node) in nodes.enumerated() {
      if let node { numbers[node.position] = number }
    }
    self.numbers = numbers
    relations = Dictionary(
      dataset.graph.allRelations().map { relation in
        let key = RelationKey(
          kind: relation.kind,
          source: numbers[relation.source.position],
          target: numbers[relation.target.position],
          from: relation.period.from
        )
        return (key, relation)
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  func number(of node: NodeIndex) -> Int { numbers[node.position] }

  func ground(_ origin: Origin) -> Ground {
    Ground(document: origin.document.map { number(of: $0) }, place: same(origin.place))
  }

  func stated(_ key: RelationKey) -> Stated? {
    relations[key].map {
      Stated(ground: ground($0.origin), isOpen: $0.isOpen, until: $0.period.until)
    }
  }

  // MARK: Fields

  /// The fields that a node of `kind` can have here, in the order of an entry.
  func fields(of kind: NodeKind) -> [String] {
    let attributes = graph.ontology[kind]?.attributes.map(\.name.name) ?? []
    return ["name", "id", "aliases"] + attributes + ["source"]
  }

  /// What the field of a node holds; `nil` for nothing.
  func value(_ field: String, of unit: Int) -> Value? {
    guard let node = nodes[unit] else { return nil }
    switch field {
    case "name": return .text(same(graph.name(of: node)))
    case "id": return .text(same(graph.id(of: node)))
    case "aliases":
      let aliases = graph.aliases(of: node)
      return aliases.isEmpty ? nil : .texts(aliases.map(same))
    case "source": return .ground(ground(graph.origin(of: node)))
    default: return graph.attribute(AttributeName(field), of: node).flatMap(counted)
    }
  }

  private func counted(_ value: AttributeValue) -> Value? {
    switch value {
    case .text(let text): .attribute(.text(same(text)))
    case .list(let values):
      .attribute(
        .list(values.map { if case .text(let text) = $0 { .text(same(text)) } else { $0 } })
      )
    default: .attribute(value)
    }
  }

  /// The field of a node for people.
  func text(_ field: String, of unit: Int) -> BilingualText? {
    guard let node = nodes[unit] else { return nil }
    switch field {
    case "name": return BilingualText(same: graph.name(of: node))
    case "id": return graph.statedID(of: node).map { BilingualText(same: $0) }
    case "aliases":
      let aliases = graph.aliases(of: node)
      guard !aliases.isEmpty else { return nil }
      return BilingualText(
        zh: aliases.joined(separator: "、"),
        en: aliases.joined(separator: ", ")
      )
    case "source": return BilingualText(graph.origin(of: node), graph)
    default: return graph.attribute(AttributeName(field), of: node).map { BilingualText($0) }
    }
  }

  func text(_ key: RelationKey) -> BilingualText? {
    guard let relation = relations[key] else { return nil }
    var text = BilingualText(relation.origin, graph)
    if !relation.period.isAlways {
      let period = relation.period.label
      text = BilingualText(zh: text.zh + "，" + period.zh, en: text.en + ", " + period.en)
    }
    return relation.isOpen ? BilingualText(zh: text.zh + "，等", en: text.en + ", etc.") : text
  }

  // MARK: The whole

  static let wholeFields: [(field: String, label: BilingualText)] = [
    ("title", BilingualText(zh: "标题", en: "title")),
    ("jurisdiction", BilingualText(zh: "地区", en: "jurisdiction")),
    ("language", BilingualText(zh: "语言", en: "language")),
    ("date", BilingualText(zh: "日期", en: "date")),
    ("documents", BilingualText(zh: "文件", en: "documents")),
  ]

  func whole(_ field: String) -> Value {
    switch field {
    case "title": .texts([same(dataset.title.zh), same(dataset.title.en)])
    case "jurisdiction": .text(same(dataset.jurisdiction))
    case "language": .text(dataset.language.rawValue)
    case "date": .text(dataset.date.description)
    default: .units(dataset.documents.map { number(of: $0) })
    }
  }

  func wholeText(_ field: String) -> BilingualText {
    switch field {
    case "title": return dataset.title
    case "jurisdiction": return BilingualText(same: dataset.jurisdiction)
    case "language": return BilingualText(same: dataset.language.rawValue)
    case "date": return BilingualText(same: dataset.date.description)
    default:
      let names = dataset.documents.map { graph.name(of: $0) }
      return BilingualText(zh: names.joined(separator: "、"), en: names.joined(separator: ", "))
    }
  }

  // MARK: Queries

  func query(_ name: String) -> NamedQuery? { dataset.queries.first { $0.name == name } }

  func counted(_ query: NamedQuery?) -> Value? {
    query.map { query in
      let description = query.description
      return .texts([query.expression, description?.zh ?? "", description?.en ?? ""].map(same))
    }
  }
}
