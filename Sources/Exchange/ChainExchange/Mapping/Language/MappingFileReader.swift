import ChainFiles
import Bilingual
import ChainModel
import Diagnostics

/// Reads a mapping from YAML; every fault is told where it stands.
struct MappingFileReader {
  let ontology: Ontology
  var log: FaultLog
  /// Of the entities of all queries, by their names: what their keys are told apart by.
  private(set) var keySpaces: [String: (kind: NodeKind, literal: String)] = [:]

  init(ontology: Ontology, path: String) {
    self.ontology = ontology
    log = FaultLog(path: path)
  }

  static let fields = [
    "dataset", "source", "basis", "queries", "query", "keep_rows", "keep_words",
  ]

  mutating func read(_ root: EntryNode) -> ImportMapping {
    var mapping = ImportMapping(place: log.location(of: root))
    guard let top = FieldReader(root, log: &log) else { return mapping }
    top.allow(Self.fields, of: BilingualText(zh: "映射文件", en: "a mapping"), log: &log)
    if let dataset = top["dataset"] {
      let manifest = Manifest(dataset, needsDocuments: false, log: &log)
      mapping.head = manifest.flatMap { DatasetHead($0) }
      mapping.documents = (manifest?.documents ?? []).compactMap { document($0) }
    } else {
      log.report(.missingField("dataset", at: log.location(of: root)))
    }
    mapping.origin = origin(top)
    for item in top["keep_rows"]?.items ?? [] {
      let meaning = BilingualText(zh: "行的类型", en: "form of rows")
      if let form: RowForm = FieldReader.word(item, meaning: meaning, log: &log) {
        mapping.keptRows.insert(form)
      }
    }
    for item in top["keep_words"]?.items ?? [] {
      if let word = FieldReader.text(item, log: &log) { mapping.keptWords.insert(word) }
    }
    guard let queries = top["queries"] ?? top["query"] else {
      log.report(.missingField("queries", at: log.location(of: root)))
      return mapping
    }
    for item in queries.items { collectKeySpaces(item) }
    mapping.queries = queries.items.compactMap { query($0) }
    return mapping
  }

  private mutating func document(_ node: EntryNode) -> DocumentMapping? {
    guard case .mapping = node.content else {
      return FieldReader.text(node, log: &log).map { name in
        DocumentMapping(
          name: name,
          aliases: [],
          attributes: [],
          origin: OriginMapping(),
          place: log.location(of: node)
        )
      }
    }
    guard let fields = FieldReader(node, log: &log) else { return nil }
    let attributes = ontology[.document]?.attributes ?? []
    fields.allow(
      ["name", "aliases", "source", "basis"] + attributes.map(\.name.name),
      of: BilingualText(zh: "文件", en: "a document"),
      log: &log
    )
    guard let name = fields.requiredText("name", log: &log), let nameNode = fields["name"] else {
      return nil
    }
    var values: [(name: AttributeName, value: AttributeValue)] = []
    for attribute in attributes {
      guard let value = fields[attribute.name.name] else { continue }
      let reader = AttributeReader(ontology: ontology)
      if let read = reader.read(value, as: attribute, log: &log) {
        values.append((attribute.name, read))
      }
    }
    let origin = origin(fields)
    // A document stands in no record.
    for text in origin.texts where !text.columnNames.isEmpty {
      let shape = BilingualText(zh: "固定的值", en: "a fixed value")
      log.report(.unexpectedShape(shape, at: text.place ?? log.location(of: node)))
    }
    return DocumentMapping(
      name: name,
      aliases: fields["aliases"]?.items.compactMap { FieldReader.text($0, log: &log) } ?? [],
      attributes: values,
      origin: origin,
      place: log.location(of: nameNode)
    )
  }

  // MARK: Queries

  /// Finds out what every entity is called, since a query may speak of those of another.
  private mutating func collectKeySpaces(_ node: EntryNode) {
    guard case .mapping(let query) = node.content,
      let entities = query.first(where: { $0.key.scalar == "entities" })?.value,
      case .mapping(let pairs) = entities.content
    else { return }
    for pair in pairs {
      guard let name = pair.key.scalar, case .mapping(let fields) = pair.value.content else {
        continue
      }
      func text(_ names: String...) -> String? {
        fields.first { $0.key.scalar.map(names.contains) == true }?.value.scalar
      }
      guard let kind = text("kind", "schema") else { continue }
      let space = (kind: NodeKind(kind), literal: text("key_literal") ?? "")
      if let other = keySpaces[name], other != space {
        log.report(.differingEntity(name, at: log.location(of: pair.key)))
      }
      keySpaces[name] = space
    }
  }

  static let queryFields = [
    "csv_url", "csv_urls", "file", "files", "records", "filters", "filters_not", "entities",
    "relations", "source", "basis", "ignore", "ignore_columns",
  ]

  private mutating func query(_ node: EntryNode) -> QueryMapping? {
    guard let fields = FieldReader(node, log: &log) else { return nil }
    fields.allow(Self.queryFields, of: BilingualText(zh: "查询", en: "a query"), log: &log)
    var query = QueryMapping(place: log.location(of: node))
    query.files = ["csv_url", "csv_urls", "file", "files"].flatMap { names(fields[$0]) }
    query.form = form(fields["records"])
    query.filter = filter(fields)
    query.origin = origin(fields)
    query.ignoredColumns = names(fields["ignore_columns"])
    query.isIgnored = flag(fields["ignore"]) ?? false
    let entities = fields["entities"].flatMap { FieldReader($0, log: &log) }
    var drafts: [(entity: EntityMapping, relations: [PropertyRelation])] = []
    for (name, pair) in entities?.pairs ?? [] {
      let place = log.location(of: pair.key)
      if let read = entity(pair.value, name: MappedName(name, at: place)) { drafts.append(read) }
    }
    query.entities = drafts.map(\.entity)
    for (number, draft) in drafts.enumerated() {
      for relation in draft.relations {
        if let read = self.relation(relation, of: number, in: query) {
          query.relations.append(read)
        }
      }
    }
    let relations = fields["relations"].flatMap { FieldReader($0, log: &log) }
    for (name, pair) in relations?.pairs ?? [] {
      let place = log.location(of: pair.key)
      if let read = relation(pair.value, name: MappedName(name, at: place), in: query) {
        query.relations.append(read)
      }
    }
    if entities == nil, relations == nil, !query.isIgnored {
      log.report(.emptyQuery(at: log.location(of: node)))
    }
    return query
  }

  private mutating func form(_ node: EntryNode?) -> RecordTable.Form? {
    guard let node else { return nil }
    let meaning = BilingualText(zh: "记录类型", en: "form of records")
    return FieldReader.word(node, meaning: meaning, log: &log)
  }

  // MARK: Entities

  static let entityFields = [
    "kind", "schema", "key", "keys", "key_literal", "each", "filters", "filters_not", "properties",
    "source", "basis",
  ]

  /// A relation that stands among the properties of an entity.
  private struct PropertyRelation {
    let field: MappedName
    let definition: RelationDefinition
    let end: RelationDefinition.End
    let value: EntryNode
  }

  private mutating func entity(
    _ node: EntryNode,
    name: MappedName
  ) -> (EntityMapping, [PropertyRelation])? {
    guard let fields = FieldReader(node, log: &log) else { return nil }
    fields.allow(Self.entityFields, of: BilingualText(zh: "实体", en: "an entity"), log: &log)
    guard let kindNode = fields["kind"] ?? fields["schema"] else {
      log.report(.missingField("kind", at: log.location(of: node)))
      return nil
    }
    guard let kindName = FieldReader.text(kindNode, log: &log) else { return nil }
    guard let kind = ontology[NodeKind(kindName)] else {
      let kinds = ontology.kinds.map(\.kind.name)
      log.report(.unknownKind(kindName, kinds: kinds, at: log.location(of: kindNode)))
      return nil
    }
    var entity = EntityMapping(name: name, kind: kind, title: TextMapping())
    entity.keys = names(fields["key"]) + names(fields["keys"])
    entity.keyLiteral = fields["key_literal"].flatMap { FieldReader.text($0, log: &log) } ?? ""
    entity.each = fields["each"].flatMap { text($0) }
    entity.filter = filter(fields)
    entity.origin = origin(fields)
    guard let propertiesNode = fields["properties"],
      let properties = FieldReader(propertiesNode, log: &log)
    else {
      if fields["properties"] == nil {
        log.report(.missingField("properties", at: log.location(of: node)))
      }
      return nil
    }
    let schema = EntrySchema(of: kind, in: ontology)
    let known = schema.fields.filter { $0 != "source" && $0 != "basis" }
    properties.allow(known, of: kind.label, log: &log)
    var relations: [PropertyRelation] = []
    for (field, pair) in properties.pairs {
      switch schema.meanings[field] {
      case .name: entity.title = text(pair.value) ?? TextMapping()
      case .id: entity.id = text(pair.value)
      case .aliases: entity.aliases = text(pair.value)
      case .attribute(let definition):
        if var text = text(pair.value, isQuantity: definition.type == .quantity) {
          if case .option(let options) = definition.type {
            text.options = Set(options.flatMap { [$0.key, $0.label.zh, $0.label.en] })
          }
          entity.attributes.append((definition, text))
        }
      case .relation(let definition, let end):
        relations.append(
          PropertyRelation(
            field: MappedName(field, at: log.location(of: pair.key)),
            definition: definition,
            end: end,
            value: pair.value
          )
        )
      case .source, .basis, nil: break
      }
    }
    guard properties["name"] != nil else {
      log.report(.missingField("name", at: log.location(of: propertiesNode)))
      return nil
    }
    return (entity, relations)
  }

  // MARK: Relations

  static let relationFields = [
    "relation", "from", "to", "inverse", "undirected", "parallel", "filters", "filters_not", "open",
    "source", "basis",
  ]

  private mutating func relation(
    _ node: EntryNode,
    name: MappedName,
    in query: QueryMapping
  ) -> RelationMapping? {
    guard let fields = FieldReader(node, log: &log) else { return nil }
    fields.allow(Self.relationFields, of: BilingualText(zh: "关系", en: "a relation"), log: &log)
    guard let wordNode = fields["relation"] else {
      log.report(.missingField("relation", at: log.location(of: node)))
      return nil
    }
    guard let word = FieldReader.text(wordNode, log: &log) else { return nil }
    guard let definition = ontology[RelationKind(word)] else {
      let relations = ontology.relations.map(\.kind.name)
      log.report(.unknownRelation(word, relations: relations, at: log.location(of: wordNode)))
      return nil
    }
    let isInverse = flag(fields["inverse"]) ?? false
    let (first, second) = isInverse ? ("to", "from") : ("from", "to")
    // Said the other way round, what the edge leads to is where the relation starts.
    let ends = [(first, StructuralColumn.source), (second, StructuralColumn.target)]
    var references: [String: ReferenceMapping] = [:]
    for (field, column) in ends {
      if let node = fields[field] {
        references[field] = reference(node, definition, field == "from" ? .source : .target, query)
      } else if query.graphForm == .edges {
        references[field] = ReferenceMapping(
          target: .key(kind: nil, literal: ""),
          text: TextMapping(column: column)
        )
      } else {
        log.report(.missingField(field, at: log.location(of: node)))
      }
    }
    let takesUndirected = says("as-drawn", fields["undirected"], Self.undirected)
    let takesParallel = says("once", fields["parallel"], Self.parallel)
    let open = fields["open"].flatMap { text($0, scalarIsLiteral: true) }
    guard let from = references["from"], let to = references["to"] else { return nil }
    return RelationMapping(
      name: name,
      definition: definition,
      from: from,
      to: to,
      filter: filter(fields),
      origin: origin(fields),
      open: open,
      takesUndirected: takesUndirected,
      takesParallel: takesParallel
    )
  }

  /// The relation that an entity has under one of its fields, as an entry of a data file has it.
  private mutating func relation(
    _ draft: PropertyRelation,
    of owner: Int,
    in query: QueryMapping
  ) -> RelationMapping? {
    guard let other = reference(draft.value, draft.definition, draft.end.opposite, query) else {
      return nil
    }
    let fields = FieldReader(draft.value, log: &log)
    let own = ReferenceMapping(target: .own(owner), text: TextMapping(), place: draft.field.place)
    let isSource = draft.end == .source
    return RelationMapping(
      name: draft.field,
      definition: draft.definition,
      from: isSource ? own : other,
      to: isSource ? other : own,
      origin: fields.map { origin($0) } ?? OriginMapping(),
      open: fields?["open"].flatMap { text($0, scalarIsLiteral: true) },
      owner: owner
    )
  }

  private static let undirected = BilingualText(zh: "无向边的处理", en: "treatment of undirected edges")
  private static let parallel = BilingualText(zh: "平行边的处理", en: "treatment of parallel edges")

  /// Whether a field says `word`; without it edges of a sort are refused.
  private mutating func says(
    _ word: String,
    _ node: EntryNode?,
    _ meaning: BilingualText
  ) -> Bool {
    guard let node, let text = FieldReader.text(node, log: &log) else { return false }
    let words = ["refuse", word]
    if !words.contains(text) {
      log.report(.unknownWord(text, meaning: meaning, words: words, at: log.location(of: node)))
    }
    return text == word
  }
}
