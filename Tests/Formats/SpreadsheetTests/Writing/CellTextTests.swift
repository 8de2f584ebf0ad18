import Testing

@testable import Spreadsheet

struct CellTextTests {
  @Test(arguments: ["", "锂电", "a b", "行\n行", "😀", "e\u{301}", "=1+1", "snake_case", "（全角）"])
  func `an ordinary text stays as it is`(_ text: String) {
    #expect(Array(text.cellText().unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func `control characters become blanks, and line ends one`() {
    #expect("a\u{00}b\u{1B}c\u{7F}d\u{9B}e\tf".cellText() == "a b c d e\tf")
    #expect("a\r\nb\rc\nd".cellText() == "a\nb\nc\nd")
    #expect("\u{FFFE}\u{FFFF}".cellText() == "\u{FFFD}\u{FFFD}")
  }

  @Test func `what Excel would read as an escape is escaped`() {
    #expect("_x0041_".cellText() == "_x005F_x0041_")
    #expect("_x004_ _x00G1_ _X0041_".cellText() == "_x004_ _x00G1_ _X0041_")
  }

  @Test func `a text is cut where a cell ends, and says so`() {
    let full = String(repeating: "长", count: 32_767)
    #expect(full.cellText() == full)
    let cut = (full + "长").cellText()
    #expect(cut.utf16.count == 32_767 && cut.hasSuffix("长…"))
    let emoji = String(repeating: "😀", count: 20_000).cellText()
    #expect(emoji.utf16.count == 32_767 && emoji.hasSuffix("😀…"))
    let escapes = String(repeating: "_x0041_", count: 10_000).cellText()
    #expect(escapes.utf16.count <= 32_767 && escapes.hasSuffix("…"))
  }
}
