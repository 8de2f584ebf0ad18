import Bilingual
import ChainModel
import Diagnostics
import GraphKernel

/// What the field of a relation names.
extension EntryReader {
  /// A node that a relation's field names.
  struct Target {
    let node: NodeIndex
    /// The relation, or the sort of it that the item says.
    let definition: RelationDefinition
    let name: String
    let place: Diagnostic.Location
    /// What the item states of its own.
    let origin: Origin?
    let period: Origin.Period
    let isOpen: Bool
    let item: EntryNode
  }

  /// The nodes that a relation's field names, and whether 等 leaves the list open.
  func targets(
    of value: EntryNode,
    _ definition: RelationDefinition,
    _ end: RelationDefinition.End,
    sort usual: EntryNode? = nil,
    _ log: inout FaultLog
  ) -> (targets: [Target], isOpen: Bool) {
    let origins = OriginReader(defaultDocument: document)
    var targets: [Target] = []
    var isOpen = false
    for node in value.items {
      guard log.hasRoom else {
        log.cut()
        break
      }
      guard let read = RelationItem.read(node, log: &log) else { continue }
      guard case .reference(let item) = read else {
        isOpen = true
        continue
      }
      let place = log.location(of: item.range)
      let own = origins.origin(source: item.source, basis: item.basis, self, log: &log)
      if case .unstated = own, item.statesOrigin {
        log.report(.missingSource(item.name, at: place))
      }
      let other = resolve(
        item.name,
        relation: definition,
        end: end.opposite,
        at: place,
        log: &log
      )
      guard let other else { continue }
      targets.append(
        Target(
          node: other,
          definition: (item.kind ?? usual).flatMap { sort($0, of: definition, &log) }
            ?? definition,
          name: item.name,
          place: place,
          origin: own.origin,
          period: item.period,
          isOpen: item.isOpen,
          item: node
        )
      )
    }
    if isOpen, value.items.allSatisfy({ $0.scalar.map(RelationItem.openEnds.contains) == true }) {
      log.report(.openListAlone(at: log.location(of: value.items[0])))
    }
    return (targets, isOpen)
  }

  /// The sort of a relation that a word means; a report when it means none.
  func sort(
    _ node: EntryNode,
    of relation: RelationDefinition,
    _ log: inout FaultLog
  ) -> RelationDefinition? {
    guard let word = FieldReader.text(node, log: &log) else { return nil }
    let sorts = ontology.variants(of: relation.kind)
    let found = sorts.first { sort in
      guard let label = sort.variant?.label else { return false }
      return [label.zh, label.en, sort.kind.name].contains(word)
    }
    if found == nil {
      log.report(
        .unknownWord(
          word,
          meaning: BilingualText(zh: "关系的种类", en: "kind of the relation"),
          words: sorts.compactMap(\.variant).flatMap { [$0.label.zh, $0.label.en] },
          at: log.location(of: node)
        )
      )
    }
    return found
  }

  // MARK: What nobody takes

  /// Finds what is wrong with defaults, those that no entry takes as well.
  func checkDefaults(_ defaults: FileDefaults, _ log: inout FaultLog) {
    let origins = OriginReader(defaultDocument: document)
    for (schema, fields) in defaults.kinds {
      let source = fields.first { $0.field == "source" }?.value
      check(source: source, basis: fields.first { $0.field == "basis" }?.value, &log)
      for (field, value) in fields {
        guard case .relation(let definition, let end) = schema.meanings[field] else { continue }
        _ = targets(of: value, definition, end, &log)
      }
    }
    for (kind, source, basis, sort) in defaults.relations {
      if let sort, let definition = ontology[kind] { _ = self.sort(sort, of: definition, &log) }
      let reading = origins.origin(source: source, basis: basis, self, log: &log)
      if case .unstated = reading, let basis {
        log.report(.missingSource(kind.name, at: log.location(of: basis)))
      }
    }
  }

  func check(source: EntryNode?, basis: EntryNode?, _ log: inout FaultLog) {
    let origins = OriginReader(defaultDocument: document)
    _ = origins.origin(source: source, basis: basis, self, log: &log)
  }
}
