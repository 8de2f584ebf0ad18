import ChainModel
import Diagnostics

/// What the chains and their uses say, as files of entries.
extension UsedChains {
  /// The entries of a use's own, as a file would hold them: finer segments, and those added.
  func additions(of use: ChainUse) -> EntryNode? {
    let clusters = use.clusters.map { $0.node }
    var items: [EntryNode] = []
    for (whole, parts) in use.split {
      for part in parts {
        items.append(
          .mapping(
            [("name", part.node), ("partOf", .list([whole.node] + clusters))],
            like: part.node
          )
        )
      }
    }
    for item in use.added {
      var pairs = item.pairs
      guard !pairs.isEmpty else {
        items.append(item)
        continue
      }
      let own = item["partOf"]?.items ?? []
      pairs.removeAll { $0.key.scalar == "partOf" }
      if !(own + clusters).isEmpty {
        pairs.append(.init(key: .text("partOf", like: item), value: .list(own + clusters)))
      }
      items.append(EntryNode(.mapping(pairs), range: item.range))
    }
    guard let first = items.first else { return nil }
    let general = EntryNode.mapping(
      [("basis", .text("industry-knowledge", like: first))],
      like: first
    )
    let kinds = ["segment"] + Self.flows(ontology).map(\.kind.name)
    return .mapping(
      [
        ("defaults", .mapping(kinds.map { ($0, general) }, like: first)),
        ("segment", EntryNode(.sequence(items), range: first.range)),
      ],
      like: first
    )
  }

  /// The relations by which segments supply one another, of which others are sorts.
  private static func flows(_ ontology: Ontology) -> [RelationDefinition] {
    ontology.relations.filter { [.flow, .return].contains($0.semantics) }
  }

  /// What the library's files say here, each as a file of entries: its segments that the data set has,
  /// with the flows among them, and what these cite.
  mutating func roots() -> [(path: String, root: EntryNode)] {
    let flows = Set(
      Self.flows(ontology).flatMap { [$0.field(at: .source), $0.field(at: .target)] }
    )
    var names = LibraryNames()
    for (position, chain) in chains.enumerated() where !past.contains(position) {
      names.add(chain.segments)
    }
    var roots: [(path: String, root: EntryNode)] = chains.enumerated().map { position, chain in
      let items = segments.filter { $0.chain == position }.map { segment in
        let end = ends[segment.entry.id]
        let item = end.map { entry(asItWas: $0, flows: Self.flows(ontology)) }
        // The flows of what is as it was lead to identities that are here.
        return entry(
          of: segment,
          saying: item ?? segment.entry.item,
          in: chain,
          flows: end == nil ? flows : [],
          names
        )
      }
      let defaults = chain.root["defaults"].map { defaults in
        EntryNode(
          .mapping(
            defaults.pairs.map { pair in
              guard pair.key.scalar == "segment" else { return pair }
              let kept = pair.value.pairs.filter { $0.key.scalar != "partOf" }
              return .init(key: pair.key, value: EntryNode(.mapping(kept), range: pair.value.range))
            }
          ),
          range: defaults.range
        )
      }
      let fields =
        (defaults.map { [("defaults", $0)] } ?? [])
        + [("segment", EntryNode(.sequence(items), range: chain.root.range))]
      return (chain.path, EntryNode.mapping(fields, like: chain.root))
    }
    roots += references(cited(by: roots.map(\.root)))
    return roots
  }

  private func entry(
    of segment: Segment,
    saying item: EntryNode,
    in chain: ReferenceChain,
    flows: Set<String>,
    _ names: LibraryNames
  ) -> EntryNode {
    let heading = item["name"] ?? item
    var pairs: [EntryNode.Pair] = []
    for pair in item.pairs {
      let field = pair.key.scalar ?? ""
      if ["name", "id", "aliases", "partOf"].contains(field) { continue }
      guard flows.contains(field) else {
        pairs.append(pair)
        continue
      }
      let kept = pair.value.items.filter { item in
        guard let name = (item["to"] ?? item).scalar else { return true }
        guard let id = names.id(of: name) else {
          // A chain that lends a segment imports others of its own, which nobody asked for.
          return isPinned(chain)
        }
        return places[id] != nil
      }
      guard !kept.isEmpty else { continue }
      pairs.append(.init(key: pair.key, value: EntryNode(.sequence(kept), range: pair.value.range)))
    }
    func put(_ field: String, _ value: EntryNode) {
      pairs.append(.init(key: .text(field, like: heading), value: value))
    }
    put("name", .text(segment.label?.text ?? segment.entry.name, like: heading))
    put("id", .text(segment.entry.id, like: item["id"] ?? heading))
    let aliases = aliases(of: segment)
    if !aliases.isEmpty {
      put("aliases", .list(aliases.map { .text($0, like: item["aliases"] ?? heading) }))
    }
    put("chain", .text("\(chain.name) \(chain.id) \(chain.edition)", like: heading))
    let changes = changesToLookAt(in: segment)
    if !changes.isEmpty { put("pending", .text(changes.joined(separator: "；"), like: heading)) }
    if let edition = editionSince(of: segment) { put("since", .text(edition, like: heading)) }
    let general = EntryNode.text("industry-knowledge", like: heading)
    if !segment.clusters.isEmpty {
      put(
        "partOf",
        .list(
          segment.clusters.map { cluster in
            .mapping([("to", .text(cluster, like: heading)), ("basis", general)], like: heading)
          }
        )
      )
    }
    if let source = segment.source {
      pairs.removeAll { ["source", "basis"].contains($0.key.scalar) }
      put("source", source)
    }
    return EntryNode(.mapping(pairs), range: item.range)
  }

  /// What else a segment is called: by the library, and by its older editions.
  private func aliases(of segment: Segment) -> [String] {
    // The city's word may be another name that the library knows.
    var taken: Set<NameKey> = [NameKey(segment.label?.text ?? segment.entry.name)]
    let former = (formerNames[segment.entry.id] ?? []).filter { $0 != segment.entry.id }
    return (segment.entry.aliases + [segment.entry.name] + former).filter {
      taken.insert(NameKey($0)).inserted
    }
  }

  // MARK: What is cited

  /// The identities before the stroke in what entries cite.
  private func cited(by roots: [EntryNode]) -> Set<String> {
    var cited: Set<String> = []
    func look(_ node: EntryNode) {
      switch node.content {
      case .scalar: break
      case .sequence(let items): for item in items { look(item) }
      case .mapping(let pairs):
        for pair in pairs {
          guard pair.key.scalar == "source" else {
            look(pair.value)
            continue
          }
          for text in pair.value.items.compactMap(\.scalar) {
            if let stroke = text.firstIndex(of: "/") {
              cited.insert(String(text[..<stroke]))
            } else {
              cited.insert(text)
            }
          }
        }
      }
    }
    for root in roots { look(root) }
    return cited
  }

  /// The references that are cited, from the files of sources beside the chains.
  private mutating func references(_ cited: Set<String>) -> [(path: String, root: EntryNode)] {
    var missing = cited
    var roots: [(path: String, root: EntryNode)] = []
    for folder in library.folders {
      let path = folder + "/" + ChainLibrary.sources
      guard let file = library.file(path) else { continue }
      sources[path] = file.source
      diagnostics += file.diagnostics
      guard let root = file.root else { continue }
      let items = (root["reference"]?.items ?? []).filter { item in
        item["id"]?.scalar.map { missing.remove($0) != nil } ?? false
      }
      guard let first = items.first else { continue }
      let defaults = root["defaults"].map { [("defaults", $0)] } ?? []
      let list = EntryNode(.sequence(items), range: first.range)
      roots.append((path, .mapping(defaults + [("reference", list)], like: root)))
    }
    return roots
  }
}

extension EntryNode {
  /// A text that stands where another node does.
  static func text(_ text: String, like node: EntryNode) -> EntryNode {
    EntryNode(.scalar(text), range: node.range)
  }

  static func mapping(_ fields: [(String, EntryNode)], like node: EntryNode) -> EntryNode {
    EntryNode(
      .mapping(fields.map { Pair(key: .text($0, like: node), value: $1) }),
      range: node.range
    )
  }

  /// - Precondition: there is an item, where the list stands.
  static func list(_ items: [EntryNode]) -> EntryNode {
    EntryNode(.sequence(items), range: items[0].range)
  }
}
