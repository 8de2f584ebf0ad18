import GraphKernel
import TestSupport
import Testing

@Suite struct ShortestPathTests {
  @Test func `a path from a node to itself is empty, even on a cycle`() {
    #expect(Digraph.of(1, [(0, 0)]).shortestPath(from: NodeIndex(0), to: NodeIndex(0)) == [])
  }

  @Test func `of two shortest paths the one with the lower first arc is taken`() {
    let graph = Digraph.of(4, [(0, 2), (0, 1), (1, 3), (2, 3)])
    let path = graph.shortestPath(from: NodeIndex(0), to: NodeIndex(3))
    #expect(path?.positions == [0, 3])
  }

  @Test func `there is no path against the arcs`() {
    #expect(Digraph.of(2, [(0, 1)]).shortestPath(from: NodeIndex(1), to: NodeIndex(0)) == nil)
  }

  @Test func `random graphs agree with the oracle`() {
    for sample in Sample.all(1_000) {
      let plain = sample.region.map(sample.plain.confined(to:)) ?? sample.plain
      for source in sample.graph.nodes {
        for target in sample.graph.nodes.filter({ $0.position % 2 == source.position % 2 }) {
          let isOpen = [source, target].allSatisfy {
            sample.region?.contains($0.position) ?? true
          }
          let paths = plain.simplePaths(from: source.position, to: target.position)
          let expected = isOpen ? paths.min { $0.count < $1.count } : nil
          let found = sample.graph.shortestPath(from: source, to: target, in: sample.nodeSet)
          #expect(found?.positions == expected, "\(sample): \(source) to \(target)")
        }
      }
    }
  }

  @Test func `from the end back, each node is entered from the lowest node before it`() {
    let graph = Digraph.of(6, [(1, 3), (0, 2), (3, 5), (2, 5), (4, 5)])
    let path = graph.shortestPath(from: NodeIndex(5), to: nodes(1, 0), .reverse)
    #expect(path.map { $0.map { graph.source(of: $0).position } } == [2, 0])
    #expect(graph.shortestPath(from: NodeIndex(5), to: [], .reverse) == nil)
    #expect(graph.shortestPath(from: NodeIndex(5), to: nodes(5, 0), .reverse) == [])
  }

  @Test func `the path to the nearest of several is the lowest of the shortest`() {
    for sample in Sample.all(1_000) {
      let targets = sample.confinedStarts
      let plain = sample.confined
      for source in sample.graph.nodes {
        let isOpen = sample.region?.contains(source.position) ?? true
        let paths = targets.flatMap { plain.simplePaths(from: source.position, to: $0) }
        let expected = paths.min { a, b in
          a.count != b.count ? a.count < b.count : a.lexicographicallyPrecedes(b)
        }
        let found = sample.graph.shortestPath(
          from: source,
          to: sample.starts.map(NodeIndex.init),
          sample.direction,
          in: sample.nodeSet
        )
        #expect(found?.positions == (isOpen ? expected : nil), "\(sample): \(source)")
      }
    }
  }

  @Test func `ties over long ways fall as in a search from one end`() {
    for seed in 0..<60 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let arcs = (0..<400).map { _ in
        (Int.random(in: 0..<150, using: &random), Int.random(in: 0..<150, using: &random))
      }
      let graph = Digraph.of(150, arcs)
      let toTarget = PlainGraph(nodeCount: 150, given: arcs).turned(.reverse).distances(from: [1])
      var expected: [ArcIndex] = []
      var node = NodeIndex(0)
      while let distance = toTarget[node.position], distance > 0,
        let arc = graph.arcs(of: node).first(where: {
          toTarget[$0.neighbor.position] == distance - 1
        })
      {
        expected.append(arc.index)
        node = arc.neighbor
      }
      let found = graph.shortestPath(from: NodeIndex(0), to: NodeIndex(1))
      #expect(found == (toTarget[0] == nil ? nil : expected), "seed \(seed)")
    }
  }

  @Test func `a chain of a million nodes is followed to its end`() {
    let path = Digraph.chain.shortestPath(from: NodeIndex(0), to: Digraph.lastOfChain)
    #expect(path?.count == 999_999)
  }
}
