import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@Suite struct ReachTests {
  @Test func `what feeds a segment comes nearest first, and in name order at one distance`() throws
  {
    let sketch = try ChainSketch {
      $0.flow("芳烃", "聚酯", "面料", "泳装")
      $0.flow("锦纶", "面料")
      $0.flow("辅料", "泳装", "专卖店")
    }.sketched()
    let upstream = sketch.graph.upstream(of: sketch["泳装"])
    #expect(sketch.names(upstream.steps.map(\.segment)) == ["辅料", "面料", "聚酯", "锦纶", "芳烃"])
    #expect(upstream.steps.map(\.distance) == [1, 1, 2, 2, 3])
    #expect(!upstream.isOnCycle)
    let downstream = sketch.graph.downstream(of: sketch["芳烃"])
    #expect(sketch.names(downstream.steps.map(\.segment)) == ["聚酯", "面料", "泳装", "专卖店"])
  }

  @Test func `a segment on a cycle is left out of its own upstream, and the answer says so`() throws
  {
    let sketch = try ChainSketch { $0.flow("碳酸锂", "正极", "电池", "回收", "碳酸锂") }.sketched()
    for name in ["碳酸锂", "正极", "电池", "回收"] {
      for reach in [
        sketch.graph.upstream(of: sketch[name]), sketch.graph.downstream(of: sketch[name]),
      ] {
        #expect(reach.isOnCycle)
        #expect(reach.steps.count == 3)
        #expect(!reach.steps.map(\.segment).contains(sketch[name]))
      }
    }
  }

  @Test func `a segment that feeds itself alone lies on a cycle and has nothing upstream`() throws {
    let sketch = try ChainSketch { $0.flow("循环水", "循环水") }.sketched()
    let upstream = sketch.graph.upstream(of: sketch["循环水"])
    #expect(upstream.isOnCycle)
    #expect(upstream.steps.isEmpty)
  }

  @Test func `a depth cuts the answer off`() throws {
    let sketch = try ChainSketch { $0.flow("一", "二", "三", "四") }.sketched()
    func found(_ depth: Int) -> [String] {
      sketch.names(sketch.graph.downstream(of: sketch["一"], depth: depth).steps.map(\.segment))
    }
    #expect(found(0) == [])
    #expect(found(1) == ["二"])
    #expect(found(2) == ["二", "三"])
    #expect(found(99) == ["二", "三", "四"])
  }

  @Test func `segments with one name stand in the order of their identities`() throws {
    var sketch = ChainSketch()
    sketch.flow("面料")
    for id in ["segment:乙", "segment:甲", "segment:丙"] {
      let twin = sketch.node(.segment, "染整", id: id)
      sketch.link(.supplies, twin, 0)
    }
    let graph = try sketch.graph()
    let steps = graph.upstream(of: NodeIndex(0)).steps
    #expect(steps.map { graph.id(of: $0.segment) } == ["segment:丙", "segment:乙", "segment:甲"])
  }

  @Test(arguments: 0..<4)
  func `on random graphs upstream and downstream are what tables of all pairs say`(
    _ block: Int
  ) throws {
    for seed in UInt64(block) * 250..<UInt64(block + 1) * 250 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      let graph = try sketch.graph()
      let oracle = FlowOracle(sketch)
      for start in oracle.segments {
        for isUpstream in [true, false] {
          let depth = generator.oneIn(3) ? generator.number(below: 4) : nil
          let reach =
            isUpstream
            ? graph.upstream(of: NodeIndex(start), depth: depth)
            : graph.downstream(of: NodeIndex(start), depth: depth)
          func distance(_ other: Int) -> Int? {
            isUpstream ? oracle.distance[other]?[start] : oracle.distance[start]?[other]
          }
          let expected = oracle.segments.compactMap { other -> (node: Int, distance: Int)? in
            guard other != start, let distance = distance(other), distance <= depth ?? .max else {
              return nil
            }
            return (other, distance)
          }.sorted {
            $0.distance != $1.distance
              ? $0.distance < $1.distance : sketch.isBefore($0.node, $1.node)
          }
          #expect(reach.steps.map(\.segment.position) == expected.map(\.node), "seed \(seed)")
          #expect(reach.steps.map(\.distance) == expected.map(\.distance), "seed \(seed)")
          #expect(reach.isOnCycle == oracle.isOnCycle(start), "seed \(seed)")
          for step in reach.steps {
            let via = step.via.position
            let before = via == start ? 0 : distance(via)
            #expect(before == step.distance - 1, "seed \(seed)")
            let ends = [step.flow.source.position, step.flow.target.position]
            let (from, to) =
              isUpstream ? (step.segment.position, via) : (via, step.segment.position)
            #expect(ends == [from, to], "seed \(seed)")
            #expect(step.verdict == graph.verdict(of: step.segment), "seed \(seed)")
          }
        }
      }
    }
  }

  @Test func `what returns is followed where it is asked for, as if it were a flow`() throws {
    var longer = 0
    for seed in UInt64(0)..<300 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      var flowing = sketch.keeping { $0.kind != .returns }
      for link in sketch.links where link.kind == .returns {
        flowing.link(.recycles, link.source, link.target)
      }
      let (graph, other) = (try sketch.graph(), try flowing.graph())
      for segment in graph.nodes(of: .segment) {
        for (found, expected) in [
          (graph.upstream(of: segment, withReturns: true), other.upstream(of: segment)),
          (graph.downstream(of: segment, withReturns: true), other.downstream(of: segment)),
        ] {
          #expect(found.steps.map(\.segment) == expected.steps.map(\.segment), "seed \(seed)")
          #expect(found.steps.map(\.distance) == expected.steps.map(\.distance), "seed \(seed)")
          #expect(found.isOnCycle == expected.isOnCycle, "seed \(seed)")
          longer += found.steps.contains { $0.flow.kind == .returns } ? 1 : 0
        }
        guard let end = graph.nodes(of: .segment).randomElement(using: &generator) else { continue }
        let ways = graph.flowPaths(from: segment, to: end, limit: 9, withReturns: true).paths
        #expect(
          ways == other.flowPaths(from: segment, to: end, limit: 9).paths,
          "seed \(seed)"
        )
      }
    }
    #expect(longer > 300)
  }
}
