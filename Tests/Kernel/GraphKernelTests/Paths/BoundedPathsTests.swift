import GraphKernel
import Testing

@Suite struct BoundedPathsTests {
  private let fork = Digraph.of(2, [(0, 1), (0, 1), (0, 1)])
    .simplePaths(from: NodeIndex(0), to: NodeIndex(1))

  @Test func `a list is cut when there are more paths than asked for`() {
    #expect(fork.first(2).paths.map(\.positions) == [[0], [1]])
    #expect(fork.first(2).isCut)
    #expect(fork.first(0).isCut)
  }

  @Test func `a list that holds all paths is not cut`() {
    #expect(fork.first(3).paths.count == 3)
    #expect(!fork.first(3).isCut)
  }

  @Test func `a list is cut when the steps run out`() {
    #expect(fork.first(9, steps: 0) == fork.first(0))
    #expect(fork.first(9, steps: 3).isCut)
    #expect(fork.first(9, steps: 3).paths == fork.first(2).paths)
  }

  @Test func `no path at all needs no steps`() {
    let none = Digraph.of(2, [(0, 1)]).simplePaths(from: NodeIndex(1), to: NodeIndex(0))
    #expect(none.first(9, steps: 0).paths.isEmpty)
    #expect(!none.first(9, steps: 0).isCut)
  }

  @Test func `exponentially many dead ends end with the steps`() {
    // The only way on is back through node 0, which is on the path already; distances to the
    // target do not show that.
    let clique = 3..<33
    let inside = clique.flatMap { source in
      clique.filter { $0 != source }.map { (source, $0) }
    }
    let arcs = [(1, 0), (0, 3)] + inside + clique.map { ($0, 0) } + [(0, 2)]
    let found = Digraph.of(33, arcs)
      .simplePaths(from: NodeIndex(1), to: NodeIndex(2))
      .first(9, steps: 100_000)
    #expect(found.paths.isEmpty)
    #expect(found.isCut)
  }

  @Test func `a negative limit is refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = Digraph.of(1, []).simplePaths(from: NodeIndex(0), to: NodeIndex(0)).first(-1)
    }
  }
}
