import GraphKernel
import TestSupport
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

  /// Above 2¹⁷ nodes and arcs, nodes are sorted in groups: some here are empty, one has most arcs.
  @Test func `a graph that is sorted in groups holds just the arcs it was given, both ways`() {
    var random = SplitMix64(seed: 7)
    let nodeCount = 140_001
    let given = (0..<150_000).map { position -> (source: Int, target: Int) in
      let far = Int.random(in: 0..<nodeCount, using: &random)
      let near = 70_000 + Int.random(in: 0..<3, using: &random)
      switch position % 4 {
      case 0: return (far, near)
      case 1: return (near, far)
      case 2: return (nodeCount - 1 - far % 9, far % 9)
      default: return (far / 3, nodeCount - 1 - far / 3)
      }
    }
    let (graph, order) = Digraph.build(
      nodeCount: nodeCount,
      arcs: given.map { (NodeIndex($0.source), NodeIndex($0.target)) }
    )
    let plain = PlainGraph(nodeCount: nodeCount, given: given)
    let leaving = graph.nodes.flatMap { node in
      graph.arcs(of: node).map { [$0.index.position, node.position, $0.neighbor.position] }
    }
    #expect(leaving == plain.arcs.map { [$0.id, $0.source, $0.target] })
    #expect(leaving.map { $0[1] } == order.map { given[$0].source })
    #expect(leaving.map { $0[2] } == order.map { given[$0].target })
    let entering = graph.nodes.flatMap { node in
      graph.arcs(of: node, .reverse).map {
        [node.position, $0.index.position, $0.neighbor.position]
      }
    }
    let expected = plain.arcs.sorted { ($0.target, $0.id) < ($1.target, $1.id) }
    #expect(entering == expected.map { [$0.target, $0.id, $0.source] })
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
