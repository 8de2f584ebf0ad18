import Bilingual
import ChainModel
import GraphKernel

/// What a field of an exported node or relation holds.
enum ExchangeType: Hashable, Sendable {
  case text
  case integer
  case decimal
  case flag
}

/// A value of a field.
enum ExchangeValue: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case decimal(Double)
  case flag(Bool)
  case list([ExchangeValue])
}

/// A field of an exported node or relation: the same for all of them, whether they have it or not.
struct ExchangeField: Hashable, Sendable {
  let name: String
  let type: ExchangeType
  let isList: Bool
  /// The word for people.
  let label: BilingualText

  init(_ name: String, _ type: ExchangeType = .text, isList: Bool = false, zh: String, en: String) {
    self.name = name
    self.type = type
    self.isList = isList
    label = BilingualText(zh: zh, en: en)
  }
}

/// Which fields nodes and relations have, in every format alike: they follow from the ontology alone.
///
/// An attribute gives the field of its name. An option has its word beside its key (`status_label`),
/// a quantity its number and its unit (`capacity_number`, `capacity_unit`). Where kinds differ on the
/// type of an attribute, the field is one of texts.
struct ExchangeSchema: Sendable {
  /// Those that every node has, then those of attributes.
  let nodeFields: [ExchangeField]
  let relationFields: [ExchangeField]
  /// Of each attribute of each kind its fields.
  private let slots: [[Range<Int>]]

  /// The fields of origins.
  private static let origin = [
    ExchangeField("document", zh: "出处文件", en: "cited document"),
    ExchangeField("document_name", zh: "出处文件名称", en: "name of the cited document"),
    ExchangeField("place", zh: "文件中的位置", en: "place in the document"),
    ExchangeField("basis", zh: "依据", en: "basis"),
  ]

  private static let node =
    [
      ExchangeField("name", zh: "名称", en: "name"), ExchangeField("kind", zh: "类别", en: "kind"),
      ExchangeField("kind_label", zh: "类别名称", en: "word for the kind"),
      ExchangeField("aliases", isList: true, zh: "别名", en: "aliases"),
    ] + origin

  /// Names that mean something else in one format or another.
  private static let reserved =
    node.map(\.name) + [
      "id", "label", "relation", "source", "target", "open", "color", "start", "end",
    ]

  init(_ ontology: Ontology) {
    relationFields =
      [
        ExchangeField("relation", zh: "关系", en: "relation"),
        ExchangeField("relation_label", zh: "关系读法", en: "phrase for the relation"),
      ] + Self.origin + [
        ExchangeField("open", .flag, zh: "列举未尽", en: "open list"),
        ExchangeField("from", zh: "起", en: "from"), ExchangeField("until", zh: "止", en: "until"),
      ]
    var fields = Self.node
    var ranges: [AttributeName: Range<Int>] = [:]
    let definitions = ontology.kinds.flatMap(\.attributes)
    for definition in definitions where ranges[definition.name] == nil {
      let namesakes = definitions.filter { $0.name == definition.name }
      let own = Self.fields(of: definition, among: namesakes)
      ranges[definition.name] = fields.count..<fields.count + own.count
      fields += own
    }
    nodeFields = fields
    slots = ontology.kinds.map { kind in kind.attributes.map { ranges[$0.name] ?? 0..<0 } }
  }

  private static func fields(
    of definition: AttributeDefinition,
    among namesakes: [AttributeDefinition]
  ) -> [ExchangeField] {
    let isOne = namesakes.allSatisfy { $0.type.shape == definition.type.shape }
    let isList = namesakes.contains(where: \.isList)
    let (zh, en) = (definition.label.zh, definition.label.en)
    let name =
      reserved.contains(definition.name.name)
      ? definition.name.name + "_attribute" : definition.name.name
    func field(_ suffix: String, _ type: ExchangeType, _ zh: String, _ en: String) -> ExchangeField
    {
      ExchangeField(name + suffix, type, isList: isList, zh: zh, en: en)
    }
    var fields = [field("", isOne ? definition.type.own : .text, zh, en)]
    if namesakes.contains(where: { $0.type.shape == .option }) {
      fields.append(field("_label", .text, zh + "（名称）", en + " (word)"))
    }
    if namesakes.contains(where: { $0.type.shape == .quantity }) {
      fields.append(field("_number", .decimal, zh + "（数）", en + " (number)"))
      fields.append(field("_unit", .text, zh + "（单位）", en + " (unit)"))
    }
    return fields
  }

  /// The fields that nodes of a kind can have, which is given by its position in the ontology.
  func fields(ofKind kind: Int) -> [ExchangeField] {
    Self.node + slots[kind].flatMap { nodeFields[$0] }
  }

  /// What a node has, each with the position of its field.
  func forEachValue(
    of node: NodeIndex,
    in graph: ChainGraph,
    _ language: Language,
    _ body: (Int, ExchangeValue) -> Void
  ) {
    let definition = graph.definition(of: node)
    body(0, .text(graph.name(of: node)))
    body(1, .text(definition.kind.name))
    body(2, .text(definition.label[language]))
    let aliases = graph.aliases(of: node)
    if !aliases.isEmpty { body(3, .list(aliases.map { .text($0) })) }
    forEachValue(of: graph.origin(of: node), in: graph, from: 4, body)
    guard let kind = graph.ontology.position(of: definition.kind) else { return }
    for (attribute, slot) in zip(definition.attributes, slots[kind]) {
      guard let value = graph.attribute(attribute.name, of: node) else { continue }
      let values: [AttributeValue] = if case .list(let values) = value { values } else { [value] }
      for position in slot {
        let field = nodeFields[position]
        let parts = values.compactMap { part(field, position - slot.lowerBound, $0, language) }
        if field.isList {
          if !parts.isEmpty { body(position, .list(parts)) }
        } else if let part = parts.first {
          body(position, part)
        }
      }
    }
  }

  /// What a single value has in a field of its attribute; `nil` where it has nothing there.
  private func part(
    _ field: ExchangeField,
    _ offset: Int,
    _ value: AttributeValue,
    _ language: Language
  ) -> ExchangeValue? {
    if offset == 0 { return value.exchanged(as: field.type) }
    switch value {
    case .option(let option):
      return field.name.hasSuffix("_label") ? .text(option.label[language]) : nil
    case .quantity(let quantity):
      if field.type == .decimal {
        return quantity.amount.isFinite ? .decimal(quantity.amount) : nil
      }
      return field.name.hasSuffix("_unit") ? .text(quantity.unit.symbol) : nil
    default: return nil
    }
  }

  /// What an origin says, each with the position of its field.
  private func forEachValue(
    of origin: Origin,
    in graph: ChainGraph,
    from first: Int,
    _ body: (Int, ExchangeValue) -> Void
  ) {
    if let document = origin.document {
      body(first, .text(graph.id(of: document)))
      body(first + 1, .text(graph.name(of: document)))
      body(first + 2, .text(origin.place))
    }
    body(first + 3, .text(origin.basis.rawValue))
  }

  /// What a relation has, each with the position of its field.
  func forEachValue(
    of relation: Relation,
    in graph: ChainGraph,
    _ language: Language,
    _ body: (Int, ExchangeValue) -> Void
  ) {
    body(0, .text(relation.kind.name))
    body(1, .text(graph.ontology[relation.kind]?.label[language] ?? relation.kind.name))
    forEachValue(of: relation.origin, in: graph, from: 2, body)
    body(6, .flag(relation.isOpen))
    if let from = relation.period.from { body(7, .text(from.description)) }
    if let until = relation.period.until { body(8, .text(until.description)) }
  }
}

extension AttributeDefinition.ValueType {
  fileprivate enum Shape { case text, integer, quantity, date, option, flag }

  fileprivate var shape: Shape {
    switch self {
    case .text: .text
    case .integer: .integer
    case .quantity: .quantity
    case .date: .date
    case .option: .option
    case .flag: .flag
    }
  }

  /// The type of the field that holds the value itself.
  fileprivate var own: ExchangeType {
    switch self {
    // A year or a month is a date here, which formats that know dates refuse.
    case .text, .quantity, .date, .option: .text
    case .integer: .integer
    case .flag: .flag
    }
  }
}

extension AttributeValue {
  /// The value in a field of `type`, which is its own or that of texts.
  fileprivate func exchanged(as type: ExchangeType) -> ExchangeValue {
    switch self {
    case .integer(let number) where type == .integer: .integer(number)
    case .flag(let flag) where type == .flag: .flag(flag)
    case .text(let text): .text(text)
    case .integer(let number): .text(String(number))
    case .quantity(let quantity): .text(quantity.description)
    case .date(let date): .text(date.description)
    case .option(let option): .text(option.key)
    case .flag(let flag): .text(flag ? "true" : "false")
    case .list(let values): .list(values.map { $0.exchanged(as: type) })
    }
  }
}
