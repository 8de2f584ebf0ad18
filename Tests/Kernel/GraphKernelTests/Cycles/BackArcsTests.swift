import GraphKernel
import TestSupport
import Testing

@Suite struct BackArcsTests {
  @Test func `the arc that closes a cycle leads back, seen from the first node of the order`() {
    let ring = Digraph.of(3, [(0, 1), (1, 2), (2, 0)])
    #expect(ring.backArcs(searchingFrom: nodes(0, 1, 2)).positions == [2])
    #expect(ring.backArcs(searchingFrom: nodes(1, 2, 0)).positions == [0])
  }

  @Test func `a self-loop leads back`() {
    #expect(Digraph.of(2, [(0, 1), (1, 1)]).backArcs(searchingFrom: nodes(0, 1)).positions == [1])
  }

  @Test func `without its back arcs no random graph has a cycle, and a graph without one has none`()
  {
    for sample in Sample.all(3_000) {
      var random = SplitMix64(seed: sample.seed)
      let order = Array(sample.graph.nodes).shuffled(using: &random)
      let back = sample.graph.backArcs(searchingFrom: order).positions
      #expect(back == back.sorted(), "\(sample)")
      let rest = PlainGraph(
        nodeCount: sample.plain.nodeCount,
        arcs: sample.plain.arcs.filter { !back.contains($0.id) }
      )
      let reaches = rest.reachability()
      #expect(!reaches.indices.contains { reaches[$0][$0] }, "\(sample)")
      let whole = sample.plain.reachability()
      let hasCycle = whole.indices.contains { whole[$0][$0] }
      #expect(hasCycle || back.isEmpty, "\(sample)")
    }
  }

  @Test func `a ring of a million nodes has one`() {
    #expect(Digraph.ring.backArcs(searchingFrom: Array(Digraph.ring.nodes)).count == 1)
  }
}
