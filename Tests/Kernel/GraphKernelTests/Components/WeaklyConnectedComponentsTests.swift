import GraphKernel
import Testing

@Suite struct WeaklyConnectedComponentsTests {
  @Test func `classes are numbered by their lowest node`() {
    let classes = Digraph.of(5, [(4, 2), (3, 1)]).weaklyConnectedComponents()
    #expect(classes.indices.map { classes.members(of: $0).positions } == [[0], [1, 3], [2, 4]])
    #expect(classes.size(of: ComponentIndex(1)) == 2)
  }

  @Test func `an empty graph has no classes`() {
    #expect(Digraph.empty.weaklyConnectedComponents().indices.isEmpty)
  }

  @Test func `random graphs agree with the oracle`() {
    for sample in Sample.all(3_000) {
      let classes = sample.graph.weaklyConnectedComponents()
      let labels = sample.graph.nodes.map(classes.component(of:))
      let lowest = labels.map { classes.members(of: $0).first?.position }
      #expect(lowest == sample.plain.weaklyConnected(), "\(sample)")
      let firsts = classes.indices.compactMap { classes.members(of: $0).first }
      #expect(firsts == firsts.sorted(), "\(sample)")
    }
  }

  @Test func `a chain of a million nodes is one class`() {
    #expect(Digraph.chain.weaklyConnectedComponents().count == 1)
  }
}
