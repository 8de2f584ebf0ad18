import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@Suite struct FlowNetworkTests {
  @Test func `a chokepoint tells what falls off and what it blocks`() throws {
    var sketch = ChainSketch {
      $0.flow("矿石", "冶炼", "板材", "船体")
      $0.flow("冶炼", "线材")
    }
    sketch.link(.operatesIn, sketch.node(.enterprise, "甲厂"), 3)
    let sketched = try sketch.sketched()
    let network = sketched.graph.flowNetwork()
    let found = network.chokepoints()
    #expect(sketched.names(found.map(\.segment)) == ["冶炼", "板材", "矿石"])
    #expect(found.map { sketched.names($0.blocked) } == [["船体"], ["船体"], ["船体"]])
    #expect(found.map { sketched.names($0.cutOff) } == [["矿石", "线材"], ["船体"], []])
    #expect(network.bridges().count == 4)
  }

  @Test func `an end that two supply separately falls with two, in segments and in flows`() throws {
    let sketch = try ChainSketch {
      $0.flow("始", "甲", "终")
      $0.flow("始", "乙", "终")
      $0.flow("始", "旁")
    }.sketched()
    let cuts = sketch.graph.flowNetwork().supplyCuts()
    #expect(sketch.names(cuts.map(\.end)) == ["终", "旁"])
    #expect(cuts.map { $0.segments.map(sketch.names) } == [["乙", "甲"], nil])
    #expect(cuts.map(\.flows.count) == [2, 1])
  }

  @Test func `a network too large to follow all paths says that it is a sample`() throws {
    var sketch = ChainSketch()
    let segments = (0..<4_200).map { sketch.node(.segment, "环节\($0)") }
    for (source, target) in zip(segments, segments.dropFirst()) {
      sketch.link(.supplies, source, target)
    }
    let network = try sketch.graph().flowNetwork()
    let first = network.betweenness(limit: 3)
    #expect(first.sample == 400 && first.isCut && first.segments.count == 3)
    #expect(network.betweenness(limit: 3) == first)
    let middle = try #require(first.segments.first)
    #expect(middle.feeding + middle.fed == 4_199)
    #expect((1_500..<2_700).contains(middle.segment.position))
  }

  @Test(arguments: 0..<4)
  func `on random graphs the structure is what its definition says`(_ block: Int) throws {
    for seed in UInt64(block) * 100..<UInt64(block + 1) * 100 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      let graph = try sketch.graph()
      let cluster = generator.oneIn(2) ? sketch.all(.cluster).first : nil
      let network = graph.flowNetwork(of: cluster.map { NodeIndex($0) })
      let flow = FlowOracle(sketch, cluster: cluster)
      let oracle = StructureOracle(segments: Set(flow.segments), arcs: flow.arcs)
      func set(_ nodes: [NodeIndex]) -> Set<Int> { Set(nodes.map(\.position)) }

      #expect(set(network.segments) == oracle.segments, "seed \(seed)")
      #expect(set(network.cutPoints()) == oracle.cutPoints, "seed \(seed)")
      let bridges = network.bridges().map { [$0.source.position, $0.target.position] }
      let expected = oracle.bridges.map { [oracle.arcs[$0].source, oracle.arcs[$0].target] }
      #expect(Set(bridges) == Set(expected) && bridges.count == expected.count, "seed \(seed)")
      let components = network.components().map(\.segments)
      #expect(Set(components.map(set)) == oracle.components, "seed \(seed)")
      #expect(components.map(\.count) == components.map(\.count).sorted(by: >), "seed \(seed)")
      #expect(Set(network.cycles().map { set($0.segments) }) == oracle.cycles, "seed \(seed)")

      for core in network.cores() {
        let segment = core.segment.position
        #expect(oracle.core(core.number).contains(segment), "seed \(seed)")
        #expect(!oracle.core(core.number + 1).contains(segment), "seed \(seed)")
      }
      let between = network.betweenness(limit: 1_000)
      let values = oracle.betweenness()
      #expect(between.segments.count == values.count && !between.isCut, "seed \(seed)")
      for found in between.segments {
        let segment = found.segment.position
        #expect(abs(found.value - (values[segment] ?? 0)) < 1e-5, "seed \(seed)")
        let fed = oracle.segments.filter { $0 != segment && oracle.reaches(segment, $0) }
        let feeding = oracle.segments.filter { $0 != segment && oracle.reaches($0, segment) }
        #expect(found.fed == fed.count && found.feeding == feeding.count, "seed \(seed)")
      }
      #expect(
        between.segments.map(\.value) == between.segments.map(\.value).sorted(by: >),
        "seed \(seed)"
      )
    }
  }

  @Test(arguments: 0..<4)
  func `on random graphs chokepoints block what nothing else supplies`(_ block: Int) throws {
    for seed in UInt64(block) * 100..<UInt64(block + 1) * 100 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomWhole(&generator)
      let graph = try sketch.graph()
      for cluster in sketch.all(.cluster) {
        let network = graph.flowNetwork(of: NodeIndex(cluster))
        let gaps = GapOracle(sketch, cluster: cluster)
        let oracle = StructureOracle(segments: Set(gaps.flow.segments), arcs: gaps.flow.arcs)
        let found = network.chokepoints()
        let expected = gaps.flow.segments.filter {
          !gaps.blocks($0).isEmpty || oracle.cutPoints.contains($0)
        }
        #expect(Set(found.map(\.segment.position)) == Set(expected), "seed \(seed)")
        for point in found {
          let segment = point.segment.position
          #expect(Set(point.blocked.map(\.position)) == gaps.blocks(segment), "seed \(seed)")
          let whole = oracle.components.first { $0.contains(segment) } ?? []
          let parts = oracle.without([segment]).components.filter { $0.isSubset(of: whole) }
          let cutOff = Set(point.cutOff.map(\.position))
          let kept = whole.subtracting(cutOff).subtracting([segment])
          let isLargest = parts.allSatisfy { $0.count <= kept.count }
          #expect(parts.count <= 1 && cutOff.isEmpty || isLargest, "seed \(seed)")
          #expect(parts.count <= 1 || parts.contains(kept), "seed \(seed)")
        }
        for cut in network.supplyCuts() {
          let sizes = oracle.cutSizes(cut.end.position)
          #expect(cut.segments?.count == sizes.segments, "seed \(seed)")
          #expect(cut.flows.count == sizes.flows, "seed \(seed)")
          let rest = oracle.without(Set((cut.segments ?? []).map(\.position)))
          let isFed = rest.reached(from: oracle.starts).contains(cut.end.position)
          #expect(isFed == (cut.segments == nil), "seed \(seed)")
        }
        let ends = oracle.ends.subtracting(oracle.starts)
        #expect(Set(network.supplyCuts().map(\.end.position)) == ends, "seed \(seed)")
      }
    }
  }
}
