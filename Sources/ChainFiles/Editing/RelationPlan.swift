import ChainModel
import GraphKernel

/// In which entry each relation of the new data set is to be written.
///
/// A relation stays where it is written. A new one joins a list of its kind at either end, the
/// conventional one first, else it begins one at the conventional end. Since 等 speaks of a whole list,
/// relations that no longer agree with their list move to the other end.
struct RelationPlan {
  /// A field of an entry.
  struct Key: Hashable {
    /// The entry's node in the new data set.
    let entry: NodeIndex
    let kind: RelationKind
    let end: RelationEnd
  }

  struct List {
    /// What is written, in its order, by position in the trace; `nil` for what is to go.
    var items: [(written: Int, relation: Relation?)] = []
    /// The places of items that say of themselves that they are open, whatever the list says.
    var openItems: Set<Int> = []
    var added: [Relation] = []

    var relations: [Relation] { items.compactMap(\.relation) + added }
    /// Those that are as open as the list.
    var listed: [Relation] {
      items.indices.compactMap { openItems.contains($0) ? nil : items[$0].relation } + added
    }
    /// `nil` for a list without relations of which it speaks.
    var isOpen: Bool? { listed.first?.isOpen }
  }

  private struct Name: Hashable {
    let kind: RelationKind
    let source: NodeIndex
    let target: NodeIndex

    init(_ kind: RelationKind, _ source: NodeIndex, _ target: NodeIndex) {
      (self.kind, self.source, self.target) = (kind, source, target)
    }

    init(_ relation: Relation) { self.init(relation.kind, relation.source, relation.target) }
  }

  private(set) var lists: [Key: List] = [:]
  private let graph: ChainGraph

  init(_ trace: EntryTrace, _ difference: DatasetDifference) throws(EditingFault) {
    graph = difference.after.graph
    var unplaced: [Name: Relation] = [:]
    for relation in graph.allRelations() { unplaced[Name(relation)] = relation }
    var keys: [Key] = []
    for (position, written) in trace.relations.enumerated() {
      guard let entry = difference.matching.after(written.entry) else { continue }
      let key = Key(entry: entry, kind: written.definition.kind, end: written.end)
      if lists[key] == nil { keys.append(key) }
      let relation = difference.matching.after(written.other).flatMap { other in
        unplaced.removeValue(
          forKey: written.end == .source
            ? Name(key.kind, entry, other) : Name(key.kind, other, entry)
        )
      }
      var list = lists[key] ?? List()
      if relation?.isOpen == true, written.saysOpen { list.openItems.insert(list.items.count) }
      list.items.append((position, relation))
      lists[key] = list
    }
    for key in keys { try settle(key) }
    try addAll(&unplaced)
  }

  /// Moves relations that are open in a list of closed ones, or closed in one of open ones: whichever are
  /// fewer.
  private mutating func settle(_ key: Key) throws(EditingFault) {
    guard var list = lists[key] else { return }
    let open = list.listed.filter(\.isOpen).count
    guard open > 0, open < list.listed.count else { return }
    let stays = open * 2 > list.listed.count
    var moved: [Relation] = []
    for position in list.items.indices {
      guard let relation = list.items[position].relation, relation.isOpen != stays,
        !list.openItems.contains(position)
      else { continue }
      moved.append(relation)
      list.items[position].relation = nil
    }
    lists[key] = list
    for relation in moved { try add(relation, at: [key.end.opposite]) }
  }

  private mutating func addAll(_ unplaced: inout [Name: Relation]) throws(EditingFault) {
    guard !unplaced.isEmpty else { return }
    for node in graph.nodes {
      let kind = graph.kind(of: node)
      for definition in graph.ontology.relations
      where definition.kinds(at: definition.writtenEnd).contains(kind) {
        // Whoever wrote several meant them in their order.
        for relation in graph.relations(of: node, at: definition.writtenEnd, definition.kind)
        where unplaced.removeValue(forKey: Name(relation)) != nil {
          try add(relation, at: [definition.writtenEnd, definition.writtenEnd.opposite])
        }
        if unplaced.isEmpty { return }
      }
    }
  }

  private mutating func add(_ relation: Relation, at ends: [RelationEnd]) throws(EditingFault) {
    let keys = ends.map { end in
      Key(entry: relation.node(at: end), kind: relation.kind, end: end)
    }
    let fitting = keys.first { lists[$0]?.isOpen == relation.isOpen }
    guard let key = fitting ?? keys.first(where: { lists[$0]?.isOpen == nil }) else {
      let ends = [relation.source, relation.target].map { graph.name(of: $0) }
      throw .noPlace("\(ends[0]) \(relation.kind.name) \(ends[1])")
    }
    lists[key, default: List()].added.append(relation)
  }
}
