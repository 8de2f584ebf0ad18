import GraphKernel
import Testing

@Suite struct StronglyConnectedComponentsTests {
  @Test func `a node with a self-loop is cyclic on its own`() {
    let components = Digraph.of(2, [(0, 0), (0, 1)]).stronglyConnectedComponents()
    #expect(components.count == 2)
    #expect(components.indices.map(components.isCyclic) == [true, false])
    #expect(components.liesOnCycle(NodeIndex(0)))
  }

  @Test func `an empty graph has no components`() {
    #expect(Digraph.empty.stronglyConnectedComponents().indices.isEmpty)
  }

  @Test func `random graphs agree with the oracle, and arcs lead to higher components`() {
    for sample in Sample.all(3_000) {
      let components = sample.graph.stronglyConnectedComponents(
        withGiantFrom: sample.seed % 2 == 0 ? 0 : 256,
        progress: { _ in }
      )
      let labels = sample.graph.nodes.map(components.component(of:))
      let lowest = labels.map { components.members(of: $0).first?.position }
      #expect(lowest == sample.plain.mutuallyReachable(), "\(sample)")
      let members = components.indices.map { components.members(of: $0).positions }
      #expect(members.allSatisfy { $0 == $0.sorted() }, "\(sample)")
      #expect(members.joined().sorted() == Array(labels.indices), "\(sample)")
      let ascends = sample.plain.arcs.allSatisfy { labels[$0.source] <= labels[$0.target] }
      #expect(ascends, "\(sample)")
      let reaches = sample.plain.reachability()
      let onCycle = sample.graph.nodes.map(components.liesOnCycle)
      #expect(onCycle == labels.indices.map { reaches[$0][$0] }, "\(sample)")
    }
  }

  @Test func `a chain of a million nodes has a million components, a ring has one`() {
    let chain = Digraph.condensedChain.components
    #expect(chain.count == 1_000_000)
    #expect(chain.component(of: Digraph.lastOfChain) == ComponentIndex(999_999))
    #expect(Digraph.ring.stronglyConnectedComponents().count == 1)
  }

  /// The chain has no giant class and the ring is one: both ways of searching are seen.
  @Test func `a long search tells its progress and can be cancelled`() {
    for graph in [Digraph.chain, Digraph.ring] {
      var shares: [Double] = []
      let components = graph.stronglyConnectedComponents { shares.append($0) }
      #expect(components == graph.stronglyConnectedComponents())
      #expect(shares.count > 10 && shares == shares.sorted())
      #expect(shares.last == 1)
      #expect(throws: CancellationError.self) {
        var left = 5
        _ = try graph.stronglyConnectedComponents { _ throws(CancellationError) in
          left -= 1
          if left == 0 { throw CancellationError() }
        }
      }
    }
    // What was cancelled leaves nothing behind.
    #expect(Digraph.ring.stronglyConnectedComponents().count == 1)
  }

  @Test func `a component outside the partition is refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = Digraph.of(1, []).stronglyConnectedComponents().members(of: ComponentIndex(1))
    }
  }
}
