import Bilingual
import Diagnostics
import GraphKernel

extension DatasetMerge {
  /// What becomes of a change.
  package enum Outcome: String, Sendable, CaseIterable {
    /// It is written.
    case written
    /// It is taken out: a node, a relation or a query that the data set has.
    case removed
    /// What *theirs* changed is undone, because of a choice for *mine*.
    case restored
    /// What both added is written together.
    case joined
    /// It was chosen, and what the other side made is given up.
    case chosen
    /// The data set has it already.
    case there
    /// It waits for a choice.
    case refused
    /// It is not written: the other side was chosen.
    case givenUp = "given-up"
  }

  /// A change and what becomes of it.
  package struct Line: Sendable {
    /// The change.
    package let change: Change
    /// What becomes of it.
    package let outcome: Outcome
  }

  /// All that has to be written, all that *mine* changed and is not written, and what *theirs* changed,
  /// each once.
  ///
  /// What is written is taken from the difference by which files are changed, so that the list says
  /// neither more nor less: also what goes with a node, and comes back with one.
  ///
  /// In the order of ``changes``, with the consequences of each sort behind the changes of that sort.
  ///
  /// - Complexity: O(*v* + *e*).
  package func lines(of merged: Merged, choosing choices: [Row: Side]) -> [Line] {
    let written = Written(merged, versions.theirs)
    let told = Set(changes.map(\.key))
    var all = changes
    var seen = told
    for key in written.keys + droppedEdits(written) where seen.insert(key).inserted {
      if let change = consequence(key) { all.append(change) }
    }
    return Self.ordered(all).map { change in
      Line(change: change, outcome: outcome(of: change, written, choices))
    }
  }

  /// The changes by sort, those of one node together.
  private static func ordered(_ changes: [Change]) -> [Change] {
    var first: [Row: Int] = [:]
    for (position, change) in changes.enumerated() where group(change.key) == 1 {
      if first[change.row] == nil { first[change.row] = position }
    }
    let order = changes.enumerated().map { position, change in
      let group = group(change.key)
      return (group, group == 1 ? first[change.row] ?? position : position, position)
    }
    return order.sorted { $0 < $1 }.map { changes[$0.2] }
  }

  private static func group(_ key: Key) -> Int {
    switch key {
    case .whole: 0
    case .presence, .field: 1
    case .relation: 2
    case .query: 3
    }
  }

  /// The things that the difference says to write, in its order.
  private struct Written {
    private(set) var keys: [Key] = []
    private(set) var gone: Set<Key> = []
    let all: Set<Key>

    init(_ merged: Merged, _ theirs: MergeVersion) {
      let difference = merged.difference
      var numbers = Array(repeating: 0, count: merged.dataset.graph.nodes.count)
      for (number, node) in merged.nodes.enumerated() {
        if let node { numbers[node.position] = number }
      }
      func key(_ relation: Relation, _ number: (NodeIndex) -> Int) -> Key {
        .relation(
          MergeVersion.RelationKey(
            kind: relation.kind,
            source: number(relation.source),
            target: number(relation.target),
            from: relation.period.from
          )
        )
      }
      func new(_ node: NodeIndex) -> Int { numbers[node.position] }
      keys += difference.manifest.map { .whole($0.field) }
      keys += difference.addedNodes.map { .presence(new($0)) }
      let nodes = difference.removedNodes.map { Key.presence(theirs.number(of: $0)) }
      keys += nodes
      keys += difference.changedNodes.flatMap { change in
        change.fields.map { Key.field(theirs.number(of: change.before), $0.field) }
      }
      keys += difference.addedRelations.map { key($0, new) }
      let relations = difference.removedRelations.map { key($0, theirs.number(of:)) }
      keys += relations
      keys += difference.changedRelations.map { key($0.before, theirs.number(of:)) }
      let queries = difference.queries.filter { $0.after == nil }.map { Key.query($0.name) }
      keys += difference.queries.map { .query($0.name) }
      gone = Set(nodes + relations + queries)
      all = Set(keys)
    }
  }

  /// What *mine* changed beside the changes of both, and is not written: the relations of a node that
  /// one side took out, and the fields of one that *theirs* did.
  private func droppedEdits(_ written: Written) -> [Key] {
    guard isBaseKnown else { return [] }
    var keys: [Key] = []
    for unit in units.indices where units[unit].base != nil && units[unit].theirs == nil {
      guard let kind = kind(of: unit), units[unit].mine != nil,
        !written.all.contains(.presence(unit))
      else { continue }
      for field in versions.mine.fields(of: kind)
      where field != "id"
        && versions.mine.value(field, of: unit) != versions.base.value(field, of: unit)
      {
        keys.append(.field(unit, field))
      }
    }
    let ontology = theirs.graph.ontology
    func order(_ key: MergeVersion.RelationKey) -> (Int, Int, Int, UInt32) {
      (
        ontology.position(of: key.kind) ?? .max, key.source, key.target, key.from?.packed ?? 0
      )
    }
    let (b, m, t) = versions
    let relations = Set(b.relations.keys).union(m.relations.keys).filter { key in
      let own = m.stated(key)
      return own != b.stated(key) && own != t.stated(key) && !written.all.contains(.relation(key))
    }
    return keys + relations.sorted { order($0) < order($1) }.map { .relation($0) }
  }

  /// A change that follows from others.
  private func consequence(_ key: Key) -> Change? {
    let (b, m, t) = versions
    switch key {
    case .whole(let field):
      guard let line = MergeVersion.wholeFields.first(where: { $0.field == field }) else {
        return nil
      }
      let part = part(b.whole(field), m.whole(field), t.whole(field))
      return change(ofWhole: field, line.label, part ?? .mine)
    case .presence(let unit):
      func text(_ node: NodeIndex?) -> BilingualText? { node.map { _ in Self.present } }
      let nodes = units[unit]
      return change(
        unit,
        .mine,
        field: "",
        base: isBaseKnown ? text(nodes.base) : nil,
        mine: text(nodes.mine),
        theirs: text(nodes.theirs)
      )
    case .field(let unit, let field):
      let values = (b.value(field, of: unit), m.value(field, of: unit), t.value(field, of: unit))
      return change(unit, of: field, part(values.0, values.1, values.2) ?? .mine)
    case .relation(let relation):
      let part = part(b.stated(relation), m.stated(relation), t.stated(relation))
      return change(of: relation, part ?? .mine)
    case .query(let name):
      let part = part(
        b.counted(b.query(name)),
        m.counted(m.query(name)),
        t.counted(t.query(name))
      )
      return change(ofQuery: name, part ?? .mine)
    }
  }

  private func outcome(
    of change: Change,
    _ written: Written,
    _ choices: [Row: Side]
  ) -> Outcome {
    let choice = choices[change.row]
    guard written.all.contains(change.key) else {
      switch change.part {
      case .theirs, .both: return .there
      case .mine, .conflict: return isWaiting(change, choices) ? .refused : .givenUp
      case .joined:
        if isWaiting(change, choices) { return .refused }
        return choice == .theirs ? .givenUp : .there
      }
    }
    if written.gone.contains(change.key) { return .removed }
    switch change.part {
    case .theirs, .both: return .restored
    case .mine: return .written
    case .conflict: return .chosen
    case .joined: return choice == .mine ? .chosen : .joined
    }
  }

  /// Whether a change is not written because its row waits for a choice, or a node that it needs.
  private func isWaiting(_ change: Change, _ choices: [Row: Side]) -> Bool {
    var rows = [change.row]
    if case .relation(let key) = change.key {
      rows += [key.source, key.target].filter { decisions[.presence($0)] == .conflict }
        .map { .node($0) }
    }
    return rows.contains { conflicts.contains($0) && choices[$0] == nil }
  }

  // MARK: Names

  private struct Bearer: Hashable {
    let kind: NodeKind
    let name: NameKey
  }

  /// Refuses two nodes of one kind with one name where neither side has them so.
  func refuseNamesakes(in graph: ChainGraph, _ nodes: [NodeIndex?]) throws(MergeFault) {
    var bearers: [Bearer: Int] = [:]
    for (unit, node) in nodes.enumerated() {
      guard let node else { continue }
      let bearer = Bearer(kind: graph.kind(of: node), name: NameKey(graph.name(of: node)))
      guard let other = bearers.updateValue(unit, forKey: bearer) else { continue }
      let isKnown = [versions.mine, versions.theirs].contains { version in
        [unit, other].allSatisfy { unit in
          version.nodes[unit].map { NameKey(version.dataset.graph.name(of: $0)) } == bearer.name
        }
      }
      guard !isKnown else { continue }
      let renamed = [unit, other].first { NameKey(name(of: $0)) != bearer.name }
      throw .sameName(
        graph.name(of: node),
        kind: graph.definition(of: node).label,
        other: renamed.map { name(of: $0) } ?? graph.name(of: node)
      )
    }
  }

  /// Names that mean several nodes of a kind now, as a name or as another one, and did not in *theirs*;
  /// each with its nodes, by their numbers, in name order.
  package func namesakes(in merged: Merged) -> [(name: String, units: [Int])] {
    var names: [Bearer: (name: String, units: [Int])] = [:]
    let graph = merged.dataset.graph
    for (unit, node) in merged.nodes.enumerated() {
      guard let node else { continue }
      var own: Set<NameKey> = []
      for name in [graph.name(of: node)] + graph.aliases(of: node)
      where own.insert(NameKey(name)).inserted {
        let bearer = Bearer(kind: graph.kind(of: node), name: NameKey(name))
        names[bearer, default: (name, [])].units.append(unit)
      }
    }
    return names.filter { bearer, found in
      let held = found.units.filter { unit in
        guard let node = units[unit].theirs else { return false }
        return ([theirs.graph.name(of: node)] + theirs.graph.aliases(of: node))
          .contains { NameKey($0) == bearer.name }
      }
      return found.units.count > 1 && held.count < found.units.count
    }.map(\.value).sorted { ($0.name, $0.units[0]) < ($1.name, $1.units[0]) }
  }
}
