import ChainModel
import Testing

@Suite struct OntologyTests {
  @Test func `declarations are found by name and by position`() {
    let ontology = Ontology.small
    #expect(ontology[.segment]?.kind == .segment)
    #expect(ontology[NodeKind("university")] == nil)
    #expect(ontology.position(of: .document) == 0)
    #expect(ontology.position(of: NodeKind("university")) == nil)
    #expect(ontology[.partOf]?.semantics == .containment)
    #expect(ontology[RelationKind("finances")] == nil)
    #expect(ontology.position(of: RelationKind.supplies) == 0)
    #expect(ontology.unit("亿元")?.dimension == "money")
    #expect(ontology.unit("亿 元") == nil)
  }

  @Test func `relations of one meaning come in the order of their declaration`() {
    let ontology = Ontology.small
    #expect(ontology.relations(of: .flow).map(\.kind) == [.supplies, .recycles])
    #expect(ontology.relations(of: .membership).isEmpty)
    #expect(ontology.roles == [.accountable])
    #expect(ontology.partyKinds == [.leader])
    #expect(ontology.flowKinds == [.segment])
  }

  @Test func `kinds that may flow or answer come in the order of the kinds, any means all`() {
    let ontology = Ontology(
      kinds: [Ontology.kind(.leader), Ontology.kind(.segment), Ontology.kind(.enterprise)],
      relations: [
        Ontology.relation("answers", .responsibility, [.enterprise, .leader], nil),
        Ontology.relation("sells", .flow, [.enterprise], nil),
      ],
      units: []
    )
    #expect(ontology.partyKinds == [.leader, .enterprise])
    #expect(ontology.flowKinds == [.leader, .segment, .enterprise])
  }

  @Test func `of two declarations with one name the first holds`() {
    let ontology = Ontology(
      kinds: [Ontology.kind(.leader, Ontology.attribute("a", .text)), Ontology.kind(.leader)],
      relations: [
        Ontology.relation("r", .flow, [], nil), Ontology.relation("r", .action, [], nil),
      ],
      units: [
        UnitOfMeasure(symbol: "吨", dimension: "mass", factor: 1),
        UnitOfMeasure(symbol: "吨", dimension: "mass", factor: 2),
      ]
    )
    #expect(ontology[.leader]?.attributes.count == 1)
    #expect(ontology[RelationKind("r")]?.semantics == .flow)
    #expect(ontology.unit("吨")?.factor == 1)
  }
}

@Suite struct RelationDefinitionTests {
  @Test func `a relation reads from both ends`() throws {
    let partOf = try #require(Ontology.small[.partOf])
    #expect(partOf.field(at: .source) == "partOf")
    #expect(partOf.field(at: .target) == "partOfInverse")
    #expect(partOf.phrase(from: .source).en == "partOf")
    #expect(partOf.phrase(from: .target).en == "inverse of partOf")
    #expect(partOf.kinds(at: .source).contains(.project))
    #expect(!partOf.kinds(at: .target).contains(.project))
    #expect(RelationDefinition.End.source.opposite == .target)
    #expect(RelationDefinition.End.target.opposite == .source)
  }

  @Test func `any admits every kind, a list its own`() {
    #expect(RelationDefinition.KindSelection.any.contains(NodeKind("university")))
    #expect(RelationDefinition.KindSelection.only([.leader]).contains(.leader))
    #expect(!RelationDefinition.KindSelection.only([]).contains(.leader))
  }

  @Test func `kinds and relations stand in name order`() {
    #expect([NodeKind.target, .cluster, .leader].sorted() == [.cluster, .leader, .target])
    #expect([RelationKind.supplies, .lead].sorted() == [.lead, .supplies])
  }
}
