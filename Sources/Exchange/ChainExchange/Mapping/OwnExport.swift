import Bilingual
import ChainModel

/// What a file that `liantu export` wrote says of the data set that it was made of.
struct OwnExport: Sendable {
  /// The type by which such a graph is known.
  static let type = "liantu"

  let form: ForeignGraph.Form
  let title: BilingualText?
  let jurisdiction: String?
  let language: Language?
  let date: CalendarDate?
  /// The identities of the documents to cite.
  let documents: [String]
}

extension OwnExport {
  /// What the metadata of a JSON graph say.
  init(_ metadata: JSONValue?) {
    form = .jsongraph
    let title = metadata?["title"]
    if let zh = title?["zh"]?.text, let en = title?["en"]?.text {
      self.title = BilingualText(zh: zh, en: en)
    } else {
      self.title = title?.text.map { BilingualText(same: $0) }
    }
    jurisdiction = metadata?["jurisdiction"]?.text
    language = metadata?["language"]?.text.flatMap { Language(rawValue: $0) }
    date = metadata?["date"]?.text.flatMap { CalendarDate(parsing: $0) }
    if case .array(let items) = metadata?["documents"]?.content {
      documents = items.compactMap(\.text)
    } else {
      documents = []
    }
  }

  /// What the data of a graph in GraphML say, each under its name.
  init(_ facts: [String: String]) {
    form = .graphml
    let (zh, en) = (facts["title_zh"], facts["title_en"])
    title = zh.map { BilingualText(zh: $0, en: en ?? $0) }
    jurisdiction = facts["jurisdiction"]
    language = facts["language"].flatMap { Language(rawValue: $0) }
    date = facts["date"].flatMap { CalendarDate(parsing: $0) }
    documents = facts["documents"].flatMap { JSONReader.texts($0) } ?? []
  }

  /// What it says of the whole; `nil` when something is missing.
  var head: DatasetHead? {
    guard let title, let jurisdiction, let language, let date else { return nil }
    return DatasetHead(title: title, jurisdiction: jurisdiction, language: language, date: date)
  }

  /// The mapping that reads it back: each kind and each relation under its own name.
  func mapping(_ ontology: Ontology) -> ImportMapping {
    var origin = OriginMapping()
    origin.place = TextMapping(column: "place")
    origin.document = TextMapping(column: "document")
    origin.basis = TextMapping(column: "basis")
    var nodes = QueryMapping()
    nodes.form = .nodes
    nodes.entities = ontology.kinds.map { entity($0) }
    var edges = QueryMapping()
    edges.form = .edges
    edges.relations = ontology.relations.map { relation($0) }
    var mapping = ImportMapping()
    mapping.head = head
    mapping.documents = documents.map { id in
      DocumentMapping(name: id, aliases: [], attributes: [], origin: OriginMapping(), place: nil)
    }
    mapping.origin = origin
    mapping.queries = [nodes, edges]
    mapping.isLenient = true
    return mapping
  }

  /// What a field is called whose attribute has a name that means something else in some format.
  private static func field(_ attribute: AttributeName) -> [MappedName] {
    [MappedName(attribute.name), MappedName(attribute.name + "_attribute")]
  }

  private func entity(_ kind: KindDefinition) -> EntityMapping {
    // Viewers look for a name there: JSON graphs have a place for it, others an attribute.
    let label = form == .jsongraph ? StructuralColumn.label : "label"
    var entity = EntityMapping(
      name: MappedName(kind.kind.name),
      kind: kind,
      title: TextMapping(column: label)
    )
    entity.id = TextMapping(column: StructuralColumn.id)
    entity.aliases = TextMapping(column: "aliases")
    entity.aliases?.isList = true
    entity.filter.only = [
      RecordFilter.Condition(column: MappedName("kind"), values: [kind.kind.name])
    ]
    entity.attributes = kind.attributes.map { definition in
      var text = TextMapping()
      text.columns = Self.field(definition.name)
      text.isList = definition.isList
      return (definition, text)
    }
    return entity
  }

  private func relation(_ definition: RelationDefinition) -> RelationMapping {
    func end(_ column: String) -> ReferenceMapping {
      ReferenceMapping(target: .key(kind: nil, literal: ""), text: TextMapping(column: column))
    }
    var relation = RelationMapping(
      name: MappedName(definition.kind.name),
      definition: definition,
      from: end(StructuralColumn.source),
      to: end(StructuralColumn.target)
    )
    // JSON graphs have a place for the relation, others an attribute.
    let column = form == .jsongraph ? StructuralColumn.relation : "relation"
    relation.filter.only = [
      RecordFilter.Condition(column: MappedName(column), values: [definition.kind.name])
    ]
    relation.open = TextMapping(column: "open")
    relation.since = TextMapping(column: "from")
    relation.until = TextMapping(column: "until")
    return relation
  }
}
