import Bilingual
import ChainModel
import Diagnostics
import GraphKernel

/// The second round: origins and relations.
extension MappingRun {
  /// What was found, with everything that is said of the whole; `nil` and reports when it is no
  /// sound data set.
  mutating func finish() -> Dataset? {
    var builder = ChainGraphBuilder(ontology: ontology)
    for entity in found {
      _ = builder.addNode(
        entity.kind.kind,
        name: entity.name,
        id: entity.id,
        aliases: entity.aliases,
        attributes: entity.attributes
      )
    }
    let documents = addDocuments(to: &builder)
    var origins = MappedOrigins(documents: documents)
    for (position, entity) in found.enumerated() {
      let origin = self.origin(entity.origin, entity.name, entity.place, builder, &origins)
      builder.setOrigin(origin, of: NodeIndex(position))
    }
    relate(&builder, &origins)
    guard !log.isCut, let graph = graph(builder), isSound else { return nil }
    summary.count(graph)
    guard let head = mapping.head else { return nil }
    return Dataset(
      title: head.title,
      jurisdiction: head.jurisdiction,
      language: head.language,
      date: head.date,
      documents: documents,
      graph: graph
    )
  }

  private var isSound: Bool { !log.diagnostics.contains { $0.severity == .error } }

  // MARK: Documents

  /// The citable documents: those of the mapping, else those of the data, else one that stands for
  /// the first file.
  private mutating func addDocuments(to builder: inout ChainGraphBuilder) -> [NodeIndex] {
    let only = RelationDefinition.KindSelection.only([.document])
    var documents: [NodeIndex] = []
    for document in mapping.documents {
      if let known = builder.nodes(named: document.name, among: only).first {
        documents.append(known)
        continue
      }
      let node = builder.addNode(
        .document,
        name: document.name,
        aliases: document.aliases,
        attributes: document.attributes
      )
      // A document that the mapping adds is its own witness where a place in it is named.
      let place = document.origin.place?.literals.first
      builder.setOrigin(place.map { .cited(node, place: $0) } ?? .industryKnowledge, of: node)
      documents.append(node)
    }
    guard documents.isEmpty else { return documents }
    let own = found.indices.filter { found[$0].kind.kind == .document }.map { NodeIndex($0) }
    guard own.isEmpty else { return own }
    let file = tables.first?.fileName ?? "data"
    return [builder.addNode(.document, name: file, origin: .industryKnowledge)]
  }

  /// The origin that a record states; general knowledge and a report when it is faulty.
  private mutating func origin(
    _ stated: FoundEntity.Origin?,
    _ name: String,
    _ place: RecordPlace,
    _ builder: ChainGraphBuilder,
    _ origins: inout MappedOrigins
  ) -> ChainModel.Origin {
    guard let stated else {
      log.report(.missingSource(name, at: location(place)))
      return .industryKnowledge
    }
    func at(_ text: RecordText) -> Diagnostic.Location {
      location(RecordPlace(table: place.table, place: text.place ?? place.place))
    }
    if stated.isKnowledge {
      if !stated.place.text.isEmpty {
        log.report(
          .unknownWord(
            stated.place.text,
            meaning: BilingualText(zh: "依据", en: "basis"),
            words: Basis.allCases.map(\.rawValue),
            at: at(stated.place)
          )
        )
      }
      return .industryKnowledge
    }
    guard let document = stated.document else {
      return origins.documents.first.map { .cited($0, place: stated.place.text) }
        ?? .industryKnowledge
    }
    let known = origins.byName[document.text]
    if let known { return known.map { .cited($0, place: stated.place.text) } ?? .industryKnowledge }
    let only = RelationDefinition.KindSelection.only([.document])
    let nodes = builder.nodes(named: document.text, among: only)
    origins.byName[document.text] = .some(nodes.count == 1 ? nodes[0] : nil)
    guard nodes.count == 1 else {
      let names = builder.names(of: only)
      log.report(
        nodes.isEmpty
          ? .unknownReference(document.text, kinds: only, candidates: names, at: at(document))
          : .ambiguousReference(
            document.text,
            ids: nodes.map { builder.id(of: $0) },
            at: at(document)
          )
      )
      return .industryKnowledge
    }
    return .cited(nodes[0], place: stated.place.text)
  }

  // MARK: Relations

  private mutating func relate(_ builder: inout ChainGraphBuilder, _ origins: inout MappedOrigins) {
    var seen: Set<RelationKey> = []
    for number in tables.indices {
      let table = tables[number]
      for query in mapping.queries where query.reads(table) && !query.isIgnored {
        var strays = StrayEdges()
        for index in 0..<table.count {
          guard log.hasRoom else { return log.cut() }
          let record = Record(table: table, index: index)
          guard record.passes(query.filter, in: sources[number]) else { continue }
          for relation in query.relations {
            relate(relation, of: query, record, number, &builder, &origins, &seen, &strays)
          }
        }
        for (name, count, place) in strays.all {
          let place = RecordPlace(table: number, place: place)
          log.report(.strayEdges(name, count: count, at: location(place)))
        }
      }
    }
  }

  private mutating func relate(
    _ relation: RelationMapping,
    of query: QueryMapping,
    _ record: Record,
    _ table: Int,
    _ builder: inout ChainGraphBuilder,
    _ origins: inout MappedOrigins,
    _ seen: inout Set<RelationKey>,
    _ strays: inout StrayEdges
  ) {
    guard record.passes(relation.filter, in: sources[table]) else { return }
    let isDrawn = record.table.form == .edges
    if isDrawn, !relation.takesUndirected,
      record.texts(StructuralColumn.directed, in: sources[table]).first?.text == "false"
    {
      // What helps against one helps against all.
      guard reportedUndirected.insert(relation.name.text).inserted else { return }
      let place = RecordPlace(table: table, place: record.place)
      log.report(.undirectedEdge(relation.name.text, at: location(place)))
      return
    }
    for (record, owner) in owners(of: relation, query, record, table) {
      let from = end(relation, .source, query, record, owner, table, builder)
      let to = end(relation, .target, query, record, owner, table, builder)
      if from.isStray || to.isStray {
        strays.add(relation.name.text, at: record.place)
        continue
      }
      if from.isFaulty || to.isFaulty { continue }
      if from.nodes.isEmpty != to.nodes.isEmpty { summary.addIncomplete(relation.name.text) }
      for source in from.nodes {
        for target in to.nodes {
          let key = RelationKey(
            kind: relation.definition.kind,
            source: source.node,
            target: target.node
          )
          // A table says the same in many rows; an edge that is drawn twice is a fault.
          if !isDrawn, !seen.insert(key).inserted {
            summary.merged += 1
            continue
          }
          let place = RecordPlace(
            table: table,
            place: target.place ?? source.place ?? record.place
          )
          let name = builder.name(of: target.node)
          let levels =
            [relation.origin]
            + (relation.owner.map { [query.entities[$0].origin] } ?? [])
            + [query.origin, mapping.origin]
          let stated = origin(levels, record, table)
          let origin = self.origin(stated, name, place, builder, &origins)
          let open = relation.open?.texts(of: record, in: sources[table]).first?.text
          builder.addRelation(
            relation.definition.kind,
            from: source.node,
            to: target.node,
            origin: origin,
            isOpen: open == "true" || open == "True"
          )
          relationPlaces.append((place, name))
        }
      }
    }
  }

  /// The items of the entity among whose properties a relation stands, or the record as a whole.
  private func owners(
    of relation: RelationMapping,
    _ query: QueryMapping,
    _ record: Record,
    _ table: Int
  ) -> [(record: Record, owner: String?)] {
    guard let owner = relation.owner else { return [(record, nil)] }
    return instances(of: query.entities[owner], record, table).compactMap { key, record in
      key.map { (record, $0) }
    }
  }

  /// What stands at one end of a relation.
  private struct End {
    var nodes: [(node: NodeIndex, place: BytePlace?)] = []
    /// Whether it is a node that was left out.
    var isStray = false
    var isFaulty = false
  }

  private mutating func end(
    _ relation: RelationMapping,
    _ end: RelationDefinition.End,
    _ query: QueryMapping,
    _ record: Record,
    _ owner: String?,
    _ table: Int,
    _ builder: ChainGraphBuilder
  ) -> End {
    let reference = end == .source ? relation.from : relation.to
    var result = End()
    if case .own(let number) = reference.target {
      let entity = query.entities[number]
      let own =
        relation.owner == number
        ? [owner] : instances(of: entity, record, table).map(\.key)
      for key in own.compactMap({ $0 }) {
        let node = keys[key].first { found[$0].kind.kind == entity.kind.kind }
        if let node { result.nodes.append((NodeIndex(node), nil)) }
      }
      return result
    }
    let kinds = relation.definition.kinds(at: end)
    for text in reference.text.texts(of: record, in: sources[table]) {
      let nodes: [NodeIndex]
      switch reference.target {
      case .own: nodes = []
      case .key(let kind, let literal): nodes = self.nodes(text, kind, literal)
      case .named(let selection): nodes = builder.nodes(named: text.text, among: selection)
      }
      if nodes.count == 1, kinds.contains(builder.kind(of: nodes[0])) {
        result.nodes.append((nodes[0], text.place))
        continue
      }
      let isDrawn = record.table.form != .rows && drawnNodes.contains(text.text)
      if nodes.isEmpty, isDrawn {
        result.isStray = true
        continue
      }
      result.isFaulty = true
      let place = location(text, of: reference.text, record, table)
      let shown = text.text.components(partedBy: KeyRegistry.separator).joined(separator: " + ")
      report(nodes, shown, reference, relation.definition, end, builder, at: place)
    }
    return result
  }

  /// The nodes with a key.
  private func nodes(_ text: RecordText, _ kind: NodeKind?, _ literal: String) -> [NodeIndex] {
    func matching(_ key: String) -> [NodeIndex] {
      keys[key].filter { kind == nil || found[$0].kind.kind == kind }.map { NodeIndex($0) }
    }
    let exact = matching(KeyRegistry.key(literal, [text.text]))
    guard exact.isEmpty else { return exact }
    // Things that have no key but their name are told apart as names are.
    return matching(KeyRegistry.key(literal, [NameKey(text.text).text]))
  }
}

/// The documents that origins cite.
struct MappedOrigins {
  /// The first is meant where none is named.
  let documents: [NodeIndex]
  /// What names were found to mean; `nil` for those that mean none, which is told once.
  var byName: [String: NodeIndex?] = [:]

  init(documents: [NodeIndex]) { self.documents = documents }
}

/// A relation as a pair of nodes.
struct RelationKey: Hashable {
  let kind: RelationKind
  let source: NodeIndex
  let target: NodeIndex
}

/// Edges to nodes that were left out, by relation.
struct StrayEdges {
  private(set) var all: [(name: String, count: Int, place: BytePlace)] = []

  mutating func add(_ name: String, at place: BytePlace) {
    if let position = all.firstIndex(where: { $0.name == name }) {
      all[position].count += 1
    } else {
      all.append((name, 1, place))
    }
  }
}
