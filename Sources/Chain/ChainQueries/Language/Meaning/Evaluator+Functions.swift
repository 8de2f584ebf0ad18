import Bilingual
import ChainModel
import GraphKernel

/// The functions of the language.
extension Evaluator {
  mutating func call(
    _ function: QueryFunction,
    _ sets: [NodeSet],
    _ options: Plan.Options,
    _ plan: Plan
  ) throws(QueryFault) -> QueryValue {
    switch function {
    case .kind, .where, .maybe: preconditionFailure("\(function.rawValue) is an action of its own")
    case .in:
      return .set(sets.reduce(NodeSet(universe: universe)) { $0.union(inside($1)) })
    case .upstream, .downstream:
      let walk = try walk(options, plan)
      let direction: Direction = function == .upstream ? .reverse : .forward
      let reached = walk.steps(from: walk.ends(sets[0]), direction, depth: options.depth)
      return .set(walk.withActors(reached).subtracting(sets[0]))
    case .between:
      let walk = try walk(options, plan)
      let (starts, ends) = (walk.ends(sets[0]), walk.ends(sets[1]))
      let after = walk.steps(from: starts, .forward).union(starts)
      let before = walk.steps(from: ends, .reverse).union(ends)
      return .set(walk.withActors(after.intersection(before)))
    case .path:
      let walk = try walk(options, plan)
      let path = walk.shortest(from: walk.ends(sets[0]), to: walk.ends(sets[1]))
      return .ways(path.map { [$0] } ?? [], isCut: false)
    case .paths: return try paths(sets[0], sets[1], options, plan)
    case .owners:
      return .set(
        try gather(sets[0], plan) { item in
          graph.owners(of: item)
            .filter { options.roles.isEmpty || options.roles.contains($0.role) }.map(\.party)
        }
      )
    case .ledBy:
      return .set(
        try gather(sets[0], plan) { party in
          graph.duties(of: party, roles: [.lead], isInheriting: true).map(\.item)
        }
      )
    case .duties:
      return .set(
        try gather(sets[0], plan) { party in
          graph.duties(
            of: party,
            roles: options.roles.isEmpty ? nil : options.roles,
            isInheriting: options.isInheriting
          ).map(\.item)
        }
      )
    case .members:
      let walk = Walk(graph: graph, relations: graph.digraph(.membership), isFlow: false)
      return .set(walk.steps(from: sets[0], .reverse))
    case .gaps: return .set(try segments(in: sets.first, plan, Verdict.gaps))
    case .weak: return .set(try segments(in: sets.first, plan, Verdict.weak))
    case .wanted: return .set(try segments(in: sets.first, plan, [.wanted]))
    case .unknown: return .set(try segments(in: sets.first, plan, [.unknown]))
    case .verdict:
      return .set(
        try segments(
          in: sets.first,
          plan,
          options.verdicts ?? Set(Verdict.allCases).subtracting([.uncounted])
        )
      )
    case .evidence:
      return .set(
        try gather(try segments(in: sets.first, plan, nil), plan) { segment in
          graph.assessment(of: segment).evidence.map(\.giver)
        }
      )
    case .chokepoints: return .set(try chokepoints(sets.first, plan))
    case .cutPoints: return .set(cutPoints(sets.first))
    case .cut: return .set(try cut(sets[0], sets[1], options, plan))
    case .betweenness:
      return .set(try betweenness(sets.first, options.limit ?? QuestionOption.usualLimit, plan))
    case .core: return .set(try core(sets.first, options.limit, plan))
    case .connected: return .set(try connected(sets[0], options, plan))
    case .neighbors: return .set(joined(to: sets[0], options.relations, bothWays: true))
    case .follow:
      return .set(
        joined(to: sets[0], options.relations, bothWays: false, isInverse: options.isInverse)
      )
    case .orphans:
      let nodes = sets.first ?? NodeSet(universe: universe, graph.nodes)
      return .set(
        try gather(nodes, plan) { node in
          joined(to: [node], options.relations, bothWays: true).isEmpty ? [node] : []
        }
      )
    case .impact: return .set(try impact(sets[0], plan))
    }
  }

  /// What `body` gives for each node, together.
  private func gather(
    _ nodes: NodeSet,
    _ plan: Plan,
    _ body: (NodeIndex) -> [NodeIndex]
  ) throws(QueryFault) -> NodeSet {
    var result = NodeSet(universe: universe)
    for node in nodes {
      if clock.isOver { throw outOfTime(plan) }
      for found in body(node) { result.insert(found) }
    }
    return result
  }

  // MARK: Inside

  private func inside(_ nodes: NodeSet) -> NodeSet {
    // A node is inside where one or more steps lead to it: a start too, from another start.
    var inside = NodeSet(universe: universe)
    var next = Array(nodes)
    while let whole = next.popLast() {
      for member in graph.directMembers(of: whole) where inside.insert(member) {
        if !nodes.contains(member) { next.append(member) }
      }
    }
    for place in nodes where graph.ontology.placeKinds.contains(graph.kind(of: place)) {
      for occupant in graph.occupants(of: place) { inside.insert(occupant.node) }
    }
    return inside
  }

  /// The segments of the set and inside it, or all, of these verdicts; `nil` for any.
  private func segments(
    in scope: NodeSet?,
    _ plan: Plan,
    _ verdicts: Set<Verdict>?
  ) throws(QueryFault) -> NodeSet {
    let kinds = graph.ontology.flowKinds
    let candidates =
      scope.map { scope in
        let parts = graph.digraph(.containment).closure(of: Array(scope), .reverse)
        return Array(scope.union(parts)).filter { kinds.contains(graph.kind(of: $0)) }
      } ?? kinds.flatMap { graph.nodes(of: $0) }
    return try gather(NodeSet(universe: universe, candidates), plan) { segment in
      verdicts?.contains(graph.verdict(of: segment)) ?? true ? [segment] : []
    }
  }

  private func chokepoints(_ scope: NodeSet?, _ plan: Plan) throws(QueryFault) -> NodeSet {
    if let scope {
      return try gather(scope, plan) { graph.chain(of: $0).chokepoints() }
    }
    let present = try segments(in: nil, plan, Set(Verdict.allCases.filter(\.isPresent)))
    return NodeSet(universe: universe, graph.digraph(.flow).chokepoints(for: present))
  }

  // MARK: One relation away

  /// The nodes at the other end of relations as they are stated; nothing is inherited.
  private func joined(
    to nodes: some Sequence<NodeIndex>,
    _ selection: RelationSelection?,
    bothWays: Bool,
    isInverse: Bool = false
  ) -> NodeSet {
    var result = NodeSet(universe: universe)
    func add(
      _ semantics: Semantics,
      _ kind: RelationKind?,
      at end: RelationDefinition.End,
      _ node: NodeIndex
    ) {
      let direction: Direction = end == .source ? .forward : .reverse
      for arc in graph.digraph(semantics).arcs(of: node, direction)
      where kind == nil || graph.relation(arc.index, semantics).kind == kind {
        result.insert(arc.neighbor)
      }
    }
    for node in nodes {
      guard let selection else {
        for semantics in Semantics.allCases {
          add(semantics, nil, at: .source, node)
          add(semantics, nil, at: .target, node)
        }
        continue
      }
      for member in selection.members {
        guard let semantics = graph.ontology[member.kind]?.semantics else { continue }
        let end: RelationDefinition.End = member.isInverse != isInverse ? .target : .source
        add(semantics, member.kind, at: end, node)
        if bothWays { add(semantics, member.kind, at: end.opposite, node) }
      }
    }
    return result
  }

  // MARK: Ways

  private mutating func paths(
    _ from: NodeSet,
    _ to: NodeSet,
    _ options: Plan.Options,
    _ plan: Plan
  ) throws(QueryFault) -> QueryValue {
    let walk = try walk(options, plan)
    let (starts, ends) = (walk.ends(from), walk.ends(to))
    guard starts.count * ends.count <= limits.pairs else {
      throw source.fault(.tooManyPairs(limits.pairs), at: plan.expression.range)
    }
    let limit = options.limit ?? QuestionOption.usualLimit
    var ways: [[NodeIndex]] = []
    var isCut = false
    for start in graph.inNameOrder(starts) {
      for end in graph.inNameOrder(ends) {
        if clock.isOver { throw outOfTime(plan) }
        let found = try graph.paths(over: walk.relations, from: start, to: end, limit: limit) {
          () throws(QueryFault) in
          if clock.isOver { throw outOfTime(plan) }
        }
        ways += found.paths
        isCut = isCut || found.isCut
      }
    }
    let sorted = ways.enumerated()
      .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }.map(\.element)
    return .ways(Array(sorted.prefix(limit)), isCut: isCut || sorted.count > limit)
  }

  // MARK: What if

  private func impact(_ nodes: NodeSet, _ plan: Plan) throws(QueryFault) -> NodeSet {
    let kinds = graph.ontology.removableKinds
    if let other = nodes.first(where: { !kinds.contains(graph.kind(of: $0)) }) {
      let words = kinds.map { kind in
        graph.ontology[kind].map { BilingualText(zh: $0.label.zh, en: kind.name) }
          ?? BilingualText(same: kind.name)
      }
      throw source.fault(
        .notRemovable(graph.id(of: other), kinds: words),
        at: plan.expression.range
      )
    }
    let impact = try graph.impact(removing: nodes) { () throws(QueryFault) in
      if clock.isOver { throw outOfTime(plan) }
    }
    return NodeSet(
      universe: universe,
      impact.segments.map(\.segment) + impact.clusters.map(\.cluster)
    )
  }
}
