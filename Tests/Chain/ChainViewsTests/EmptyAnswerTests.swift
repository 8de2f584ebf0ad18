import Bilingual
import ChainModel
import ChainViews
import Foundation
import Testing

struct EmptyAnswerTests {
  private func text(_ format: AnswerFormat, _ language: Language) throws -> String {
    Answer.found([], in: try Samples.tiny().graph).text(in: format, language: language)
  }

  @Test func `a table of nothing says so in both languages`() throws {
    #expect(try text(.table, .zh) == "共 0 条\n")
    #expect(try text(.table, .en) == "0 rows\n")
  }

  @Test func `CSV and Markdown keep their heading`() throws {
    #expect(try text(.csv, .zh) == "标识,类别,名称,匹配方式\r\n")
    #expect(
      try text(.markdown, .en)
        == "| kind | name | matched by |\n| --- | --- | --- |\n"
    )
  }

  @Test func `JSON counts nought and has no rows`() throws {
    let text = try text(.json, .zh)
    #expect(text == "{\n  \"command\": \"find\",\n  \"count\": 0,\n  \"rows\": []\n}\n")
  }

  @Test func `an empty table still names its subject`() throws {
    let graph = try Samples.tiny().graph
    let leader = try #require(graph.node(id: "leader:张三"))
    let answer = Answer.duties([], of: leader, in: graph, isExplaining: true)
    #expect(answer.text(in: .table, language: .zh) == "张三  (领导)\n\n共 0 条\n")
    #expect(answer.rowCount == 0)
  }

  @Test func `one row is told in the singular`() throws {
    let graph = try Samples.tiny().graph
    let answer = Answer.found(graph.find("晨光"), in: graph)
    #expect(answer.text(in: .table, language: .en).hasSuffix("\n1 row\n"))
  }

  @Test func `a graph of nothing has statistics`() throws {
    let graph = try #require(try? ChainGraphBuilder(ontology: Ontology.empty).finish())
    for format in AnswerFormat.allCases {
      _ = try Answer.statistics(of: graph).bytes(in: format, language: .zh)
    }
    let text = Answer.statistics(of: graph).text(in: .json, language: .zh)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect((object?["nodes"] as? [String: Any])?.isEmpty == true)
  }
}

extension Ontology {
  fileprivate static let empty = Ontology(kinds: [], relations: [], units: [])
}
