import Columns
import GraphKernel
import TestSupport
import Testing

@testable import ChainModel

/// What a graph takes at rest, byte by byte.
struct MemoryTests {
  /// A graph of nodes with names of eight bytes, each with an identity of eight, in relations of one
  /// semantics, all of which are general knowledge.
  private static func graph(nodes: Int, relations: Int) throws -> ChainGraph {
    var random = SplitMix64(seed: 3)
    var builder = ChainGraphBuilder(ontology: .small)
    for number in 0..<nodes {
      let digits = String(10_000_000 + number)
      _ = builder.addNode(.segment, name: digits, id: digits, origin: .industryKnowledge)
    }
    var seen: Set<[Int]> = []
    while seen.count < relations {
      let pair = [random.number(below: nodes), random.number(below: nodes)]
      guard seen.insert(pair).inserted else { continue }
      builder.addRelation(
        RelationKind("supplies"),
        from: NodeIndex(pair[0]),
        to: NodeIndex(pair[1]),
        origin: .industryKnowledge
      )
    }
    return try builder.finish()
  }

  @Test func `an edge takes 12 bytes both ways, and 10 for what is known of it`() throws {
    let (few, many) = (
      try Self.graph(nodes: 500, relations: 100), try Self.graph(nodes: 500, relations: 1_100)
    )
    #expect(
      many.digraph(.flow).byteCount - few.digraph(.flow).byteCount == 12 * 1_000
    )
    #expect(many.byteCount - few.byteCount == 22 * 1_000)
  }

  @Test func `a node takes 8 bytes a semantics, its texts, and two places in the indices`() throws {
    let graph = try Self.graph(nodes: 1 << 12, relations: 1)
    let nodes = 1 << 12
    #expect(graph.digraph(.flow).byteCount == 8 * (nodes + 1) + 12)
    // Kind 2, origin 4, place among its kind 4; name and identity 8 and 4 each.
    let columns = (2 + 4 + 4 + 2 * (8 + 4)) * nodes
    // A table of twice as many places of 8 bytes, and 4 for the chain, each for names and identities.
    let indices = 2 * (2 * 8 + 4) * nodes
    let rest = graph.byteCount - graph.digraph(.flow).byteCount - columns - indices
    #expect(rest < 200, "a few bytes for the ends of columns")
  }

  @Test func `equal columns joined from parts are as long as all of them`() {
    let column = NumberColumn(joining: [[1, 2], [], [3]] as [[UInt32]])
    #expect(Array(column) == [1, 2, 3])
    var parts: [[UInt16]] = [[], [4], [5, 6]]
    #expect(Array(NumberColumn(consuming: &parts)) == [4, 5, 6])
    #expect(parts == [[], [], []])
    #expect(Array(NumberColumn(joiningEnds: [[2, 5], [], [1]])) == [0, 2, 5, 6])
  }
}
