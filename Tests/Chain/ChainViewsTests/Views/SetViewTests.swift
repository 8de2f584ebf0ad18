import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// The picture of what a query found equals its list.
struct SetViewTests {
  private func cells(_ list: Answer, _ key: String) -> [String] {
    guard case .table(let table)? = list.sections.first?.content,
      let column = table.columns.firstIndex(where: { $0.key == key })
    else { return [] }
    return table.rows.map { $0[column].text(in: .zh) }
  }

  @Test(
    arguments: [
      "上游(高端聚烯烃)", "上游(高端聚烯烃, 2)", "led-by(市工信局)", "in(船舶机械) & (segment + 项目)",
      "paths(原油炼制, 高端聚烯烃)", "owners(泳装) + 泳装", "锂*", "segment & in(战略性新兴产业集群)",
    ],
    Language.allCases
  )
  func `cards are the rows, numbers the places, links the relations among them`(
    _ expression: String,
    _ language: Language
  ) throws {
    let dataset = try Samples.large()
    let graph = dataset.graph
    let query = try Query(parsing: expression)
    let result = try dataset.evaluate(query)
    let view = try dataset.view(of: result, query, language: language)
    let ids = cells(view.list, "id")
    #expect(ids == result.nodes.map { graph.id(of: $0) } && !ids.isEmpty)
    #expect(Set(view.picture.cards.map(\.id)) == Set(ids) && view.picture.cards.count == ids.count)
    for card in view.picture.cards {
      let number = try #require(card.badge.flatMap { Int($0) })
      #expect(ids[number - 1] == card.id)
    }
    let inside = Set(result.nodes)
    let expected = result.nodes.flatMap { node in
      Semantics.allCases.flatMap { graph.relations(of: node, at: .source, $0) }
    }.filter { $0.target != $0.source && inside.contains($0.target) }
    #expect(view.picture.links.count == expected.count)
    let columns = view.picture.columns
    for column in columns {
      #expect(Int(column.note) == view.picture.cards.count { $0.column == column.id })
    }
    #expect(view.picture.title == query.text(in: language))
    #expect(try !view.picture.render(as: .dot).isEmpty)
  }

  @Test func `nothing and too much cannot be drawn`() throws {
    let dataset = try Samples.large()
    for (expression, isEmpty) in [("maybe(没有)", true), ("*", false)] {
      let query = try Query(parsing: expression)
      let result = try dataset.evaluate(query)
      let failure = #expect(throws: ViewFailure.self) {
        try dataset.view(of: result, query, language: .zh)
      }
      if case .isTooLarge? = failure { #expect(!isEmpty) } else { #expect(isEmpty) }
    }
  }

  @Test func `several nodes can be taken away together in one view`() throws {
    let dataset = try Samples.large()
    let words = QuestionWords("impact", of: ["锦西石化", "英华", "锦西石化技改项目", "烯烃"])
    let view = try dataset.view(words, language: .zh)
    #expect(view.picture.cards.count { $0.column == "removed" } == 4)
    #expect(view.title.zh.contains("、") && view.title.zh.contains("…… · "))
    #expect(!view.title.en.contains("、") && view.title.en.contains(", …: "))
  }
}
