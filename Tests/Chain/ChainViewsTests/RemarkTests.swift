import Bilingual
import ChainModel
import ChainViews
import Testing

/// What a file holds otherwise than the answer does, and what is said of it.
struct RemarkTests {
  private func answer(_ texts: [String]) -> Answer {
    Answer(
      command: "projects",
      title: BilingualText(zh: "项目清单", en: "Projects"),
      table: Answer.Table([Answer.Table.Column("name", zh: "名称", en: "name")], texts) {
        [.text($0)]
      }
    )
  }

  @Test func `cells that begin like a formula are guarded, counted and can be told apart`() {
    let answer = answer(["=1+1", "+v", "- r", "@u", "'=1+1", "'名", "-5", "甲"])
    #expect(
      answer.text(in: .csv, language: .en)
        == "name\r\n'=1+1\r\n'+v\r\n'- r\r\n'@u\r\n''=1+1\r\n'名\r\n-5\r\n甲\r\n"
    )
    #expect(
      answer.remarks(in: .csv, language: .en).map(\.en) == [
        "5 cells begin like a formula, and a ' stands before it, so that no spreadsheet runs it"
      ]
    )
    #expect(answer.remarks(in: .json, language: .en).isEmpty)
    #expect(self.answer(["甲"]).remarks(in: .csv, language: .zh).isEmpty)
  }

  @Test func `cells that Excel would not keep whole are counted, beside the file and in it`() throws
  {
    let long = answer([String(repeating: "长", count: 40_000), "短"])
    let remark = try #require(long.remarks(in: .xlsx, language: .zh).first)
    #expect(remark.en.hasPrefix("1 cell is longer than the 32767 characters"))
    let sheet = try #require(
      try ReadWorkbook(try long.bytes(in: .xlsx, language: .zh)).sheets.first
    )
    let texts = sheet.cells.joined().map { String(describing: $0.value) }
    #expect(texts.contains { $0.contains(remark.zh) })
    let whole = answer([String(repeating: "长", count: 32_767)])
    #expect(whole.remarks(in: .xlsx, language: .zh).isEmpty)
  }
}
