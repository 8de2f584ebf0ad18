import GraphKernel
import Testing

@Suite struct CondensationTests {
  @Test func `parallel arcs are merged and self-loops left out`() {
    let graph = Digraph.of(4, [(0, 1), (1, 0), (0, 2), (1, 2), (2, 2), (1, 3)])
    let condensation = graph.condensation()
    #expect(condensation.components.count == 3)
    #expect(condensation.graph.arcCount == 2)
    #expect(condensation.graph.neighbors(of: NodeIndex(0)).positions == [1, 2])
  }

  @Test func `an empty graph condenses to an empty graph`() {
    #expect(Digraph.empty.condensation().graph == Digraph.empty)
  }

  @Test func `random graphs have an arc for each linked pair of components`() {
    for sample in Sample.all(2_000) {
      let condensation = sample.graph.condensation()
      let graph = condensation.graph
      let labels = sample.graph.nodes.map { condensation.components.component(of: $0).position }
      let pairs = Set(sample.plain.arcs.map { [labels[$0.source], labels[$0.target]] })
      let expected = pairs.filter { $0[0] != $0[1] }.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
      let found = graph.arcs.map { [graph.source(of: $0).position, graph.target(of: $0).position] }
      #expect(found == expected, "\(sample)")
    }
  }

  @Test func `a chain of a million nodes condenses to itself`() {
    #expect(Digraph.condensedChain.graph == Digraph.chain)
  }
}
