import GraphKernel
import Testing

@Suite struct CutPointsTests {
  @Test func `the middle of a path is a cut point, and its arcs are bridges`() {
    let found = Digraph.of(3, [(0, 1), (2, 1)]).cutPoints()
    #expect(found.nodes.positions == [1])
    #expect(found.bridges.positions == [0, 1])
  }

  @Test func `arcs there and back, parallel arcs and self-loops are no bridges`() {
    #expect(Digraph.of(2, [(0, 1), (1, 0)]).cutPoints().bridges.isEmpty)
    #expect(Digraph.of(2, [(0, 1), (0, 1)]).cutPoints().bridges.isEmpty)
    #expect(Digraph.of(2, [(0, 0), (0, 1)]).cutPoints().bridges.positions == [1])
    #expect(Digraph.of(1, [(0, 0)]).cutPoints().nodes.isEmpty)
  }

  @Test func `random graphs agree with the oracle`() {
    for sample in Sample.all(3_000) {
      let plain = sample.plain
      let all = Set(0..<plain.nodeCount)
      let classes = plain.classCount(in: all)
      let found = sample.graph.cutPoints()
      // A node alone takes its class away with it; any other leaves at least one class behind.
      let nodes = all.filter { plain.classCount(in: all.subtracting([$0])) > classes }
      #expect(found.nodes.positions == nodes.sorted(), "\(sample)")
      let bridges = plain.arcs.filter { arc in
        let rest = plain.arcs.filter { $0.id != arc.id }
        return PlainGraph(nodeCount: plain.nodeCount, arcs: rest).classCount(in: all) > classes
      }
      #expect(found.bridges.positions == bridges.map(\.id), "\(sample)")
    }
  }

  @Test func `a chain of a million nodes falls apart anywhere, a ring nowhere`() {
    #expect(Digraph.chain.cutPoints().nodes.count == 999_998)
    #expect(Digraph.chain.cutPoints().bridges.count == 999_999)
    #expect(Digraph.ring.cutPoints() == Digraph.empty.cutPoints())
  }
}
