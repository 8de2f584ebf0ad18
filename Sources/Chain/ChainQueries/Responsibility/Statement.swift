public import Bilingual
public import ChainModel
public import GraphKernel

/// Who answers for an item in one role, as one place says it.
public struct Statement: Sendable, Hashable {
  /// The item.
  public let item: NodeIndex
  /// The role.
  public let role: RelationKind
  /// One relation for each party, in the order of the list.
  public let relations: [Relation]

  /// The parties, in the order of the list.
  public var parties: [NodeIndex] { relations.map(\.source) }

  /// Whether the list ended with 等.
  public var isOpen: Bool { relations.contains { $0.isOpen } }
}

extension Statement {
  /// Whether a party is meant for sure.
  public enum Certainty: String, Sendable, Hashable, CaseIterable {
    /// The statement names it, or a collective of which all members are meant (各).
    case certain
    /// The statement names a collective of which some members are meant (相关, 有关).
    case possible

    /// The word for people.
    public var label: BilingualText {
      switch self {
      case .certain: BilingualText(zh: "确定", en: "certain")
      case .possible: BilingualText(zh: "可能", en: "possible")
      }
    }
  }
}

extension ChainGraph {
  /// The statements made on `item` itself, by role in the order of the ontology.
  public func statements(on item: NodeIndex) -> [Statement] {
    let relations = relations(of: item, at: .target, .responsibility)
    return ontology.roles.compactMap { role in
      let those = relations.filter { $0.kind == role }
      return those.isEmpty ? nil : Statement(item: item, role: role, relations: those)
    }
  }

  /// Whether the party of a statement is meant for sure: by what it is, and by how it came to stand there.
  package func certainty(of relation: Relation) -> Statement.Certainty {
    handover(relation)?.isCertain == false ? .possible : certainty(ofNaming: relation.source)
  }

  /// Whether naming `party` means each of its members, or some.
  public func certainty(ofNaming party: NodeIndex) -> Statement.Certainty {
    option(.quantifier, of: party) == "some" ? .possible : .certain
  }
}
