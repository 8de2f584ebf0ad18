import ChainModel
import GraphKernel
import TestSupport
import Testing

@Suite struct NameOrderTests {
  @Test func `nodes stand by name, then by identity`() throws {
    var builder = ChainGraphBuilder.small()
    let nodes = [
      builder.add(.segment, "b"), builder.add(.segment, "甲", id: "2"),
      builder.add(.leader, "甲", id: "10"), builder.add(.segment, "B", id: "segment:B"),
      builder.add(.segment, "乙"),
    ]
    let graph = try builder.finish()
    #expect(
      graph.inNameOrder(nodes).map { graph.id(of: $0) } == [
        "segment:B", "segment:b", "segment:乙", "10", "2",
      ]
    )
    #expect(graph.inNameOrder([]).isEmpty)
  }

  @Test func `on random graphs the order is total and does not depend on the order of entry`()
    throws
  {
    for seed in UInt64(0)..<300 {
      var generator = SplitMix64(seed: seed)
      var builder = ChainGraphBuilder.small()
      for number in 0..<generator.number(below: 9) {
        let name = ["甲", "乙", "é", "e\u{301}", "a", "A"][generator.number(below: 6)]
        builder.add(
          generator.oneIn(2) ? .leader : .segment,
          name,
          id: "\(generator.number(below: 99))-\(number)"
        )
      }
      let graph = try builder.finish()
      let order = graph.inNameOrder(graph.nodes)
      #expect(graph.inNameOrder(graph.nodes.shuffled(using: &generator)) == order, "seed \(seed)")
      for (position, a) in order.enumerated() {
        #expect(!graph.precedesInNameOrder(a, a), "seed \(seed)")
        for b in order.dropFirst(position + 1) {
          #expect(graph.precedesInNameOrder(a, b), "seed \(seed)")
          #expect(!graph.precedesInNameOrder(b, a), "seed \(seed)")
        }
      }
    }
  }
}
