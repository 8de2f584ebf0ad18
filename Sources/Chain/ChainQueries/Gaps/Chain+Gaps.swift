import ChainModel
import GraphKernel

extension Chain {
  /// The segments of some verdicts, by default the gaps: what a survey did not find, and what a
  /// document says is lacking.
  ///
  /// Ranked: what a document says by name first, then by how many segments with named enterprises it
  /// feeds directly, by how many that are here it feeds at all, by how many it blocks, and by name.
  ///
  /// A position is told by the segments here that reach a gap and that it reaches. A *supply path*
  /// begins at a segment of this chain that has no supplier, or on a cycle that has none outside; a
  /// gap blocks what it dominates. Returns are not followed.
  ///
  /// - Complexity: O(*g* · (*v* + *e*)) for *g* gaps; O(*g* · *v*) for those on its greatest cycle.
  public func gaps(_ verdicts: Set<Verdict> = Verdict.gaps) -> [Gap] {
    let flow = subgraph.graph
    let assessments = segments.map { graph.assessment(of: $0) }
    let meant = segments.indices.filter { verdicts.contains(assessments[$0].verdict) }
    guard !meant.isEmpty else { return [] }
    let present = assessments.map(\.verdict.isPresent)
    let positions = positions(present)
    let tree = flow.dominators(from: flow.supplyStarts())
    let closures = StoredClosures(flow)
    let isPresent = { (local: NodeIndex) in present[local.position] }
    let gaps = meant.map { index in
      let local = NodeIndex(index)
      let feeds = closures.closure(of: local).filter { $0 != local && isPresent($0) }
      let blocks = tree.dominated(by: local).filter { $0 != local && isPresent($0) }
      let demand = Set(flow.neighbors(of: local, .forward))
        .filter { $0 != local && assessments[$0.position].isNamed }
      return Gap(
        segment: segments[index],
        cluster: cluster,
        assessment: assessments[index],
        position: assessments[index].verdict.isGap ? positions[index] : nil,
        demand: named(Array(demand)),
        feeds: named(feeds),
        blocks: named(blocks),
        projects: graph.actors(on: segments[index]).projects,
        nearestUpstream: nearestActors(from: local, .reverse, assessments),
        nearestDownstream: nearestActors(from: local, .forward, assessments)
      )
    }
    return gaps.sorted(by: ranksBefore)
  }

  private func ranksBefore(_ a: Gap, _ b: Gap) -> Bool {
    let (keyA, keyB) = (rank(a), rank(b))
    if keyA != keyB { return keyA < keyB }
    return graph.precedesInNameOrder(a.segment, b.segment)
  }

  private func rank(_ gap: Gap) -> (Int, Int, Int, Int) {
    (gap.isStated ? 0 : 1, -gap.demand.count, -gap.feeds.count, -gap.blocks.count)
  }

  private func named(_ locals: [NodeIndex]) -> [NodeIndex] {
    graph.inNameOrder(locals.map { subgraph.nodes[$0.position] })
  }

  /// By index, what is here up and down the flow of each segment; a segment is not around itself.
  private func positions(_ isPresent: [Bool]) -> [Gap.Position] {
    let flow = subgraph.graph
    let present = segments.indices.filter { isPresent[$0] }.map { NodeIndex($0) }
    let fed = flow.closure(of: present, .forward)
    let feeding = flow.closure(of: present, .reverse)
    return segments.indices.map { index in
      let local = NodeIndex(index)
      return switch (fed.contains(local), feeding.contains(local)) {
      case (true, true): .inner
      case (false, true): .head
      case (true, false): .tail
      case (false, false): .apart
      }
    }
  }

  private func nearestActors(
    from local: NodeIndex,
    _ direction: Direction,
    _ assessments: [Assessment]
  ) -> [Gap.NearestActors] {
    var nearest: [Gap.NearestActors] = []
    for reached in subgraph.graph.reach(from: [local], direction) {
      if let first = nearest.first, first.distance < reached.distance { break }
      let segment = subgraph.nodes[reached.node.position]
      let enterprises = assessments[reached.node.position].named
      guard !enterprises.isEmpty else { continue }
      nearest.append(
        Gap.NearestActors(segment: segment, distance: reached.distance, enterprises: enterprises)
      )
    }
    return nearest.sorted { graph.precedesInNameOrder($0.segment, $1.segment) }
  }
}
