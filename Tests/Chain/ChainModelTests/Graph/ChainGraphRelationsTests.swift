import ChainModel
import GraphKernel
import TestSupport
import Testing

@Suite struct ChainGraphRelationsTests {
  @Test func `the leaders of an item come in the order of the list, not of their entry`() throws {
    var builder = ChainGraphBuilder.small()
    let leaders = ["甲", "乙", "丙"].map { builder.add(.leader, $0) }
    let cluster = builder.add(.cluster, "泳装")
    for leader in [leaders[1], leaders[2], leaders[0]] {
      builder.addRelation(
        .accountable,
        from: leader,
        to: cluster,
        origin: .cited(cluster, place: "附件"),
        isOpen: leader == leaders[0]
      )
    }
    let graph = try builder.finish()
    let relations = graph.relations(of: cluster, at: .target, .accountable)
    #expect(relations.map(\.source) == [leaders[1], leaders[2], leaders[0]])
    #expect(relations.map(\.isOpen) == [false, false, true])
    #expect(relations.allSatisfy { $0.origin == .cited(cluster, place: "附件") })
    #expect(relations.map { $0.node(at: .source) } == relations.map(\.source))
    #expect(relations.map { $0.node(at: .target) } == [cluster, cluster, cluster])
    #expect(graph.relations(of: cluster, at: .source, .accountable) == [])
    #expect(graph.relations(of: cluster, at: .target, RelationKind("finances")) == [])
  }

  @Test func `parts and wholes are everything below and above, nearest first`() throws {
    var builder = ChainGraphBuilder.small()
    let cluster = builder.add(.cluster, "船舶")
    let whole = builder.add(.segment, "配套")
    let part = builder.add(.segment, "甲板机械")
    builder.relate(.partOf, whole, cluster)
    builder.relate(.partOf, part, whole)
    let graph = try builder.finish()
    #expect(graph.parts(of: cluster).map(\.node) == [whole, part])
    #expect(graph.wholes(of: part).map(\.node) == [whole, cluster])
    #expect(graph.wholes(of: part).map(\.distance) == [1, 2])
    #expect(graph.wholes(of: cluster).isEmpty)
  }

  @Test func `on random graphs relations read the same from both ends, in the order of entry`()
    throws
  {
    let kinds: [RelationKind] = [.supplies, .recycles, .partOf]
    for seed in UInt64(0)..<500 {
      var generator = SplitMix64(seed: seed)
      var builder = ChainGraphBuilder.small()
      let nodes = (0...generator.number(below: 6)).map { builder.add(.segment, "段\($0)") }
      var entered: [[Int]] = []
      for _ in 0..<generator.number(below: 25) {
        let kind = generator.number(below: 3)
        let (a, b) = (generator.number(below: nodes.count), generator.number(below: nodes.count))
        let entry = [kind, a, b]
        if entered.contains(entry) || (kind == 2 && a >= b) { continue }
        entered.append(entry)
        builder.addRelation(
          kinds[kind],
          from: nodes[a],
          to: nodes[b],
          origin: .cited(nodes[0], place: "\(entry)"),
          isOpen: (a + b) % 2 == 0
        )
      }
      let graph = try builder.finish()
      for (position, node) in nodes.enumerated() {
        for (number, kind) in kinds.enumerated() {
          for end in [RelationDefinition.End.source, .target] {
            let relations = graph.relations(of: node, at: end, kind)
            let expected = entered.filter {
              $0[0] == number && $0[end == .source ? 1 : 2] == position
            }
            #expect(relations.map(\.origin.place) == expected.map { "\($0)" }, "seed \(seed)")
            #expect(
              relations.map { [number, $0.source.position, $0.target.position] } == expected,
              "seed \(seed)"
            )
            #expect(relations.allSatisfy { $0.kind == kind }, "seed \(seed)")
            let isOpen = expected.map { ($0[1] + $0[2]) % 2 == 0 }
            #expect(relations.map(\.isOpen) == isOpen, "seed \(seed)")
          }
        }
        let flows = graph.relations(of: node, at: .source, .flow)
        let expected = entered.filter { $0[0] != 2 && $0[1] == position }
        #expect(flows.map(\.origin.place) == expected.map { "\($0)" }, "seed \(seed)")
      }
      let counts = graph.relationCounts().filter { kinds.contains($0.kind) }
      let total = [0, 1, 2].map { number in entered.filter { $0[0] == number }.count }
      #expect(counts.map(\.count) == total, "seed \(seed)")
    }
  }
}
