import Diagnostics
import RegisterReader
import Testing
import TestSupport

struct HostileFileTests {
  @Test(arguments: [
    ("%PDF-1.7", "other-format"), ("<html><table>", "other-format"),
    ("[{\"name\": 1}]", "other-format"),
    ("Rar!", "other-format"), ("", "empty-register"), ("\n\n\n", "empty-register"),
    ("企业名称", "no-firms"), ("企业名称\n甲\u{0}乙\n", "csv-syntax"),
  ])
  func `what is no register is refused`(_ text: String, _ code: String) {
    let read = reading(text)
    #expect(read.register == nil)
    #expect(read.diagnostics.map(\.code).contains(code))
    for fault in read.diagnostics where fault.severity == .error { expectTold(fault) }
  }

  @Test func `columns without end, open quotes and huge cells give an error`() {
    let wide = "企业名称" + String(repeating: ",x", count: 100_000) + "\n甲\n"
    #expect(reading(wide).errors == ["too-many-columns at 名录.csv"])
    let open = "企业名称,经营范围\n甲公司,\"" + String(repeating: "a,b\n", count: 50_000)
    #expect(reading(open).errors == ["csv-syntax at 名录.csv:2:5"])
    let quotes = "企业名称\n" + String(repeating: "\"a,", count: 30_000)
    #expect(reading(quotes).register == nil)
    let huge = "企业名称,经营范围\n甲公司,\"" + String(repeating: "烧碱、", count: 150_000) + "\"\n"
    #expect(reading(huge).rows.first?.scope.utf8.count == 150_000 * 9)
  }

  @Test func `mutated files are read or refused, never worse`() {
    let table = "企业名称,统一社会信用代码,主要产品,经营范围\n甲公司,91A,烧碱（31%）,\"烧碱\n制造\"\n合计,,,\n"
    let lines = #"{"id": "1", "name": "甲", "products": [{"name": "烧碱", "share": 0.3}]}"# + "\n"
    let sheet = SheetFile(sheets: [
      .init(rows: SheetFile.rows([["企业名称", "信用代码"], ["甲公司", "=12"]]), merges: ["A1:A2"])
    ])
    let seeds = [Array(table.utf8), Array((lines + lines).utf8), sheet.bytes]
    let mutator = Mutator(tokens: [
      "\"", ",", "\n", "\r", "\u{0}", "（", "%", "{", "}", "[", "\\u", "企业名称", "\u{FEFF}", "\t",
    ])
    for seed in Fuzzing.seeds(1_500) {
      var random = SplitMix64(seed: seed)
      let bytes = mutator.changed(seeds[Int(seed) % seeds.count], &random)
      let read = RegisterReader.read(bytes, path: "a")
      let hasErrors = read.diagnostics.contains { $0.severity == .error }
      #expect((read.register == nil) == hasErrors, "seed \(seed)")
      #expect(read.rows.allSatisfy { !$0.name.isEmpty }, "seed \(seed)")
    }
  }

  @Test func `every note speaks both languages`() {
    let read = reading(
      """
      名录,,
      名称,是否规上,
      甲,省级,x
      乙,无,
      合计,,
      """
    )
    #expect(read.told.count >= 5)
    for warning in read.diagnostics {
      #expect(warning.severity == .warning)
      #expect(warning.message.zh.contains(/\p{Han}/) && warning.message.en.contains(/[a-z]/))
    }
  }
}
