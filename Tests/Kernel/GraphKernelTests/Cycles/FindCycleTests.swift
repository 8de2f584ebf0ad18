import GraphKernel
import Testing

@Suite struct FindCycleTests {
  @Test func `a cycle begins at its lowest node and follows its arcs`() {
    let graph = Digraph.of(4, [(0, 3), (3, 2), (2, 1), (1, 3)])
    #expect(graph.findCycle()?.positions == [1, 3, 2])
  }

  @Test func `a self-loop is a cycle of one node`() {
    #expect(Digraph.of(2, [(0, 1), (1, 1)]).findCycle()?.positions == [1])
  }

  @Test func `an empty graph has no cycle`() {
    #expect(Digraph.empty.findCycle() == nil)
  }

  @Test func `random graphs have a cycle just where the oracle says so`() {
    for sample in Sample.all(3_000) {
      let reaches = sample.plain.reachability()
      let hasCycle = reaches.indices.contains { reaches[$0][$0] }
      let cycle = sample.graph.findCycle()?.positions
      #expect((cycle != nil) == hasCycle, "\(sample)")
      guard let cycle, let first = cycle.first else { continue }
      #expect(cycle.min() == first && Set(cycle).count == cycle.count, "\(sample)")
      let steps = zip(cycle, cycle.dropFirst() + [first])
      let isClosed = steps.allSatisfy { source, target in
        sample.plain.arcs.contains { $0.source == source && $0.target == target }
      }
      #expect(isClosed, "\(sample): \(cycle)")
    }
  }

  @Test func `a ring of a million nodes is found`() {
    #expect(Digraph.ring.findCycle()?.count == 1_000_000)
  }
}
