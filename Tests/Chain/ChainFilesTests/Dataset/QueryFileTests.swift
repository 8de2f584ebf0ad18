import ChainFiles
import Diagnostics
import TestSupport
import Testing

@testable import ChainTestSupport

/// `queries.yaml`.
struct QueryFileTests {
  @Test
  func `queries have names, expressions, descriptions, and places where they stand as they are`()
    throws
  {
    let text = MarkedText(
      """
      queries:
        - name: 甲
          expression: ⟦上游(面料)⟧
          description: {zh: 面料的上游, en: what feeds cloth}
        - {name: 乙, expression: "⟦甲 + 丙⟧"}
        - name: 丁
          expression: >
            ⟦甲⟧
            & 乙

      """
    )
    let loaded = try DatasetFolder.dataset(["queries.yaml": text.text]).load()
    let queries = try #require(loaded.dataset).queries
    #expect(queries.map(\.name) == ["甲", "乙", "丁"])
    #expect(queries.map(\.expression) == ["上游(面料)", "甲 + 丙", "甲 & 乙"])
    #expect(queries[0].description?.en == "what feeds cloth" && queries[1].description == nil)
    #expect(queries[0].start == text.ranges[0].start && queries[1].start == text.ranges[1].start)
    #expect(queries[2].start == nil && queries[2].place?.range?.start.line == 7)
    #expect(loaded.dataset?.statedByDocuments().queries == queries)
  }

  @Test(
    arguments: [
      ("⟦a: b⟧\n", "unknown-field"), ("queries: [{⟦name: 甲⟧}]", "missing-field"),
      ("queries: [{name: 甲, expression: 乙, ⟦exprssion⟧: 丙}]", "unknown-field"),
      ("queries: [{name: 甲, expression: 乙}, {name: ⟦甲⟧, expression: 乙}]", "duplicate-key"),
      ("queries: [{name: 甲, expression: ⟦''⟧}]", "empty-text"),
      ("queries: [{name: 甲, expression: ⟦[]⟧}]", "wrong-shape"),
    ]
  )
  func `faults of the file are told at their place`(_ marked: String, _ code: String) throws {
    let text = MarkedText(marked)
    let loaded = try DatasetFolder.dataset(["queries.yaml": text.text]).load()
    #expect(loaded.dataset == nil)
    let fault = try #require(loaded.diagnostics.first)
    #expect(loaded.diagnostics.contains { $0.code == code }, "\(loaded.diagnostics)")
    #expect(fault.location?.path.hasSuffix("queries.yaml") == true)
    if code != "missing-field", code != "unknown-field" || marked.contains("exprssion") {
      let ranges = loaded.diagnostics.filter { $0.code == code }.compactMap { $0.location?.range }
      #expect(ranges.first?.start == text.ranges.first?.start)
    }
  }
}
