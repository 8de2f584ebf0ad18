import GraphKernel
import Testing

@Suite struct SelectionTests {
  @Test func `a union holds the arcs of its parts, each as it is or turned round`() {
    let samples = Sample.all(2_000)
    for (first, second) in zip(samples, samples.dropFirst()) {
      let nodeCount = max(first.plain.nodeCount, second.plain.nodeCount)
      let parts = [first, second].map { sample in
        (
          graph: Digraph.of(nodeCount, sample.given.map { ($0.source, $0.target) }),
          direction: sample.direction
        )
      }
      let union = Digraph.union(
        nodeCount: nodeCount,
        of: parts.map { DirectedPart($0.graph, $0.direction) }
      )
      var left = Set(
        parts.enumerated().flatMap { part, given in given.graph.arcs.map { [part, $0.position] } }
      )
      for arc in union.graph.arcs {
        let origin = union.origin(of: arc)
        let (graph, direction) = parts[origin.part]
        let ends = [graph.source(of: origin.arc), graph.target(of: origin.arc)]
        let found = [union.graph.source(of: arc), union.graph.target(of: arc)]
        #expect(found == (direction == .forward ? ends : ends.reversed()), "\(first), \(second)")
        #expect(left.remove([origin.part, origin.arc.position]) != nil, "\(first), \(second)")
      }
      #expect(left.isEmpty, "\(first), \(second)")
    }
  }

  @Test func `who answers for a thing is found up containment and against responsibility`() {
    let containment = Digraph.of(4, [(0, 1)])
    let responsibility = Digraph.of(4, [(2, 1), (3, 0)])
    let owners = Digraph.union(
      nodeCount: 4,
      of: [DirectedPart(containment), DirectedPart(responsibility, .reverse)]
    ).graph
    #expect(Set(owners.closure(of: nodes(0)).positions) == [1, 2, 3])
    #expect(owners.closure(of: nodes(1)).positions == [2])
  }

  @Test func `a filtered graph holds just the accepted arcs`() {
    for sample in Sample.all(1_000) {
      let selection = sample.graph.filtered { arc, source, target in
        (arc.position + source.position + target.position) % 3 != 0
      }
      let expected = sample.plain.arcs.filter { ($0.id + $0.source + $0.target) % 3 != 0 }
      let graph = selection.graph
      #expect(graph.arcs.map { selection.origin(of: $0).arc.position } == expected.map(\.id))
      let ends = graph.arcs.map { [graph.source(of: $0).position, graph.target(of: $0).position] }
      #expect(ends == expected.map { [$0.source, $0.target] }, "\(sample)")
    }
  }

  @Test func `followed either way, a graph reaches its class of connected nodes`() {
    for sample in Sample.all(1_000) {
      let classes = sample.graph.weaklyConnectedComponents()
      let both = sample.graph.undirected().graph
      #expect(both.arcCount == 2 * sample.graph.arcCount)
      for node in sample.graph.nodes {
        let members = classes.members(of: classes.component(of: node)).filter { $0 != node }
        #expect(both.closure(of: [node]).positions == members.positions, "\(sample)")
      }
    }
  }

  @Test func `turned round twice, a graph has its arcs again`() {
    for sample in Sample.all(500) {
      let twice = sample.graph.reversed().graph.reversed().graph
      for node in sample.graph.nodes {
        let neighbors = sample.graph.neighbors(of: node).sorted()
        #expect(twice.neighbors(of: node).sorted() == neighbors, "\(sample)")
      }
    }
  }

  @Test func `renumbered, a graph is the same under other names`() {
    for sample in Sample.all(1_500) {
      let graph = sample.graph
      let numbering = graph.breadthFirstOrder()
      #expect(graph.nodes.allSatisfy { numbering.old(numbering.new($0)) == $0 }, "\(sample)")
      let (renumbered, arcs) = graph.renumbered(numbering)
      for arc in renumbered.arcs {
        let old = ArcIndex(offset: arcs[arc.position])
        #expect(numbering.old(renumbered.source(of: arc)) == graph.source(of: old), "\(sample)")
        #expect(numbering.old(renumbered.target(of: arc)) == graph.target(of: old), "\(sample)")
      }
      #expect(Set(arcs).count == graph.arcCount, "\(sample)")
    }
  }

  @Test func `by relation, graphs take twelve bytes an arc and eight a node each`() {
    for sample in Sample.all(300) {
      let graph = sample.graph
      let relations = (0..<3).map { relation in
        graph.filtered { arc, _, _ in arc.position % 3 == relation }.graph
      }
      let bytes = relations.reduce(0) { $0 + $1.byteCount }
      #expect(bytes == 12 * graph.arcCount + 3 * 8 * (graph.nodeCount + 1), "\(sample)")
      let whole = Digraph.union(nodeCount: graph.nodeCount, of: relations.map { DirectedPart($0) })
      #expect(whole.graph.byteCount == graph.byteCount, "\(sample)")
    }
  }

  @Test func `a part over other nodes is refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = Digraph.union(nodeCount: 2, of: [DirectedPart(Digraph.of(3, []))])
    }
  }
}
