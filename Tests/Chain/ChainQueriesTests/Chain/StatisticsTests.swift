import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@Suite struct StatisticsTests {
  @Test func `everything is counted by kind, none left out`() throws {
    let sketch = try ChainSketch {
      $0.cluster("泳装", of: "面料", "成衣", "设计")
      $0.flow("面料", "成衣")
      $0.enterprise("英华", worksIn: "成衣")
      $0.enterprise("隆昌", worksIn: "成衣")
      $0.project("染整", fills: "面料", status: "building")
      $0.stated(.statesLacking, "设计")
      $0.item("泳装", .lead, "市工信局")
    }.sketched()
    let statistics = sketch.graph.statistics()
    let nodes = statistics.nodes.filter { $0.count > 0 }.map { "\($0.kind.name) \($0.count)" }
    #expect(
      nodes == [
        "document 2", "cluster 1", "segment 3", "enterprise 2", "project 1", "department 1",
      ]
    )
    #expect(statistics.nodes.map(\.kind) == sketch.graph.ontology.kinds.map(\.kind))
    let relations = statistics.relations.filter { $0.count > 0 }
      .map { "\($0.kind.name) \($0.count)" }
    #expect(
      relations == [
        "supplies 1", "partOf 3", "operatesIn 2", "fills 1", "statesLacking 1", "lead 1",
      ]
    )
    #expect(statistics.completeness.map(\.cluster) == [sketch["泳装"]])
    #expect(
      statistics.completeness.map(\.completeness.counts)
        == [[.many: 1, .building: 1, .lacking: 1]]
    )
  }

  @Test func `on random graphs the counts are those of the lists`() throws {
    for seed in UInt64(0)..<300 {
      var generator = SplitMix64(seed: seed)
      let sketch =
        generator.oneIn(2)
        ? ChainSketch.randomChain(&generator) : ChainSketch.randomResponsibility(&generator)
      let graph = try sketch.graph()
      let statistics = graph.statistics()
      for (kind, count) in statistics.nodes {
        // The document that is cited stands in no list.
        let isCited = kind == .document && graph.nodes.count > sketch.nodes.count
        #expect(count == sketch.all(kind).count + (isCited ? 1 : 0), "seed \(seed)")
      }
      for (kind, count) in statistics.relations {
        #expect(count == sketch.links.filter { $0.kind == kind }.count, "seed \(seed)")
      }
      #expect(statistics.completeness.map(\.cluster) == graph.clustersWithChain(), "seed \(seed)")
      for (cluster, completeness) in statistics.completeness {
        let oracle = GapOracle(sketch, cluster: cluster.position)
        for verdict in Verdict.allCases {
          let expected = oracle.segments(verdict).count
          #expect(completeness.counts[verdict] ?? 0 == expected, "seed \(seed)")
        }
      }
    }
  }
}
