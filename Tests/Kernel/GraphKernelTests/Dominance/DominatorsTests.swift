import GraphKernel
import Testing

@Suite struct DominatorsTests {
  @Test func `the ways of a diamond meet under its top`() {
    let tree = Digraph.of(5, [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4)]).dominators(from: nodes(0))
    let immediate = (0..<5).map { tree.immediateDominator(of: NodeIndex($0))?.position }
    #expect(immediate == [nil, 0, 0, 0, 3])
    #expect(tree.dominated(by: NodeIndex(3)).positions == [4])
    #expect(tree.dominatedCount(by: NodeIndex(0)) == 4)
  }

  @Test func `a node with ways from two roots has no dominator but itself`() {
    let tree = Digraph.of(3, [(0, 2), (1, 2)]).dominators(from: nodes(0, 1))
    #expect(tree.immediateDominator(of: NodeIndex(2)) == nil)
    #expect(tree.dominates(NodeIndex(2), NodeIndex(2)))
    #expect(!tree.dominates(NodeIndex(0), NodeIndex(2)))
  }

  @Test func `a root that another root reaches stays at the top`() {
    let tree = Digraph.of(2, [(0, 1)]).dominators(from: nodes(1, 0, 1))
    #expect(tree.immediateDominator(of: NodeIndex(1)) == nil)
  }

  @Test func `very many ways to a node have only their beginning in common`() {
    for direction in Direction.allCases {
      let ends = [NodeIndex(0), NodeIndex(199_999)]
      let (root, last) = direction == .forward ? (ends[0], ends[1]) : (ends[1], ends[0])
      let tree = Digraph.fan.dominators(from: [root], direction)
      #expect(tree.immediateDominator(of: last) == root)
      #expect(tree.dominatedCount(by: root) == 199_999)
      #expect(tree.dominatedCount(by: NodeIndex(77_777)) == 0)
    }
  }

  @Test func `nodes out of reach dominate nothing, not even themselves`() {
    let tree = Digraph.of(2, [(1, 0)]).dominators(from: nodes(0))
    #expect(!tree.isReachable(NodeIndex(1)))
    #expect(!tree.dominates(NodeIndex(1), NodeIndex(1)))
    #expect(tree.dominated(by: NodeIndex(1)).isEmpty)
    #expect(Digraph.empty.dominators(from: []) == Digraph.empty.dominators(from: [], .reverse))
  }

  @Test func `random graphs agree with the oracle`() {
    for sample in Sample.all(3_000) {
      let graph = sample.graph
      let tree = graph.dominators(
        from: sample.starts.map(NodeIndex.init),
        sample.direction,
        in: sample.nodeSet
      )
      let expected = sample.confined.dominance(from: sample.confinedStarts)
      let found = graph.nodes.map { above in graph.nodes.map { tree.dominates(above, $0) } }
      #expect(found == expected, "\(sample)")
      for node in graph.nodes {
        let strict = graph.nodes.filter { $0 != node && expected[$0.position][node.position] }
        // Of the strict dominators, which form a chain, the nearest has the most of its own.
        let nearest = strict.max { left, right in expected[left.position][right.position] }
        #expect(tree.immediateDominator(of: node) == nearest, "\(sample)")
        let below = graph.nodes.filter { $0 != node && expected[node.position][$0.position] }
        #expect(tree.dominated(by: node) == below, "\(sample)")
        #expect(tree.dominatedCount(by: node) == below.count, "\(sample)")
        #expect(tree.isReachable(node) == expected[node.position][node.position], "\(sample)")
      }
    }
  }

  @Test func `every node of a chain of a million dominates the last`() {
    let tree = Digraph.chain.dominators(from: nodes(0))
    #expect(tree.dominatedCount(by: NodeIndex(0)) == 999_999)
    #expect(tree.dominates(NodeIndex(500_000), Digraph.lastOfChain))
  }
}
