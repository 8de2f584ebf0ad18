import Bilingual
import Diagnostics
import GraphKernel

/// What each side did to nodes, or refers to them by: who removes one of them would undo that.
private struct Touched {
  var mine = MergeTraces()
  var theirs = MergeTraces()
}

extension DatasetMerge {
  private static let added = BilingualText(zh: "新增", en: "added")
  private static let removed = BilingualText(zh: "删除", en: "removed")
  static let present = BilingualText(zh: "有", en: "there")

  /// Finds every change and what becomes of it.
  mutating func compare() {
    compareWhole()
    let touched = touched()
    let rank = Dictionary(
      theirs.graph.ontology.kinds.enumerated().map { ($1.kind, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    func order(_ unit: Int) -> (Int, Int) { (kind(of: unit).flatMap { rank[$0] } ?? .max, unit) }
    for unit in units.indices.sorted(by: { order($0) < order($1) }) { compare(unit, touched) }
    compareRelations()
    compareQueries()
  }

  func kind(of unit: Int) -> NodeKind? {
    let nodes = units[unit]
    return nodes.theirs.map { theirs.graph.kind(of: $0) }
      ?? nodes.base.map { base.graph.kind(of: $0) } ?? nodes.mine.map { mine.graph.kind(of: $0) }
  }

  private mutating func decide(_ key: Key, _ part: Change.Part, _ row: Row) {
    switch part {
    case .mine: decisions[key] = .mine
    case .theirs, .both: break
    case .conflict:
      decisions[key] = .conflict
      conflicts.insert(row)
    case .joined:
      decisions[key] = .joined
      joined.insert(row)
    }
  }

  private mutating func compareWhole() {
    for (field, label) in MergeVersion.wholeFields {
      let values = (
        versions.base.whole(field), versions.mine.whole(field), versions.theirs.whole(field)
      )
      // A part has the documents that it cites.
      if field == "documents", !unseen.isEmpty, values.0 == values.1 { continue }
      guard let part = part(values.0, values.1, values.2) else { continue }
      decide(.whole(field), part, .whole)
      changes.append(change(ofWhole: field, label, part))
    }
  }

  // MARK: Nodes

  private func touched() -> Touched {
    Touched(mine: touched(by: versions.mine), theirs: touched(by: versions.theirs))
  }

  private func touched(by side: MergeVersion) -> MergeTraces {
    var touched = MergeTraces()
    for unit in units.indices where side.nodes[unit] != nil && !unseen.units.contains(unit) {
      guard let kind = kind(of: unit) else { continue }
      for field in side.fields(of: kind) {
        let value = side.value(field, of: unit)
        guard value != versions.base.value(field, of: unit) else { continue }
        touched.add(.field(unit, field), to: unit)
        if case .ground(let ground) = value, let document = ground.document {
          touched.add(.field(unit, field), to: document)
        }
      }
    }
    for key in side.relations.keys where !unseen.relations.contains(key) {
      let stated = side.stated(key)
      guard let stated, stated != versions.base.stated(key) else { continue }
      for unit in [key.source, key.target] { touched.add(.relation(key), to: unit) }
      if let document = stated.ground.document { touched.add(.relation(key), to: document) }
    }
    return touched
  }

  private mutating func compare(_ unit: Int, _ touched: Touched) {
    let nodes = units[unit]
    switch (nodes.base, nodes.mine, nodes.theirs) {
    case (_, .some, .some): compareFields(unit)
    case (nil, .some, nil):
      // Without a base it may be new here, or removed there.
      comparePresence(unit, isBaseKnown ? .mine : .conflict, mine: Self.added, theirs: nil)
    case (nil, nil, .some):
      if unseen.units.contains(unit) { break }
      comparePresence(unit, .theirs, mine: nil, theirs: Self.added)
    case (.some, .some, nil):
      let edits = touched.mine.edits(of: unit)
      comparePresence(
        unit,
        edits.isEmpty ? .theirs : .conflict,
        mine: edits.isEmpty ? Self.present : text(of: edits, on: versions.mine),
        theirs: Self.removed
      )
    case (.some, nil, .some):
      let edits = isBaseKnown ? touched.theirs.edits(of: unit) : []
      comparePresence(
        unit,
        edits.isEmpty && isBaseKnown ? .mine : .conflict,
        mine: isBaseKnown ? Self.removed : nil,
        theirs: edits.isEmpty ? Self.present : text(of: edits, on: versions.theirs)
      )
    case (.some, nil, nil):
      comparePresence(unit, .both, mine: Self.removed, theirs: Self.removed)
    case (nil, nil, nil): break
    }
  }

  private mutating func comparePresence(
    _ unit: Int,
    _ part: Change.Part,
    mine: BilingualText?,
    theirs: BilingualText?
  ) {
    decide(.presence(unit), part, .node(unit))
    let base = isBaseKnown && units[unit].base != nil ? Self.present : nil
    changes.append(change(unit, part, field: "", base: base, mine: mine, theirs: theirs))
  }

  /// The name by which people know a node: the one that both set out from.
  package func name(of unit: Int) -> String {
    let nodes = units[unit]
    return nodes.base.map { base.graph.name(of: $0) }
      ?? nodes.theirs.map { theirs.graph.name(of: $0) }
      ?? nodes.mine.map { mine.graph.name(of: $0) } ?? ""
  }

  private mutating func compareFields(_ unit: Int) {
    guard let kind = kind(of: unit) else { return }
    let known = versions.theirs.fields(of: kind)
    let fields = known + versions.mine.fields(of: kind).filter { !known.contains($0) }
    for field in fields {
      let values = (
        versions.base.value(field, of: unit), value(field, of: unit),
        versions.theirs.value(field, of: unit)
      )
      guard var part = part(values.0, values.1, values.2) else { continue }
      // Lists of other names are merged name by name.
      if field == "aliases", part == .conflict, isBaseKnown { part = .joined }
      if field == AttributeName.formerly.name, part == .conflict, isWritten(unit) { part = .both }
      decide(.field(unit, field), part, .node(unit))
      if field == "id", !tellsIdentity(unit, part) { continue }
      changes.append(change(unit, of: field, part))
    }
  }

  /// Whether *theirs* has the former names that *mine* would write: its own, and what it renamed.
  private func isWritten(_ unit: Int) -> Bool {
    guard let own = units[unit].mine, let other = units[unit].theirs,
      let old = formerName(unit, as: mine.graph.name(of: own))
    else { return false }
    let names = mine.graph.formerNames(of: own).map { NameKey($0.name) } + [NameKey(old)]
    return Set(names) == Set(theirs.graph.formerNames(of: other).map { NameKey($0.name) })
  }

  /// What *mine* says of a field. A row that got another name keeps its identity.
  private func value(_ field: String, of unit: Int) -> MergeVersion.Value? {
    if field == "id", keepsIdentity(unit) { return versions.base.value(field, of: unit) }
    return versions.mine.value(field, of: unit)
  }

  /// Whether some side gives a node an identity of its own, and not that of its name; where *theirs*
  /// has none before and after, its other name is told already.
  private func tellsIdentity(_ unit: Int, _ part: Change.Part) -> Bool {
    let texts = [versions.base, versions.mine, versions.theirs].map { $0.text("id", of: unit) }
    return part == .theirs && isBaseKnown
      ? texts[0] != texts[2] : texts.contains { $0 != nil }
  }

  /// Whether *mine* gave a node another name and no identity of its own.
  func keepsIdentity(_ unit: Int) -> Bool {
    guard units[unit].base != nil, let node = units[unit].mine else { return false }
    return mine.graph.statedID(of: node) == nil
      && versions.mine.value("name", of: unit) != versions.base.value("name", of: unit)
  }

  // MARK: Relations

  /// A cell: the relations of one kind of the node in whose row they stand.
  private struct Cell: Hashable {
    let kind: RelationKind
    let owner: Int
  }

  func owner(of key: MergeVersion.RelationKey) -> Int {
    let definition = theirs.graph.ontology[key.kind] ?? mine.graph.ontology[key.kind]
    return key.unit(at: definition?.columnEnd ?? .source)
  }

  private mutating func compareRelations() {
    var parts: [MergeVersion.RelationKey: Change.Part] = [:]
    let (b, m, t) = versions
    for key in Set(b.relations.keys).union(m.relations.keys).union(t.relations.keys) {
      // What goes with a node is told where something is written, or left unwritten.
      guard isTold(key) || b.relations[key] == nil else { continue }
      if unseen.relations.contains(key), m.relations[key] == nil { continue }
      parts[key] = part(b.stated(key), m.stated(key), t.stated(key))
    }
    for key in replaced(parts) { parts[key] = .conflict }
    let ontology = theirs.graph.ontology
    func order(_ key: MergeVersion.RelationKey) -> (Int, Int, Int, UInt32) {
      (
        ontology.position(of: key.kind) ?? .max, key.source, key.target, key.from?.packed ?? 0
      )
    }
    for key in parts.keys.sorted(by: { order($0) < order($1) }) {
      guard let part = parts[key] else { continue }
      let row = Row.node(owner(of: key))
      decide(.relation(key), part, row)
      // Where the source of a row is in conflict, that of its items follows the choice.
      if part == .conflict, followsRow(key) { continue }
      changes.append(change(of: key, part))
    }
  }

  /// Whether both ends are in both data sets, so that a relation can change by itself.
  private func isTold(_ key: MergeVersion.RelationKey) -> Bool {
    [key.source, key.target].allSatisfy { units[$0].mine != nil && units[$0].theirs != nil }
  }

  private func followsRow(_ key: MergeVersion.RelationKey) -> Bool {
    let owner = owner(of: key)
    guard decisions[.field(owner, "source")] == .conflict,
      let own = versions.mine.stated(key), let other = versions.theirs.stated(key),
      own.isOpen == other.isOpen
    else { return false }
    return versions.mine.value("source", of: owner) == .ground(own.ground)
      && versions.theirs.value("source", of: owner) == .ground(other.ground)
  }

  /// The relations that both sides put in the place of one and the same, each another.
  private func replaced(
    _ parts: [MergeVersion.RelationKey: Change.Part]
  ) -> [MergeVersion.RelationKey] {
    var added: [Cell: (mine: [MergeVersion.RelationKey], theirs: [MergeVersion.RelationKey])] = [:]
    var gone: Set<Cell> = []
    for (key, part) in parts {
      let cell = Cell(kind: key.kind, owner: owner(of: key))
      switch part {
      case .both where versions.mine.relations[key] == nil: gone.insert(cell)
      case .mine where versions.base.relations[key] == nil:
        added[cell, default: ([], [])].mine.append(key)
      case .theirs where versions.base.relations[key] == nil:
        added[cell, default: ([], [])].theirs.append(key)
      default: break
      }
    }
    return added.filter { cell, keys in
      gone.contains(cell) && !keys.mine.isEmpty && !keys.theirs.isEmpty
    }.flatMap { $0.value.mine + $0.value.theirs }
  }

  // MARK: Queries

  private mutating func compareQueries() {
    var seen: Set<String> = []
    for name in (theirs.queries + mine.queries + base.queries).map(\.name)
    where seen.insert(name).inserted {
      let (b, m, t) = (
        versions.base.query(name), versions.mine.query(name), versions.theirs.query(name)
      )
      let values = (versions.base.counted(b), versions.mine.counted(m), versions.theirs.counted(t))
      guard let part = part(values.0, values.1, values.2) else { continue }
      decide(.query(name), part, .query(name))
      changes.append(change(ofQuery: name, part))
    }
  }
}
