import GraphKernel
import TestSupport
import Testing

@Suite struct PathsBetweenSetsTests {
  @Test func `paths pass no source and no target between their ends`() {
    let graph = Digraph.of(4, [(0, 1), (1, 2), (2, 3), (0, 2)])
    let paths = graph.simplePaths(from: nodes(1, 0), to: nodes(3, 2))
    #expect(paths.map(\.positions) == [[1], [2]])
  }

  @Test func `a node that is source and target makes the empty path`() {
    let graph = Digraph.of(2, [(0, 1), (1, 0)])
    #expect(graph.simplePaths(from: nodes(0, 1), to: nodes(1)).map(\.positions) == [[0], []])
    #expect(Array(graph.simplePaths(from: [], to: nodes(1))).isEmpty)
    #expect(Array(Digraph.empty.simplePaths(from: [], to: [])).isEmpty)
  }

  @Test func `random graphs agree with the oracle`() {
    for sample in Sample.all(2_000) where sample.plain.nodeCount > 0 {
      var random = SplitMix64(seed: sample.seed)
      let sources = Set(sample.starts)
      let targets = Set((0..<2).map { _ in random.number(below: sample.plain.nodeCount) })
      let plain = sample.region.map(sample.plain.confined(to:)) ?? sample.plain
      func isOpen(_ node: Int) -> Bool { sample.region?.contains(node) ?? true }
      let expected = sources.sorted().filter(isOpen).flatMap { source in
        if targets.contains(source) { return [[Int]()] }
        return targets.filter(isOpen).flatMap { plain.simplePaths(from: source, to: $0) }
          .filter { path in
            let inner = path.dropLast().map { sample.graph.target(of: ArcIndex($0)).position }
            return path.count <= sample.depth ?? .max
              && inner.allSatisfy { !sources.contains($0) && !targets.contains($0) }
          }
          .sorted { $0.lexicographicallyPrecedes($1) }
      }
      let found = sample.graph.simplePaths(
        from: sample.starts.map(NodeIndex.init),
        to: targets.map(NodeIndex.init),
        maximumLength: sample.depth,
        in: sample.nodeSet
      )
      #expect(found.map(\.positions) == expected, "\(sample) to \(targets.sorted())")
    }
  }
}
