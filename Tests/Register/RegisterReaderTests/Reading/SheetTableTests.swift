import Diagnostics
import RegisterReader
import Testing
import TestSupport

struct SheetTableTests {
  private func read(_ sheets: SheetFile.Sheet..., columns: String = "") -> RegisterReading {
    RegisterReader.read(
      SheetFile(sheets: sheets).bytes,
      path: "册/名录.xlsx",
      columns: RegisterColumnNames.reading(columns).names
    )
  }

  @Test func `the first sheet with known headings is read, below its title`() {
    let read = read(
      .init(name: "说明", rows: SheetFile.rows([["怎样填写"], ["请看"]])),
      .init(
        name: "企业",
        rows: SheetFile.rows([["某市企业名录"], ["企业名称", "行业代码", "年份"], ["甲公司", "=2614", "=2024"]]),
        merges: ["A1:C1"]
      ),
      .init(name: "旧", rows: SheetFile.rows([["企业名称"], ["丙公司"]]), isHidden: true)
    )
    #expect(read.register?.title == "名录")
    #expect(read.rows.map(\.name) == ["甲公司"])
    #expect(read.rows.map(\.number) == [3])
    #expect(read.rows.map(\.industryCode) == ["2614"])
    #expect(read.rows.map(\.outputYear) == [2024])
    #expect(read.told == ["other-sheet 2: ", "other-sheet 2: ", "title-row 1: "])
  }

  @Test func `a number for a credit code is a fault at its cell`() {
    let head = ["企业名称", "统一社会信用代码"]
    for number in ["9.1211400000000051E+17", "912114000000000000"] {
      let read = read(.init(rows: SheetFile.rows([head, ["甲公司", "=\(number)"]])))
      #expect(read.errors == ["code-as-number at 册/名录.xlsx: 表!B2"])
      #expect(read.diagnostics.first?.help?.en.contains("Text") == true)
    }
    // Programs other than Excel write all digits.
    let whole = read(.init(rows: SheetFile.rows([head, ["甲公司", "=912114000000000051"]])))
    #expect(whole.rows.first?.creditCode == "912114000000000051")
    #expect(whole.told == ["numeric-code 1: 2"])
    let text = read(.init(rows: SheetFile.rows([head, ["甲公司", "9.12E+17"]])))
    #expect(text.errors == ["code-as-number at 册/名录.xlsx: 表!B2"])
  }

  @Test func `headings in two rows are one, and cells merged downwards hold for each row`() {
    let read = read(
      .init(
        rows: SheetFile.rows([
          ["企业名称", "产品", "", "所在区县"], ["", "名称", "产量", ""], ["甲公司", "烧碱", "5", "龙港区"],
          ["乙公司", "液氯", "6"],
        ]),
        merges: ["A1:A2", "B1:C1", "D1:D2", "D3:D4"]
      )
    )
    #expect(read.register?.headings == ["企业名称", "产品名称", "产品产量", "所在区县"])
    #expect(read.rows.map { $0.products.map(\.name) } == [["烧碱"], ["液氯"]])
    #expect(read.rows.map(\.region) == ["龙港区", "龙港区"])
    #expect(read.told == ["unknown-heading 1: ", "merged-cells 1: 4"])
  }

  @Test func `cells that say nothing are told`() {
    let error = "<c r=\"B2\" t=\"e\"><v>#N/A</v></c>"
    let read = read(
      .init(
        rows: SheetFile.rows([["企业名称", "地址"]])
          + "<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"inlineStr\"><is><t>甲</t></is></c>\(error)</row>"
      )
    )
    #expect(read.rows.map(\.address) == [""])
    #expect(read.told == ["error-cells 1: 2", "hidden-rows 1: 2"])
  }

  @Test func `workbooks of other formats are refused with what to do`() {
    let old = RegisterReader.read(
      [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 600),
      path: "a.xls"
    )
    #expect(old.errors == ["old-workbook at a.xls"])
    #expect(old.diagnostics.first?.help != nil)
    let document = StoredZip.bytes([("content.xml", Array("<a/>".utf8))])
    #expect(RegisterReader.read(document, path: "a.ods").errors == ["not-a-workbook at a.ods"])
    #expect(RegisterReader.read(Array("PK".utf8), path: "a.xlsx").register == nil)
    #expect(self.read(.init(rows: "")).errors == ["empty-register at 册/名录.xlsx"])
  }
}
