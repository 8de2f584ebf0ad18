import ChainModel
import GraphKernel
import Testing

@Suite struct ChainGraphNodesTests {
  @Test func `a node gives back what was said of it`() throws {
    var builder = ChainGraphBuilder.small()
    let document = builder.add(.document, "意见")
    let option = Ontology.option("building", "在建")
    let project = builder.addNode(
      .project,
      name: "储能电站",
      aliases: ["储能", "电站"],
      attributes: [
        (AttributeName("count"), .integer(3)), (.status, .option(option)),
        (.external, .flag(true)), (.titles, .list([.text("甲"), .text("乙")])),
      ],
      origin: .cited(document, place: "二/(五)/2")
    )
    let graph = try builder.finish()
    #expect(graph.kind(of: project) == .project)
    #expect(graph.definition(of: project).kind == .project)
    #expect(graph.name(of: project) == "储能电站")
    #expect(graph.aliases(of: project) == ["储能", "电站"])
    #expect(graph.origin(of: project) == .cited(document, place: "二/(五)/2"))
    #expect(graph.option(.status, of: project) == "building")
    #expect(graph.option(.titles, of: project) == nil)
    #expect(graph.option(.status, of: document) == nil)
    #expect(graph.hasFlag(.external, project))
    #expect(!graph.hasFlag(.external, document))
    #expect(graph.attribute(AttributeName("count"), of: project) == .integer(3))
    #expect(graph.attribute(.capacity, of: project) == nil)
    let reported = graph.attributes(of: project).map(\.definition.name.name)
    #expect(reported == ["status", "count", "external", "titles"])
  }

  @Test func `the nodes of a kind come in the order of the data`() throws {
    var builder = ChainGraphBuilder.small()
    let first = builder.add(.segment, "乙")
    builder.add(.leader, "丙")
    let second = builder.add(.segment, "甲")
    let graph = try builder.finish()
    #expect(graph.nodes(of: .segment) == [first, second])
    #expect(graph.nodes(of: .cluster) == [])
    #expect(graph.nodes(of: NodeKind("university")) == [])
  }

  @Test func `a flag that is false is not set`() throws {
    var builder = ChainGraphBuilder.small()
    let project = builder.addNode(
      .project,
      name: "项目",
      attributes: [(.external, .flag(false))],
      origin: .industryKnowledge
    )
    let graph = try builder.finish()
    #expect(!graph.hasFlag(.external, project))
  }
}
