import ChainModel
import GraphKernel

/// Walks over the relations of a graph.
struct Walk {
  let graph: ChainGraph
  let relations: Digraph
  /// Whether the walk is the flow that nobody named: then actors stand for their segments and
  /// segments bring their actors.
  let isFlow: Bool

  private var universe: Int { graph.nodes.count }

  /// What `nodes` mean as ends of the walk. On the flow, what does not flow itself stands for the
  /// segments that it covers, as an actor does, or holds, as a cluster does.
  func ends(_ nodes: NodeSet) -> NodeSet {
    guard isFlow else { return nodes }
    let flowKinds = graph.ontology.flowKinds
    var ends = NodeSet(universe: universe)
    for node in nodes {
      if flowKinds.contains(graph.kind(of: node)) {
        ends.insert(node)
      } else {
        let held = graph.digraph(.containment).closure(of: [node], .reverse)
        for segment in graph.stands(node) { ends.insert(segment) }
        for part in held where flowKinds.contains(graph.kind(of: part)) { ends.insert(part) }
      }
    }
    return ends
  }

  /// What one or more steps reach from `starts`; a start only where steps lead back to it.
  ///
  /// Every node is reached from some single start, so that the walk from two sets together is the
  /// two walks together.
  func steps(from starts: NodeSet, _ direction: Direction, depth: Int? = nil) -> NodeSet {
    var first = NodeSet(universe: universe)
    for start in starts {
      for neighbor in relations.neighbors(of: start, direction) { first.insert(neighbor) }
    }
    let rest = relations.closure(of: Array(first), direction, depth: depth.map { $0 - 1 })
    return first.union(rest)
  }

  /// The nodes and, on the flow, everybody who stands on them or on their parts.
  func withActors(_ nodes: NodeSet) -> NodeSet {
    guard isFlow else { return nodes }
    let whole = nodes.union(graph.digraph(.containment).closure(of: Array(nodes), .reverse))
    var all = nodes
    for segment in whole {
      for actor in graph.digraph(.presence).neighbors(of: segment, .reverse) {
        all.insert(actor)
        // Whoever builds what will stand there stands there too; see `stands`.
        for builder in graph.digraph(.action).neighbors(of: actor, .reverse) { all.insert(builder) }
      }
    }
    return all
  }

  /// One shortest way from a node of `starts` to a node of `ends`; of several that are as short, one
  /// to the end that is first in name order. `nil` when there is none.
  ///
  /// - Complexity: O(*v* + *e*) over the part reached, and a name for each end at the least distance.
  func shortest(from starts: NodeSet, to ends: NodeSet) -> [NodeIndex]? {
    if let common = graph.inNameOrder(starts.intersection(ends)).first { return [common] }
    let sources = Array(starts)
    let levels = relations.levels(from: sources)
    for distance in stride(from: 1, through: levels.depth, by: 1) {
      let nearest = levels.nodes(at: distance).filter(ends.contains)
      guard let end = graph.inNameOrder(nearest).first else { continue }
      let back = relations.shortestPath(from: end, to: sources, .reverse)
      return back.map { arcs in arcs.reversed().map { relations.source(of: $0) } + [end] }
    }
    return nil
  }
}

extension ChainGraph {
  /// The union of the selected relations, each in its direction. A role leads to what a party
  /// answers for by the nearest statement, inherited ones included: that is what a role means. `nil`
  /// when `isOver` said that there is no more time.
  func digraph(_ selection: RelationSelection, until isOver: () -> Bool) -> Digraph? {
    var parts: [DirectedPart] = []
    var roles: [RelationKind: [Bool]] = [:]
    var byKind: [RelationKind: Digraph] = [:]
    for member in selection.members {
      guard let semantics = ontology[member.kind]?.semantics else { continue }
      if semantics == .responsibility {
        roles[member.kind, default: []].append(member.isInverse)
        continue
      }
      if isOver() { return nil }
      let relations = byKind[member.kind] ?? digraph(of: member.kind, semantics)
      byKind[member.kind] = relations
      parts.append(DirectedPart(relations, member.isInverse ? .reverse : .forward))
    }
    if !roles.isEmpty {
      guard let answering = answering(roles, until: isOver) else { return nil }
      parts.append(DirectedPart(answering))
    }
    return Digraph.union(nodeCount: nodes.count, of: parts)
  }

  /// The relations of one kind out of those of its semantics.
  private func digraph(of kind: RelationKind, _ semantics: Semantics) -> Digraph {
    let all = digraph(semantics)
    if ontology.relations(of: semantics).count == 1 { return all }
    return all.filtered { arc, _, _ in relation(arc, semantics).kind == kind }
  }

  /// Who answers for what in the given roles: an arc from the party, and where a role is followed
  /// inversely, to it. No graph holds these: they follow from statements elsewhere.
  private func answering(
    _ roles: [RelationKind: [Bool]],
    until isOver: () -> Bool
  ) -> Digraph? {
    var arcs: [(NodeIndex, NodeIndex)] = []
    for item in nodes {
      if isOver() { return nil }
      for owner in owners(of: item) {
        for isInverse in roles[owner.role] ?? [] {
          arcs.append(isInverse ? (item, owner.party) : (owner.party, item))
        }
      }
    }
    return Digraph.build(nodeCount: nodes.count, arcs: arcs).graph
  }
}
