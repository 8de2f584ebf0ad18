import Diagnostics
import RegisterReader
import Testing
import TestSupport

struct TextTableTests {
  private let plain = "企业名称,统一社会信用代码\n甲公司,91A\n乙公司,91B\n"

  @Test func `every encoding and separator of spreadsheets says the same`() {
    let wanted = reading(plain).rows
    #expect(wanted.map(\.name) == ["甲公司", "乙公司"])
    #expect(wanted.map(\.number) == [2, 3])
    for separator in ["\t", ";", "|"] {
      #expect(reading(plain.replacing(",", with: separator)).rows == wanted, "\(separator)")
    }
    #expect(reading("\u{FEFF}" + plain).rows == wanted)
    #expect(reading(plain.replacing("\n", with: "\r\n")).rows == wanted)
    #expect(reading(plain.replacing("\n", with: "\r")).rows == wanted)
    for isBig in [false, true] {
      let units = [0xFEFF] + Array(plain.utf16)
      let bytes = units.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBig ? [high, low] : [low, high]
      }
      #expect(RegisterReader.read(bytes, path: "a.csv").rows == wanted)
    }
    let shifted = reading("sep=;\n" + plain.replacing(",", with: ";"))
    #expect(shifted.rows.map(\.name) == ["甲公司", "乙公司"])
    #expect(shifted.rows.map(\.number) == [3, 4])
  }

  @Test func `GB 18030 is read, and the guess is told`() {
    // 企业名称 over 甲公司.
    let bytes: [UInt8] =
      [0xC6, 0xF3, 0xD2, 0xB5, 0xC3, 0xFB, 0xB3, 0xC6, 0x0A]
      + [0xBC, 0xD7, 0xB9, 0xAB, 0xCB, 0xBE, 0x0A]
    let read = RegisterReader.read(bytes, path: "a.csv")
    #expect(read.rows.map(\.name) == ["甲公司"])
    #expect(read.told == ["guessed-encoding 1: "])
    let asked = RegisterReader.read(bytes, path: "a.csv", encoding: "gbk")
    #expect(asked.rows == read.rows && asked.told == [])
    let wrong = RegisterReader.read(bytes, path: "a.csv", encoding: "utf-8")
    #expect(wrong.errors == ["invalid-encoding at a.csv"])
    #expect(RegisterReader.read(bytes + [0xFF, 0xFF], path: "a.csv").register == nil)
  }

  @Test func `titles, blank rows, repeated headings, sums and notes are no firms`() {
    let read = reading(
      """
      某市企业名录,,
      填报单位：某局,,

      序号,企业名称,营业收入
      1,甲公司,5

      序号,企业名称,营业收入
      2,乙公司,6
      ,,
      合 计,,11
      ,总计,11
      注：数据截至六月,,
      3,,7
      """
    )
    #expect(read.rows.map(\.name) == ["甲公司", "乙公司"])
    #expect(read.rows.map(\.number) == [5, 8])
    #expect(
      read.told == [
        "title-row 2: ", "unknown-heading 1: ", "heading-rows 1: 7", "total-rows 2: 10 11",
        "table-notes 1: 12", "nameless-rows 1: 13",
      ]
    )
    #expect(
      read.register?.leftOut.map(\.reason) == [
        .titleRows, .headingRows, .totalRows, .tableNotes, .namelessRows,
      ]
    )
  }

  @Test func `line ends within quotes count as lines`() {
    let read = reading("企业名称,经营范围\n\"甲\n公司\",\"烧碱\n\"\"液氯\"\"\n\"\n乙公司,\n")
    #expect(read.rows.map(\.name) == ["甲公司", "乙公司"])
    #expect(read.rows.map(\.number) == [2, 6])
    #expect(read.rows.first?.scope == "烧碱\n\"液氯\"")
    #expect(read.told == ["joined-names 1: 2"])
  }

  @Test func `rows of another width are read where that is safe`() {
    let good = (1...9).map { "企业\($0)号公司,a,b\n" }.joined()
    let read = reading("企业名称,地址,备注\n短公司,某路\n长公司,a,b,c\n空公司,a,b,,\n" + good)
    #expect(read.rows.prefix(2).map(\.name) == ["短公司", "空公司"])
    #expect(read.rows.count == 11)
    #expect(
      read.told == ["unknown-heading 1: ", "short-rows 1: 2", "overlong-rows 1: 3"]
    )
    #expect(reading("企业名称,地址\n甲,a,b\n乙,c\n").errors == ["ragged-row at 名录.csv:2:1"])
  }

  @Test func `values are told apart, and words for nothing are left out`() {
    let read = reading(
      """
      企业名称,曾用名,企业规模,是否规上,专精特新,登记状态,经营范围,x
      甲公司,甲厂；乙厂,大型,是,国家级专精特新,存续,无,无
      乙公司,,,否,省级,注销,-,
      """
    )
    #expect(read.rows.first?.formerNames == ["甲厂", "乙厂"])
    #expect(read.rows.map(\.scale) == [["大型", "规上", "国家级专精特新"], ["专精特新（省级）"]])
    #expect(read.rows.map(\.status) == ["存续", "注销"])
    #expect(read.rows.map(\.scope) == ["", ""])
    #expect(read.rows.first?.other == [.init(heading: "x", text: "无")])
    #expect(
      read.told == [
        "unknown-heading 1: ", "words-for-nothing 1: 2", "unclear-flag 1: 3",
        "words-for-nothing 1: 3",
      ]
    )
  }

  @Test func `places and lines are those that people see`() {
    let read = reading("\u{FEFF}序号,企业名称,经营范围\n1,甲公司,\"\n无\"\n2,\"乙\"x,\n")
    #expect(read.errors == ["csv-syntax at 名录.csv:4:6"])
    #expect(read.source.line(4) == "2,\"乙\"x,")
    let note = reading("序号,企业名称\n,\n5,\n6,甲公司").register?.notes.last
    #expect(note?.first?.text == "名录.csv:3:1")
  }

  @Test func `random tables come back as they were written`() {
    let alphabet = Array("甲乙丙a1\" ,;，、\n\r\t|：（）").map(String.init)
    for seed in Fuzzing.seeds(150) {
      var random = SplitMix64(seed: seed)
      var wanted: [(number: Int, name: String, scope: String)] = []
      var text = "企业名称,经营范围,备注\n"
      var line = 2
      for row in 0..<random.number(below: 400) / (1 + random.number(below: 20)) {
        let scope = (0..<random.number(below: 9))
          .map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
        let name = "甲\(row)号"
        // A carriage return alone would end no line of a spreadsheet.
        let quoted = "\"" + scope.replacing("\"", with: "\"\"") + "\""
        text += "\(name),\(quoted),\n"
        wanted.append((line, name, scope))
        line += 1 + scope.utf8.count { $0 == 0x0A }
      }
      let rows = reading(text).rows
      #expect(rows.map(\.number) == wanted.map(\.number), "seed \(seed)")
      #expect(
        zip(rows, wanted).allSatisfy { row, wanted in
          row.name == wanted.name && (row.scope == trimmed(wanted.scope) || row.scope.isEmpty)
        },
        "seed \(seed)"
      )
    }
  }

  private func trimmed(_ text: String) -> String { text.trimmingSpace() }
}
