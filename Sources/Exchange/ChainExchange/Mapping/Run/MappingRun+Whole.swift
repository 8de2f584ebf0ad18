import Bilingual
import ChainModel
import Diagnostics
import GraphKernel

/// The second round: the whole, and origins.
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
  mutating func origin(
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
    if stated.isKnowledge, stated.document == nil {
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
    func cited(_ node: NodeIndex) -> ChainModel.Origin {
      let origin = builder.origin(citing: node, place: stated.place.text)
      return stated.isKnowledge && origin.basis.isStated ? .industryKnowledge : origin
    }
    if let known { return known.map(cited) ?? .industryKnowledge }
    let only = RelationDefinition.KindSelection.citable
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
    return cited(nodes[0])
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
