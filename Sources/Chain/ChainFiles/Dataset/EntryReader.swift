import Bilingual
package import ChainModel
package import Diagnostics
package import GraphKernel

/// Turns the entries of all files into nodes, then into relations.
package struct EntryReader {
  /// An entry whose node is made and whose relations are still to be read.
  struct Entry {
    let node: NodeIndex
    let name: String
    let place: Diagnostic.Location
    let rest: Rest
    /// Whether another entry made the node.
    var isAgain = false
  }

  /// What the second round reads of an entry.
  struct Rest {
    let file: Int
    var source: EntryNode?
    var basis: EntryNode?
    var relations:
      [(definition: RelationDefinition, end: RelationDefinition.End, value: EntryNode)] = []
  }

  let ontology: Ontology
  private let schemas: [String: EntrySchema]
  var builder: ChainGraphBuilder
  private var entries: [Entry] = []
  /// What the library says of segments that the data set speaks of itself.
  var additions: [Entry] = []
  /// The library's segments that the data set uses.
  var borrowed = BorrowedEntries()
  var borrowedTops: [(top: FieldReader, file: Int)] = []
  /// What the data set states itself, before which the library's word is silent, by the names it uses.
  var stated: [StatedRelation: [String]] = [:]
  /// Of entries that are no nodes for want of a name; they are only checked.
  var nameless: [Rest] = []
  private(set) var files: [(path: String, defaults: FileDefaults)] = []
  /// In the order in which the builder was given the relations.
  private var relationPlaces: [(place: Diagnostic.Location, name: String)] = []
  /// The document that a place alone means.
  private(set) var document: NodeIndex?
  /// Where aliases stand that look like others.
  package private(set) var aliasPlaces = AliasPlaces()
  private let suggestions = SuggestionBudget()
  private let found = FoundReferences()
  /// What is remembered for who wants to change the files; `nil` for nothing.
  package private(set) var trace: EntryTrace?

  package init(ontology: Ontology, isTracing: Bool = false) {
    self.ontology = ontology
    trace = isTracing ? EntryTrace() : nil
    builder = ChainGraphBuilder(ontology: ontology)
    schemas = Dictionary(
      ontology.kinds.map { ($0.kind.name, EntrySchema(of: $0, in: ontology)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Where each node is declared.
  package var places: [Diagnostic.Location] { entries.map(\.place) }

  // MARK: First round: nodes

  /// - Parameters:
  ///   - isFixed: whether the entries stand in no list that can be changed in its place.
  ///   - isFile: whether they are those of a file, which may be that of one chain.
  package mutating func readNodes(
    of root: EntryNode,
    isFixed: Bool = false,
    isFile: Bool = true,
    log: inout FaultLog
  ) {
    guard let top = FieldReader(root, log: &log) else { return }
    // In the file of a reference chain an identity is one of the chain.
    let chain = isFile ? top["chain"]?.items.first?["id"]?.scalar?.trimmingSpace() : nil
    readNodes(of: top, readDefaults(of: top, isFixed: isFixed, log: &log), chain: chain, log: &log)
  }

  /// Makes a file of entries known, and says which one it is.
  mutating func readDefaults(of top: FieldReader, isFixed: Bool, log: inout FaultLog) -> Int {
    let defaults = FileDefaults(top["defaults"], ontology: ontology, schemas: schemas, log: &log)
    files.append((log.path, defaults))
    trace?.files.append(
      EntryTrace.File(path: log.path, root: top.node, defaults: defaults, isFixed: isFixed)
    )
    return files.count - 1
  }

  mutating func readNodes(
    of top: FieldReader,
    _ file: Int,
    chain: String? = nil,
    log: inout FaultLog
  ) {
    let defaults = files[file].defaults
    for (schema, fields) in defaults.kinds {
      for (field, value) in fields {
        guard case .attribute(let definition) = schema.meanings[field] else { continue }
        _ = AttributeReader(ontology: ontology).read(value, as: definition, log: &log)
      }
    }
    // The library's chains that are used are put together before.
    for (field, pair) in top.pairs where field != "defaults" && field != "uses" {
      guard log.hasRoom else { return log.cut() }
      guard let schema = schemas[field] else {
        let kinds = ["defaults", "uses"] + ontology.kinds.map(\.kind.name)
        log.report(
          .unknownKind(
            field,
            kinds: kinds,
            labelled: ontology.kind(labelled: field),
            at: log.location(of: pair.key)
          )
        )
        continue
      }
      guard case .sequence(let items) = pair.value.content else {
        let shape = BilingualText(zh: "列表（每项以 - 开头）", en: "a list (each item begins with -)")
        log.report(.unexpectedShape(shape, at: log.location(of: pair.value)))
        continue
      }
      for item in items {
        guard log.hasRoom else { return log.cut() }
        readNode(item, schema, file, defaults, of: chain, &log)
      }
    }
  }

  private mutating func readNode(
    _ item: EntryNode,
    _ schema: EntrySchema,
    _ file: Int,
    _ defaults: FileDefaults,
    of chain: String?,
    _ log: inout FaultLog
  ) {
    guard let own = FieldReader(item, log: &log) else { return }
    own.allow(schema.fields, of: schema.kind.label, log: &log)
    let name = own["name"].flatMap { Self.name($0, &log) }
    if own["name"] == nil { log.report(.missingName(at: log.location(of: item))) }
    var rest = Rest(file: file)
    var attributes: [(name: AttributeName, value: AttributeValue)] = []
    var aliases: [String] = []
    var id: String?
    // What an entry says of its origin stands in place of all that the defaults say of it.
    let statesOrigin = own["source"] != nil || own["basis"] != nil
    let inherited = defaults.fields(of: schema.kind.kind).filter { field, _ in
      own[field] == nil && !(statesOrigin && (field == "source" || field == "basis"))
    }
    for (field, value) in own.pairs.map({ ($0.field, $0.pair.value) }) + inherited {
      switch schema.meanings[field] {
      case .name, nil: break
      case .id:
        id = Self.name(value, &log).map { Self.identity($0, of: schema.kind.kind, in: chain) }
      case .aliases: aliases = value.items.compactMap { Self.name($0, &log) }
      case .source: rest.source = value
      case .basis: rest.basis = value
      case .attribute(let definition):
        if let read = AttributeReader(ontology: ontology).read(value, as: definition, log: &log) {
          attributes.append((definition.name, read))
        }
      case .relation(let definition, let end): rest.relations.append((definition, end, value))
      }
    }
    if let name, isTakenAlready(name, own, schema, rest, &log) { return }
    let more = name.flatMap { name in
      borrowing(name, schema, stated: Set(own.pairs.map(\.field)), &id, &aliases, &attributes, &log)
    }
    guard var name, let nameNode = own["name"] else {
      nameless.append(rest)
      return
    }
    if more != nil, let whole = borrowed.wholeName(of: name) {
      aliases = [name] + aliases.filter { NameKey($0) != NameKey(whole) }
      name = whole
    }
    let node = builder.addNode(
      schema.kind.kind,
      name: name,
      id: id,
      aliases: aliases,
      attributes: attributes
    )
    aliasPlaces.note(own["aliases"], of: node, in: log)
    let place = log.location(of: nameNode)
    entries.append(Entry(node: node, name: name, place: place, rest: rest))
    trace?.entries.append(EntryTrace.Entry(file: file, schema: schema, item: item))
    guard let more else { return }
    borrowed.bind(name, to: node)
    additions.append(Entry(node: node, name: name, place: place, rest: more))
  }

  /// An identity as everybody else knows it: a segment's in the file of a chain is one of the chain.
  private static func identity(_ id: String, of kind: NodeKind, in chain: String?) -> String {
    guard let chain, kind == .segment, !id.hasPrefix(chain + "/") else { return id }
    return "\(chain)/\(id)"
  }

  private static func name(_ node: EntryNode, _ log: inout FaultLog) -> String? {
    guard let text = FieldReader.text(node, log: &log) else { return nil }
    guard Printable.isPrintable(text) else {
      log.report(.unprintable(text, at: log.location(of: node)))
      return nil
    }
    return text
  }

  // MARK: Second round: origins and relations

  /// The nodes of the citable documents; the first is meant by a place alone.
  package mutating func resolveDocuments(_ nodes: [EntryNode], log: inout FaultLog) -> [NodeIndex] {
    let documents = nodes.compactMap { node in
      FieldReader.text(node, log: &log).flatMap { name in
        resolve(name, among: .only([.document]), at: log.location(of: node), log: &log)
      }
    }
    document = documents.first
    return documents
  }

  package mutating func readRelations(log: inout FaultLog) {
    for file in files {
      log.path = file.path
      checkDefaults(file.defaults, &log)
    }
    for rest in nameless {
      log.path = files[rest.file].path
      check(source: rest.source, basis: rest.basis, &log)
      for (definition, end, value) in rest.relations {
        _ = targets(of: value, definition, end, &log)
      }
    }
    for entry in entries + additions {
      log.path = files[entry.rest.file].path
      guard log.hasRoom else { return log.cut() }
      readRelations(of: entry, &log)
    }
  }

  private mutating func readRelations(of entry: Entry, _ log: inout FaultLog) {
    let rest = entry.rest
    let defaults = files[rest.file].defaults
    let origins = OriginReader(defaultDocument: document)
    let reading = origins.origin(source: rest.source, basis: rest.basis, self, log: &log)
    let isBorrowed = borrowed.files.contains(rest.file)
    let isFirst = !isBorrowed && !entry.isAgain
    if let origin = reading.origin, isFirst || builder.origin(of: entry.node) == nil {
      builder.setOrigin(origin, of: entry.node)
    }
    for (definition, end, value) in rest.relations {
      let (targets, isOpen) = targets(
        of: value,
        definition,
        end,
        sort: defaults.sort(of: definition.kind),
        &log
      )
      for target in targets {
        let general = defaults.origin(of: target.definition).flatMap {
          origins.origin(source: $0.source, basis: $0.basis, self, log: &log).origin
        }
        let source = end == .source ? entry.node : target.node
        let goal = end == .source ? target.node : entry.node
        guard isNew(target, source, goal, of: entry, &log) else { continue }
        // An entry without an origin is reported once, not once more for each relation.
        builder.addRelation(
          target.definition.kind,
          from: source,
          to: goal,
          origin: (target.origin ?? general ?? reading.origin ?? .industryKnowledge)
            .holding(target.period),
          isOpen: isOpen || target.isOpen
        )
        relationPlaces.append((target.place, target.name))
        guard let isFixed = trace?.files[rest.file].isFixed else { continue }
        let written = EntryTrace.WrittenRelation(
          entry: entry.node,
          definition: target.definition,
          base: definition,
          end: end,
          other: target.node,
          period: target.period,
          item: target.item
        )
        if isFixed || entry.isAgain {
          trace?.fixedRelations.append(written)
        } else {
          trace?.relations.append(written)
        }
      }
    }
  }

  // MARK: References

  func resolve(
    _ name: String,
    relation: RelationDefinition,
    end: RelationDefinition.End,
    at place: Diagnostic.Location,
    log: inout FaultLog
  ) -> NodeIndex? {
    let kinds = relation.kinds(at: end)
    let nodes = nodes(named: name, among: kinds)
    if nodes.isEmpty, let stranger = builder.nodes(named: name).first {
      log.report(
        .forbiddenReference(
          name,
          kind: builder.kind(of: stranger),
          relation: relation,
          end: end,
          at: place
        )
      )
      return nil
    }
    return one(of: nodes, name, among: kinds, at: place, log: &log)
  }

  /// The one node of `kinds` that `name` refers to; a report when there is none or several.
  func resolve(
    _ name: String,
    among kinds: RelationDefinition.KindSelection,
    at place: Diagnostic.Location,
    log: inout FaultLog
  ) -> NodeIndex? {
    let nodes = nodes(named: name, among: kinds)
    return one(of: nodes, name, among: kinds, at: place, log: &log)
  }

  /// The nodes that `name` refers to, looked up once: of many that bear one name all are looked at
  /// to find the one of the right kind, which nobody should wait for again with each reference.
  func nodes(named name: String, among kinds: RelationDefinition.KindSelection)
    -> [NodeIndex]
  {
    found.nodes(named: name, among: kinds) { builder.nodes(named: name, among: kinds) }
  }

  /// The only one of the nodes that `name` found among `kinds`.
  private func one(
    of nodes: [NodeIndex],
    _ name: String,
    among kinds: RelationDefinition.KindSelection,
    at place: Diagnostic.Location,
    log: inout FaultLog
  ) -> NodeIndex? {
    if nodes.count == 1 { return nodes[0] }
    if nodes.isEmpty {
      let candidates = suggestions.affords(builder.count) ? builder.names(of: kinds) : []
      let key = kinds.contains(.segment) ? SegmentMentions.key(name) : nil
      let gone = key.flatMap { borrowed.gone[$0] }
      let excepted = key.flatMap { borrowed.excepted[$0] }
      log.report(
        gone.map { .goneSegment(name, $0, at: place) }
          ?? excepted.map { .exceptedSegment(name, of: $0, at: place) }
          ?? .unknownReference(name, kinds: kinds, candidates: candidates, at: place)
      )
    } else {
      let ids = nodes.prefix(Diagnostic.mostNamed).map { builder.id(of: $0) }
      log.report(.ambiguousReference(name, ids: ids, of: nodes.count, at: place))
    }
    return nil
  }

  // MARK: The graph

  package consuming func finish(log: inout FaultLog) -> ChainGraph? {
    let explain = FaultExplainer(
      places: entries.map { ($0.place, $0.name) },
      relationPlaces: relationPlaces
    )
    do {
      return try builder.finish()
    } catch {
      for (number, fault) in error.faults.enumerated() {
        guard log.hasRoom else {
          log.cut(more: error.faults.count - number)
          break
        }
        log.report(explain.diagnostic(for: fault))
      }
      return nil
    }
  }
}
