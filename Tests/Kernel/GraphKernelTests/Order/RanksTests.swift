import GraphKernel
import Testing

@Suite struct RanksTests {
  @Test func `ranks count the longest way, from the sources or to the sinks`() {
    let graph = Digraph.of(4, [(0, 1), (1, 2), (0, 2), (3, 2)])
    #expect(graph.ranks() == [0, 1, 2, 0])
    #expect(graph.ranks(.reverse) == [2, 1, 0, 1])
  }

  @Test func `the members of a cycle share a rank`() {
    let graph = Digraph.of(4, [(0, 1), (1, 2), (2, 1), (2, 3), (3, 3)])
    #expect(graph.ranks() == [0, 1, 1, 2])
  }

  @Test func `an empty graph has no ranks`() {
    #expect(Digraph.empty.ranks().isEmpty)
    #expect(Digraph.empty.condensation().ranks(.reverse).isEmpty)
  }

  @Test func `random graphs agree with the oracle, by node and by component`() {
    for sample in Sample.all(3_000) {
      let condensation = sample.graph.condensation()
      let expected = sample.plain.turned(sample.direction).ranks()
      #expect(sample.graph.ranks(sample.direction) == expected, "\(sample)")
      let byComponent = condensation.ranks(sample.direction)
      let spread = sample.graph.nodes.map {
        byComponent[condensation.components.component(of: $0).position]
      }
      #expect(spread == expected, "\(sample)")
    }
  }

  @Test func `the end of a chain of a million nodes has the highest rank`() {
    let condensed = Digraph.condensedChain
    #expect(Digraph.chain.ranks(.forward, condensed.components).last == 999_999)
    #expect(condensed.ranks(.reverse).first == 999_999)
  }

  @Test func `components of another graph are refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = Digraph.of(1, []).ranks(.forward, Digraph.of(2, []).stronglyConnectedComponents())
    }
  }
}
