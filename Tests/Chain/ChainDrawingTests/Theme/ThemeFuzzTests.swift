import Diagnostics
import TestSupport
import Testing

@testable import ChainDrawing

/// Files that nearly are a theme: a theme or faults with their places.
@Suite struct ThemeFuzzTests {
  private static let theme = """
    fonts: [Noto Sans CJK SC, sans-serif]
    sizes: {title: 18, line: 10.5}
    palette: {page: "#ffffff", ink: "#101010"}
    spacing: {rank: 40}
    """
  private static let mutator = Mutator(tokens: [
    "fonts:", "cards:", "links:", "tints:", "sizes:", "- ", ": ", "#", "\"#ff00\"", "\"#GGGGGG\"",
    "-1", "1e999", "nan",
    "{", "}", "[", "]", "&a", "*a", "!!str", "|", "\n  ", "\t", "null", "\u{FEFF}", "<<: ",
  ])

  @Test func `a theme, or its faults`() {
    let renderer = DiagnosticRenderer(language: .zh, isColored: false)
    for seed in Fuzzing.seeds(500) {
      var random = SplitMix64(seed: seed)
      let bytes = Self.mutator.changed(Array(Self.theme.utf8), &random)
      let (theme, diagnostics, source) = Theme.load(bytes, path: "x.yaml")
      #expect((theme == nil) == diagnostics.contains { $0.severity == .error }, "seed \(seed)")
      for diagnostic in diagnostics {
        #expect(!renderer.render(diagnostic, source: source).isEmpty, "seed \(seed)")
      }
    }
  }
}
