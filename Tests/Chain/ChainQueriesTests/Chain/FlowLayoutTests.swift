import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@Suite struct FlowLayoutTests {
  @Test func `a flow that a longer way implies is told apart, and one that leads back`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "矿", "炼", "材", "件")
      $0.flow("矿", "炼", "材", "件")
      $0.flow("炼", "件")
      $0.flow("件", "炼")
    }.sketched()
    let layout = sketch.graph.chain(of: sketch["链"]).flowLayout()
    func ends(_ flows: [Relation]) -> [[String]] {
      flows.map { sketch.names([$0.source, $0.target]) }
    }
    #expect(ends(layout.onward) == [["矿", "炼"], ["炼", "材"], ["材", "件"]])
    #expect(ends(layout.implied) == [["炼", "件"]])
    #expect(ends(layout.feedback) == [["件", "炼"]])
  }

  @Test func `a flow to an earlier stage and a flow to itself are feedback`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "早", "晚")
      $0.flow("晚", "早")
      $0.flow("早", "早")
      $0.stage("upstream", of: "早")
      $0.stage("downstream", of: "晚")
    }.sketched()
    let layout = sketch.graph.chain(of: sketch["链"]).flowLayout()
    #expect(layout.feedback.count == 2)
    #expect(layout.onward.isEmpty)
    #expect(layout.implied.isEmpty)
  }

  @Test(arguments: 0..<4)
  func `on random graphs nothing runs back without the feedback`(_ block: Int) throws {
    for seed in UInt64(block) * 300..<UInt64(block + 1) * 300 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomChain(&generator)
      let graph = try sketch.graph()
      for cluster in sketch.all(.cluster) {
        let flow = FlowOracle(sketch, cluster: cluster)
        let chain = graph.chain(of: NodeIndex(cluster))
        let layout = chain.flowLayout()
        let groups = [layout.onward, layout.implied, layout.feedback]
        #expect(Set(groups.joined()) == Set(chain.flows), "seed \(seed)")
        #expect(groups.map(\.count).reduce(0, +) == chain.flows.count, "seed \(seed)")
        for group in groups {
          #expect(group == chain.flows.filter { group.contains($0) }, "seed \(seed)")
        }

        let stages = Dictionary(
          chain.layers().map { ($0.segment, $0.stage) },
          uniquingKeysWith: { first, _ in first }
        )
        func runsBack(_ relation: Relation) throws -> Bool {
          let from = try #require(stages[relation.source])
          let to = try #require(stages[relation.target])
          return from > to
        }
        let forward = layout.onward + layout.implied
        let arcs = forward.map { (source: $0.source.position, target: $0.target.position) }
        let distance = FlowOracle.distances(flow.segments, arcs)
        #expect(flow.segments.allSatisfy { distance[$0]?[$0] == nil }, "seed \(seed)")
        for relation in forward { #expect(try !runsBack(relation), "seed \(seed)") }
        for relation in layout.feedback {
          let isAround = flow.areTogether(relation.source.position, relation.target.position)
          #expect(try isAround || runsBack(relation), "seed \(seed)")
        }
        expectImplied(layout, distance, seed)
      }
    }
  }

  /// A flow is implied when one leads on from another target of its source to its own target, or
  /// when it repeats an onward flow.
  private func expectImplied(_ layout: FlowLayout, _ distance: [Int: [Int: Int]], _ seed: UInt64) {
    let forward = layout.onward + layout.implied
    for relation in forward {
      let (source, target) = (relation.source, relation.target)
      let hasLongerWay = forward.contains { other in
        other.source == source && distance[other.target.position]?[target.position] != nil
      }
      let repeated = layout.onward.contains { other in
        other != relation && other.source == source && other.target == target
      }
      let isImplied = layout.implied.contains(relation)
      #expect(isImplied == (hasLongerWay || (isImplied && repeated)), "seed \(seed)")
      if repeated { #expect(isImplied, "seed \(seed)") }
    }
  }
}
