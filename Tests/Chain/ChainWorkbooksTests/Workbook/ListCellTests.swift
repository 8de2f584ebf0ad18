import Diagnostics
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainWorkbooks
@testable import ChainTestSupport

struct ListCellTests {
  private func items(_ text: String, hasNotes: Bool = true) -> [String]? {
    var log = FaultLog(path: "x.xlsx")
    let items = ListCell.items(of: text, firstLine: 1, hasNotes: hasNotes, log: &log)
    #expect((items == nil) == !log.diagnostics.isEmpty)
    return items?.map { item in
      ([item.text] + item.notes.flatMap(\.texts))
        .map { $0.isQuoted ? "‹\($0.text)›" : $0.text }.joined(separator: "|")
    }
  }

  @Test func `items stand between line breaks and semicolons of either width`() {
    #expect(items("甲；乙;丙\n丁") == ["甲", "乙", "丙", "丁"])
    #expect(items(" 甲 ；\t乙\u{3000}") == ["甲", "乙"])
    #expect(items("；甲；；乙；\n") == ["甲", "乙"])
    #expect(items("") == [])
    #expect(items("甲 乙、丙，丁") == ["甲 乙、丙，丁"])
  }

  @Test func `notes stand in brackets behind a text`() {
    #expect(items("甲【附件/二】；乙") == ["甲|附件/二", "乙"])
    #expect(items("甲【意见：附件/二】【等】") == ["甲|意见|附件/二|等"])
    #expect(items("a [plan: p. 3] [etc.]; b") == ["a|plan|p. 3|etc.", "b"])
    #expect(items("甲【 3:2 】") == ["甲|3:2"])
    #expect(items("甲【意见：总则：一】") == ["甲|意见|总则：一"])
    #expect(items("甲【附[1]】") == ["甲|附[1]"])
    #expect(items("甲【一；二】") == ["甲|一；二"])
  }

  @Test func `a text in quotes means itself`() {
    #expect(items("\"甲；乙\"；丙") == ["‹甲；乙›", "丙"])
    #expect(items("\"甲\"\"乙\"\"\"【\"总则：一\"】") == ["‹甲\"乙\"›|‹总则：一›"])
    #expect(items("\"\"\"引\"\"号\"") == ["‹\"引\"号›"])
    #expect(items("5\"管；\"等\"") == ["5\"管", "‹等›"])
    #expect(items("\"第一行\n第二行\" ; 乙") == ["‹第一行\n第二行›", "乙"])
  }

  @Test func `without notes a bracket is a letter`() {
    #expect(items("国发[2023]5号；甲【注】乙", hasNotes: false) == ["国发[2023]5号", "甲【注】乙"])
  }

  @Test(arguments: [
    ("甲；⟦\"⟧乙", "unclosed-mark"), ("甲⟦【⟧附件", "unclosed-mark"), ("甲 ⟦[⟧附件】；乙", "unclosed-mark"),
    ("\"甲\"⟦乙⟧", "missing-separator"), ("甲【一】⟦乙⟧", "missing-separator"),
    ("国发[2023]⟦5⟧号", "missing-separator"), ("甲【\"一\" ⟦二⟧】", "missing-separator"),
    ("甲\n乙【⟦\"⟧一】", "unclosed-mark"),
  ])
  func `what is no list is told where it ceases to be one`(marked: String, code: String) throws {
    let text = MarkedText(marked)
    var log = FaultLog(path: "x.xlsx")
    #expect(ListCell.items(of: text.text, firstLine: 1, hasNotes: true, log: &log) == nil)
    expectFaults(
      [ExpectedFault(code)],
      at: text.ranges.map { .init(path: "x.xlsx", range: $0) },
      among: log.diagnostics
    )
  }

  @Test func `no text makes the reader hang or crash`() {
    var random = SplitMix64(seed: 7)
    let letters = Array("甲a；;\n\"【】[]：: \t等")
    for _ in 0..<20_000 {
      let text = String(
        (0..<random.number(below: 12)).map { _ in
          letters[random.number(below: letters.count)]
        }
      )
      for hasNotes in [true, false] {
        var log = FaultLog(path: "x.xlsx")
        let items = ListCell.items(of: text, firstLine: 1, hasNotes: hasNotes, log: &log)
        #expect(log.diagnostics.count == (items == nil ? 1 : 0), "\(text)")
      }
      var log = FaultLog(path: "x.xlsx")
      let note = ListCell.note(of: text, firstLine: 1, log: &log)
      #expect(log.diagnostics.count == (note == nil ? 1 : 0), "\(text)")
    }
  }
}
