import Bilingual
import ChainModel
import GraphKernel
import SourceDiagnostics

/// Turns the entries of all files into nodes, then into relations.
struct EntryReader {
  /// An entry whose node is made and whose relations are still to be read.
  private struct Entry {
    let node: NodeIndex
    let name: String
    let file: Int
    let place: Diagnostic.Location
    var source: YAMLNode?
    var basis: YAMLNode?
    var relations: [(definition: RelationDefinition, end: RelationEnd, value: YAMLNode)] = []
  }

  private let ontology: Ontology
  private let schemas: [String: EntrySchema]
  private var builder: ChainGraphBuilder
  private var entries: [Entry] = []
  private var files: [(path: String, defaults: FileDefaults)] = []
  private var relationPlaces: [RelationHandle: (place: Diagnostic.Location, name: String)] = [:]
  private var document: NodeIndex?

  init(ontology: Ontology) {
    self.ontology = ontology
    builder = ChainGraphBuilder(ontology: ontology)
    schemas = Dictionary(
      ontology.kinds.map { ($0.kind.name, EntrySchema(of: $0, in: ontology)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Where each node is declared.
  var places: [Diagnostic.Location] { entries.map(\.place) }

  // MARK: First round: nodes

  mutating func readNodes(of root: YAMLNode, log: inout FaultLog) {
    guard let top = MappingReader(root, log: &log) else { return }
    let defaults = FileDefaults(top["defaults"], ontology: ontology, schemas: schemas, log: &log)
    let file = files.count
    files.append((log.path, defaults))
    for (field, pair) in top.pairs where field != "defaults" {
      guard let schema = schemas[field] else {
        let kinds = ["defaults"] + ontology.kinds.map(\.kind.name)
        log.report(.unknownKind(field, kinds: kinds, at: log.location(of: pair.key)))
        continue
      }
      guard case .sequence(let items) = pair.value.content else {
        let shape = BilingualText(zh: "列表（每项以 - 开头）", en: "a list (each item begins with -)")
        log.report(.unexpectedShape(shape, at: log.location(of: pair.value)))
        continue
      }
      for item in items { readNode(item, schema, file, defaults, &log) }
    }
  }

  private mutating func readNode(
    _ item: YAMLNode,
    _ schema: EntrySchema,
    _ file: Int,
    _ defaults: FileDefaults,
    _ log: inout FaultLog
  ) {
    guard let own = MappingReader(item, log: &log) else { return }
    own.allow(schema.fields, of: schema.kind.label, log: &log)
    guard let nameNode = own["name"] else {
      log.report(.missingField("name", at: log.location(of: item)))
      return
    }
    guard let name = Self.name(nameNode, &log) else { return }
    var entry = Entry(
      node: NodeIndex(entries.count),
      name: name,
      file: file,
      place: log.location(of: nameNode)
    )
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
      case .id: id = Self.name(value, &log)
      case .aliases: aliases = value.items.compactMap { Self.name($0, &log) }
      case .source: entry.source = value
      case .basis: entry.basis = value
      case .attribute(let definition):
        if let read = AttributeReader(ontology: ontology).read(value, as: definition, log: &log) {
          attributes.append((definition.name, read))
        }
      case .relation(let definition, let end): entry.relations.append((definition, end, value))
      }
    }
    _ = builder.addNode(
      schema.kind.kind,
      name: name,
      id: id,
      aliases: aliases,
      attributes: attributes
    )
    entries.append(entry)
  }

  private static func name(_ node: YAMLNode, _ log: inout FaultLog) -> String? {
    guard let text = MappingReader.text(node, log: &log) else { return nil }
    let isPrintable = text.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
        && !(0xFFFE...0xFFFF).contains(scalar.value)
    }
    guard isPrintable else {
      log.report(.unprintable(at: log.location(of: node)))
      return nil
    }
    return text
  }

  // MARK: Second round: origins and relations

  /// The nodes of the citable documents; the first is meant by a place alone.
  mutating func resolveDocuments(_ nodes: [YAMLNode], log: inout FaultLog) -> [NodeIndex] {
    let documents = nodes.compactMap { node in
      MappingReader.text(node, log: &log).flatMap { name in
        resolve(name, among: .only([.document]), at: log.location(of: node), log: &log)
      }
    }
    document = documents.first
    return documents
  }

  mutating func readRelations(mostFaults: Int) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for entry in entries {
      var log = FaultLog(path: files[entry.file].path)
      readRelations(of: entry, log: &log)
      diagnostics += log.diagnostics
      // Each further fault costs a search for what was meant; the author has enough to mend.
      guard diagnostics.count < mostFaults else {
        diagnostics.append(.tooManyFaults(limit: mostFaults, path: log.path))
        return diagnostics
      }
    }
    return diagnostics
  }

  private mutating func readRelations(of entry: Entry, log: inout FaultLog) {
    let defaults = files[entry.file].defaults
    var origins = OriginReader(defaultDocument: document)
    let origin = origins.origin(source: entry.source, basis: entry.basis, self, log: &log)
    if let origin { builder.setOrigin(origin, of: entry.node) }
    for (definition, end, value) in entry.relations {
      let general =
        defaults.origin(of: definition.kind)
        .map { origins.origin(source: $0.source, basis: $0.basis, self, log: &log) } ?? origin
      var targets: [RelationItem] = []
      var isOpen = false
      for item in value.items {
        switch RelationItem.read(item, log: &log) {
        case .openEnd: isOpen = true
        case .reference(let reference): targets.append(reference)
        case nil: break
        }
      }
      for target in targets {
        let own =
          target.statesOrigin
          ? origins.origin(source: target.source, basis: target.basis, self, log: &log) : general
        let place = log.location(of: target.range)
        guard
          let other = resolve(
            target.name,
            relation: definition,
            end: end.opposite,
            at: place,
            log: &log
          )
        else { continue }
        // An entry without an origin is reported once, not once more for each relation.
        let handle = builder.addRelation(
          definition.kind,
          from: end == .source ? entry.node : other,
          to: end == .source ? other : entry.node,
          origin: own ?? .industryKnowledge,
          isOpen: isOpen
        )
        relationPlaces[handle] = (place, target.name)
      }
    }
  }

  // MARK: References

  private func resolve(
    _ name: String,
    relation: RelationDefinition,
    end: RelationEnd,
    at place: Diagnostic.Location,
    log: inout FaultLog
  ) -> NodeIndex? {
    let kinds = relation.kinds(at: end)
    if builder.nodes(named: name, among: kinds).isEmpty,
      let stranger = builder.nodes(named: name).first
    {
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
    return resolve(name, among: kinds, at: place, log: &log)
  }

  /// The one node of `kinds` that `name` refers to; a report when there is none or several.
  func resolve(
    _ name: String,
    among kinds: KindSelection,
    at place: Diagnostic.Location,
    log: inout FaultLog
  ) -> NodeIndex? {
    let nodes = builder.nodes(named: name, among: kinds)
    if nodes.count == 1 { return nodes[0] }
    if nodes.isEmpty {
      let candidates = builder.names(of: kinds)
      log.report(.unknownReference(name, kinds: kinds, candidates: candidates, at: place))
    } else {
      let ids = nodes.map { builder.id(of: $0) }
      log.report(.ambiguousReference(name, ids: ids, at: place))
    }
    return nil
  }

  // MARK: The graph

  consuming func finish() -> (graph: ChainGraph?, diagnostics: [Diagnostic]) {
    let explain = FaultExplainer(
      places: entries.map { ($0.place, $0.name) },
      relationPlaces: relationPlaces
    )
    do {
      return (try builder.finish(), [])
    } catch {
      return (nil, error.faults.map { explain.diagnostic(for: $0) })
    }
  }
}

/// Says a fault of the graph in terms of files.
private struct FaultExplainer {
  let places: [(place: Diagnostic.Location, name: String)]
  let relationPlaces: [RelationHandle: (place: Diagnostic.Location, name: String)]

  func diagnostic(for fault: GraphFault) -> Diagnostic {
    switch fault {
    case .duplicateIdentity(let node, let first):
      let (place, name) = places[node.position]
      return .duplicateIdentity(name, first: Self.text(places[first.position].place), at: place)
    case .missingOrigin(let node):
      let (place, name) = places[node.position]
      return .missingSource(name, at: place)
    case .forbiddenRelation(let handle), .duplicateRelation(let handle, first: _):
      guard let (place, name) = relationPlaces[handle] else {
        preconditionFailure("a relation without a place")
      }
      if case .duplicateRelation(_, let first) = fault, let original = relationPlaces[first] {
        return .duplicateRelation(name, first: Self.text(original.place), at: place)
      }
      preconditionFailure("the reader checks the kinds of both ends")
    case .containmentCycle(let nodes):
      let names = nodes.map { places[$0.position].name }
      return .containmentCycle(names, at: places[nodes[0].position].place)
    }
  }

  private static func text(_ place: Diagnostic.Location) -> String {
    guard let start = place.range?.start else { return place.path }
    return "\(place.path):\(start.line):\(start.column)"
  }
}
