import Diagnostics
import TestSupport
import Testing

struct CellWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("锂", 2), ("锂电", 4), ("a锂b", 4), ("（一）", 6), ("(一)", 4),
    ("ｆ", 2), ("，", 2), ("。", 2), ("、", 2), ("“”", 2), ("…", 1), ("〔2023〕", 8), ("　", 2),
    ("カ", 2), ("ｶ", 1), ("한", 2), ("𠮷", 2), ("〇", 2), ("①", 1), ("℃", 1), ("㎡", 2), ("㉈", 1),
    ("🏭", 2), ("✅", 2), ("⚡", 2), ("⚠", 1), ("🛠", 1), ("é", 1),
  ])
  func `a text is as wide as a terminal draws it`(text: String, width: Int) {
    #expect(text.cellWidth == width)
  }

  @Test func `a mark that is put on a letter takes no cell`() {
    #expect("e\u{301}".cellWidth == 1)
    #expect("\u{20DD}".cellWidth == 0)
  }

  @Test func `what is not drawn takes no cell`() {
    for scalar: Unicode.Scalar in [
      "\u{0}", "\t", "\u{1B}", "\u{7F}", "\u{9F}", "\u{200B}", "\u{FEFF}",
    ] {
      #expect(scalar.cellWidth == 0, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func `a text is padded to a width and never cut`() {
    #expect("锂".padded(toCells: 4) == "锂  ")
    #expect("锂电".padded(toCells: 4) == "锂电")
    #expect("锂电池".padded(toCells: 4) == "锂电池")
    #expect("".padded(toCells: 2) == "  ")
    #expect("a".padded(toCells: -1) == "a")
  }

  @Test func `the width of a text is the sum of the widths of its parts`() {
    for seed in UInt64(0)..<500 {
      var random = SplitMix64(seed: seed)
      let palette: [Unicode.Scalar] = ["a", "锂", "，", "\u{301}", "🏭", "é", "ｶ"]
      let parts = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        palette[Int.random(in: palette.indices, using: &random)]
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: parts)
      let sum = parts.map(\.cellWidth).reduce(0, +)
      #expect(String(text).cellWidth == sum, "seed \(seed)")
    }
  }
}
