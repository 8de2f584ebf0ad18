import ChainExchange
import ChainFiles
import ChainModel
import Foundation
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

  @Test func `sorts that few records say are taken for those alone`() throws {
    let untyped = (0..<6).map { #"{"id": "n\#($0)", "name": "环节\#($0)"}"# }.joined(separator: ", ")
    let (text, facts) = try draft(
      .jsongraph,
      [
        "a.json": """
        {"nodes": [{"id": "e", "name": "甲", "type": "企业", "scale": "大"}, \(untyped)],
         "edges": [{"source": "n0", "target": "n1"}, {"source": "n1", "target": "n2"},
          {"source": "n2", "target": "n3"}, {"source": "e", "target": "n3", "relation": "从事"}]}
        """
      ]
    )
    #expect(facts.contains("enterprise 甲 scale=大 [knowledge]"))
    #expect(facts.contains("enterprise:甲 -operatesIn-> segment:环节3 [knowledge]"))
    #expect(facts.count { $0.hasPrefix("segment ") } == 6)
    #expect(text.contains("filters: {type: \"\"}"))
    #expect(text.contains("# 6 of them\n        kind: segment  # no guess; please change it"))
    // What one sort of nodes has, another has not.
    #expect(text.components(separatedBy: "column: scale").count == 2)
  }

  @Test(arguments: [("node_type", "relation_type"), ("nodeType", "edgeType"), ("类型", "关系类型")])
  func `columns of sorts have several names`(node: String, edge: String) throws {
    let (_, facts) = try draft(
      .jsongraph,
      [
        "a.json": """
        {"nodes": [{"id": 1, "name": "甲", "\(node)": "Company"}, {"id": 2, "name": "纱", "\(node)": "产品"}],
         "edges": [{"srcId": 1, "dstId": 2, "\(edge)": "从事"}]}
        """
      ]
    )
    #expect(facts.contains("enterprise:甲 -operatesIn-> segment:纱 [knowledge]"))
  }

  @Test func `a table of edges names its ends in several ways`() throws {
    for header in ["srcId,dstId", ":START_ID,:END_ID", "起始节点,终止节点", "from_id,to_id"] {
      let (_, facts) = try draft(
        .csv,
        ["产品.csv": "id,name\n1,纱\n2,布\n", "e.csv": "\(header)\n1,2\n"]
      )
      #expect(facts.contains("segment:纱 -supplies-> segment:布 [knowledge]"), "\(header)")
    }
  }

  @Test func `the node around another is what it is part of`() throws {
    let (text, facts) = try draft(
      .graphml,
      [
        "a.graphml": """
        <graphml><key id="k" for="node" attr.name="name"/><graph edgedefault="directed">
          <node id="g"><data key="k">化工</data><graph edgedefault="directed">
            <node id="g::a"><data key="k">乙烯</data></node></graph></node></graph></graphml>
        """
      ]
    )
    #expect(text.contains("partOf: {column: $parent}"))
    #expect(facts.contains("segment:乙烯 -partOf-> segment:化工 [knowledge]"))
  }

  @Test func `a guess says from what, and a word within another is none`() throws {
    let (text, _) = try draft(
      .jsongraph,
      [
        "a.json": """
        {"nodes": [{"id": 1, "name": "甲", "type": "造船公司"}, {"id": 2, "name": "乙", "type": "capacity"},
          {"id": 3, "name": "丙", "type": "企业"}, {"id": 4, "name": "丁", "type": "capacity"}],
         "edges": [{"source": 2, "target": 4, "type": "unknown"}]}
        """
      ]
    )
    #expect(text.contains("kind: enterprise  # guessed from '造船公司'"))
    #expect(
      text.contains(
        "kind: segment  # no guess; please change it\n        filters: {type: capacity}"
      )
    )
    #expect(text.contains("kind: enterprise\n        filters: {type: 企业}"))
    #expect(text.contains("relation: supplies  # no guess; please change it"))
  }

  @Test func `a relation that does not join what its edges lead between is said to`() throws {
    let text = """
      {"nodes": [{"id": 1, "name": "甲", "type": "企业"}, {"id": 2, "name": "乙", "type": "企业"}],
       "edges": [{"source": 1, "target": 2, "type": "供应"}]}
      """
    let foreign = ForeignGraph(
      [ForeignGraph.File(path: "a.json", bytes: Array(text.utf8))],
      form: .jsongraph
    )
    let date = try #require(CalendarDate(parsing: "2024-05-01"))
    let draft = foreign.mappingDraft(date: date, language: .en)
    #expect(
      draft.contains(
        "# 1 of them lead between kinds that it does not join, such as enterprise to enterprise"
      )
    )
  }
}
