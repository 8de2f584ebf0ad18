import GraphKernel
import Testing

@Suite struct InducedTests {
  @Test func `nodes keep their order, and repeats count once`() {
    let part = Digraph.of(4, [(3, 1), (1, 2), (1, 3), (1, 1)]).induced(on: nodes(3, 1, 3))
    #expect(part.nodes.positions == [1, 3])
    #expect(part.arcs.positions == [1, 2, 3])
    #expect(part.local(of: NodeIndex(3)) == NodeIndex(1))
    #expect(part.local(of: NodeIndex(2)) == nil)
  }

  @Test func `no nodes induce an empty graph`() {
    #expect(Digraph.of(2, [(0, 1)]).induced(on: []).graph == Digraph.empty)
    #expect(Digraph.empty.induced(on: []).nodes.isEmpty)
  }

  @Test func `random parts hold just the arcs among their nodes`() {
    for sample in Sample.all(3_000) {
      guard let set = sample.nodeSet, let region = sample.region else { continue }
      let part = sample.graph.induced(on: set)
      #expect(part.nodes.positions == region.sorted(), "\(sample)")
      let expected = sample.plain.confined(to: region).arcs
      #expect(part.arcs.positions == expected.map(\.id), "\(sample)")
      let ends = part.graph.arcs.map { arc in
        [part.graph.source(of: arc), part.graph.target(of: arc)].map { part.nodes[$0.position] }
      }
      #expect(ends.map(\.positions) == expected.map { [$0.source, $0.target] }, "\(sample)")
      let locals = sample.graph.nodes.map { part.local(of: $0)?.position }
      #expect(locals == sample.graph.nodes.map { part.nodes.firstIndex(of: $0) }, "\(sample)")
    }
  }

  @Test func `the end of a chain of a million nodes is a chain`() {
    let part = Digraph.chain.induced(on: (900_000..<1_000_000).map(NodeIndex.init))
    #expect(part.graph.arcCount == 99_999)
    #expect(part.local(of: Digraph.lastOfChain) == NodeIndex(99_999))
  }

  @Test func `a small part of a large graph knows its nodes, and asking again changes nothing`() {
    let given = [999_999, 5, 7, 6, 500_000, 5]
    let part = Digraph.chain.induced(on: given.map(NodeIndex.init))
    #expect(part.nodes.positions == [5, 6, 7, 500_000, 999_999])
    #expect(part.arcs.positions == [5, 6])
    #expect(part.graph == Digraph.of(5, [(0, 1), (1, 2)]))
    for position in [0, 4, 5, 6, 7, 8, 499_999, 500_000, 500_001, 999_999] {
      let expected = part.nodes.firstIndex(of: NodeIndex(position))
      #expect(part.local(of: NodeIndex(position))?.position == expected)
    }
    #expect(Digraph.chain.induced(on: given.map(NodeIndex.init)) == part)
    #expect(Digraph.chain.induced(on: nodes(6, 8)).arcs.isEmpty)
  }

  @Test func `a set of another graph is refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = Digraph.of(1, []).induced(on: NodeSet(universe: 2))
    }
  }
}
