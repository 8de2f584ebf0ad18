import GraphKernel
import TestSupport
import Testing

@Suite struct MinimumCutTests {
  @Test func `two ways that share a node are cut at the node`() {
    let graph = Digraph.of(5, [(0, 1), (0, 1), (1, 2), (1, 3), (2, 4), (3, 4)])
    #expect(graph.minimumNodeCut(from: nodes(0), to: nodes(4))?.positions == [1])
    #expect(graph.minimumArcCut(from: nodes(0), to: nodes(4))?.positions == [0, 1])
  }

  @Test func `no nodes part what an arc joins, and nothing parts a node from itself`() {
    let graph = Digraph.of(2, [(0, 1)])
    #expect(graph.minimumNodeCut(from: nodes(0), to: nodes(1)) == nil)
    #expect(graph.minimumNodeCut(from: nodes(0), to: nodes(0)) == nil)
    #expect(graph.minimumArcCut(from: nodes(0), to: nodes(0)) == nil)
    #expect(graph.minimumArcCut(from: nodes(1), to: nodes(0)) == [])
    #expect(graph.minimumNodeCut(from: nodes(1), to: nodes(0)) == [])
  }

  @Test func `node cuts of random graphs part, and none smaller does`() {
    for sample in Sample.all(2_000) where sample.plain.nodeCount > 0 {
      let (sources, targets, plain) = Self.ends(of: sample)
      let cut = sample.graph.minimumNodeCut(
        from: sources.map(NodeIndex.init),
        to: targets.map(NodeIndex.init),
        in: sample.nodeSet
      )
      let inner = Set(0..<plain.nodeCount).subtracting(sources).subtracting(targets)
      let smallest = Self.subsets(of: inner.sorted()).filter { removed in
        let rest = Set(0..<plain.nodeCount).subtracting(removed)
        return Self.isParted(plain.confined(to: rest), sources, targets)
      }
      .min { $0.count < $1.count }
      #expect(cut?.count == smallest?.count, "\(sample), \(sources) to \(targets)")
      guard let cut else { continue }
      #expect(cut == cut.sorted() && inner.isSuperset(of: cut.positions), "\(sample)")
      let rest = plain.confined(to: Set(0..<plain.nodeCount).subtracting(cut.positions))
      #expect(Self.isParted(rest, sources, targets), "\(sample), \(sources) to \(targets)")
    }
  }

  @Test func `arc cuts of random graphs part, and none smaller does`() {
    for sample in Sample.all(2_000) where sample.plain.nodeCount > 0 {
      let (sources, targets, plain) = Self.ends(of: sample)
      guard plain.arcs.count <= 8 else { continue }
      let cut = sample.graph.minimumArcCut(
        from: sources.map(NodeIndex.init),
        to: targets.map(NodeIndex.init),
        in: sample.nodeSet
      )
      func without(_ removed: some Sequence<Int>) -> PlainGraph {
        let removed = Set(removed)
        return PlainGraph(
          nodeCount: plain.nodeCount,
          arcs: plain.arcs.filter { !removed.contains($0.id) }
        )
      }
      let smallest = Self.subsets(of: plain.arcs.map(\.id)).filter {
        Self.isParted(without($0), sources, targets)
      }
      .min { $0.count < $1.count }
      #expect(cut?.count == smallest?.count, "\(sample), \(sources) to \(targets)")
      guard let cut else { continue }
      #expect(cut == cut.sorted(), "\(sample)")
      #expect(Self.isParted(without(cut.positions), sources, targets), "\(sample)")
    }
  }

  @Test func `as many suppliers must fail as ways share no node`() {
    // 40 ways of three steps through a middle of 30 nodes.
    let middle = (0..<40).map { (2 + $0, 42 + $0 % 30) }
    let arcs = (2..<42).map { (0, $0) } + middle + (42..<72).map { ($0, 1) }
    let graph = Digraph.of(72, arcs)
    #expect(graph.minimumNodeCut(from: nodes(0), to: nodes(1))?.count == 30)
    #expect(graph.minimumArcCut(from: nodes(0), to: nodes(1))?.count == 30)
  }

  @Test func `a long search tells how many units flow and can be cancelled`() {
    let graph = Digraph.of(4, [(0, 1), (0, 2), (1, 3), (2, 3)])
    var units: [Int] = []
    let cut = graph.minimumNodeCut(from: nodes(0), to: nodes(3)) { units.append($0) }
    #expect(cut?.positions == [1, 2])
    #expect(units == [2])
    #expect(throws: CancellationError.self) {
      try graph.minimumArcCut(from: nodes(0), to: nodes(3)) { _ throws(CancellationError) in
        throw CancellationError()
      }
    }
  }

  @Test func `a chain of a million nodes is cut at its beginning`() {
    let chain = Digraph.chain
    let last = Digraph.lastOfChain
    #expect(chain.minimumNodeCut(from: nodes(0), to: [last])?.positions == [1])
    #expect(chain.minimumArcCut(from: nodes(0), to: [last])?.positions == [0])
  }

  /// Sources and targets within the region, and the graph within it.
  private static func ends(of sample: Sample) -> (Set<Int>, Set<Int>, PlainGraph) {
    var random = SplitMix64(seed: sample.seed)
    let targets = Set((0..<2).map { _ in random.number(below: sample.plain.nodeCount) })
    let plain = sample.region.map(sample.plain.confined(to:)) ?? sample.plain
    func isOpen(_ node: Int) -> Bool { sample.region?.contains(node) ?? true }
    return (Set(sample.starts.filter(isOpen)), targets.filter(isOpen), plain)
  }

  private static func isParted(
    _ plain: PlainGraph,
    _ sources: Set<Int>,
    _ targets: Set<Int>
  ) -> Bool {
    let distances = plain.distances(from: Array(sources))
    return targets.allSatisfy { distances[$0] == nil }
  }

  private static func subsets(of items: [Int]) -> [[Int]] {
    (0..<(1 << items.count)).map { bits in
      items.indices.filter { bits & (1 << $0) != 0 }.map { items[$0] }
    }
  }
}
