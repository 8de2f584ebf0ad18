import GraphKernel
import TestSupport
import Testing

@Suite struct NodeSetTests {
  @Test func `inserting and removing tell whether anything changed`() {
    var set = NodeSet(universe: 65)
    let node = NodeIndex(64)
    let inserted = [set.insert(node), set.insert(node)]
    #expect(inserted == [true, false])
    #expect(set.contains(node))
    let removed = [set.remove(node), set.remove(node)]
    #expect(removed == [true, false])
    #expect(set.isEmpty)
  }

  @Test func `nodes come in ascending order, each once`() {
    let set = NodeSet(universe: 200, nodes(199, 0, 63, 64, 128, 0))
    #expect(set.positions == [0, 63, 64, 128, 199])
    #expect(set.count == 5)
  }

  @Test func `a set out of no nodes is empty`() {
    let set = NodeSet(universe: 0)
    #expect(set.isEmpty)
    #expect(Array(set) == [])
    #expect(set.union(set) == set)
  }

  @Test func `random sets behave like sets`() {
    for seed in 0..<500 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let universe = Int.random(in: 1...200, using: &random)
      let picks = (0..<2).map { _ in
        Set((0..<universe).filter { _ in Bool.random(using: &random) })
      }
      let sets = picks.map { NodeSet(universe: universe, $0.map(NodeIndex.init)) }
      #expect(sets.map(\.positions) == picks.map { $0.sorted() }, "seed \(seed)")
      #expect(sets.map(\.count) == picks.map(\.count), "seed \(seed)")
      let (left, right) = (sets[0], sets[1])
      #expect(left.union(right).positions == picks[0].union(picks[1]).sorted(), "seed \(seed)")
      #expect(
        left.intersection(right).positions == picks[0].intersection(picks[1]).sorted(),
        "seed \(seed)"
      )
      #expect(
        left.subtracting(right).positions == picks[0].subtracting(picks[1]).sorted(),
        "seed \(seed)"
      )
    }
  }

  @Test func `a node outside the universe is refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = NodeSet(universe: 65).contains(NodeIndex(65))
    }
  }

  @Test func `sets out of different universes do not combine`() async {
    await #expect(processExitsWith: .failure) {
      _ = NodeSet(universe: 2).union(NodeSet(universe: 3))
    }
  }
}
