import GraphKernel
import TestSupport
import Testing

@Suite struct CentralityTests {
  @Test func `the middle of a path lies between its ends`() {
    #expect(Digraph.of(3, [(0, 1), (1, 2)]).betweenness() == [0, 1, 0])
    #expect(Digraph.empty.betweenness() == [])
  }

  @Test func `parallel arcs make shortest paths of their own`() {
    let graph = Digraph.of(4, [(0, 1), (0, 1), (0, 2), (1, 3), (2, 3), (1, 1)])
    let values = graph.betweenness()
    #expect(abs(values[1] - 2 / 3) < 1e-12)
    #expect(abs(values[2] - 1 / 3) < 1e-12)
  }

  @Test func `betweenness agrees with the oracle on random graphs`() {
    for sample in Sample.all(1_500) {
      let found = sample.graph.betweenness(from: sample.starts.map(NodeIndex.init))
      let expected = sample.plain.betweenness(from: sample.starts)
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-9 }, "\(sample)")
      #expect(found.count == expected.count, "\(sample)")
    }
  }

  @Test func `a sample of all nodes is no estimate, and one seed gives one estimate`() {
    for sample in Sample.all(200) where sample.graph.nodeCount > 1 {
      var first = SplitMix64(seed: sample.seed)
      var second = SplitMix64(seed: sample.seed)
      let graph = sample.graph
      #expect(
        graph.sampledBetweenness(sources: 99, using: &first) == graph.betweenness(),
        "\(sample)"
      )
      let few = graph.sampledBetweenness(sources: 1, using: &first)
      _ = graph.sampledBetweenness(sources: 99, using: &second)
      #expect(few == graph.sampledBetweenness(sources: 1, using: &second), "\(sample)")
    }
  }

  @Test func `estimates are right on average`() {
    for sample in Sample.all(60) where sample.graph.nodeCount > 1 {
      var sums = [Double](repeating: 0, count: sample.graph.nodeCount)
      for node in sample.graph.nodes {
        let part = sample.graph.betweenness(from: [node])
        sums = zip(sums, part).map { $0 + $1 }
      }
      let exact = sample.graph.betweenness()
      #expect(zip(sums, exact).allSatisfy { abs($0 - $1) < 1e-9 }, "\(sample)")
    }
  }

  @Test func `a long search tells its progress and can be cancelled`() {
    let graph = Digraph.of(4, [(0, 1), (1, 2), (2, 3)])
    var shares: [Double] = []
    _ = graph.betweenness { shares.append($0) }
    #expect(shares == [0.25, 0.5, 0.75, 1])
    #expect(throws: CancellationError.self) {
      try graph.betweenness { share throws(CancellationError) in
        if share > 0.3 { throw CancellationError() }
      }
    }
  }

  @Test func `very many shortest paths share the way equally`() {
    let values = Digraph.fan.betweenness(from: [NodeIndex(0)])
    #expect(values.first == 0 && values.last == 0)
    #expect(values[1..<199_999].allSatisfy { abs($0 * 199_998 - 1) < 1e-6 })
    #expect(Digraph.fan.ranks().max() == 2)
    #expect(Digraph.fan.coreNumbers().allSatisfy { $0 == 2 })
  }

  @Test func `core numbers tell their progress and can be cancelled`() {
    var shares: [Double] = []
    _ = Digraph.ring.coreNumbers { shares.append($0) }
    #expect(shares.count > 10 && shares == shares.sorted())
    #expect(shares.first == 0 && shares.last == 1)
    #expect(throws: CancellationError.self) {
      try Digraph.ring.coreNumbers { share throws(CancellationError) in
        if share > 0.3 { throw CancellationError() }
      }
    }
  }

  @Test func `core numbers agree with the oracle on random graphs`() {
    for sample in Sample.all(600) {
      #expect(sample.graph.coreNumbers() == sample.plain.coreNumbers(), "\(sample)")
    }
    #expect(Digraph.ring.coreNumbers().allSatisfy { $0 == 2 })
  }
}
