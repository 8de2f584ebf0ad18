import Bilingual
import Diagnostics
import TestSupport
import Testing

struct DiagnosticTests {
  private func diagnostic(
    _ path: String?,
    _ line: Int,
    _ column: Int,
    code: String = "c",
    message: String = "m"
  ) -> Diagnostic {
    let start = SourcePosition(line: line, column: column)
    return Diagnostic(
      .error,
      code: code,
      message: BilingualText(zh: "错", en: message),
      at: path.map { Diagnostic.Location(path: $0, range: SourceRange(start: start)) }
    )
  }

  @Test func `a warning matters less than an error`() {
    #expect(Diagnostic.Severity.warning < .error)
    #expect(!(Diagnostic.Severity.error < .warning))
    #expect(!(Diagnostic.Severity.error < .error))
    #expect(!(Diagnostic.Severity.warning < .warning))
  }

  @Test func `reading order is by file, line, column, code and words`() {
    let file = Diagnostic(
      .error,
      code: "z",
      message: BilingualText(same: "whole file"),
      at: .init(path: "a", range: nil)
    )
    let ordered = [
      diagnostic(nil, 9, 9), file, diagnostic("a", 1, 2), diagnostic("a", 1, 10),
      diagnostic("a", 2, 1, code: "a"), diagnostic("a", 2, 1, code: "b", message: "1"),
      diagnostic("a", 2, 1, code: "b", message: "2"), diagnostic("a", 10, 1), diagnostic("b", 1, 1),
    ]
    for seed in UInt64(0)..<50 {
      var random = SplitMix64(seed: seed)
      #expect(ordered.shuffled(using: &random).inReadingOrder() == ordered, "seed \(seed)")
    }
  }
}
