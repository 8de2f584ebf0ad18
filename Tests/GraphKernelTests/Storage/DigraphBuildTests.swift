import GraphKernel
import Testing

@Suite struct DigraphBuildTests {
  @Test func `arcs are sorted by source, and those of one source stay as given`() {
    let (graph, order) = Digraph.build(
      nodeCount: 3,
      arcs: [(2, 0), (0, 2), (2, 1), (0, 1)].map { (NodeIndex($0.0), NodeIndex($0.1)) }
    )
    #expect(order == [1, 3, 0, 2])
    #expect(graph.arcs.map { graph.source(of: $0).position } == [0, 0, 2, 2])
    #expect(graph.arcs.map { graph.target(of: $0).position } == [2, 1, 0, 1])
  }

  @Test func `parallel arcs and self-loops are kept`() {
    let graph = Digraph.of(2, [(0, 1), (0, 1), (1, 1)])
    #expect(graph.arcCount == 3)
    #expect(graph.neighbors(of: NodeIndex(0)).positions == [1, 1])
    #expect(graph.degree(of: NodeIndex(1)) == 1)
    #expect(graph.degree(of: NodeIndex(1), .reverse) == 3)
  }

  @Test func `an empty graph and a graph without arcs are graphs`() {
    #expect(Digraph.empty.nodeCount == 0)
    #expect(Digraph.empty.nodes.isEmpty)
    #expect(Digraph.empty.arcs.isEmpty)
    #expect(Digraph.of(3, []).nodes.positions == [0, 1, 2])
    #expect(Digraph.of(3, []).neighbors(of: NodeIndex(2)).isEmpty)
  }

  @Test func `random graphs hold just the arcs they were given, both ways`() {
    for sample in Sample.all(2_000) {
      let graph = sample.graph
      let ends = graph.arcs.map { [graph.source(of: $0).position, graph.target(of: $0).position] }
      #expect(ends == sample.plain.arcs.map { [$0.source, $0.target] }, "\(sample)")
      #expect(ends == sample.order.map { [sample.given[$0].source, sample.given[$0].target] })
      for node in graph.nodes {
        let leaving = sample.plain.arcs.filter { $0.source == node.position }
        let entering = sample.plain.arcs.filter { $0.target == node.position }
        let forward = graph.arcs(of: node)
        let reverse = graph.arcs(of: node, .reverse)
        #expect(forward.map(\.index.position) == leaving.map(\.id), "\(sample)")
        #expect(forward.map(\.neighbor.position) == leaving.map(\.target), "\(sample)")
        #expect(reverse.map(\.index.position) == entering.map(\.id), "\(sample)")
        #expect(reverse.map(\.neighbor.position) == entering.map(\.source), "\(sample)")
      }
    }
  }

  @Test func `an arc that leaves the graph is refused`() async {
    await #expect(processExitsWith: .failure) { _ = Digraph.of(2, [(0, 2)]) }
  }

  @Test func `a node outside the graph is refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = Digraph.of(2, [(0, 1)]).neighbors(of: NodeIndex(2))
    }
  }

  @Test func `an arc outside the graph is refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = Digraph.of(2, [(0, 1)]).source(of: ArcIndex(1))
    }
  }
}
