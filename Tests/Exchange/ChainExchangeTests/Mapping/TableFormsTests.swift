import ChainExchange
import ChainFiles
import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainTestSupport

/// Tables as spreadsheet programs leave them: lines of their own, titles, columns without a name.
struct TableFormsTests {
  private static let firm =
    "queries: [{entities: {f: {kind: enterprise, properties: {name: {column: 企业名称}}}}}]\n"

  private func expect(
    _ text: String,
    warnings: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let sample = ImportSample(.csv, ["t.csv": text], mapping: Self.firm)
    let facts = try sample.facts(sourceLocation: sourceLocation).filter {
      $0.hasPrefix("enterprise")
    }
    #expect(
      facts == ["enterprise 甲厂 [knowledge]", "enterprise 乙厂 [knowledge]"],
      sourceLocation: sourceLocation
    )
    let told = sample.warnings.filter { !$0.hasPrefix("unmapped-column") }
    #expect(told == warnings, sourceLocation: sourceLocation)
  }

  @Test func `lines may end by a carriage return alone`() throws {
    try expect("企业名称,产品\r甲厂,阀门\r乙厂,管件\r")
  }

  @Test func `a line that names the separator is none of the table`() throws {
    try expect("sep=,\n企业名称,产品\n甲厂,阀门\n乙厂,管件\n")
    try expect("\u{FEFF}sep=,\r\n企业名称,产品\r\n甲厂,阀门\r\n乙厂,管件\r\n")
    try expect("sep=;\n企业名称;产品\n甲厂;阀门\n乙厂;管件\n")
    try expect("sep=^\n企业名称^产品\n甲厂^阀门,球阀\n乙厂^管件\n")
    try expect("sep=\t\n企业名称\t产品\n甲厂\t阀门\n乙厂\t管件\n")
  }

  @Test(arguments: [";", "\t", "|"])
  func `cells may be parted by another sign`(mark: String) throws {
    func table(_ rows: String...) -> String {
      rows.map { $0.replacing("/", with: mark) + "\n" }.joined()
    }
    try expect(table("企业名称/产品", "甲厂/阀门", "乙厂/管件"))
    // Commas are text then, and so is the sign within quotes.
    try expect(table("企业名称/产品", "甲厂/阀门,球阀,闸阀", "乙厂/\"管件/弯头\""))
    try expect(
      table("船舶配套企业名录//", "企业名称/产品/园区", "甲厂/阀门/北港", "乙厂/管件/北港"),
      warnings: [
        "title-row: the first row is taken for the title of the table and left out; the next names the "
          + "columns"
      ]
    )
  }

  @Test func `lists within cells part no cells`() throws {
    try expect("企业名称,产品\n甲厂,阀门;球阀\n乙厂,管件;弯头\n")
    try expect("企业名称,产品\n甲厂,阀门|球阀|闸阀\n乙厂,管件|弯头|三通\n")
    let sample = ImportSample(
      .csv,
      ["t.csv": "企业名称\n甲厂;乙厂\n丙厂;丁厂\n"],
      mapping:
        "queries: [{entities: {f: {kind: enterprise, properties: {name: {column: 企业名称}}}}}]\n"
    )
    let facts = try sample.facts()
    #expect(facts.prefix(2) == ["enterprise 甲厂;乙厂 [knowledge]", "enterprise 丙厂;丁厂 [knowledge]"])
  }

  @Test func `a sign of more than one byte is told`() {
    let foreign = ForeignGraph(
      [ForeignGraph.File(path: "t.csv", bytes: Array("企业名称，产品\n甲厂，阀门\n".utf8))],
      form: .csv
    )
    #expect(foreign.diagnostics.map(\.code) == ["other-separator"])
  }

  @Test func `values under no name are told with their columns`() throws {
    try expect(
      "企业名称,,\n甲厂,阀门,北港\n乙厂,,北港\n",
      warnings: ["unnamed-column: 3 values left out: columns 2, 3 have no name"]
    )
    try expect("企业名称,,\n甲厂,,\n乙厂,,\n")
  }

  @Test(arguments: ["船舶配套企业名录,,\n", "船舶配套企业名录\n", "船舶配套企业名录,,\n,,\n"])
  func `a title above the names of columns is seen as one`(title: String) throws {
    let count = title.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    let rows = count == 1 ? "the first row is" : "the first \(count) rows are"
    try expect(
      title + "企业名称,主要产品,所在园区\n甲厂,阀门,北港\n乙厂,管件,北港\n",
      warnings: [
        "title-row: \(rows) taken for the title of the table and left out; the next names the columns"
      ]
    )
  }

  @Test func `a page of the web is no table`() throws {
    let foreign = ForeignGraph(
      [
        ForeignGraph.File(
          path: "t.csv",
          bytes: Array("<html lang=\"zh\"><table>甲</table></html>".utf8)
        )
      ],
      form: .csv
    )
    let fault = try #require(foreign.diagnostics.first)
    #expect(fault.code == "no-table" && fault.help?.en.contains(".xlsx") == true)
  }
}
