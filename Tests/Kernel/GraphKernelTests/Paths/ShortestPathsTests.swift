import GraphKernel
import TestSupport
import Testing

@Suite struct ShortestPathsTests {
  @Test func `the shortest path comes first, and ties in the order of their arcs`() {
    let graph = Digraph.of(4, [(0, 1), (0, 2), (1, 3), (2, 3), (0, 3)])
    let paths = graph.shortestPaths(from: NodeIndex(0), to: NodeIndex(3))
    #expect(paths.map(\.positions) == [[2], [0, 3], [1, 4]])
  }

  @Test func `on broad graphs paths ascend, visit no node twice and leave nothing behind`() {
    for seed in UInt64(0)..<60 {
      let graph = Sample.broadGraph(seed: seed)
      let before = graph.closure(of: [NodeIndex(0)])
      let region =
        seed % 2 == 0
        ? nil : NodeSet(universe: graph.nodeCount, graph.nodes.filter { $0.position % 9 != 8 })
      let (source, target) = (NodeIndex(Int(seed)), NodeIndex(Int(seed) + 100))
      let paths = Array(graph.shortestPaths(from: source, to: target, in: region).prefix(25))
      #expect(paths.first == graph.shortestPath(from: source, to: target, in: region))
      for path in paths {
        let nodes = [source] + path.map { graph.target(of: $0) }
        #expect(nodes.last == target && Set(nodes).count == nodes.count, "seed \(seed)")
        #expect(nodes.allSatisfy { region?.contains($0) ?? true }, "seed \(seed)")
      }
      let ascend = zip(paths, paths.dropFirst()).allSatisfy { first, second in
        first.count != second.count
          ? first.count < second.count : first.lexicographicallyPrecedes(second)
      }
      #expect(ascend, "seed \(seed)")
      #expect(graph.closure(of: [NodeIndex(0)]) == before, "seed \(seed)")
    }
  }

  @Test func `after the only path of a million arcs there is none`() {
    var paths = Digraph.chain.shortestPaths(from: NodeIndex(0), to: Digraph.lastOfChain)
      .makeIterator()
    _ = paths.next()
    #expect(paths.next() == nil)
  }

  @Test func `a node has the empty path to itself and no other`() {
    let graph = Digraph.of(2, [(0, 0), (0, 1), (1, 0)])
    #expect(graph.shortestPaths(from: NodeIndex(0), to: NodeIndex(0)).map(\.positions) == [[]])
  }

  @Test func `random graphs agree with the oracle, all paths in their order`() {
    for sample in Sample.all(2_000) {
      guard let source = sample.starts.first, let target = sample.starts.last else { continue }
      let isOpen = [source, target].allSatisfy { sample.region?.contains($0) ?? true }
      let plain = sample.region.map(sample.plain.confined(to:)) ?? sample.plain
      let all = isOpen ? plain.simplePaths(from: source, to: target) : []
      let sorted = all.sorted { left, right in
        left.count != right.count
          ? left.count < right.count : left.lexicographicallyPrecedes(right)
      }
      let found = sample.graph.shortestPaths(
        from: NodeIndex(source),
        to: NodeIndex(target),
        in: sample.nodeSet
      )
      #expect(found.prefix(60).map(\.positions) == Array(sorted.prefix(60)), "\(sample)")
    }
  }

  @Test func `distances agree with the oracle on random graphs`() {
    for sample in Sample.all(2_000) {
      let found = sample.graph.distances(
        from: sample.starts.map(NodeIndex.init),
        sample.direction,
        depth: sample.depth,
        in: sample.nodeSet
      )
      let expected = sample.confined.distances(from: sample.confinedStarts).map {
        $0.flatMap { $0 <= sample.depth ?? .max ? $0 : nil }
      }
      #expect(sample.graph.nodes.map { found[$0] } == expected, "\(sample)")
    }
  }

  @Test func `a chain of a million nodes is followed to its end`() {
    var paths = Digraph.chain.shortestPaths(from: NodeIndex(0), to: Digraph.lastOfChain)
      .makeIterator()
    #expect(paths.next()?.count == 999_999)
  }
}
