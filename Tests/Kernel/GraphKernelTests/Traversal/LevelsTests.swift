import GraphKernel
import TestSupport
import Testing

@Suite struct LevelsTests {
  @Test func `random graphs are reached as by a search that knows the ways`() {
    for sample in Sample.all(3_000) {
      let starts = sample.starts.map(NodeIndex.init)
      let region = sample.nodeSet
      let graph = sample.graph
      let expected = graph.reach(from: starts, sample.direction, depth: sample.depth, in: region)
      let levels = graph.levels(from: starts, sample.direction, depth: sample.depth, in: region)
      #expect(levels.depth == expected.last?.distance ?? 0, "\(sample)")
      #expect(levels.nodes.count == expected.count, "\(sample)")
      for distance in stride(from: 1, through: levels.depth, by: 1) {
        let nodes = expected.filter { $0.distance == distance }.map(\.node)
        #expect(levels.nodes(at: distance).sorted() == nodes, "\(sample)")
      }
      let count = graph.closureCount(
        of: starts,
        sample.direction,
        depth: sample.depth,
        in: region
      )
      #expect(count == expected.count, "\(sample)")
    }
  }

  @Test func `one search leaves nothing behind for the next, among many threads`() async {
    let graph = Sample.broad
    let expected = graph.nodes.map { graph.reach(from: [$0], depth: 3).map(\.node).sorted() }
    await withTaskGroup(of: Bool.self) { group in
      for offset in 0..<16 {
        group.addTask {
          graph.nodes.allSatisfy { node in
            let turned = NodeIndex((node.position + offset * 7) % graph.nodeCount)
            let found = graph.levels(from: [turned], depth: 3).nodes.sorted()
            return found == expected[turned.position]
          }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }

  @Test func `stored closures are closures`() {
    for sample in Sample.all(2_000) {
      let stored = StoredClosures(sample.graph)
      for node in sample.graph.nodes {
        let expected = sample.graph.closure(of: [node], sample.direction)
        #expect(stored.closure(of: node, sample.direction) == expected, "\(sample)")
        #expect(stored.closureCount(of: node, sample.direction) == expected.count, "\(sample)")
      }
    }
  }
}

extension Sample {
  /// 300 nodes with 700 arcs: large enough for what small graphs are spared.
  static let broad = broadGraph(seed: 1)

  static func broadGraph(seed: UInt64) -> Digraph {
    var random = SplitMix64(seed: seed)
    let count = 300
    let arcs = (0..<Int.random(in: 300...900, using: &random)).map { _ in
      (random.number(below: count), random.number(below: count))
    }
    return Digraph.of(count, arcs)
  }
}
