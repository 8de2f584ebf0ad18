import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@Suite struct ChainTests {
  @Test func `a chain holds the segments of the cluster, directly or in parts of parts`() throws {
    let sketch = try ChainSketch {
      $0.cluster("船舶", of: "整船", "配套")
      $0.part(.segment, "甲板机械", of: "配套")
      $0.cluster("海工", of: "平台")
      $0.flow("甲板机械", "整船", "平台")
      $0.part(.project, "船坞", of: "整船")
      $0.flow("钢板", "整船")
    }.sketched()
    let chain = sketch.graph.chain(of: sketch["船舶"])
    #expect(sketch.names(chain.segments) == ["整船", "配套", "甲板机械"])
    #expect(chain.flows.map { sketch.names([$0.source, $0.target]) } == [["甲板机械", "整船"]])
  }

  @Test func `a cluster inside another one has no chain of its own in the list`() throws {
    let sketch = try ChainSketch {
      $0.cluster("装备", of: "整机")
      $0.cluster("船舶", of: "整船")
      $0.part(.cluster, "船舶", of: "装备")
      $0.node(.cluster, "空集群")
    }.sketched()
    #expect(sketch.names(sketch.graph.clustersWithChain()) == ["装备"])
    #expect(sketch.names(sketch.graph.chain(of: sketch["装备"]).segments) == ["整机", "整船"])
    #expect(sketch.graph.chain(of: sketch["空集群"]).segments.isEmpty)
  }

  @Test func `on random graphs a chain is all that lies in the cluster and flows`() throws {
    for seed in UInt64(0)..<500 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      let graph = try sketch.graph()
      for cluster in sketch.all(.cluster) {
        let oracle = FlowOracle(sketch, cluster: cluster)
        let chain = graph.chain(of: NodeIndex(cluster))
        #expect(chain.segments.map(\.position) == oracle.segments, "seed \(seed)")
        let flows = chain.flows.map { [$0.source.position, $0.target.position] }
        let arcs = oracle.arcs.map { [$0.source, $0.target] }
        #expect(flows.count == arcs.count, "seed \(seed)")
        #expect(Set(flows) == Set(arcs), "seed \(seed)")
      }
      let listed = graph.clustersWithChain().map(\.position)
      let withChain = sketch.all(.cluster).filter {
        !FlowOracle(sketch, cluster: $0).segments.isEmpty
      }
      let outermost = withChain.filter { sketch.wholes(of: $0).isDisjoint(with: withChain) }
      #expect(listed == outermost, "seed \(seed)")
    }
  }
}
