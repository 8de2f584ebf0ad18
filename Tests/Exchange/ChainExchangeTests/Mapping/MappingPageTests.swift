import ChainExchange
import ChainFiles
import ChainModel
import Foundation
import TestSupport
import Testing

@testable import ChainTestSupport

/// The examples of the page on mappings, which run as they stand there.
struct MappingPageTests {
  private func page() throws -> String {
    let path = "Sources/Exchange/ChainExchange/ChainExchange.docc/ImportingGraphs.md"
    return try String(contentsOf: Repository.url.appending(path: path), encoding: .utf8)
  }

  /// The blocks of code of a language, in the order of the page.
  private func blocks(_ language: String) throws -> [String] {
    try page().components(separatedBy: "```\(language)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first.map { $0 + "\n" } }
  }

  private func facts(_ form: ForeignGraph.Form, _ file: String, _ text: String, _ mapping: String)
    throws -> [String]
  {
    let foreign = ForeignGraph([ForeignGraph.File(path: file, bytes: Array(text.utf8))], form: form)
    let imported = foreign.imported(
      by: ForeignGraph.File(path: "mapping.yaml", bytes: Array(mapping.utf8))
    )
    #expect(imported.diagnostics.isEmpty, "\(imported.diagnostics.map(\.message.en))")
    return try #require(imported.dataset).graph.facts
  }

  @Test func `the table gives firms, parks, products and works`() throws {
    let (tables, mappings) = (try blocks("csv"), try blocks("yaml"))
    #expect(tables.count == 1 && mappings.count == 2)
    #expect(
      try facts(.csv, "data/firms.csv", tables[0], mappings[0]) == [
        "enterprise 甲船舶配件厂|老甲厂|甲厂 [船舶配套企业名录 第2行]", "park 北港园区 [knowledge]",
        "segment 船用阀门 [船舶配套企业名录 第2行]", "segment 管件 [船舶配套企业名录 第2行]",
        "enterprise 乙造船 [船舶配套企业名录 第3行]", "segment 货船 [船舶配套企业名录 第3行]",
        "project 乙造船扩建项目 status=在建 capacity=1200 吨 content=2026年6月 [船舶配套企业名录 第3行]",
        "document 船舶配套企业名录 date=2024-04 [knowledge]",
        "segment:船用阀门 -supplies-> segment:货船 [knowledge]",
        "segment:管件 -supplies-> segment:货船 [knowledge]",
        "enterprise:甲船舶配件厂 -operatesIn-> segment:船用阀门 [船舶配套企业名录 第2行]",
        "enterprise:甲船舶配件厂 -operatesIn-> segment:管件 [船舶配套企业名录 第2行]",
        "enterprise:乙造船 -operatesIn-> segment:货船 [船舶配套企业名录 第3行]",
        "enterprise:乙造船 -builds-> project:乙造船扩建项目 [船舶配套企业名录 第3行]",
        "enterprise:甲船舶配件厂 -locatedIn-> park:北港园区 [船舶配套企业名录 第2行]",
        "enterprise:乙造船 -locatedIn-> park:北港园区 [船舶配套企业名录 第3行]",
      ]
    )
  }

  @Test func `the graph gives what its edges say`() throws {
    #expect(
      try facts(.jsongraph, "g.json", try blocks("json")[0], try blocks("yaml")[1]) == [
        "segment 纱线 [knowledge]", "segment 织造 [knowledge]",
        "enterprise 甲纺织 external=是 [knowledge]", "document g.json [knowledge]",
        "segment:纱线 -supplies-> segment:织造 [knowledge]",
        "enterprise:甲纺织 -operatesIn-> segment:织造 [knowledge]",
      ]
    )
  }

  @Test func `the reference names every field and column that there is`() throws {
    let page = try page()
    for word in ForeignGraph.mappingWords {
      #expect(page.contains("`\(word)") || page.contains("\(word)`"), "\(word) is not explained")
    }
  }
}
