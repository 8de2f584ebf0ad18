import ChainFiles
import ChainModel
import GraphKernel

/// In which entry each relation of the new data set is to be written.
///
/// A relation stays where it is written. A new one joins a list of its kind at either end, the
/// conventional one first, that is open as it is; else it begins one at the conventional end.
struct RelationPlan {
  /// A field of an entry.
  struct Key: Hashable {
    /// The entry's node in the new data set.
    let entry: NodeIndex
    let kind: RelationKind
    let end: RelationDefinition.End
  }

  struct List {
    /// What is written, in its order, by position in the trace; `nil` for what is to go.
    var items: [(written: Int, relation: Relation?)] = []
    var added: [Relation] = []

    var relations: [Relation] { items.compactMap(\.relation) + added }
    /// Whether all its relations are out of an open list; `nil` for a list without relations.
    var isOpen: Bool? {
      let relations = relations
      return relations.isEmpty ? nil : relations.allSatisfy(\.isOpen)
    }
  }

  private struct Name: Hashable {
    let kind: RelationKind
    let source: NodeIndex
    let target: NodeIndex
    let from: CalendarDate?

    init(_ relation: Relation) {
      (kind, source, target) = (relation.kind, relation.source, relation.target)
      from = relation.period.from
    }

    /// What an entry writes of a relation between `entry` and `other`.
    init(_ written: EntryTrace.WrittenRelation, _ entry: NodeIndex, _ other: NodeIndex) {
      let isSource = written.end == .source
      kind = written.definition.kind
      (source, target) = isSource ? (entry, other) : (other, entry)
      from = written.period.from
    }
  }

  private(set) var lists: [Key: List] = [:]
  /// A relation that stands where nothing can be changed, and is to go.
  private(set) var fixed: EntryTrace.WrittenRelation?
  private let graph: ChainGraph

  init(_ trace: EntryTrace, _ difference: DatasetDifference) {
    graph = difference.after.graph
    var unplaced: [Name: Relation] = [:]
    for relation in graph.allRelations() { unplaced[Name(relation)] = relation }
    for written in trace.fixedRelations {
      guard let entry = difference.matching.after(written.entry),
        let other = difference.matching.after(written.other)
      else { continue }
      let found = unplaced.removeValue(forKey: Name(written, entry, other))
      if found == nil { fixed = fixed ?? written }
    }
    for (position, written) in trace.relations.enumerated() {
      guard let entry = difference.matching.after(written.entry) else { continue }
      let key = Key(entry: entry, kind: written.base.kind, end: written.end)
      let relation = difference.matching.after(written.other).flatMap { other in
        unplaced.removeValue(forKey: Name(written, entry, other))
      }
      lists[key, default: List()].items.append((position, relation))
    }
    addAll(&unplaced)
  }

  private mutating func addAll(_ unplaced: inout [Name: Relation]) {
    guard !unplaced.isEmpty else { return }
    for node in graph.nodes {
      let kind = graph.kind(of: node)
      for definition in graph.ontology.relations
      where definition.kinds(at: definition.writtenEnd).contains(kind) {
        // Whoever wrote several meant them in their order.
        for relation in graph.relations(of: node, at: definition.writtenEnd, definition.kind)
        where unplaced.removeValue(forKey: Name(relation)) != nil {
          add(relation, at: [definition.writtenEnd, definition.writtenEnd.opposite])
        }
        if unplaced.isEmpty { return }
      }
    }
  }

  private mutating func add(_ relation: Relation, at ends: [RelationDefinition.End]) {
    let keys = ends.map { end in
      Key(entry: relation.node(at: end), kind: relation.kind, end: end)
    }
    let fitting = keys.first { lists[$0]?.isOpen == relation.isOpen }
    let key = fitting ?? keys.first { lists[$0]?.isOpen == nil } ?? keys[0]
    lists[key, default: List()].added.append(relation)
  }
}
