public import ChainModel
public import GraphKernel

/// An item that a party answers for, and why.
public struct Duty: Sendable, Hashable {
  /// The item.
  public let item: NodeIndex
  /// The relation of the statement: its target is the item on which the statement is made.
  public let relation: Relation
  /// The collective that the statement names; `nil` when it names the party itself.
  public let through: NodeIndex?
  /// Whether the party is meant for sure.
  public let certainty: Statement.Certainty

  /// The role.
  public var role: RelationKind { relation.kind }
  /// The item on which the statement is made.
  public var from: NodeIndex { relation.target }
  /// Whether the statement is made on a whole of the item, not on the item itself.
  public var isInherited: Bool { item != from }

  /// Less is surer: by name before through a collective, certain before possible.
  fileprivate var doubt: Int {
    switch (certainty, through) {
    case (.certain, nil): 0
    case (.certain, _): 1
    case (.possible, _): 2
    }
  }
}

extension ChainGraph {
  /// The items that `party` answers for: by role in the order of the ontology, stated ones before
  /// inherited ones, each in the order of the data.
  ///
  /// A party is also reached through the collectives that it is a member of. An item is given once
  /// for each role, with the surest statement: certain before possible, by name before through a
  /// collective.
  ///
  /// `roles` and `kinds` of items are those asked for, `nil` for all. `isInheriting` adds the items that inherit a
  /// statement from what they are part of: those for which no nearer statement fills the role.
  ///
  /// - Complexity: O(statements of the party), and O(*v* + *e*) a role when inheriting.
  public func duties(
    of party: NodeIndex,
    roles: [RelationKind]? = nil,
    kinds: [NodeKind]? = nil,
    isInheriting: Bool = false
  ) -> [Duty] {
    let named = namings(of: party).flatMap { naming in
      relations(of: naming.party, at: .source, .responsibility).map { relation in
        Duty(
          item: relation.target,
          relation: relation,
          through: naming.party == party ? nil : naming.party,
          certainty: handover(relation)?.isCertain == false ? .possible : naming.certainty
        )
      }
    }
    return ontology.roles.filter { roles?.contains($0) ?? true }.flatMap { role in
      let stated = Self.surest(named.filter { $0.role == role })
      return stated.values.sorted { $0.item < $1.item }
        + (isInheriting ? inherited(from: stated, role) : [])
    }.filter { duty in kinds?.contains(kind(of: duty.item)) ?? true }
  }

  /// The party itself, then the collectives by which a statement may name it; the surest first.
  private func namings(of party: NodeIndex) -> [(party: NodeIndex, certainty: Statement.Certainty)]
  {
    let membership = digraph(.membership)
    // Through collectives of which all members are meant, membership stays certain.
    var certain: [NodeIndex] = [party]
    var next = 0
    while next < certain.count {
      for collective in membership.neighbors(of: certain[next], .forward)
      where certainty(ofNaming: collective) == .certain && !certain.contains(collective) {
        certain.append(collective)
      }
      next += 1
    }
    let possible = membership.reach(from: [party], .forward).map(\.node)
      .filter { !certain.contains($0) }
    return certain.map { ($0, .certain) } + possible.map { ($0, .possible) }
  }

  private static func surest(_ duties: [Duty]) -> [NodeIndex: Duty] {
    // The namings come surest first, so the first duty on an item stands.
    Dictionary(duties.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Walks down from every statement of the role at once, so that each item meets its nearest, and
  /// of several equally near the surest.
  private func inherited(from stated: [NodeIndex: Duty], _ role: RelationKind) -> [Duty] {
    var distance: [Int?] = Array(repeating: nil, count: nodes.count)
    var duty: [Duty?] = Array(repeating: nil, count: nodes.count)
    var queue: [NodeIndex] = []
    for item in itemsStated(in: role) {
      distance[item.position] = 0
      duty[item.position] = stated[item]
      queue.append(item)
    }
    var next = 0
    while next < queue.count {
      let whole = queue[next]
      next += 1
      guard let reached = distance[whole.position] else { continue }
      for part in directMembers(of: whole) {
        if distance[part.position] == nil {
          distance[part.position] = reached + 1
          queue.append(part)
        }
        guard distance[part.position] == reached + 1, let above = duty[whole.position] else {
          continue
        }
        if let known = duty[part.position], known.doubt <= above.doubt { continue }
        duty[part.position] = Duty(
          item: part,
          relation: above.relation,
          through: above.through,
          certainty: above.certainty
        )
      }
    }
    return duty.compactMap { $0 }.filter(\.isInherited)
  }

  /// The items on which a statement in `role` is made, also where its post stands empty, in the order of the
  /// data.
  private func itemsStated(in role: RelationKind) -> [NodeIndex] {
    let responsibility = digraph(.responsibility)
    return nodes.filter { node in
      responsibility.arcs(of: node, .reverse)
        .contains { relation($0.index, .responsibility).kind == role }
        || vacancies(of: node).contains { $0.role == role }
    }
  }
}
