import ChainExchange
import ChainFiles
import ChainModel
import TestSupport
import Testing

@testable import ChainTestSupport

/// A draft of a mapping is one that works, as far as guesses go.
struct MappingDraftTests {
  private func draft(_ form: ForeignGraph.Form, _ files: KeyValuePairs<String, String>) throws
    -> (text: String, facts: [String])
  {
    let foreign = ForeignGraph(
      files.map { ForeignGraph.File(path: $0, bytes: Array($1.utf8)) },
      form: form
    )
    let date = try #require(CalendarDate(parsing: "2024-05-01"))
    #expect(foreign.mappingDraft(date: date, language: .zh).contains("核对"))
    let text = foreign.mappingDraft(date: date, language: .en)
    let imported = foreign.imported(
      by: ForeignGraph.File(path: "draft.yaml", bytes: Array(text.utf8))
    )
    let errors = imported.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.message.en)) in\n\(text)")
    return (text, try #require(imported.dataset).graph.facts)
  }

  @Test func `labels of a graph are guessed at by their words`() throws {
    let (text, facts) = try draft(
      .jsongraph,
      [
        "链.json": """
        {"graph": {"nodes": {
          "a": {"label": "甲", "metadata": {"类型": "公司", "外地企业": "是", "score": 3}},
          "b": {"label": "乙", "metadata": {"类型": "产品", "stage": "上游"}},
          "c": {"label": "丙", "metadata": {"类型": "产品", "stage": "下"}}},
         "edges": [{"source": "b", "target": "c", "relation": "供应"},
          {"source": "b", "target": "a", "relation": "is operated by"}]}}
        """
      ]
    )
    #expect(
      facts == [
        "enterprise 甲 external=是 [knowledge]", "segment 乙 stage=上游 [knowledge]",
        "segment 丙 [knowledge]", "document 链.json [knowledge]",
        "segment:乙 -supplies-> segment:丙 [knowledge]",
        "enterprise:甲 -operatesIn-> segment:乙 [knowledge]",
      ]
    )
    #expect(text.contains("# ?: {column: score}  # 1 value, such as 3"))
    #expect(text.contains("values: {下: \"\"}"))
  }

  @Test func `a list of nodes and a list of edges belong together`() throws {
    let (_, facts) = try draft(
      .csv,
      ["产品.csv": "ID,名称\n1,纱\n2,布\n", "edges.csv": "Source,Target,Weight\n1,2,0.5\n"]
    )
    #expect(facts.contains("segment:纱 -supplies-> segment:布 [knowledge]"))
  }

  @Test func `a list of edges alone names its nodes`() throws {
    let (_, facts) = try draft(.csv, ["e.csv": "上游,下游\n纱,布\n布,衣\n"])
    #expect(facts.contains("segment:纱 -supplies-> segment:布 [knowledge]"))
    #expect(facts.count { $0.hasPrefix("segment ") } == 3)
  }
}
