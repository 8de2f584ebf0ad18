import GraphKernel
import TestSupport
import Testing

@Suite struct ReachTests {
  @Test func `the nearest come first, and ties in node order`() {
    let graph = Digraph.of(5, [(0, 4), (0, 2), (2, 3), (4, 1)])
    let found = graph.reach(from: nodes(0))
    #expect(found.map(\.node.position) == [2, 4, 1, 3])
    #expect(found.map(\.distance) == [1, 1, 2, 2])
    #expect(found.map(\.via.position) == [0, 0, 4, 2])
    #expect(found.map(\.arc.position) == [1, 0, 3, 2])
  }

  @Test func `a start is left out even when it lies on a cycle`() {
    let graph = Digraph.of(2, [(0, 1), (1, 0), (0, 0)])
    #expect(graph.reach(from: nodes(0)).map(\.node.position) == [1])
    #expect(graph.reach(from: nodes(0, 1, 0)).isEmpty)
  }

  @Test func `nothing is reached from nowhere, or in no steps`() {
    #expect(Digraph.empty.reach(from: []).isEmpty)
    #expect(Digraph.of(2, [(0, 1)]).reach(from: nodes(0), depth: 0).isEmpty)
  }

  @Test func `random graphs agree with the oracle`() {
    for sample in Sample.all(3_000) {
      let found = sample.graph.reach(
        from: sample.starts.map(NodeIndex.init),
        sample.direction,
        depth: sample.depth,
        in: sample.nodeSet
      )
      let rows = found.map {
        [$0.distance, $0.node.position, $0.via.position, $0.arc.position]
      }
      #expect(rows == Self.expected(for: sample), "\(sample)")
    }
  }

  @Test func `a search leaves nothing behind for the next one in the same graph`() {
    for sample in Sample.all(500) {
      let starts = sample.starts.map(NodeIndex.init)
      let found = (0..<2).map { _ in
        sample.graph.reach(from: starts, sample.direction, depth: sample.depth, in: sample.nodeSet)
      }
      #expect(found[0] == found[1], "\(sample)")
      let cycles = (0..<2).map { _ in
        sample.graph.nodes.map { sample.graph.liesOnCycle($0, in: sample.nodeSet) }
      }
      #expect(cycles[0] == cycles[1], "\(sample)")
      let all = sample.plain.distances(from: sample.starts).count { $0 ?? 0 > 0 }
      #expect(sample.graph.closureCount(of: starts) == all, "\(sample)")
    }
  }

  /// Distance, node, via and arc of all that the oracle reaches.
  private static func expected(for sample: Sample) -> [[Int]] {
    let distances = sample.confined.distances(from: sample.confinedStarts)
    let rows = distances.enumerated().compactMap { node, distance -> [Int]? in
      guard let distance, distance > 0, distance <= sample.depth ?? .max else { return nil }
      let entering = sample.confined.arcs.filter {
        $0.target == node && distances[$0.source] == distance - 1
      }
      guard let arc = entering.min(by: { ($0.source, $0.id) < ($1.source, $1.id) }) else {
        return nil
      }
      return [distance, node, arc.source, arc.id]
    }
    return rows.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
  }

  @Test func `a broad level comes in node order too`() {
    var random = SplitMix64(seed: 1)
    let arcs = (1..<2_000).shuffled(using: &random).map { (0, $0) }
    let found = Digraph.of(2_000, arcs).reach(from: nodes(0))
    #expect(found.map(\.node.position) == Array(1..<2_000))
    #expect(found.allSatisfy { arcs[$0.arc.position].1 == $0.node.position })
  }

  @Test func `a chain of a million nodes is followed to its end`() {
    let found = Digraph.chain.reach(from: nodes(0))
    #expect(found.last?.distance == 999_999)
  }

  @Test func `a negative depth is refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = Digraph.of(1, []).reach(from: [NodeIndex(0)], depth: -1)
    }
  }

  @Test func `a region of another graph is refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = Digraph.of(1, []).reach(from: [], in: NodeSet(universe: 2))
    }
  }
}
