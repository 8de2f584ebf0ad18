import Bilingual
import Diagnostics
import TestSupport
import Testing

struct DiagnosticRendererTests {
  private func diagnostic(
    _ severity: Diagnostic.Severity = .error,
    line: Int = 1,
    column: Int,
    length: Int = 1,
    help: BilingualText? = nil
  ) -> Diagnostic {
    let start = SourcePosition(line: line, column: column)
    return Diagnostic(
      severity,
      code: "unknown-kind",
      message: BilingualText(zh: "未知的类别", en: "unknown kind"),
      help: help,
      at: .init(path: "a.yaml", range: SourceRange(start: start, length: length))
    )
  }

  private func render(
    _ diagnostic: Diagnostic,
    _ text: String,
    _ language: Language = .en,
    isColored: Bool = false
  ) -> String {
    DiagnosticRenderer(language: language, isColored: isColored)
      .render(diagnostic, source: SourceText(path: "a.yaml", bytes: Array(text.utf8)))
  }

  @Test func `an error shows place, code, line, caret and help`() {
    let help = BilingualText(zh: "是否要写“企业”？", en: "did you mean 'enterprise'?")
    let diagnostic = diagnostic(line: 2, column: 3, length: 4, help: help)
    #expect(
      render(diagnostic, "a:\n  企业名称: 1\n") == """
        a.yaml:2:3: error[unknown-kind]: unknown kind
           2 |   企业名称: 1
             |   ^~~~~~~~
          = help: did you mean 'enterprise'?

        """
    )
    #expect(
      render(diagnostic, "a:\n  企业名称: 1\n", .zh) == """
        a.yaml:2:3: 错误[unknown-kind]: 未知的类别
           2 |   企业名称: 1
             |   ^~~~~~~~
          = 建议: 是否要写“企业”？

        """
    )
  }

  @Test func `a warning says that it is one`() {
    let warning = diagnostic(.warning, column: 1)
    #expect(render(warning, "a").hasPrefix("a.yaml:1:1: warning[unknown-kind]: unknown kind\n"))
    #expect(render(warning, "a", .zh).hasPrefix("a.yaml:1:1: 警告[unknown-kind]: 未知的类别\n"))
  }

  @Test func `without a place, a range or the text, what is known is shown`() {
    let renderer = DiagnosticRenderer(language: .en, isColored: false)
    let message = BilingualText(zh: "错", en: "wrong")
    let placeless = Diagnostic(.error, code: "c", message: message, at: nil)
    #expect(renderer.render(placeless, source: nil) == "error[c]: wrong\n")
    let file = Diagnostic(.error, code: "c", message: message, at: .init(path: "d", range: nil))
    #expect(renderer.render(file, source: nil) == "d: error[c]: wrong\n")
    #expect(
      renderer.render(diagnostic(column: 3), source: nil)
        == "a.yaml:1:3: error[unknown-kind]: unknown kind\n"
    )
    #expect(
      render(diagnostic(line: 7, column: 1), "a")
        == "a.yaml:7:1: error[unknown-kind]: unknown kind\n"
    )
  }

  @Test func `the caret stands under the cells of what it points at`() {
    let palette = ["a", "锂", "，", "\t", " ", "é", "e\u{301}", "🏭", "ｶ", "\u{1B}", "…", "(一)"]
    for seed in UInt64(0)..<1000 {
      var random = SplitMix64(seed: seed)
      func some(_ most: Int) -> String {
        (0..<Int.random(in: 0...most, using: &random))
          .map { _ in palette[Int.random(in: palette.indices, using: &random)] }.joined()
      }
      let before = some(200)
      let pointed = "锂" + some(3) + "x"
      let line = before + pointed + some(200)
      let shown = render(
        diagnostic(
          column: before.unicodeScalars.count + 1,
          length: pointed.unicodeScalars.count
        ),
        line
      )
      let rows = shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let carets = rows[2]
      // The carets stand where the text before them is exactly as wide.
      let lead = carets.prefix { $0 != "^" }.count
      let width = carets.count - lead
      var cells = 0
      var under = ""
      for scalar in rows[1].unicodeScalars {
        let isUnder = cells >= lead && cells < lead + width
        if isUnder, scalar.cellWidth > 0 { under.unicodeScalars.append(scalar) }
        cells += scalar.cellWidth
      }
      // Marks without width may belong to the letter before.
      let clean = String.UnicodeScalarView(
        pointed.unicodeScalars.map { $0 == "\t" ? " " : $0 == "\u{1B}" ? "\u{FFFD}" : $0 }
          .filter { $0.cellWidth > 0 }
      )
      #expect(under == String(clean), "seed \(seed)")
      #expect(width == String(clean).cellWidth, "seed \(seed)")
    }
  }

  @Test func `a tab counts as one cell in the line and above the caret`() {
    #expect(
      render(diagnostic(column: 3, length: 2), "\t\tab").contains("   1 |   ab\n     |   ^~\n")
    )
  }

  @Test func `a caret past the end of the line stands after it`() {
    #expect(render(diagnostic(column: 4), "锂:").contains("   1 | 锂:\n     |    ^\n"))
    #expect(render(diagnostic(column: 99), "锂").contains("   1 | 锂\n     |   ^\n"))
  }

  @Test func `a stretch that is longer than its line ends with it`() {
    #expect(render(diagnostic(column: 2, length: 50), "锂电").contains("     |   ^~\n"))
  }

  @Test func `a long line is shown around the caret`() {
    let line = String(repeating: "甲", count: 5000) + "X" + String(repeating: "乙", count: 5000)
    let shown = render(diagnostic(column: 5001), line)
    let rows = shown.split(separator: "\n").map(String.init)
    #expect(rows[1].hasPrefix("   1 | …甲"))
    #expect(rows[1].hasSuffix("乙…"))
    #expect(rows[1].count < 200)
    let textBefore = rows[1].prefix { $0 != "X" }
    let caretBefore = rows[2].prefix { $0 != "^" }
    #expect(String(textBefore).cellWidth == String(caretBefore).cellWidth)
    #expect(rows[2].hasSuffix("^"))
  }

  @Test func `a long line is not cut where the caret is near its start`() {
    let rows = render(diagnostic(column: 2), "aX" + String(repeating: "b", count: 500))
      .split(separator: "\n").map(String.init)
    #expect(rows[1].hasPrefix("   1 | aXb"))
    #expect(rows[1].hasSuffix("b…"))
    #expect(rows[2] == "     |  ^")
  }

  @Test(arguments: [1, 9, 9999, 10_000, 1_234_567])
  func `line numbers of any width keep the bars in line`(line: Int) throws {
    let text = String(repeating: "\n", count: line - 1) + "ab"
    let rows = render(diagnostic(line: line, column: 2), text).split(separator: "\n")
    let bars = try rows[1...2].map { row in
      row.distance(from: row.startIndex, to: try #require(row.firstIndex(of: "|")))
    }
    #expect(bars[0] == bars[1])
  }

  @Test func `nothing in a file can steer the terminal`() {
    let hostile = "\u{1B}[2Ja\u{7}\u{9B}31m\u{0}\r"
    let text = BilingualText(same: hostile)
    let diagnostic = Diagnostic(
      .error,
      code: "c",
      message: text,
      help: text,
      at: .init(
        path: hostile,
        range: SourceRange(start: SourcePosition(line: 1, column: 2), length: 3)
      )
    )
    for language in Language.allCases {
      let shown = render(diagnostic, "k: " + hostile + "\n", language)
      let controls = shown.unicodeScalars.filter { scalar in
        scalar != "\n" && scalar.properties.generalCategory == .control
      }
      #expect(controls.isEmpty, "\(language)")
    }
  }

  @Test func `a message of several lines stays on one`() {
    let diagnostic = Diagnostic(
      .error,
      code: "c",
      message: BilingualText(same: "a\nb"),
      at: nil
    )
    #expect(render(diagnostic, "") == "error[c]: a\u{FFFD}b\n")
  }

  @Test func `colour marks severity, message, caret and help, and changes no letter`() {
    let help = BilingualText(same: "h")
    for severity in [Diagnostic.Severity.error, .warning] {
      let diagnostic = diagnostic(severity, column: 1, length: 2, help: help)
      let plain = render(diagnostic, "锂电")
      let colored = render(diagnostic, "锂电", isColored: true)
      let paint = severity == .error ? "\u{1B}[1;31m" : "\u{1B}[1;33m"
      #expect(colored.contains(paint + "\(severity)[unknown-kind]\u{1B}[0m"))
      #expect(colored.contains(paint + "^~~~\u{1B}[0m"))
      #expect(colored.contains("\u{1B}[1mhelp\u{1B}[0m"))
      #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }
  }

  @Test(
    arguments: [
      (0, 0, nil, nil), (1, 0, "1 error", "1 个错误"), (2, 0, "2 errors", "2 个错误"),
      (0, 1, "1 warning", "1 个警告"), (0, 3, "3 warnings", "3 个警告"),
      (2, 1, "2 errors, 1 warning", "2 个错误，1 个警告"),
    ] as [(Int, Int, String?, String?)]
  )
  func `the summary counts errors and warnings`(
    errors: Int,
    warnings: Int,
    en: String?,
    zh: String?
  ) {
    let all =
      Array(repeating: diagnostic(.error, column: 1), count: errors)
      + Array(repeating: diagnostic(.warning, column: 1), count: warnings)
    #expect(DiagnosticRenderer(language: .en, isColored: false).summary(of: all) == en)
    #expect(DiagnosticRenderer(language: .zh, isColored: false).summary(of: all) == zh)
  }
}
