import GraphKernel
import TestSupport
import Testing

@Suite struct ShortestPathsTests {
  @Test func `the shortest path comes first, and ties in the order of their arcs`() throws {
    let graph = Digraph.of(4, [(0, 1), (0, 2), (1, 3), (2, 3), (0, 3)])
    let paths = graph.shortestPaths(from: NodeIndex(0), to: NodeIndex(3))
    #expect(paths.map(\.arcs.positions) == [[2], [0, 3], [1, 4]])
    #expect(paths.map(\.length) == [1, 2, 2])
    let weights = try ArcWeights([1, 1, 9, 1, 1])
    let weighted = graph.shortestPaths(from: NodeIndex(0), to: NodeIndex(3), weights: weights)
    #expect(weighted.map(\.length) == [2, 2, 9])
  }

  @Test func `searches from both ends find what searches that know the distance find`() throws {
    for seed in UInt64(0)..<60 {
      let graph = Sample.broadGraph(seed: seed)
      let ones = try ArcWeights([Double](repeating: 1, count: graph.arcCount))
      let before = graph.closure(of: [NodeIndex(0)])
      let region =
        seed % 2 == 0
        ? nil : NodeSet(universe: graph.nodeCount, graph.nodes.filter { $0.position % 9 != 8 })
      let (source, target) = (NodeIndex(Int(seed)), NodeIndex(Int(seed) + 100))
      let free = graph.shortestPaths(from: source, to: target, in: region).prefix(25)
      let known = graph.shortestPaths(from: source, to: target, weights: ones, in: region)
        .prefix(25)
      #expect(Array(free) == Array(known), "seed \(seed)")
      #expect(graph.closure(of: [NodeIndex(0)]) == before, "seed \(seed)")
    }
  }

  @Test func `after the only path of a million arcs there is none`() {
    var paths = Digraph.chain.shortestPaths(from: NodeIndex(0), to: Digraph.lastOfChain)
      .makeIterator()
    _ = paths.next()
    #expect(paths.next() == nil)
  }

  @Test func `a node has the empty path to itself and no other`() {
    let graph = Digraph.of(2, [(0, 0), (0, 1), (1, 0)])
    #expect(graph.shortestPaths(from: NodeIndex(0), to: NodeIndex(0)).map(\.arcs) == [[]])
  }

  @Test func `random graphs agree with the oracle, all paths in their order`() throws {
    for sample in Sample.all(2_000) {
      guard let source = sample.starts.first, let target = sample.starts.last else { continue }
      var random = SplitMix64(seed: sample.seed)
      let values = sample.plain.arcs.map { _ in Double(random.number(below: 4)) }
      let weights: ArcWeights? = sample.seed % 3 == 0 ? nil : try ArcWeights(values)
      let isOpen = [source, target].allSatisfy { sample.region?.contains($0) ?? true }
      let plain = sample.region.map(sample.plain.confined(to:)) ?? sample.plain
      let all = isOpen ? plain.simplePaths(from: source, to: target) : []
      let sorted = all.map { arcs in
        (length: arcs.reduce(0) { $0 + (weights == nil ? 1 : values[$1]) }, arcs: arcs)
      }
      .sorted { left, right in
        left.length != right.length
          ? left.length < right.length : left.arcs.lexicographicallyPrecedes(right.arcs)
      }
      .prefix(60)
      let found = Array(
        sample.graph.shortestPaths(
          from: NodeIndex(source),
          to: NodeIndex(target),
          weights: weights,
          in: sample.nodeSet
        ).prefix(60)
      )
      #expect(found.map(\.arcs.positions) == sorted.map(\.arcs), "\(sample), \(values)")
      #expect(found.map(\.length) == sorted.map(\.length), "\(sample), \(values)")
      if let weights {
        let one = sample.graph.shortestPath(
          from: NodeIndex(source),
          to: NodeIndex(target),
          weights: weights,
          in: sample.nodeSet
        )
        #expect(one == found.first, "\(sample), \(values)")
      }
    }
  }

  @Test func `lengths agree with the oracle on random graphs`() throws {
    for sample in Sample.all(2_000) {
      var random = SplitMix64(seed: sample.seed)
      let values = sample.plain.arcs.map { _ in Double(random.number(below: 4)) }
      var expected = [Double](repeating: .infinity, count: sample.plain.nodeCount)
      for start in sample.confinedStarts { expected[start] = 0 }
      for _ in 0..<sample.plain.nodeCount {
        for arc in sample.confined.arcs {
          expected[arc.target] = min(expected[arc.target], expected[arc.source] + values[arc.id])
        }
      }
      let found = sample.graph.lengths(
        from: sample.starts.map(NodeIndex.init),
        sample.direction,
        weights: try ArcWeights(values),
        in: sample.nodeSet
      )
      #expect(found == expected, "\(sample), \(values)")
    }
  }

  @Test func `distances agree with the oracle on random graphs`() {
    for sample in Sample.all(2_000) {
      let found = sample.graph.distances(
        from: sample.starts.map(NodeIndex.init),
        sample.direction,
        depth: sample.depth,
        in: sample.nodeSet
      )
      let expected = sample.confined.distances(from: sample.confinedStarts).map {
        $0.flatMap { $0 <= sample.depth ?? .max ? $0 : nil }
      }
      #expect(sample.graph.nodes.map { found[$0] } == expected, "\(sample)")
    }
  }

  @Test func `a length that is negative or no number is an error`() throws {
    for value in [-1, -Double.infinity, .infinity, .nan] {
      #expect(throws: WeightFault.self) { _ = try ArcWeights([0, value]) }
    }
    let fault = #expect(throws: WeightFault.self) { _ = try ArcWeights([0, -2]) }
    #expect(fault?.arc == ArcIndex(1))
  }

  @Test func `lengths tell their progress and can be cancelled`() throws {
    let graph = Digraph.of(10_000, (1..<10_000).map { ($0 - 1, $0) })
    let weights = try ArcWeights([Double](repeating: 0.5, count: 9_999))
    let starts = [NodeIndex(0)]
    var shares: [Double] = []
    let lengths = graph.lengths(from: starts, weights: weights) { shares.append($0) }
    #expect(lengths.last == 4_999.5)
    #expect(shares == [0, 0.4096, 0.8192])
    #expect(throws: CancellationError.self) {
      try graph.lengths(from: starts, weights: weights) { share throws(CancellationError) in
        if share > 0.3 { throw CancellationError() }
      }
    }
  }

  @Test func `lengths of another graph are refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = Digraph.of(1, []).lengths(from: [], weights: try ArcWeights([1]))
    }
  }

  @Test func `a chain of a million nodes is followed to its end`() {
    var paths = Digraph.chain.shortestPaths(from: NodeIndex(0), to: Digraph.lastOfChain)
      .makeIterator()
    #expect(paths.next()?.length == 999_999)
  }
}
