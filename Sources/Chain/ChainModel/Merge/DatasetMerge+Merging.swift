import Bilingual
import Diagnostics
import GraphKernel

extension DatasetMerge {
  /// What both made together.
  package struct Merged: Sendable {
    /// The data set of *theirs* with what *mine* changed.
    package let dataset: Dataset
    /// What of it *theirs* does not say, and the other way: what has to be written, and nothing else.
    package let difference: DatasetDifference
    /// By number; `nil` for a node that is gone.
    let nodes: [NodeIndex?]
  }

  /// Whose value of a thing counts.
  private func side(_ key: Key, in row: Row, _ choices: [Row: Side]) -> Side {
    let decision = decisions[key] ?? .theirs
    if conflicts.contains(row) {
      guard let choice = choices[row] else { return .theirs }
      if decision == .conflict || decision == .joined { return choice }
    }
    if decision == .joined { return choices[row] ?? .mine }
    return decision == .mine ? .mine : .theirs
  }

  private func version(_ side: Side) -> MergeVersion {
    side == .mine ? versions.mine : versions.theirs
  }

  /// The data set of *theirs* with what *mine* changed, but for rows in conflict without a choice.
  ///
  /// A node that got another name here keeps its identity, and the old name as another one, unless
  /// somebody else bears that now.
  package func merged(choosing choices: [Row: Side] = [:]) throws(MergeFault) -> Merged {
    // A vocabulary that nobody edited here is that of the data set as it is now.
    let ownsVocabulary = mine.graph.ontology != base.graph.ontology
    let ontology = ownsVocabulary ? mine.graph.ontology : theirs.graph.ontology
    var builder = ChainGraphBuilder(ontology: ontology)
    let sides = units.indices.map { side(.presence($0), in: .node($0), choices) }
    /// Whose node it is; `nil` for one that is gone.
    func keeper(_ unit: Int) -> Side? {
      let nodes = units[unit]
      switch (nodes.mine, nodes.theirs) {
      case (.some, .some): return .theirs
      case (.some, nil): return sides[unit] == .mine ? .mine : nil
      case (nil, .some): return sides[unit] == .theirs ? .theirs : nil
      case (nil, nil): return nil
      }
    }
    let keepers = units.indices.map(keeper)
    let names = bearers(keepers, choices)
    var positions: [NodeIndex?] = Array(repeating: nil, count: units.count)
    for unit in inOrder(keepers) {
      guard let keeper = keepers[unit] else { continue }
      let entry = try entry(unit, keeper, choices, names, ontology)
      positions[unit] = builder.addNode(
        entry.kind,
        name: entry.name,
        id: entry.id,
        aliases: entry.aliases,
        attributes: entry.attributes
      )
    }
    func moved(_ origin: Origin, _ version: MergeVersion) throws(MergeFault) -> Origin {
      guard let document = origin.document else { return origin }
      guard let position = positions[version.number(of: document)] else {
        throw .documentGone(version.dataset.graph.name(of: document))
      }
      return origin.citing(position)
    }
    for unit in units.indices {
      guard let keeper = keepers[unit], let position = positions[unit] else { continue }
      let source = field("source", of: unit, keeper, choices)
      guard let node = source.nodes[unit] else { continue }
      builder.setOrigin(try moved(source.dataset.graph.origin(of: node), source), of: position)
    }
    for (key, version) in relations(keepers, sides, choices) {
      guard let source = positions[key.source], let target = positions[key.target],
        let relation = version.relations[key]
      else { continue }
      guard ontology[key.kind] != nil else { throw .vocabulary(key.kind.name) }
      builder.addRelation(
        key.kind,
        from: source,
        to: target,
        origin: try moved(relation.origin, version),
        isOpen: relation.isOpen
      )
    }
    let graph: ChainGraph
    let spellings = ChainGraph.NodeIndices(count: builder.count).map { builder.name(of: $0) }
    do throws(GraphFaults) { graph = try builder.finish() } catch {
      throw .unsound(error, names: spellings)
    }
    let dataset = whole(graph, positions, choices)
    try refuseNamesakes(in: graph, positions)
    let matching = NodeMatching(
      forward: theirs.graph.nodes.map { positions[versions.theirs.number(of: $0)] },
      count: graph.nodes.count
    )
    return Merged(
      dataset: dataset,
      difference: DatasetDifference(from: theirs, to: dataset, matching: matching),
      nodes: positions
    )
  }

  private func whole(
    _ graph: ChainGraph,
    _ positions: [NodeIndex?],
    _ choices: [Row: Side]
  ) -> Dataset {
    func chosen(_ field: String) -> MergeVersion {
      version(side(.whole(field), in: .whole, choices))
    }
    let documents = chosen("documents")
    return Dataset(
      title: chosen("title").dataset.title,
      jurisdiction: chosen("jurisdiction").dataset.jurisdiction,
      language: chosen("language").dataset.language,
      date: chosen("date").dataset.date,
      documents: documents.dataset.documents.compactMap { positions[documents.number(of: $0)] },
      graph: graph,
      queries: queries(choices),
      attachments: theirs.attachments,
      isStatedAlone: theirs.isStatedAlone
    )
  }

  private func queries(_ choices: [Row: Side]) -> [NamedQuery] {
    var seen: Set<String> = []
    return (theirs.queries + mine.queries).map(\.name).filter { seen.insert($0).inserted }
      .compactMap { name in
        version(side(.query(name), in: .query(name), choices)).query(name)
      }
  }

  // MARK: Nodes

  /// The nodes that stay, in the order of *theirs*, those of *mine* behind.
  private func inOrder(_ keepers: [Side?]) -> [Int] {
    let kept = theirs.graph.nodes.map { versions.theirs.number(of: $0) }
      .filter { keepers[$0] == .theirs }
    let own = mine.graph.nodes.map { versions.mine.number(of: $0) }
      .filter { keepers[$0] == .mine }
    return kept + own
  }

  private func field(
    _ field: String,
    of unit: Int,
    _ keeper: Side,
    _ choices: [Row: Side]
  ) -> MergeVersion {
    version(whose(field, of: unit, keeper, choices))
  }

  private func whose(
    _ field: String,
    of unit: Int,
    _ keeper: Side,
    _ choices: [Row: Side]
  ) -> Side {
    let isShared = units[unit].mine != nil && units[unit].theirs != nil
    return isShared ? side(.field(unit, field), in: .node(unit), choices) : keeper
  }

  private struct Bearer: Hashable {
    let kind: NodeKind
    let name: NameKey
  }

  /// The names that nodes will have.
  private func bearers(_ keepers: [Side?], _ choices: [Row: Side]) -> Set<Bearer> {
    var bearers: Set<Bearer> = []
    for unit in units.indices {
      guard let keeper = keepers[unit], let kind = kind(of: unit) else { continue }
      let version = field("name", of: unit, keeper, choices)
      guard let node = version.nodes[unit] else { continue }
      bearers.insert(Bearer(kind: kind, name: NameKey(version.dataset.graph.name(of: node))))
    }
    return bearers
  }

  private struct Entry {
    let kind: NodeKind
    let name: String
    /// `nil` for that which follows from kind and name.
    let id: String?
    let aliases: [String]
    let attributes: [(name: AttributeName, value: AttributeValue)]
  }

  private func entry(
    _ unit: Int,
    _ keeper: Side,
    _ choices: [Row: Side],
    _ names: Set<Bearer>,
    _ ontology: Ontology
  ) throws(MergeFault) -> Entry {
    func chosen(_ field: String) -> (graph: ChainGraph, node: NodeIndex)? {
      let version = self.field(field, of: unit, keeper, choices)
      return version.nodes[unit].map { (version.dataset.graph, $0) }
    }
    guard let kind = kind(of: unit), let named = chosen("name"), let identified = chosen("id")
    else { preconditionFailure("a node that stays stands in one of the two") }
    guard let definition = ontology[kind] else { throw .vocabulary(kind.name) }
    let name = named.graph.name(of: named.node)
    var id = identified.graph.id(of: identified.node)
    if keeper == .mine, keepsIdentity(unit), let node = units[unit].base {
      id = base.graph.id(of: node)
    }
    var aliases = aliases(unit, keeper, choices)
    let old = formerName(unit, as: name)
    if let old, !aliases.contains(where: { NameKey($0) == NameKey(old) }),
      !names.contains(Bearer(kind: kind, name: NameKey(old)))
    {
      aliases.append(old)
    }
    // Who gets back a name that it had has that no more beside.
    if let own = units[unit].mine, units[unit].base.map({ base.graph.name(of: $0) }) != name,
      mine.graph.name(of: own) == name
    {
      aliases.removeAll { NameKey($0) == NameKey(name) }
    }
    var attributes: [(name: AttributeName, value: AttributeValue)] = []
    for attribute in definition.attributes {
      guard let (graph, node) = chosen(attribute.name.name) else { continue }
      var stated = graph.attribute(attribute.name, of: node)
      if attribute.name == .formerly, let old {
        stated = Self.formerNames(graph.formerNames(of: node), and: old)
      }
      guard let value = stated else { continue }
      let meant = graph.ontology[kind]?.attributes.first { $0.name == attribute.name }
      guard meant == attribute else { throw .vocabulary(attribute.name.name) }
      attributes.append((attribute.name, value))
    }
    let stated = id == ChainGraph.id(kind, name) ? nil : id
    return Entry(kind: kind, name: name, id: stated, aliases: aliases, attributes: attributes)
  }

  /// What was called otherwise before *mine* renamed it.
  func formerName(_ unit: Int, as name: String) -> String? {
    guard let old = units[unit].base.map({ base.graph.name(of: $0) }), let own = units[unit].mine,
      name == mine.graph.name(of: own), same(old) != same(name), NameKey(old) != NameKey(name)
    else { return nil }
    return old
  }

  private static func formerNames(_ names: [FormerName], and old: String) -> AttributeValue {
    let isKnown = names.contains { NameKey($0.name) == NameKey(old) }
    let all = names + (isKnown ? [] : [FormerName(old)])
    return .list(all.map { .text($0.description) })
  }

  /// The other names: those of *theirs* without what *mine* took out, and what *mine* added.
  private func aliases(_ unit: Int, _ keeper: Side, _ choices: [Row: Side]) -> [String] {
    func aliases(_ dataset: Dataset, _ node: NodeIndex?) -> [String] {
      node.map { dataset.graph.aliases(of: $0) } ?? []
    }
    let nodes = units[unit]
    let side = whose("aliases", of: unit, keeper, choices)
    let list = aliases(version(side).dataset, version(side).nodes[unit])
    guard isBaseKnown, side == .mine, nodes.theirs != nil else { return list }
    // Who chooses a side takes its list whole.
    if joined.contains(.node(unit)), choices[.node(unit)] == .mine { return list }
    let before = Set(aliases(base, nodes.base).map(same))
    let other = aliases(theirs, nodes.theirs)
    guard Set(other.map(same)) != before else { return list }
    let own = Set(list.map(same))
    let held = other.filter { own.contains(same($0)) || !before.contains(same($0)) }
    let seen = Set(held.map(same))
    return held + list.filter { !before.contains(same($0)) && !seen.contains(same($0)) }
  }

  // MARK: Relations

  /// The relations that stay, each with whose it is: in the order of *theirs*, those of *mine* behind.
  private func relations(
    _ keepers: [Side?],
    _ sides: [Side],
    _ choices: [Row: Side]
  ) -> [(MergeVersion.RelationKey, MergeVersion)] {
    func keys(_ version: MergeVersion) -> [MergeVersion.RelationKey] {
      version.dataset.graph.allRelations().map { relation in
        MergeVersion.RelationKey(
          kind: relation.kind,
          source: version.number(of: relation.source),
          target: version.number(of: relation.target),
          from: relation.period.from
        )
      }
    }
    /// Who kept an end that the other side removed keeps its relations.
    func whose(_ key: MergeVersion.RelationKey) -> Side {
      let kept = [key.source, key.target].compactMap { unit in
        units[unit].base != nil && (units[unit].mine == nil || units[unit].theirs == nil)
          ? keepers[unit] : nil
      }
      if let side = kept.first { return side }
      return side(.relation(key), in: .node(owner(of: key)), choices)
    }
    var seen: Set<MergeVersion.RelationKey> = []
    return (keys(versions.theirs) + keys(versions.mine)).filter { seen.insert($0).inserted }
      .filter { keepers[$0.source] != nil && keepers[$0.target] != nil }
      .compactMap { key in
        let version = version(whose(key))
        return version.relations[key] == nil ? nil : (key, version)
      }
  }
}
