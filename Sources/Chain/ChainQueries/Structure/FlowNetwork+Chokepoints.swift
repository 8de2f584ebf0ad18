public import ChainModel
public import GraphKernel

/// A segment whose loss takes a flow network apart.
public struct Chokepoint: Sendable, Hashable {
  /// The segment.
  public let segment: NodeIndex
  /// What falls off without it where it is an articulation point (cut point): the segments that are
  /// no longer joined, either way, to the largest part of what it held together; in name order.
  public let cutOff: [NodeIndex]
  /// The present segments that no supply path reaches without it, since it dominates them; in name
  /// order.
  public let blocked: [NodeIndex]
}

extension FlowNetwork {
  /// The articulation points (cut points): segments without which segments that flows join, whichever
  /// way they run, are joined no longer; in the order of the data.
  ///
  /// - Complexity: O(*v* + *e* log *v*), nearly linear in practice.
  public func cutPoints() -> [NodeIndex] {
    subgraph.graph.cutPoints().nodes.map { segment($0) }
  }

  /// The bridges: flows without which segments are joined no longer, whichever way flows run; in the
  /// order of the graph. Two flows between the same two segments are none.
  ///
  /// - Complexity: O(*v* + *e* log *v*), nearly linear in practice.
  public func bridges() -> [Relation] {
    subgraph.graph.cutPoints().bridges.map { graph.relation(subgraph.arcs[$0.position], .flow) }
  }

  /// The segments whose loss blocks a present segment, which no supply path reaches without them, or
  /// takes the network apart. What blocks most comes first, then what cuts off most, then name
  /// order.
  ///
  /// A supply path begins at a segment that nothing feeds, or on a cycle that nothing outside feeds.
  /// Where a cut point leaves several parts of one size, the one whose first segment in name order
  /// is before the others' counts as the largest.
  ///
  /// - Parameter stop: called now and then; when it throws, the search ends with its error.
  /// - Complexity: that of dominators, and O(*c* · (*v* + *e*)) for *c* cut points.
  public func chokepoints<Stop: Error>(
    unless stop: () throws(Stop) -> Void
  ) throws(Stop) -> [Chokepoint] {
    let flow = subgraph.graph
    let isPresent = segments.map { graph.verdict(of: $0).isPresent }
    let tree = flow.dominators(from: flow.supplyStarts())
    let present = flow.nodes.filter { isPresent[$0.position] }
    let blocking = NodeSet(universe: flow.nodeCount, flow.chokepoints(for: present))
    let cutting = NodeSet(universe: flow.nodeCount, flow.cutPoints().nodes)
    let classes = flow.weaklyConnectedComponents()
    var found: [Chokepoint] = []
    for local in blocking.union(cutting) {
      try stop()
      let members = classes.members(of: classes.component(of: local))
      let blocked = tree.dominated(by: local).filter { isPresent[$0.position] }
      found.append(
        Chokepoint(
          segment: segment(local),
          cutOff: cutting.contains(local) ? named(cutOff(by: local, among: members)) : [],
          blocked: named(blocked)
        )
      )
    }
    return found.sorted { a, b in
      let (first, second) = (
        (-a.blocked.count, -a.cutOff.count), (-b.blocked.count, -b.cutOff.count)
      )
      return first != second ? first < second : graph.precedesInNameOrder(a.segment, b.segment)
    }
  }

  /// ``chokepoints(unless:)`` to its end.
  public func chokepoints() -> [Chokepoint] {
    chokepoints {}
  }

  /// All parts but the largest into which a class falls without `local`.
  private func cutOff(by local: NodeIndex, among members: NodeSlice) -> [NodeIndex] {
    let rest = subgraph.graph.induced(on: members.filter { $0 != local })
    let parts = rest.graph.weaklyConnectedComponents()
    let largest = parts.indices.map { parts.size(of: $0) }.max() ?? 0
    func isLarge(_ local: NodeIndex) -> Bool {
      parts.size(of: parts.component(of: local)) == largest
    }
    func isBefore(_ a: NodeIndex, _ b: NodeIndex) -> Bool {
      graph.precedesInNameOrder(
        segment(rest.nodes[a.position]),
        segment(rest.nodes[b.position])
      )
    }
    guard let first = rest.graph.nodes.filter(isLarge).min(by: isBefore) else { return [] }
    let kept = parts.component(of: first)
    return rest.graph.nodes.filter { parts.component(of: $0) != kept }
      .map { rest.nodes[$0.position] }
  }
}
