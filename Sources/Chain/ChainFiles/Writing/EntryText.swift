package import Bilingual
package import ChainModel
package import GraphKernel
import YAML

/// How the values of a data set are written in entries.
package struct EntryText {
  let graph: ChainGraph
  let language: Language
  /// The document that a place alone is a place of.
  package let defaultDocument: NodeIndex?
  /// Whom the texts name that are written.
  package let bearers: SoleBearers

  package init(_ dataset: Dataset) {
    graph = dataset.graph
    bearers = SoleBearers(graph)
    language = dataset.language
    defaultDocument = dataset.documents.first
  }

  package static func scalar(_ text: String) -> String { YAMLText.scalar(text, .usual) }

  /// A wording: one text where both languages have the same.
  package static func wording(_ text: BilingualText) -> String {
    text.zh == text.en
      ? scalar(text.zh)
      : YAMLText.mapping([("zh", scalar(text.zh)), ("en", scalar(text.en))])
  }

  // MARK: References

  /// The text that refers to `node`, and to no other, among the nodes of `kinds`: its name where
  /// that is enough, else its identity.
  package func reference(
    to node: NodeIndex,
    among kinds: RelationDefinition.KindSelection
  ) throws(WritingFault) -> String {
    let id = graph.id(of: node)
    for text in [graph.name(of: node), id] where means(text, node, among: kinds) {
      return Self.scalar(text)
    }
    throw .unnameable(id)
  }

  /// Whether a reader takes `text` for `node` where nodes of `kinds` may stand.
  package func means(
    _ text: String,
    _ node: NodeIndex,
    among kinds: RelationDefinition.KindSelection
  ) -> Bool {
    guard !RelationItem.openEnds.contains(text) else { return false }
    return bearers.node(of: text, among: kinds.list) == node
  }

  // MARK: Attributes

  package func value(
    _ value: AttributeValue,
    of definition: AttributeDefinition
  ) throws(WritingFault) -> String {
    switch value {
    case .text(let text) where definition.name == .formerly: return Self.formerName(text)
    case .text(let text): return Self.scalar(text)
    case .integer(let number): return String(number)
    case .quantity(let quantity): return Self.scalar(quantity.description)
    case .date(let date): return date.description
    case .flag(let flag): return flag ? "true" : "false"
    case .option(let option): return try word(for: option, of: definition)
    case .list(let values):
      var items: [String] = []
      for item in values { items.append(try self.value(item, of: definition)) }
      return YAMLText.list(items)
    }
  }

  private static func formerName(_ text: String) -> String {
    guard let former = try? FormerName(parsing: text), let until = former.until else {
      return scalar(text)
    }
    return YAMLText.mapping([("name", scalar(former.name)), ("until", until.description)])
  }

  private func word(
    for option: AttributeDefinition.Option,
    of definition: AttributeDefinition
  ) throws(WritingFault) -> String {
    guard case .option(let options) = definition.type else { return Self.scalar(option.key) }
    for word in [option.label[language], option.key, option.label.zh, option.label.en] {
      let meant = options.first { $0.key == word || $0.label.zh == word || $0.label.en == word }
      if meant == option { return Self.scalar(word) }
    }
    throw .ambiguousOption(attribute: definition.name.name, option: option.key)
  }

  // MARK: Origins

  /// The field that states `origin`, and its value.
  package func origin(_ origin: Origin) throws(WritingFault) -> (field: String, value: String) {
    guard let document = origin.document else { return ("basis", Basis.industryKnowledge.rawValue) }
    if document == defaultDocument, !Citation(origin.place).isMeant(in: graph) {
      return ("source", Self.scalar(origin.place))
    }
    let reference = try reference(to: document, among: .citable)
    return (
      "source",
      YAMLText.mapping([("document", reference), ("place", Self.scalar(origin.place))])
    )
  }

  /// The item by which an entry refers to `other`; it states its origin unless that is `implied`, and that
  /// it came out of an open list where it must be `marked` so; and which `sort` of the field's relation
  /// it is.
  package func item(
    _ other: NodeIndex,
    among kinds: RelationDefinition.KindSelection,
    origin: Origin,
    implied: Origin?,
    marked: Bool = false,
    sort: RelationDefinition.Variant? = nil
  ) throws(WritingFault) -> String {
    let reference = try reference(to: other, among: kinds)
    var fields = [("to", reference)]
    if let sort { fields.append(("kind", Self.scalar(sort.label[language]))) }
    if origin.holding(.always) != implied { fields.append(try self.origin(origin)) }
    if let from = origin.period.from { fields.append(("from", from.description)) }
    if let until = origin.period.until { fields.append(("until", until.description)) }
    if marked { fields.append(("open", "true")) }
    return fields.count == 1 ? reference : YAMLText.mapping(fields)
  }

  /// The item that leaves a list open.
  package var openEnd: String {
    language == .zh ? RelationItem.openEnds[0] : RelationItem.openEnds[1]
  }
}

extension RelationDefinition.KindSelection {
  /// The kinds, or `nil` for all.
  package var list: [NodeKind]? {
    switch self {
    case .any: nil
    case .only(let kinds): kinds
    }
  }
}

extension RelationDefinition {
  /// The end whose entry writes the relation: an item says who answers for it; of all else the
  /// source says where it leads.
  package var writtenEnd: RelationDefinition.End {
    semantics == .responsibility ? .target : .source
  }
}
