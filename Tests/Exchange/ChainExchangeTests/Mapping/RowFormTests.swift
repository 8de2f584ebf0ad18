import ChainExchange
import ChainFiles
import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainTestSupport

/// Rows that are no records, and texts that say there is nothing.
struct RowFormTests {
  private static let firm =
    "queries: [{ignore_columns: [产值, 备注], entities: {f: {kind: enterprise, properties: {name: "
    + "{column: 企业}}}}}]\n"

  private func sample(_ rows: String, head: String = "") -> ImportSample {
    ImportSample(
      .csv,
      ["t.csv": "序号,企业,产值,备注\n" + rows],
      mapping: head + Self.firm.replacing("[产值, 备注]", with: "[序号, 产值, 备注]")
    )
  }

  private func names(_ sample: ImportSample) throws -> [String] {
    try sample.facts().filter { $0.hasPrefix("enterprise") }
      .map { String($0.dropFirst(11).prefix { $0 != " " }) }
  }

  @Test(
    arguments: [
      (",合计,7,", "totals"), ("合计,,7,", "totals"), ("高新区小计,,7,", "totals"), ("总 计：,2家,7,", "totals"),
      ("1,Total,7,", "totals"), ("Totals:,,7,", "totals"), ("城东,（小计）,-,", "totals"),
      ("注：本表截至2025年,,,", "notes"), ("填报单位：工信局,,填报人：张三,", "notes"),
      ("填报单位（盖章）：,,,", "notes"), ("Source: NBS,,,", "notes"), ("以下空白,,,", "notes"),
      ("序号,企业,产值,备注", "headings"), (",企业,产值,", "headings"),
    ]
  )
  func `a row that is no record is left out and named`(row: String, form: String) throws {
    let sample = sample("1,甲厂,3,\n\(row)\n2,乙厂,4,\n\(row)\n")
    #expect(try names(sample) == ["甲厂", "乙厂"])
    let told = sample.imported().diagnostics.filter { $0.code == "rows-left-out" }
    #expect(told.count == 1 && told[0].message.en.hasSuffix("rows 3, 5"))
    #expect(told[0].help?.en.contains("keep_rows: [\(form)]") == true)
    #expect(told[0].location?.range?.start.line == 3)
    #expect(sample.imported().summary.text.en.hasPrefix("t.csv: 2 rows, and 2 that are no records"))
    // The draft does not count them.
    let date = try #require(CalendarDate(parsing: "2024"))
    let draft = sample.foreign.mappingDraft(date: date, language: .en)
    #expect(draft.contains("2 of them"))
  }

  @Test(
    arguments: [
      "1,Total,法国能源,", "1,Sum Metal,3,", "1,合计企业管理公司,3,", "1,甲厂,3,注：停产", "1,源:码,3,", "1,企业,产值高,",
      "1,会计,3,", "1,甲厂,合计,按口径",
    ]
  )
  func `a record that looks a little like one stays`(row: String) throws {
    #expect(try names(sample("\(row)\n")).count == 1)
  }

  @Test func `rows that are records after all are kept at their places`() throws {
    let sample = sample("1,甲厂,3,\n,合计,7,\n2,乙厂,4,\n", head: "keep_rows: [totals]\n")
    #expect(try names(sample) == ["甲厂", "合计", "乙厂"])
    #expect(!sample.warnings.contains { $0.hasPrefix("rows-left-out") })
    ImportSample(
      .csv,
      ["t.csv": "企业\n甲厂\n"],
      mapping:
        "keep_rows: [⟦sums⟧]\nqueries: [{entities: {f: {kind: enterprise, properties: {name: {column: 企业}}}}}]\n"
    ).expect("unknown-word")
  }

  @Test func `texts that say there is nothing are no names, keys, items or values`() throws {
    let sample = ImportSample(
      .csv,
      [
        "t.csv": """
        码,企业,曾用名,产品,投产
        1,甲厂,NULL,阀门;无,-
        #N/A,乙厂,老乙厂,n/a,2024
        NULL,NULL,无,—,NaN

        """
      ],
      mapping: """
        queries:
          - entities:
              f: {kind: enterprise, properties: {name: {column: 企业}, aliases: {column: 曾用名}}}
              s: {kind: segment, each: {column: 产品, split: ;}, properties: {name: {column: $item}}}
              d:
                kind: document
                keys: [码]
                properties: {name: {template: "{{企业}}证"}, date: {column: 投产}}

        """
    )
    let facts = try sample.facts().map { $0.replacing(" [knowledge]", with: "") }
    #expect(facts == ["enterprise 甲厂", "segment 阀门", "document 甲厂证", "enterprise 乙厂|老乙厂"])
    let told = sample.warnings.filter { $0.hasPrefix("words-for-nothing") }
    #expect(told.count == 1)
    #expect(told[0].contains("NULL 3") && told[0].contains("无 1") && told[0].contains("#N/A 1"))
  }

  @Test func `a word that is a name or a value after all stays`() throws {
    let mapping =
      "queries: [{entities: {f: {kind: enterprise, properties: {name: {column: 企业}, external: "
      + "{column: 外地, values: {无: false}}}}}}]\n"
    let table = ["t.csv": "企业,外地\n无,无\n"] as KeyValuePairs
    let kept = ImportSample(.csv, table, mapping: "keep_words: [无]\n" + mapping)
    #expect(try kept.facts().first == "enterprise 无 external=否 [knowledge]")
    let other = ImportSample(.csv, ["t.csv": "企业,外地\n甲,无\n"], mapping: mapping)
    #expect(try other.facts().first == "enterprise 甲 external=否 [knowledge]")
    #expect(other.warnings.isEmpty)
  }

  @Test func `a template without a column is a fault that shows the braces`() {
    let sample = ImportSample(
      .csv,
      ["t.csv": "企业\n甲厂\n"],
      mapping:
        "queries: [{entities: {f: {kind: project, properties: {name: {template: \"{企业}项目\"}}}}}]\n"
    )
    #expect(sample.imported().diagnostics.map(\.code) == ["template-without-column"])
    #expect(sample.imported().diagnostics.first?.help?.en.contains("{{企业}}") == true)
  }
}
