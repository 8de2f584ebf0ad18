import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

/// What the contract puts in name order does not depend on the order in which data is entered.
@Suite struct ShuffleTests {
  @Test func `answers about chains do not depend on the order of the data`() throws {
    for seed in UInt64(0)..<300 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      let graph = try sketch.graph()
      let shuffled = try sketch.shuffledGraph(&generator)
      for cluster in graph.nodes(of: .cluster) {
        let reported = chain(try #require(node(cluster, of: graph, in: graph)), graph)
        let again = chain(try #require(node(cluster, of: graph, in: shuffled)), shuffled)
        #expect(reported == again, "seed \(seed)")
      }
      let segments = graph.nodes(of: .segment)
      for segment in segments {
        let other = try #require(node(segment, of: graph, in: shuffled))
        #expect(reach(segment, graph) == reach(other, shuffled), "seed \(seed)")
        guard let end = segments.randomElement(using: &generator),
          let otherEnd = node(end, of: graph, in: shuffled)
        else { continue }
        let ways = graph.flowPaths(from: segment, to: end, limit: 3)
        let otherWays = shuffled.flowPaths(from: other, to: otherEnd, limit: 3)
        #expect(
          ways.paths.map { ids($0, graph) } == otherWays.paths.map { ids($0, shuffled) },
          "seed \(seed)"
        )
      }
    }
  }

  @Test func `answers about responsibility name the same parties in any order of the data`() throws
  {
    for seed in UInt64(0)..<120 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomResponsibility(&generator)
      let graph = try sketch.graph()
      let shuffled = try sketch.shuffledGraph(&generator)
      #expect(
        ids(graph.workloads().map(\.party), graph)
          == ids(shuffled.workloads().map(\.party), shuffled),
        "seed \(seed)"
      )
      for item in graph.nodes {
        let other = try #require(node(item, of: graph, in: shuffled))
        #expect(owners(item, graph) == owners(other, shuffled), "seed \(seed)")
        #expect(duties(item, graph) == duties(other, shuffled), "seed \(seed)")
      }
      for rule in AuditRule.allCases {
        let found = ids(graph.audit(rules: [rule]).map(\.node), graph).sorted()
        let again = ids(shuffled.audit(rules: [rule]).map(\.node), shuffled).sorted()
        #expect(found == again, "seed \(seed), \(rule)")
      }
    }
  }

  private func node(_ node: NodeIndex, of graph: ChainGraph, in other: ChainGraph) -> NodeIndex? {
    other.node(id: graph.id(of: node))
  }

  private func ids(_ nodes: [NodeIndex], _ graph: ChainGraph) -> [String] {
    nodes.map { graph.id(of: $0) }
  }

  private func chain(_ cluster: NodeIndex, _ graph: ChainGraph) -> [String] {
    let chain = graph.chain(of: cluster)
    let layers = chain.layers().map { "\(graph.id(of: $0.segment)) \($0.stage) \($0.rank)" }
    let gaps = chain.gaps(Set(Verdict.allCases)).map { gap in
      let lists = [gap.demand, gap.feeds, gap.blocks, gap.nearestUpstream.map(\.segment)]
        .map { ids($0, graph) }
      let found = "\(gap.verdict) \(String(describing: gap.position))"
      return "\(graph.id(of: gap.segment)) \(found) \(lists)"
    }
    let contradictions = chain.stageContradictions().map { "\(ids([$0.segment, $0.fed], graph))" }
    return layers + gaps + contradictions
  }

  private func reach(_ segment: NodeIndex, _ graph: ChainGraph) -> [String] {
    [graph.upstream(of: segment), graph.downstream(of: segment)].flatMap { reach in
      reach.steps.map { "\(graph.id(of: $0.segment)) \($0.distance) \($0.verdict)" }
        + ["\(reach.isOnCycle)"]
    }
  }

  private func owners(_ item: NodeIndex, _ graph: ChainGraph) -> Set<String> {
    Set(
      graph.owners(of: item).map {
        "\($0.role.name) \(graph.id(of: $0.party)) \($0.certainty) \($0.isConflicting)"
      }
    )
  }

  private func duties(_ party: NodeIndex, _ graph: ChainGraph) -> Set<String> {
    Set(
      graph.duties(of: party, isInheriting: true).map {
        "\($0.role.name) \(graph.id(of: $0.item)) \($0.certainty) \($0.isInherited)"
      }
    )
  }
}
