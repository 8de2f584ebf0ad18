import GraphKernel
import Testing

@Suite struct SimplePathsTests {
  @Test func `paths come in the order of their arcs, parallel ones apart`() {
    let graph = Digraph.of(3, [(0, 1), (0, 1), (0, 2), (1, 2)])
    let paths = graph.simplePaths(from: NodeIndex(0), to: NodeIndex(2))
    #expect(paths.map(\.positions) == [[0, 3], [1, 3], [2]])
  }

  @Test func `a node has the empty path to itself and no other`() {
    let graph = Digraph.of(2, [(0, 0), (0, 1), (1, 0)])
    #expect(Array(graph.simplePaths(from: NodeIndex(0), to: NodeIndex(0))) == [[]])
  }

  @Test func `a sequence of paths can be run through again`() {
    let paths = Digraph.of(2, [(0, 1)]).simplePaths(from: NodeIndex(0), to: NodeIndex(1))
    #expect(Array(paths) == Array(paths))
  }

  @Test func `random graphs agree with the oracle`() {
    for sample in Sample.all(3_000) {
      guard let source = sample.starts.first, let target = sample.starts.last else { continue }
      let isOpen = [source, target].allSatisfy { sample.region?.contains($0) ?? true }
      let plain = sample.region.map(sample.plain.confined(to:)) ?? sample.plain
      let expected = plain.simplePaths(from: source, to: target).filter {
        isOpen && $0.count <= sample.depth ?? .max
      }
      let found = sample.graph.simplePaths(
        from: NodeIndex(source),
        to: NodeIndex(target),
        maximumLength: sample.depth,
        in: sample.nodeSet
      )
      #expect(found.map(\.positions) == expected, "\(sample)")
    }
  }

  @Test func `a chain of a million nodes is one path`() {
    let paths = Digraph.chain.simplePaths(from: NodeIndex(0), to: Digraph.lastOfChain)
    #expect(paths.map(\.count) == [999_999])
  }
}
