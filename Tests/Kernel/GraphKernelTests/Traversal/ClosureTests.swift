import GraphKernel
import Testing

@Suite struct ClosureTests {
  @Test func `starts are left out even when they lie on a cycle`() {
    let graph = Digraph.of(3, [(0, 1), (1, 0), (1, 2)])
    #expect(graph.closure(of: nodes(0)).positions == [1, 2])
    #expect(graph.closure(of: nodes(2), .reverse).positions == [0, 1])
  }

  @Test func `the closure of nothing is empty`() {
    #expect(Digraph.empty.closure(of: []) == NodeSet(universe: 0))
    #expect(Digraph.of(2, [(0, 1)]).closure(of: []).isEmpty)
  }

  @Test func `random graphs agree with the oracle`() {
    for sample in Sample.all(3_000) {
      let found = sample.graph.closure(
        of: sample.starts.map(NodeIndex.init),
        sample.direction,
        depth: sample.depth,
        in: sample.nodeSet
      )
      let distances = sample.confined.distances(from: sample.confinedStarts)
      let expected = distances.indices.filter { node in
        distances[node].map { $0 > 0 && $0 <= sample.depth ?? .max } ?? false
      }
      #expect(found.positions == expected, "\(sample)")
    }
  }

  @Test func `a chain of a million nodes is followed to its end`() {
    #expect(Digraph.chain.closure(of: [Digraph.lastOfChain], .reverse).count == 999_999)
  }
}
