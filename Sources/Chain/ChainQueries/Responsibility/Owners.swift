public import ChainModel
public import GraphKernel

/// A party that answers for an item, and the statement that makes it so.
public struct Ownership: Sendable, Hashable {
  /// The relation that names the party: its source is the party, its target the item of the
  /// statement.
  public let relation: Relation
  /// From the item asked for up to the item of the statement; one node when they are the same.
  public let path: [NodeIndex]
  /// Whether the party is meant for sure.
  public let certainty: Statement.Certainty
  /// Whether another statement, just as near, names others.
  public let isConflicting: Bool

  /// The party.
  public var party: NodeIndex { relation.source }
  /// The role.
  public var role: RelationKind { relation.kind }
  /// The item on which the statement is made.
  public var from: NodeIndex { relation.target }
  /// Whether the statement is made on a whole of the item, not on the item itself.
  public var isInherited: Bool { path.count > 1 }
}

extension ChainGraph {
  /// Who answers for `item`: for each role the nearest statement on it or on what it belongs to;
  /// by role in the order of the ontology, then in the order of the list.
  ///
  /// A nearer statement overrides a farther one, role by role. Two nearest statements that name
  /// different parties are both given and marked as conflicting; two that agree count once.
  ///
  /// - Complexity: O(wholes of the item + their statements).
  public func owners(of item: NodeIndex) -> [Ownership] {
    let wholes = belongings(of: item)
    let previous = Dictionary(
      wholes.map { ($0.node, $0.via) },
      uniquingKeysWith: { first, _ in first }
    )
    let levels: [(node: NodeIndex, distance: Int)] =
      [(item, 0)] + wholes.map { ($0.node, $0.distance) }
    var nearest: [RelationKind: (distance: Int, statements: [Statement])] = [:]
    for (node, distance) in levels {
      for statement in statements(on: node) {
        guard let known = nearest[statement.role] else {
          nearest[statement.role] = (distance, [statement])
          continue
        }
        guard known.distance == distance else { continue }
        nearest[statement.role]?.statements.append(statement)
      }
      // A post that stands empty is not filled by what is said of the whole.
      for vacancy in vacancies(of: node) where nearest[vacancy.role] == nil {
        nearest[vacancy.role] = (distance, [])
      }
    }
    return ontology.roles.compactMap { nearest[$0]?.statements }.flatMap { statements in
      distinct(statements).flatMap { statement, isConflicting in
        statement.relations.map { relation in
          Ownership(
            relation: relation,
            path: Self.path(from: item, to: relation.target, previous),
            certainty: certainty(of: relation),
            isConflicting: isConflicting
          )
        }
      }
    }
  }

  /// The posts of `item` that stand empty, by the nearest statements: their parties have ended, and nobody
  /// succeeded them.
  package func vacantPosts(of item: NodeIndex) -> [Standing.Handover] {
    guard standing?.vacancies.isEmpty == false else { return [] }
    var filled: Set<RelationKind> = []
    var found: [Standing.Handover] = []
    for node in [item] + belongings(of: item).map(\.node) {
      let vacant = vacancies(of: node).filter { !filled.contains($0.role) }
      found += vacant.filter { vacancy in
        !statements(on: node).contains { $0.role == vacancy.role }
      }
      filled.formUnion(statements(on: node).map(\.role))
      filled.formUnion(vacant.map(\.role))
    }
    return found
  }

  private func distinct(
    _ statements: [Statement]
  ) -> [(statement: Statement, isConflicting: Bool)] {
    var kept: [Statement] = []
    for statement in statements
    where !kept.contains(where: { Set($0.parties) == Set(statement.parties) }) {
      kept.append(statement)
    }
    return kept.map { ($0, kept.count > 1) }
  }

  private static func path(
    from item: NodeIndex,
    to whole: NodeIndex,
    _ previous: [NodeIndex: NodeIndex]
  ) -> [NodeIndex] {
    var path = [whole]
    var node = whole
    while node != item, let before = previous[node] {
      path.append(before)
      node = before
    }
    return path.reversed()
  }
}
