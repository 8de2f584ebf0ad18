import GraphKernel
import TestSupport
import Testing

@testable import ChainModel

struct GraphFilterTests {
  /// A graph with three documents that cite one another, and general knowledge between.
  private static func graph(seed: UInt64) throws -> ChainGraph {
    var random = SplitMix64(seed: seed)
    var builder = ChainGraphBuilder(ontology: .small)
    let documents = (0..<3).map { builder.addNode(.document, name: "文\($0)") }
    func origin() -> Origin {
      random.oneIn(2)
        ? .industryKnowledge
        : .cited(documents[random.number(below: 3)], place: "\(random.number(below: 4))")
    }
    for document in documents { builder.setOrigin(origin(), of: document) }
    var nodes = documents
    for number in 0..<12 {
      let kind = [NodeKind.segment, .enterprise, .leader][random.number(below: 3)]
      nodes.append(
        builder.addNode(kind, name: "\(number)", aliases: ["别\(number)"], origin: origin())
      )
    }
    for relation in Ontology.small.relations where relation.semantics != .containment {
      for source in nodes where relation.sources.contains(builder.kind(of: source)) {
        for target in nodes where relation.targets.contains(builder.kind(of: target)) {
          guard random.oneIn(4) else { continue }
          builder.addRelation(
            relation.kind,
            from: source,
            to: target,
            origin: origin(),
            isOpen: random.oneIn(3)
          )
        }
      }
    }
    return try builder.finish()
  }

  /// The relations of a graph in words, with what they rest on.
  private static func relations(_ graph: ChainGraph) -> [String] {
    let columns = RelationColumns(of: graph)
    return (0..<columns.count).map { position in
      let relation = columns.relation(position, in: graph)
      let document = relation.origin.document.map { graph.id(of: $0) } ?? "-"
      return
        "\(graph.id(of: relation.source)) \(relation.kind.name) \(graph.id(of: relation.target)) "
        + "\(document) \(relation.origin.place) \(relation.isOpen)"
    }
  }

  private static func nodes(_ graph: ChainGraph) -> [String] {
    graph.nodes.map { node in
      let origin = graph.origin(of: node)
      let document = origin.document.map { graph.id(of: $0) } ?? "-"
      return "\(graph.id(of: node)) \(graph.aliases(of: node)) \(document) \(origin.place)"
    }
  }

  @Test func `what is kept passes every condition, or is a document that is cited`() throws {
    for seed in UInt64(0)..<300 {
      let graph = try Self.graph(seed: seed)
      var random = SplitMix64(seed: seed ^ 0xABCD)
      var filter = GraphFilter()
      if random.oneIn(2) {
        filter.kinds = Set(
          [NodeKind.document, .segment, .enterprise, .leader].filter { _ in random.oneIn(2) }
        )
      }
      if random.oneIn(2) {
        filter.relations = Set(Ontology.small.relations.map(\.kind).filter { _ in random.oneIn(2) })
      }
      if random.oneIn(2) { filter.nodes = Set(graph.nodes.filter { _ in random.oneIn(2) }) }
      let part = graph.keeping(filter)

      // The slow way, by its definition.
      let selected = graph.nodes.filter { node in
        (filter.kinds.map { $0.contains(graph.kind(of: node)) } ?? true)
          && (filter.nodes.map { $0.contains(node) } ?? true)
      }
      let columns = RelationColumns(of: graph)
      let kept = (0..<columns.count).map { columns.relation($0, in: graph) }.filter { relation in
        selected.contains(relation.source) && selected.contains(relation.target)
          && (filter.relations.map { $0.contains(relation.kind) } ?? true)
      }
      var nodes = Set(selected)
      nodes.formUnion(kept.compactMap(\.origin.document))
      while true {
        let more = nodes.union(nodes.compactMap { graph.origin(of: $0).document })
        if more == nodes { break }
        nodes = more
      }
      let wantedNodes = Self.nodes(graph).enumerated()
        .filter { nodes.contains(NodeIndex($0.offset)) }.map(\.element)
      #expect(Self.nodes(part) == wantedNodes, "seed \(seed)")
      #expect(Self.relations(part).count == kept.count, "seed \(seed)")
      #expect(Set(Self.relations(part)).isSubset(of: Self.relations(graph)), "seed \(seed)")
    }
  }

  @Test func `without conditions it is the same graph`() throws {
    let graph = try Self.graph(seed: 1)
    let same = graph.keeping(GraphFilter())
    #expect(Self.nodes(same) == Self.nodes(graph) && Self.relations(same) == Self.relations(graph))
    let all = graph.keeping(GraphFilter(nodes: Set(graph.nodes)))
    #expect(Self.nodes(all) == Self.nodes(graph) && Self.relations(all) == Self.relations(graph))
  }

  @Test func `a document that stays only because it is cited has no relations`() throws {
    var builder = ChainGraphBuilder(ontology: .small)
    let first = builder.addNode(.document, name: "甲", origin: .industryKnowledge)
    let second = builder.addNode(.document, name: "乙", origin: .cited(first, place: "一"))
    let segment = builder.addNode(.segment, name: "丙", origin: .cited(second, place: "二"))
    builder.addRelation(.init("implements"), from: second, to: first, origin: .industryKnowledge)
    let graph = try builder.finish()
    let part = graph.keeping(GraphFilter(nodes: [segment]))
    #expect(part.nodes.map { part.name(of: $0) } == ["甲", "乙", "丙"])
    #expect(Self.relations(part).isEmpty)
    #expect(part.origin(of: NodeIndex(2)) == .cited(NodeIndex(1), place: "二"))
  }

  @Test func `an empty selection leaves an empty graph`() throws {
    let part = try Self.graph(seed: 2).keeping(GraphFilter(kinds: []))
    #expect(part.nodes.isEmpty && Self.relations(part).isEmpty)
  }
}
