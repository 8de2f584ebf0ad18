import ChainModel
import GraphKernel

extension Chain {
  /// The segments whose coverage is one of `states`, ranked: breaks first, then by how many
  /// present segments they block, by how many they feed, and by name.
  ///
  /// A pattern is told by the present segments that reach a gap and that it reaches; along one way,
  /// the missing segments between the same two present ones share it. A *supply path* begins at a segment of this chain that has no
  /// supplier, or on a cycle that has none outside; a gap blocks what it dominates.
  ///
  /// - Complexity: O(*g* · (*v* + *e*)) for *g* gaps; O(*g* · *v*) for those on its greatest cycle.
  public func gaps(states: Set<Coverage> = [.missing]) -> [Gap] {
    let flow = subgraph.graph
    let coverage = segments.map { graph.coverage(of: $0) }
    let patterns = patterns(coverage)
    let tree = flow.dominators(from: flow.supplyStarts())
    let closures = StoredClosures(flow)
    let isPresent = { (local: NodeIndex) in coverage[local.position] != .missing }
    let gaps = segments.indices.filter { states.contains(coverage[$0]) }.map { position in
      let local = NodeIndex(position)
      let feeds = closures.closure(of: local).filter(isPresent)
      let blocks = tree.dominated(by: local).filter { $0 != local && isPresent($0) }
      return Gap(
        segment: segments[position],
        cluster: cluster,
        state: coverage[position],
        pattern: patterns[position],
        feeds: named(feeds),
        blocks: named(blocks),
        projects: graph.actors(on: segments[position]).projects,
        nearestUpstream: nearestActors(from: local, .reverse),
        nearestDownstream: nearestActors(from: local, .forward)
      )
    }
    return gaps.sorted(by: ranksBefore)
  }

  /// The number of segments in each state.
  public func coverageCounts() -> [Coverage: Int] {
    graph.coverageCounts(of: segments)
  }

  private func ranksBefore(_ a: Gap, _ b: Gap) -> Bool {
    let keyA = (a.pattern == .break ? 0 : 1, -a.blocks.count, -a.feeds.count)
    let keyB = (b.pattern == .break ? 0 : 1, -b.blocks.count, -b.feeds.count)
    if keyA != keyB { return keyA < keyB }
    return graph.precedesInNameOrder(a.segment, b.segment)
  }

  private func named(_ locals: [NodeIndex]) -> [NodeIndex] {
    graph.inNameOrder(locals.map { subgraph.nodes[$0.position] })
  }

  /// By position, what stands up and down the flow of each missing segment.
  private func patterns(_ coverage: [Coverage]) -> [Gap.Pattern?] {
    let flow = subgraph.graph
    let present = segments.indices.filter { coverage[$0] != .missing }.map { NodeIndex($0) }
    let fed = flow.closure(of: present, .forward)
    let feeding = flow.closure(of: present, .reverse)
    return segments.indices.map { position in
      guard coverage[position] == .missing else { return nil }
      let local = NodeIndex(position)
      return switch (fed.contains(local), feeding.contains(local)) {
      case (true, true): .break
      case (false, true): .openHead
      case (true, false): .openTail
      case (false, false): nil
      }
    }
  }

  private func nearestActors(from local: NodeIndex, _ direction: Direction) -> [Gap.NearestActors] {
    var nearest: [Gap.NearestActors] = []
    for reached in subgraph.graph.reach(from: [local], direction) {
      if let first = nearest.first, first.distance < reached.distance { break }
      let segment = subgraph.nodes[reached.node.position]
      let enterprises = graph.actors(on: segment).enterprises
      guard !enterprises.isEmpty else { continue }
      nearest.append(
        Gap.NearestActors(segment: segment, distance: reached.distance, enterprises: enterprises)
      )
    }
    return nearest.sorted { graph.precedesInNameOrder($0.segment, $1.segment) }
  }
}

extension ChainGraph {
  /// How many of `segments` are in each state.
  func coverageCounts(of segments: [NodeIndex]) -> [Coverage: Int] {
    let (containment, presence) = (digraph(.containment), digraph(.presence))
    var counts: [Coverage: Int] = [:]
    for segment in segments {
      // Of a large graph most segments have neither parts nor actors: no need to look further.
      let isBare =
        containment.degree(of: segment, .reverse) == 0
        && presence.degree(of: segment, .reverse) == 0
      counts[isBare ? .missing : coverage(of: segment), default: 0] += 1
    }
    return counts
  }
}
