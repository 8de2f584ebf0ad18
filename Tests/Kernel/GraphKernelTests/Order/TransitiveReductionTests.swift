import GraphKernel
import Testing

@Suite struct TransitiveReductionTests {
  @Test func `an arc beside a longer way is redundant`() {
    let graph = Digraph.of(3, [(0, 1), (0, 2), (1, 2)])
    #expect(graph.transitivelyRedundantArcs().positions == [1])
  }

  @Test func `of parallel arcs the first stays`() {
    #expect(Digraph.of(2, [(0, 1), (0, 1)]).transitivelyRedundantArcs().positions == [1])
  }

  @Test func `a long search tells its progress and can be cancelled`() {
    var shares: [Double] = []
    _ = Digraph.chain.transitivelyRedundantArcs { shares.append($0) }
    #expect(shares == shares.sorted() && shares.count > 100)
    #expect(throws: CancellationError.self) {
      try Digraph.chain.transitivelyRedundantArcs { share throws(CancellationError) in
        if share > 0.5 { throw CancellationError() }
      }
    }
  }

  @Test func `an empty graph has none`() {
    #expect(Digraph.empty.transitivelyRedundantArcs().isEmpty)
  }

  @Test func `random acyclic graphs lose just the arcs that change nothing`() {
    var tried = 0
    for sample in Sample.all(3_000) where sample.graph.findCycle() == nil {
      tried += 1
      let redundant = sample.graph.transitivelyRedundantArcs().positions
      let kept = sample.plain.arcs.filter { !redundant.contains($0.id) }
      let reduced = PlainGraph(nodeCount: sample.plain.nodeCount, arcs: kept)
      #expect(reduced.reachability() == sample.plain.reachability(), "\(sample)")
      for arc in kept {
        let without = PlainGraph(
          nodeCount: sample.plain.nodeCount,
          arcs: kept.filter { $0.id != arc.id }
        )
        #expect(without.reachability() != sample.plain.reachability(), "\(sample): \(arc.id)")
      }
    }
    #expect(tried > 500)
  }

  @Test func `a chain of a million nodes has none`() {
    #expect(Digraph.chain.transitivelyRedundantArcs().isEmpty)
  }
}
