import ChainModel
public import GraphKernel

/// A segment's place in its chain.
public struct LayeredSegment: Sendable, Hashable {
  /// The segment.
  public let segment: NodeIndex
  /// The declared stage, or the computed one.
  public let stage: Stage
  /// The longest way from a source of the chain, in flows; the members of a cycle share it.
  public let rank: Int
  /// The longest way from here to a sink of the chain, in flows.
  public let height: Int
  /// Whether the data declares the stage.
  public let isDeclared: Bool
  /// Whether the segment feeds itself, directly or around.
  public let isOnCycle: Bool
}

extension Stage {
  /// A declared stage that the flow contradicts.
  public struct Contradiction: Sendable, Hashable {
    /// The segment whose declared stage is later.
    public let segment: NodeIndex
    /// The segment down the flow that declares an earlier one.
    public let fed: NodeIndex
  }
}

extension Chain {
  /// The segments by stage, rank and name.
  ///
  /// A declared stage wins. Otherwise a segment's place is its longest way from the sources over
  /// its longest way through, from source to sink, both on the condensation: the first third is
  /// upstream, the last downstream, sources and sinks included; a segment without flows is
  /// midstream. The result is kept between the stages declared before and after it.
  ///
  /// - Complexity: O(*v* log *v* + *e*).
  public func layers() -> [LayeredSegment] {
    let condensation = subgraph.graph.condensation()
    let ranks = condensation.ranks(.forward)
    let heights = condensation.ranks(.reverse)
    let declared = DeclaredStages(chain: self, condensation: condensation)
    let layers = subgraph.nodes.indices.map { position in
      let component = condensation.components.component(of: NodeIndex(position))
      let place = component.position
      let computed = Self.stage(rank: ranks[place], height: heights[place])
      return LayeredSegment(
        segment: subgraph.nodes[position],
        stage: declared.stages[position] ?? declared.clamp(computed, position),
        rank: ranks[place],
        height: heights[place],
        isDeclared: declared.stages[position] != nil,
        isOnCycle: condensation.components.isCyclic(component)
      )
    }
    return layers.sorted { a, b in
      if (a.stage, a.rank) != (b.stage, b.rank) { return (a.stage, a.rank) < (b.stage, b.rank) }
      return graph.precedesInNameOrder(a.segment, b.segment)
    }
  }

  /// The declared stages that lie after the next stage declared down the flow, in name order.
  ///
  /// The flows of a cycle lead back as well as on, so they contradict nothing; and a declared stage
  /// answers for itself alone, so nothing is looked for beyond it.
  public func stageContradictions() -> [Stage.Contradiction] {
    let declared = DeclaredStages(chain: self, condensation: subgraph.graph.condensation())
    let found = segments.indices.compactMap { position -> Stage.Contradiction? in
      guard let own = declared.stages[position], let next = declared.earliestAfter[position],
        own > next.stage,
        // A service may serve whoever comes before it.
        graph.option(.role, of: segments[position]) != "service",
        // A stage belongs to a segment in its reference chain: between two nothing follows from it.
        graph.attribute(.chain, of: segments[position]) == graph.attribute(.chain, of: next.segment)
      else { return nil }
      return Stage.Contradiction(segment: segments[position], fed: next.segment)
    }
    return found.sorted { graph.precedesInNameOrder($0.segment, $1.segment) }
  }

  private static func stage(rank: Int, height: Int) -> Stage {
    let through = rank + height
    if through == 0 { return .midstream }
    if rank * 3 < through { return .upstream }
    return rank * 3 > through * 2 ? .downstream : .midstream
  }
}

/// The stages that the data declares, and what they mean for their neighbours up and down; all by
/// position in the chain.
private struct DeclaredStages {
  struct Bound {
    let stage: Stage
    let segment: NodeIndex
  }

  let stages: [Stage?]
  /// The latest stage among those declared next up the flow.
  private(set) var latestBefore: [Bound?]
  /// The earliest stage among those declared next down the flow, by the first segment in name order
  /// that declares it.
  private(set) var earliestAfter: [Bound?]

  init(chain: Chain, condensation: Condensation) {
    stages = chain.segments.map { segment in
      chain.graph.option(.stage, of: segment).flatMap(Stage.init(rawValue:))
    }
    latestBefore = Array(repeating: nil, count: stages.count)
    earliestAfter = latestBefore
    let components = condensation.components
    let flow = chain.subgraph.graph
    // Components are numbered in topological order, so one sweep each way carries the bounds.
    let order = flow.nodes.sorted { components.component(of: $0) < components.component(of: $1) }
    for node in order {
      let others = flow.neighbors(of: node, .reverse)
        .filter { components.component(of: $0) != components.component(of: node) }
      latestBefore[node.position] =
        others.compactMap { declared($0, chain) ?? latestBefore[$0.position] }
        .max { $0.stage < $1.stage }
    }
    for node in order.reversed() {
      let others = flow.neighbors(of: node, .forward)
        .filter { components.component(of: $0) != components.component(of: node) }
      earliestAfter[node.position] =
        others.compactMap { declared($0, chain) ?? earliestAfter[$0.position] }
        .min { a, b in
          if a.stage != b.stage { return a.stage < b.stage }
          return chain.graph.precedesInNameOrder(a.segment, b.segment)
        }
    }
  }

  func clamp(_ stage: Stage, _ position: Int) -> Stage {
    let least = latestBefore[position]?.stage ?? .upstream
    let most = earliestAfter[position]?.stage ?? .downstream
    return least <= most ? min(max(stage, least), most) : stage
  }

  private func declared(_ node: NodeIndex, _ chain: Chain) -> Bound? {
    stages[node.position].map { Bound(stage: $0, segment: chain.segments[node.position]) }
  }
}
