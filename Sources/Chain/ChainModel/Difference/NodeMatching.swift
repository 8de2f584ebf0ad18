public import GraphKernel

/// Which node of one data set is which node of another.
///
/// Nodes of one identity are one. Where a name stands changed in its place, between neighbours that
/// are the same, and at least half of what is known of it is the same too, it is a node renamed; so is
/// one in whatever place of which all that is known is the same, and the same of no other.
public struct NodeMatching: Sendable {
  /// For each node before, what it is after; `nil` when it is gone.
  private var forward: [NodeIndex?]
  private var backward: [NodeIndex?]

  /// Matches the nodes of two graphs.
  ///
  /// - Complexity: O(*v*), and O(*e*) over the nodes whose identity is in one graph only.
  init(from before: ChainGraph, to after: ChainGraph) {
    forward = Array(repeating: nil, count: before.nodes.count)
    backward = Array(repeating: nil, count: after.nodes.count)
    for node in before.nodes {
      guard let same = after.node(id: before.id(of: node)),
        after.kind(of: same) == before.kind(of: node), backward[same.position] == nil
      else { continue }
      pair(node, same)
    }
    for kind in before.ontology.kinds {
      let strangers = runs(of: after.nodes(of: kind.kind)) { node in
        backward[node.position] == nil ? nil : node
      }
      for (start, old) in runs(of: before.nodes(of: kind.kind), { forward[$0.position] }) {
        guard let new = strangers[start], old.count == new.count else { continue }
        for (a, b) in zip(old, new) where isRenamed(a, before, b, after) { pair(a, b) }
      }
      pairAlike(before, after, kind.kind)
    }
  }

  /// A matching that is known.
  ///
  /// - Parameters:
  ///   - forward: for each node before, what it is after.
  ///   - count: of the nodes after.
  init(forward: [NodeIndex?], count: Int) {
    self.forward = forward
    backward = Array(repeating: nil, count: count)
    for (old, new) in forward.enumerated() {
      if let new { backward[new.position] = NodeIndex(old) }
    }
  }

  /// Pairs the nodes left over of a kind that are alike in all but their names.
  private mutating func pairAlike(_ before: ChainGraph, _ after: ChainGraph, _ kind: NodeKind) {
    let old = before.nodes(of: kind).filter { forward[$0.position] == nil }
    let new = after.nodes(of: kind).filter { backward[$0.position] == nil }
    guard !old.isEmpty, !new.isEmpty else { return }
    let known = Dictionary(grouping: old) { node in facts(of: node, before) { self.after($0) } }
    let found = Dictionary(grouping: new) { node in facts(of: node, after) { $0 } }
    // A source alone is no likeness: many rows share it.
    for (facts, old) in known where old.count == 1 && facts.count > 1 {
      if let new = found[facts], new.count == 1 { pair(old[0], new[0]) }
    }
  }

  /// What `node` of the first is in the second; `nil` when it is gone.
  public func after(_ node: NodeIndex) -> NodeIndex? { forward[node.position] }

  /// What `node` of the second was in the first; `nil` when it is new.
  public func before(_ node: NodeIndex) -> NodeIndex? { backward[node.position] }

  /// An origin of the first in terms of the second; `nil` when its document is gone.
  public func after(_ origin: Origin) -> Origin? {
    guard let document = origin.document else { return origin }
    return after(document).map { origin.citing($0) }
  }

  private mutating func pair(_ a: NodeIndex, _ b: NodeIndex) {
    forward[a.position] = b
    backward[b.position] = a
  }

  /// Where a run of nodes without a partner stands: behind which node of the second, and before
  /// which one.
  private struct Place: Hashable {
    var last: NodeIndex?
    var next: NodeIndex?
  }

  /// The runs of nodes without a partner, each between the two nodes of the second graph that
  /// enclose it; `known` tells what a node is there.
  private func runs(
    of nodes: [NodeIndex],
    _ known: (NodeIndex) -> NodeIndex?
  ) -> [Place: [NodeIndex]] {
    var runs: [Place: [NodeIndex]] = [:]
    var run: [NodeIndex] = []
    var last: NodeIndex?
    for node in nodes {
      guard let known = known(node) else {
        run.append(node)
        continue
      }
      if !run.isEmpty { runs[Place(last: last, next: known)] = run }
      (run, last) = ([], known)
    }
    if !run.isEmpty { runs[Place(last: last, next: nil)] = run }
    return runs
  }

  /// A fact of a node that does not hang on its name.
  private enum Fact: Hashable {
    case attribute(AttributeName, AttributeValue)
    case alias(String)
    case origin(Origin)
    case relation(RelationKind, RelationDefinition.End, NodeIndex)
  }

  private func isRenamed(
    _ a: NodeIndex,
    _ before: ChainGraph,
    _ b: NodeIndex,
    _ after: ChainGraph
  ) -> Bool {
    let old = facts(of: a, before) { self.after($0) }
    let new = facts(of: b, after) { $0 }
    return old.intersection(new).count * 2 >= max(old.count, new.count)
  }

  private func facts(
    of node: NodeIndex,
    _ graph: ChainGraph,
    _ partner: (NodeIndex) -> NodeIndex?
  ) -> Set<Fact> {
    var facts: Set<Fact> = []
    for (definition, value) in graph.attributes(of: node) {
      facts.insert(.attribute(definition.name, value))
    }
    for alias in graph.aliases(of: node) { facts.insert(.alias(alias)) }
    let origin = graph.origin(of: node)
    if let document = origin.document {
      if let document = partner(document) {
        facts.insert(.origin(origin.citing(document)))
      }
    } else {
      facts.insert(.origin(origin))
    }
    for semantics in Semantics.allCases {
      for end in [RelationDefinition.End.source, .target] {
        for relation in graph.relations(of: node, at: end, semantics) {
          guard let other = partner(relation.node(at: end.opposite)) else { continue }
          facts.insert(.relation(relation.kind, end, other))
        }
      }
    }
    return facts
  }
}
