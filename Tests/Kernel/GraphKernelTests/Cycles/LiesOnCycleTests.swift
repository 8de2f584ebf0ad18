import GraphKernel
import Testing

@Suite struct LiesOnCycleTests {
  @Test func `a self-loop is a cycle`() {
    let graph = Digraph.of(2, [(0, 0), (0, 1)])
    #expect(graph.liesOnCycle(NodeIndex(0)))
    #expect(!graph.liesOnCycle(NodeIndex(1)))
  }

  @Test func `random graphs agree with the oracle`() {
    for sample in Sample.all(2_000) {
      let reaches = sample.confined.reachability()
      let found = sample.graph.nodes.map { sample.graph.liesOnCycle($0, in: sample.nodeSet) }
      #expect(found == reaches.indices.map { reaches[$0][$0] }, "\(sample)")
    }
  }

  @Test func `a ring of a million nodes is a cycle, and a chain is none`() {
    #expect(Digraph.ring.liesOnCycle(NodeIndex(5)))
    #expect(!Digraph.chain.liesOnCycle(NodeIndex(0)))
  }
}
