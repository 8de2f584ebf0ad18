public import ChainModel
public import GraphKernel

/// How much a party answers for, by role.
public struct Workload: Sendable, Hashable {
  /// The party.
  public let party: NodeIndex
  /// The number of items on which a statement names the party, for each role of the ontology, in
  /// its order.
  public let counts: [Int]
  /// How many of these are not sure: the party is one of several successors of whoever was named.
  public let possible: Int

  /// All of them together.
  public var total: Int { counts.reduce(0, +) }
}

extension ChainGraph {
  /// The parties that a statement names, the busiest first, ties in name order.
  ///
  /// - Complexity: O(*v* + statements).
  public func workloads() -> [Workload] {
    let parties = ontology.partyKinds.flatMap { nodes(of: $0) }
    let workloads = parties.compactMap { party -> Workload? in
      let stated = relations(of: party, at: .source, .responsibility)
      guard !stated.isEmpty else { return nil }
      return Workload(
        party: party,
        counts: ontology.roles.map { role in stated.count { $0.kind == role } },
        possible: stated.count { handover($0)?.isCertain == false }
      )
    }
    return workloads.sorted { a, b in
      a.total != b.total ? a.total > b.total : precedesInNameOrder(a.party, b.party)
    }
  }
}
