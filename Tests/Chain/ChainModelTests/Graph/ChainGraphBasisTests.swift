import ChainModel
import GraphKernel
import TestSupport
import Testing

@Suite struct ChainGraphBasisTests {
  @Test func `general knowledge is left out, with a node its relations`() throws {
    var builder = ChainGraphBuilder.small()
    let document = builder.addNode(.document, name: "意见")
    let cited = Origin.cited(document, place: "一")
    builder.setOrigin(cited, of: document)
    builder.add(.segment, "常识")
    let fabric = builder.addNode(.segment, name: "面料", origin: cited)
    let swimwear = builder.addNode(.segment, name: "泳装", aliases: ["泳衣"], origin: cited)
    builder.addRelation(.supplies, from: NodeIndex(1), to: fabric, origin: cited)
    builder.relate(.supplies, fabric, swimwear)
    builder.addRelation(.recycles, from: swimwear, to: fabric, origin: cited)
    let stated = try builder.finish().statedByDocuments()
    #expect(stated.nodes.map { stated.name(of: $0) } == ["意见", "面料", "泳装"])
    let found = try #require(stated.node(id: "segment:泳装"))
    #expect(stated.lookUp("泳衣") == .found(found))
    #expect(stated.lookUp("常识") == .missing(suggestions: []))
    #expect(stated.relations(of: found, at: .source, .recycles).count == 1)
    #expect(stated.relations(of: found, at: .target, .supplies).isEmpty)
    #expect(stated.origin(of: found).document == stated.node(id: "document:意见"))
  }

  @Test func `a document that is cited stays, whatever it rests on itself`() throws {
    var builder = ChainGraphBuilder.small()
    builder.add(.document, "未引文件")
    let document = builder.add(.document, "意见")
    let minutes = builder.add(.document, "纪要")
    let a = builder.addNode(.segment, name: "甲", origin: .cited(document, place: "一"))
    let b = builder.addNode(.segment, name: "乙", origin: .cited(document, place: "二"))
    builder.addRelation(.supplies, from: a, to: b, origin: .cited(minutes, place: "三"))
    let stated = try builder.finish().statedByDocuments()
    #expect(stated.nodes.map { stated.name(of: $0) } == ["意见", "纪要", "甲", "乙"])
    let found = try #require(stated.node(id: "segment:甲"))
    let cited = try #require(stated.origin(of: found).document)
    #expect(stated.name(of: cited) == "意见")
    let relation = try #require(stated.relations(of: found, at: .source, .supplies).first)
    let other = try #require(relation.origin.document)
    #expect(stated.name(of: other) == "纪要")
  }

  @Test func `a data set keeps its documents under their new numbers`() throws {
    var builder = ChainGraphBuilder.small()
    builder.add(.segment, "常识")
    let document = builder.addNode(.document, name: "意见")
    builder.setOrigin(.cited(document, place: "序言"), of: document)
    let dataset = Dataset(
      title: .init(zh: "题", en: "title"),
      jurisdiction: "葫芦岛市",
      language: .zh,
      date: try #require(CalendarDate(parsing: "2023-08-18")),
      documents: [document],
      graph: try builder.finish()
    )
    let stated = dataset.statedByDocuments()
    #expect(stated.documents == [NodeIndex(0)])
    #expect(stated.graph.name(of: NodeIndex(0)) == "意见")
    #expect(stated.title == dataset.title && stated.date == dataset.date)
    #expect(stated.jurisdiction == "葫芦岛市" && stated.language == .zh)
  }

  @Test func `on random graphs what is kept answers as before, and nothing dangles`() throws {
    for seed in UInt64(0)..<600 {
      var generator = SplitMix64(seed: seed)
      let graph = try randomGraph(&generator)
      let stated = graph.statedByDocuments()
      let kept = graph.nodes.filter { graph.origin(of: $0).basis == .document }
      let ids = kept.map { graph.id(of: $0) }
      #expect(stated.nodes.map { stated.id(of: $0) } == ids, "seed \(seed)")
      for node in kept {
        let moved = try #require(stated.node(id: graph.id(of: node)), "seed \(seed)")
        #expect(stated.kind(of: moved) == graph.kind(of: node), "seed \(seed)")
        #expect(stated.name(of: moved) == graph.name(of: node), "seed \(seed)")
        #expect(stated.aliases(of: moved) == graph.aliases(of: node), "seed \(seed)")
        #expect(
          reported(stated.origin(of: moved), stated) == reported(graph.origin(of: node), graph)
        )
        #expect(stated.find(stated.name(of: moved)).contains { $0.node == moved }, "seed \(seed)")
        for semantics in [Semantics.flow, .containment] {
          for end in [RelationDefinition.End.source, .target] {
            // Which segment is part of another stays, so that nothing else is said of the whole.
            let expected = graph.relations(of: node, at: end, semantics).filter {
              ($0.origin.basis == .document || semantics == .containment)
                && kept.contains($0.node(at: end.opposite))
            }
            let found = stated.relations(of: moved, at: end, semantics)
            #expect(found.map { reported($0, stated) } == expected.map { reported($0, graph) })
          }
        }
      }
      #expect(stated.nodes(of: .segment).allSatisfy { stated.kind(of: $0) == .segment })
      #expect(stated.statedByDocuments().nodes.count == stated.nodes.count, "seed \(seed)")
    }
  }

  private func reported(_ origin: Origin, _ graph: ChainGraph) -> [String] {
    [origin.basis.rawValue, origin.place, origin.document.map { graph.id(of: $0) } ?? "-"]
  }

  private func reported(_ relation: Relation, _ graph: ChainGraph) -> [String] {
    [relation.kind.name, graph.id(of: relation.source), graph.id(of: relation.target)]
      + reported(relation.origin, graph) + ["\(relation.isOpen)"]
  }

  private func randomGraph(_ generator: inout SplitMix64) throws -> ChainGraph {
    var builder = ChainGraphBuilder.small()
    let documents = (0...generator.number(below: 2)).map { number in
      let document = builder.addNode(.document, name: "文\(number)")
      builder.setOrigin(.cited(document, place: "题"), of: document)
      return document
    }
    func origin() -> Origin {
      let document = documents[generator.number(below: documents.count)]
      return generator.oneIn(3)
        ? .industryKnowledge : .cited(document, place: "\(generator.number(below: 9))")
    }
    let segments = (0..<generator.number(below: 8)).map { number in
      builder.addNode(.segment, name: "段\(number)", aliases: ["别\(number)"], origin: origin())
    }
    var entered: Set<[Int]> = []
    for _ in 0..<generator.number(below: 20) {
      let (a, b) = (
        generator.number(below: segments.count), generator.number(below: segments.count)
      )
      let kind = generator.number(below: 3)
      guard kind != 2 || a < b, !segments.isEmpty, entered.insert([kind, a, b]).inserted else {
        continue
      }
      builder.addRelation(
        [.supplies, .recycles, .partOf][kind],
        from: segments[a],
        to: segments[b],
        origin: origin(),
        isOpen: generator.oneIn(2)
      )
    }
    return try builder.finish()
  }
}
