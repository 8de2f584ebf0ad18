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
      // By source; of one source the first part's first, and within a part in its order.
      let expected = parts.enumerated().flatMap { part, given in
        given.graph.arcs.map { arc in
          let ends = [given.graph.source(of: arc), given.graph.target(of: arc)].map(\.position)
          let turned = given.direction == .forward ? ends : ends.reversed()
          return (order: [turned[0], part, arc.position], ends: turned)
        }
      }
      .sorted { $0.order.lexicographicallyPrecedes($1.order) }
      let found = union.arcs.map { [union.source(of: $0).position, union.target(of: $0).position] }
      #expect(found == expected.map(\.ends), "\(first), \(second)")
    }
  }

  @Test func `who answers for a thing is found up containment and against responsibility`() {
    let containment = Digraph.of(4, [(0, 1)])
    let responsibility = Digraph.of(4, [(2, 1), (3, 0)])
    let owners = Digraph.union(
      nodeCount: 4,
      of: [DirectedPart(containment), DirectedPart(responsibility, .reverse)]
    )
    #expect(Set(owners.closure(of: nodes(0)).positions) == [1, 2, 3])
    #expect(owners.closure(of: nodes(1)).positions == [2])
  }

  @Test func `a filtered graph holds just the accepted arcs`() {
    for sample in Sample.all(1_000) {
      let graph = sample.graph.filtered { arc, source, target in
        (arc.position + source.position + target.position) % 3 != 0
      }
      let expected = sample.plain.arcs.filter { ($0.id + $0.source + $0.target) % 3 != 0 }
      let ends = graph.arcs.map { [graph.source(of: $0).position, graph.target(of: $0).position] }
      #expect(ends == expected.map { [$0.source, $0.target] }, "\(sample)")
    }
  }

  @Test func `by relation, graphs take twelve bytes an arc and eight a node each`() {
    for sample in Sample.all(300) {
      let graph = sample.graph
      let relations = (0..<3).map { relation in
        graph.filtered { arc, _, _ in arc.position % 3 == relation }
      }
      let bytes = relations.reduce(0) { $0 + $1.byteCount }
      #expect(bytes == 12 * graph.arcCount + 3 * 8 * (graph.nodeCount + 1), "\(sample)")
      let whole = Digraph.union(nodeCount: graph.nodeCount, of: relations.map { DirectedPart($0) })
      #expect(whole.byteCount == graph.byteCount, "\(sample)")
    }
  }

  @Test func `a part over other nodes is refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = Digraph.union(nodeCount: 2, of: [DirectedPart(Digraph.of(3, []))])
    }
  }
}
