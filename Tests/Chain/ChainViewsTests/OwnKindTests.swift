import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import Testing

/// A kind that only a data set declares goes all the way to the picture.
struct OwnKindTests {
  @Test func `a university that advises an enterprise is a party to it, and is drawn`() throws {
    let dataset = try Samples.tiny()
    let graph = dataset.graph
    let university = try #require(graph.node(id: "university:样例大学"))
    #expect(graph.ontology.partyKinds.contains(NodeKind("university")))
    #expect(graph.duties(of: university).map { graph.name(of: $0.item) } == ["纸业集群", "双木文具"])

    let cluster = try #require(graph.node(id: "cluster:纸业集群"))
    let request = QuestionRequest(.responsibility, of: [cluster])
    let view = try dataset.view(request, language: .zh)
    ViewChecks(view, request, dataset, SingleNumbers(dataset.graph), "university").expectAll()
    let drawn = try #require(view.picture.cards.first { $0.id == "university:样例大学" })
    #expect(drawn.column == "responsible" && drawn.heading == "样例大学")
    let advised = view.picture.links.filter { $0.to == drawn.id }.map(\.from)
    #expect(Set(advised) == ["cluster:纸业集群", "enterprise:双木文具"])
    // Its own word for the role, not one that the code knows.
    #expect(view.picture.links.contains { $0.to == drawn.id && $0.tooltip.contains("样例大学 指导") })

    let bytes = try view.picture.render(as: .svg)
    #expect(String(decoding: bytes, as: UTF8.self).contains("样例大学"))
  }

  @Test func `its attributes and relations are shown with the labels of its ontology`() throws {
    let graph = try Samples.tiny().graph
    let university = try #require(graph.node(id: "university:样例大学"))
    let text = Answer.show(university, in: graph).text(in: .table, language: .zh)
    #expect(text.hasPrefix("样例大学  (高校)\n"))
    #expect(text.contains("学科") && text.contains("指导"))
    let owners = Answer.owners(
      of: try #require(graph.node(id: "enterprise:双木文具")),
      in: graph,
      isExplaining: true
    )
    #expect(owners.text(in: .table, language: .en).contains("advising university"))
  }
}
