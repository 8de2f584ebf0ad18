import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@Suite struct LayersTests {
  private func stages(_ sketch: Sketched, _ cluster: String) -> [String: Stage] {
    let layers = sketch.graph.chain(of: sketch[cluster]).layers()
    return Dictionary(
      layers.map { (sketch.graph.name(of: $0.segment), $0.stage) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  @Test func `a straight chain is cut into thirds from source to sink`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "一", "二", "三", "四", "五", "六", "七")
      $0.flow("一", "二", "三", "四", "五", "六", "七")
    }.sketched()
    let layers = sketch.graph.chain(of: sketch["链"]).layers()
    #expect(sketch.names(layers.map(\.segment)) == ["一", "二", "三", "四", "五", "六", "七"])
    #expect(layers.map(\.rank) == [0, 1, 2, 3, 4, 5, 6])
    #expect(
      layers.map(\.stage)
        == [.upstream, .upstream, .midstream, .midstream, .midstream, .downstream, .downstream]
    )
  }

  @Test func `two segments are a source and a sink, and one alone is in the middle`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "纤维", "泳装", "设计")
      $0.flow("纤维", "泳装")
    }.sketched()
    #expect(stages(sketch, "链") == ["纤维": .upstream, "泳装": .downstream, "设计": .midstream])
  }

  @Test func `a declared stage wins, and its neighbours do not cross it`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "一", "二", "三", "四", "五")
      $0.flow("一", "二", "三", "四", "五")
      $0.stage("downstream", of: "二")
    }.sketched()
    let found = stages(sketch, "链")
    #expect(found["一"] == .upstream)
    #expect(found["二"] == .downstream)
    #expect(found["三"] == .downstream)
  }

  @Test func `the members of a cycle share a rank`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "矿", "炼", "渣", "材", "件")
      $0.flow("矿", "炼", "渣", "炼", "材", "件")
    }.sketched()
    let layers = sketch.graph.chain(of: sketch["链"]).layers()
    let cycle = layers.filter(\.isOnCycle)
    #expect(Set(sketch.names(cycle.map(\.segment))) == ["炼", "渣"])
    #expect(Set(cycle.map(\.rank)) == [1])
    #expect(Set(cycle.map(\.stage)) == [.midstream])
  }

  @Test func `a declared stage behind one that it feeds is a contradiction`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "纤维", "面料", "泳装")
      $0.flow("纤维", "面料", "泳装")
      $0.stage("downstream", of: "纤维")
      $0.stage("upstream", of: "泳装")
    }.sketched()
    let found = sketch.graph.chain(of: sketch["链"]).stageContradictions()
    #expect(found.map { sketch.names([$0.segment, $0.fed]) } == [["纤维", "泳装"]])
  }

  @Test func `of several segments that a stage contradicts the first in name order is told`() throws
  {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "源", "三", "乙", "甲")
      $0.flow("源", "甲")
      $0.flow("源", "三")
      $0.flow("源", "乙")
      $0.stage("downstream", of: "源")
      $0.stage("midstream", of: "三")
      $0.stage("upstream", of: "甲", "乙")
    }.sketched()
    let found = sketch.graph.chain(of: sketch["链"]).stageContradictions()
    #expect(found.map { sketch.names([$0.segment, $0.fed]) } == [["源", "乙"]])
  }

  @Test func `the flows of a cycle carry no declared stage on`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "源", "甲", "乙", "汇")
      $0.flow("源", "甲", "乙", "甲")
      $0.flow("乙", "汇")
      $0.stage("downstream", of: "源")
      $0.stage("upstream", of: "汇")
    }.sketched()
    #expect(sketch.graph.chain(of: sketch["链"]).stageContradictions().isEmpty)
    #expect(
      stages(sketch, "链") == [
        "源": .downstream, "甲": .downstream, "乙": .upstream, "汇": .upstream,
      ]
    )
  }

  @Test func `the members of a cycle contradict nothing among themselves`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "电池", "回收")
      $0.flow("电池", "回收", "电池")
      $0.stage("downstream", of: "电池")
      $0.stage("upstream", of: "回收")
    }.sketched()
    #expect(sketch.graph.chain(of: sketch["链"]).stageContradictions().isEmpty)
    #expect(stages(sketch, "链") == ["电池": .downstream, "回收": .upstream])
  }

  @Test func `a service that serves who comes before it contradicts nothing`() throws {
    for (role, expected) in [("service", 0), ("product", 1)] {
      let sketch = try ChainSketch {
        $0.cluster("链", of: "平台", "住宿")
        $0.flow("平台", "住宿")
        $0.stage("downstream", of: "平台")
        $0.stage("midstream", of: "住宿")
        $0.role(role, of: "平台")
      }.sketched()
      let chain = sketch.graph.chain(of: sketch["链"])
      #expect(chain.stageContradictions().count == expected, "\(role)")
    }
  }

  @Test(arguments: 0..<4)
  func `on random graphs layers follow the longest ways and what is declared`(_ block: Int) throws {
    for seed in UInt64(block) * 300..<UInt64(block + 1) * 300 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      let graph = try sketch.graph()
      for cluster in sketch.all(.cluster) {
        let flow = FlowOracle(sketch, cluster: cluster)
        let oracle = StageOracle(flow: flow)
        let chain = graph.chain(of: NodeIndex(cluster))
        let layers = chain.layers()
        #expect(Set(layers.map(\.segment.position)) == Set(flow.segments), "seed \(seed)")
        #expect(layers.count == flow.segments.count, "seed \(seed)")
        for layer in layers {
          let segment = layer.segment.position
          #expect(layer.rank == flow.longestWay(segment, towards: false), "seed \(seed)")
          #expect(layer.stage == oracle.stage(of: segment), "seed \(seed), \(segment)")
          #expect(layer.isOnCycle == flow.isOnCycle(segment), "seed \(seed)")
        }
        for (a, b) in zip(layers, layers.dropFirst()) {
          let isInOrder =
            if a.stage != b.stage {
              a.stage < b.stage
            } else if a.rank != b.rank {
              a.rank < b.rank
            } else {
              sketch.isBefore(a.segment.position, b.segment.position)
            }
          #expect(isInOrder, "seed \(seed)")
        }
        let found = chain.stageContradictions()
        let pairs = found.map { [$0.segment.position, $0.fed.position] }
        #expect(Set(pairs) == oracle.contradictions(), "seed \(seed)")
        #expect(
          zip(pairs, pairs.dropFirst()).allSatisfy { sketch.isBefore($0[0], $1[0]) },
          "seed \(seed)"
        )
        let hasContradictions = !oracle.declaredAgainstFlow().isEmpty
        expectMonotone(layers, flow, hasContradictions: hasContradictions, seed)
      }
    }
  }

  /// Nothing runs backwards outside cycles, unless what is declared contradicts itself; a source
  /// is upstream and a sink downstream, unless something declared says otherwise.
  private func expectMonotone(
    _ layers: [LayeredSegment],
    _ flow: FlowOracle,
    hasContradictions: Bool,
    _ seed: UInt64
  ) {
    let stages = Dictionary(
      layers.map { ($0.segment.position, $0.stage) },
      uniquingKeysWith: { first, _ in first }
    )
    let onward = flow.arcs.filter { !flow.areTogether($0.source, $0.target) }
    for arc in onward where !hasContradictions {
      guard let from = stages[arc.source], let to = stages[arc.target] else { continue }
      #expect(from <= to, "seed \(seed)")
    }
    let oracle = StageOracle(flow: flow)
    for segment in flow.segments where oracle.declared(segment) == nil && !flow.isOnCycle(segment) {
      let isFed = onward.contains { $0.target == segment }
      let isFeeding = onward.contains { $0.source == segment }
      if !isFed, isFeeding { #expect(stages[segment] == .upstream, "seed \(seed)") }
      if isFed, !isFeeding { #expect(stages[segment] == .downstream, "seed \(seed)") }
    }
  }
}
