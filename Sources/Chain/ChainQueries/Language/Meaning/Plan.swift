import ChainModel
import GraphKernel

/// An expression with every word looked up: what is to be done.
struct Plan: Sendable {
  indirect enum Action: Sendable {
    case nodes([NodeIndex])
    case kinds([NodeKind])
    /// The value of a `let`, by its number.
    case variable(Int)
    /// The value of a named query, by its number.
    case named(Int)
    case binding(Int, Plan, Plan)
    case sum(Plan, [(isAdded: Bool, set: Plan)])
    case intersection([Plan])
    case filter(Plan, Test)
    case call(QueryFunction, [Plan], Options)
  }

  /// What the details of a call mean.
  struct Options: Sendable {
    var depth: Int?
    var limit: Int?
    var relations: RelationSelection?
    var roles: [RelationKind] = []
    var isInheriting = false
    var isInverse = false
    var isStrong = false
    /// The verdicts asked for; `nil` for all that count.
    var verdicts: Set<Verdict>?
  }

  let action: Action
  /// The expression that it stands for, for what is told of it.
  let expression: Expression
}

extension Plan {
  /// The nodes that stand in it each by a name, in its order.
  var named: [NodeIndex] {
    switch action {
    case .nodes(let nodes): nodes.count == 1 ? nodes : []
    case .kinds, .variable, .named: []
    case .binding(_, let value, let body): value.named + body.named
    case .sum(let first, let others): first.named + others.flatMap(\.set.named)
    case .intersection(let parts): parts.flatMap(\.named)
    case .filter(let plan, _): plan.named
    case .call(_, let arguments, _): arguments.flatMap(\.named)
    }
  }
}

/// The relations that a walk follows, each in one of its directions.
struct RelationSelection: Sendable, Hashable {
  struct Member: Sendable, Hashable {
    let kind: RelationKind
    /// Whether it is followed from its targets to its sources.
    let isInverse: Bool
  }

  /// In the order of the ontology.
  let members: [Member]

  init(_ members: Set<Member>, in ontology: Ontology) {
    self.members = members.sorted { a, b in
      let (first, second) = (ontology.position(of: a.kind), ontology.position(of: b.kind))
      return first == second ? !a.isInverse && b.isInverse : (first ?? 0) < (second ?? 0)
    }
  }
}

/// A named query with its words looked up.
struct NamedPlan: Sendable {
  let source: QuerySource
  let name: String
  let plan: Plan
}
