import ChainModel
import ChainQueries

/// Who answers for what, by recursion over the links.
struct ResponsibilityOracle {
  let sketch: ChainSketch
  /// The parties that each item itself names, in the order of the list, for each role.
  private let lists: [RelationKind: [[Int]]]
  private let wholes: [[Int]]
  private let memberships: [[Int]]
  private let collectives: [Set<Int>]
  private let certainCollectives: [Set<Int>]

  init(sketch: ChainSketch) {
    let none: [[Int]] = sketch.nodes.map { _ in [] }
    var lists: [RelationKind: [[Int]]] = [:]
    var wholes = none
    var memberships = none
    for link in sketch.links {
      switch link.kind {
      // A project belongs to what it fills, too.
      case .partOf, .fills: wholes[link.source].append(link.target)
      case .memberOf: memberships[link.source].append(link.target)
      default: lists[link.kind, default: none][link.target].append(link.source)
      }
    }
    self.sketch = sketch
    self.lists = lists
    self.wholes = wholes
    self.memberships = memberships
    func meansAll(_ collective: Int) -> Bool {
      sketch.nodes[collective].options[.quantifier] != "some"
    }
    collectives = sketch.nodes.indices.map { party in
      Self.collectives(of: party, memberships) { _ in true }
    }
    certainCollectives = sketch.nodes.indices.map { party in
      Self.collectives(of: party, memberships, where: meansAll)
    }
  }

  /// The collectives that contain the party over ones that `isWalked` admits, each given too.
  private static func collectives(
    of party: Int,
    _ memberships: [[Int]],
    where isWalked: (Int) -> Bool
  ) -> Set<Int> {
    var found: Set<Int> = [party]
    while true {
      let next = Set(found.flatMap { memberships[$0] }.filter(isWalked)).subtracting(found)
      if next.isEmpty { return found.subtracting([party]) }
      found.formUnion(next)
    }
  }

  /// The parties that the item itself names, in the order of the list.
  func stated(on item: Int, _ role: RelationKind) -> [Int] { lists[role]?[item] ?? [] }

  /// The items with the nearest statements, and how far up they are; `nil` when there are none.
  func nearest(_ item: Int, _ role: RelationKind) -> (items: Set<Int>, distance: Int)? {
    if !stated(on: item, role).isEmpty { return ([item], 0) }
    let above = wholes[item].compactMap { nearest($0, role) }
    guard let least = above.map(\.distance).min() else { return nil }
    let items = above.filter { $0.distance == least }.reduce(into: Set()) { $0.formUnion($1.items) }
    return (items, least + 1)
  }

  /// How sure it is that who names `named` means `party`; `nil` when it does not.
  func certainty(thatNaming named: Int, means party: Int) -> Statement.Certainty? {
    if named == party { return .certain }
    if certainCollectives[party].contains(named) { return .certain }
    return collectives[party].contains(named) ? .possible : nil
  }

  /// What the nearest statements on the item say of the party.
  func namings(
    of party: Int,
    for item: Int,
    _ role: RelationKind
  ) -> [(from: Int, named: Int, certainty: Statement.Certainty)] {
    (nearest(item, role)?.items ?? []).flatMap { from in
      stated(on: from, role).compactMap { named in
        certainty(thatNaming: named, means: party).map { (from, named, $0) }
      }
    }
  }
}
