package import Bilingual
public import ChainModel
import GraphKernel
package import YAML

/// Writes a data set as the files of a new folder, in one form only: a file for each kind, fields in
/// the order of the ontology, no defaults but those that all relations of a file share.
package struct DatasetWriter {
  /// Beyond so many bytes the entries of a kind go on in a further file; well below what a reader
  /// takes.
  private static let mostBytes = 4 << 20

  private let dataset: Dataset
  private let graph: ChainGraph
  private let text: EntryText
  private let written: WrittenRelations

  init(_ dataset: Dataset) {
    self.dataset = dataset
    graph = dataset.graph
    text = EntryText(dataset)
    written = WrittenRelations(of: dataset.graph)
  }

  func files() throws(WritingFault) -> [DatasetFile] {
    var files = [DatasetFile(name: FolderListing.manifest, text: try manifest())]
    if let ontology = try OntologyWriter(graph.ontology).text() {
      files.append(DatasetFile(name: FolderListing.ontology, text: ontology))
    }
    var names = FileNames()
    for kind in graph.ontology.kinds {
      let parts = try self.parts(of: kind)
      let name = names.take(kind.kind.name)
      for (number, part) in parts.enumerated() {
        let digits = String(number + 1)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let path = parts.count == 1 ? name + ".yaml" : "\(name)/\(padded).yaml"
        files.append(DatasetFile(name: path, text: part))
      }
    }
    if !dataset.queries.isEmpty {
      files.append(DatasetFile(name: FolderListing.queries, text: queries()))
    }
    return files
  }

  // MARK: What is said of the whole

  private func manifest() throws(WritingFault) -> String {
    guard !dataset.documents.isEmpty else { throw .noDocument }
    return Self.manifest(
      title: dataset.title,
      jurisdiction: dataset.jurisdiction,
      language: dataset.language,
      date: dataset.date.description,
      documents: try documents()
    )
  }

  /// The text of a manifest.
  ///
  /// - Parameter documents: the list of the documents to cite, as YAML.
  package static func manifest(
    title: BilingualText,
    jurisdiction: String,
    language: Language,
    date: String,
    documents: String
  ) -> String {
    var entry = YAMLEntry(.usual)
    entry.add("title", yaml: EntryText.wording(title))
    entry.add("jurisdiction", jurisdiction)
    entry.add("language", yaml: language.rawValue)
    entry.add("date", yaml: date)
    entry.add("documents", yaml: documents)
    return entry.lines.map { $0 + "\n" }.joined()
  }

  func documents() throws(WritingFault) -> String {
    var items: [String] = []
    for document in dataset.documents {
      items.append(try text.reference(to: document, among: .only([.document])))
    }
    return YAMLText.list(items)
  }

  private func queries() -> String {
    YAMLText.file(nil, [("queries", dataset.queries.map(Self.entry))])
  }

  package static func entry(of query: NamedQuery) -> YAMLEntry {
    var entry = YAMLEntry(name: query.name, .usual)
    entry.add("expression", query.expression)
    if let description = query.description {
      entry.add("description", yaml: EntryText.wording(description))
    }
    return entry
  }

  // MARK: Entries

  /// The texts of the files that hold the nodes of `kind`: none, one, or several where one would be
  /// too large.
  private func parts(of kind: KindDefinition) throws(WritingFault) -> [String] {
    var parts: [String] = []
    var nodes: [NodeIndex] = []
    var bytes = 0
    for node in graph.nodes(of: kind.kind) {
      // Without the defaults an entry is a little longer than it will be.
      let size = try entry(of: node, defaults: [:]).lines.reduce(0) { $0 + $1.utf8.count + 5 }
      if bytes + size > Self.mostBytes, !nodes.isEmpty {
        parts.append(try part(of: kind, nodes))
        (nodes, bytes) = ([], 0)
      }
      nodes.append(node)
      bytes += size
    }
    if !nodes.isEmpty { parts.append(try part(of: kind, nodes)) }
    return parts
  }

  private func part(
    of kind: KindDefinition,
    _ nodes: [NodeIndex]
  ) throws(WritingFault) -> String {
    let defaults = defaults(of: nodes)
    var file = "# \(kind.label[dataset.language])\n".filter { $0 != "\r" }
    if !defaults.isEmpty {
      file += "defaults:\n"
      for definition in graph.ontology.relations {
        guard let origin = defaults[definition.kind] else { continue }
        let stated = try text.origin(origin)
        file += "  \(definition.kind.name): \(YAMLText.mapping([stated]))\n"
      }
    }
    var entries: [YAMLEntry] = []
    for node in nodes { entries.append(try entry(of: node, defaults: defaults)) }
    return file + YAMLText.file(nil, [(kind.kind.name, entries)])
  }

  /// The origin of the relations of each kind that the entries of `nodes` write, where all have one
  /// and it is not that of the entries anyway.
  private func defaults(of nodes: [NodeIndex]) -> [RelationKind: Origin] {
    var origins: [RelationKind: Origin] = [:]
    var mixed: Set<RelationKind> = []
    var needed: Set<RelationKind> = []
    for node in nodes {
      let own = graph.origin(of: node)
      for list in written.lists(of: node) {
        for relation in list.relations {
          let origin = relation.origin.holding(.always)
          if origin != own { needed.insert(relation.kind) }
          let shared = origins[relation.kind, default: origin]
          if shared != origin { mixed.insert(relation.kind) }
          origins[relation.kind] = shared
        }
      }
    }
    return origins.filter { kind, _ in
      // Under the name of a kind, defaults would speak of its entries.
      needed.contains(kind) && !mixed.contains(kind) && graph.ontology[NodeKind(kind.name)] == nil
    }
  }

  func entry(
    of node: NodeIndex,
    defaults: [RelationKind: Origin]
  ) throws(WritingFault) -> YAMLEntry {
    var entry = YAMLEntry(name: graph.name(of: node), .usual)
    entry.add("id", graph.statedID(of: node))
    let aliases = graph.aliases(of: node)
    if !aliases.isEmpty {
      entry.add("aliases", yaml: YAMLText.list(aliases.map(EntryText.scalar)))
    }
    for (definition, value) in graph.attributes(of: node) {
      entry.add(definition.name.name, yaml: try text.value(value, of: definition))
    }
    let origin = graph.origin(of: node)
    let stated = try text.origin(origin)
    entry.add(stated.field, yaml: stated.value)
    for list in written.lists(of: node) {
      let kinds = list.definition.kinds(at: list.end.opposite)
      var items: [String] = []
      for relation in list.relations {
        items.append(
          try text.item(
            relation.node(at: list.end.opposite),
            among: kinds,
            origin: relation.origin,
            implied: defaults[relation.kind] ?? origin
          )
        )
      }
      if list.isOpen { items.append(text.openEnd) }
      entry.add(list.definition.field(at: list.end), items: items)
    }
    return entry
  }
}

/// The names of files for kinds: a kind may be called as a file that means something else, and file
/// systems take names that differ in capitals alone for one.
private struct FileNames {
  private var taken: Set<String> = [
    "dataset", "ontology", "queries", "theme", "packs", "reporting",
  ]

  mutating func take(_ kind: String) -> String {
    var name = kind
    while !taken.insert(name.lowercased()).inserted { name += "-nodes" }
    return name
  }
}

extension Dataset {
  /// The data set as the files of a new folder of YAML, which reads back as this data set: nodes of
  /// each kind in their order, with the same identities, values, origins and relations.
  ///
  /// First `dataset.yaml`; then `ontology.yaml` with what the vocabulary adds to the built-in one; then
  /// a file for each kind that has nodes, in the order of the ontology; last `queries.yaml`. Who
  /// answers for something is written at that item, any other relation at its source. What was
  /// written is read once more to see that nothing got lost.
  ///
  /// - Complexity: O(*v* + *e*), twice.
  public func yamlFiles() throws(WritingFault) -> [DatasetFile] {
    let files = try DatasetWriter(self).files()
    let bytes = Dictionary(
      files.map { ($0.name, Array($0.text.utf8)) },
      uniquingKeysWith: { first, _ in first }
    )
    let loaded = Dataset.load(folder: "", files: bytes)
    guard let read = loaded.dataset else {
      let fault = loaded.diagnostics.first { $0.severity == .error }
      throw .unfaithful(fault.map { "\($0.message.en)" } ?? "")
    }
    let difference = DatasetDifference(from: self, to: read)
    guard difference.isEmpty else { throw .unfaithful(difference.firstChange) }
    return files
  }
}
