import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ChainDrawing

@Suite struct ThemeFileTests {
  /// Reads a text as a theme's file.
  private func load(_ text: String, extending base: Theme = .standard) throws
    -> (theme: Theme?, diagnostics: [Diagnostic], source: SourceText?)
  {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return Theme.load(path: file.path, extending: base)
  }

  private func expect(
    _ codes: String...,
    in text: String,
    helps: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let marked = MarkedText(text + "\n")
    let (theme, diagnostics, source) = try load(marked.text)
    #expect(theme == nil, sourceLocation: sourceLocation)
    #expect(source != nil, sourceLocation: sourceLocation)
    #expect(diagnostics.map(\.code) == codes, sourceLocation: sourceLocation)
    let ranges = diagnostics.map { $0.location?.range }
    #expect(ranges == marked.ranges, sourceLocation: sourceLocation)
    for (diagnostic, help) in zip(diagnostics, helps) {
      #expect(diagnostic.help?.en.contains(help) == true, sourceLocation: sourceLocation)
    }
    for text in diagnostics.flatMap({ [$0.message, $0.help].compactMap { $0 } }) {
      #expect(text.zh.contains(/\p{Han}/), sourceLocation: sourceLocation)
      #expect(text.en.contains(/[a-z]/), sourceLocation: sourceLocation)
    }
  }

  @Test func `a file changes what it names and nothing else`() throws {
    let (theme, diagnostics, _) = try load(
      """
      fonts: [Source Han Sans SC]
      sizes: {title: 30}
      cards:
        many: {head: "#004D40", glyph: ""}
      links:
        gap: {stroke: dashed, width: 2.5}
      tints: ["#000000"]
      spacing: {linesPerCard: 5}
      """
    )
    #expect(diagnostics.isEmpty)
    var expected = Theme.standard
    expected.fonts = ["Source Han Sans SC"]
    expected.sizes.title = 30
    expected.cards[.many]?.head = Theme.Color(0x004D40)
    expected.cards[.many]?.glyph = ""
    expected.links[.gap]?.stroke = .dashed
    expected.links[.gap]?.width = 2.5
    expected.tints = [.black]
    expected.spacing.linesPerCard = 5
    #expect(theme == expected)
  }

  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func `the example of the readme has no fault`(_ name: String) throws {
    let readme = try String(contentsOf: Repository.url.appending(path: name), encoding: .utf8)
    let example = try #require(readme.firstMatch(of: /```yaml\n(fonts:[^`]+)```/))
    let (theme, diagnostics, _) = try load(String(example.1))
    #expect(diagnostics.isEmpty)
    #expect(theme?.sizes.title == 30)
  }

  @Test func `files stand on each other`() throws {
    let city = try #require(try load("palette: {band: \"#EEF3EE\"}").theme)
    let office = try #require(try load("sizes: {line: 12}", extending: city).theme)
    #expect(office.palette.band == Theme.Color(0xEEF3EE))
    #expect(office.sizes.line == 12)
  }

  @Test func `a file that holds nothing is the theme below it`() throws {
    #expect(try load("# later\n").theme == .standard)
  }

  @Test func `what is read can be drawn with`() throws {
    let theme = try #require(
      try load("sizes: {line: 4, title: 96}\nlinks: {flow: {width: 20}}").theme
    )
    #expect(throws: Never.self) { try theme.validate() }
  }

  @Test func `all faults are shown at once where they stand`() throws {
    try expect(
      "unknown-field",
      "bad-font",
      "bad-number",
      "bad-number",
      "unknown-field",
      "bad-color",
      "unknown-word",
      "unknown-word",
      "bad-number",
      "bad-glyph",
      "unknown-field",
      "unknown-word",
      "bad-color",
      "bad-color",
      "bad-number",
      "bad-number",
      in: """
        ⟦colours⟧: {}
        fonts: [Noto Sans, ⟦'a"b'⟧]
        sizes: {title: ⟦300⟧, line: ⟦big⟧, ⟦titel⟧: 20}
        palette:
          page: ⟦white⟧
        cards:
          ⟦stong⟧: {head: "#000000"}
          single: {stroke: ⟦dashd⟧, width: ⟦1.5⟧, glyph: ⟦一二三四⟧, ⟦colour⟧: "#000000"}
        links:
          ⟦flows⟧: {width: 1}
          gap: {color: ⟦1D4F7C⟧, width: 1}
        tints: ["#000000", ⟦"#00"⟧]
        spacing: {aspect: ⟦nan⟧, linesPerCard: ⟦0⟧}
        """
    )
  }

  @Test func `near misses are answered with what was meant`() throws {
    try expect(
      "unknown-field",
      "unknown-word",
      "unknown-word",
      "unknown-word",
      in: """
        ⟦palete⟧: {}
        cards:
          ⟦mising⟧: {}
          single: {stroke: ⟦dotetd⟧}
        links:
          ⟦feedbak⟧: {}
        """,
      helps: ["did you mean 'palette'", "'missing'", "'dotted'", "'feedback'"]
    )
  }

  @Test func `an unquoted colour is told from a comment`() throws {
    try expect("bad-color", in: "palette:\n  page:⟦⟧ #FFFFFF", helps: ["in quotes"])
    try expect("bad-color", in: "palette:\n  page: ⟦1D4F7C⟧", helps: ["\"#1D4F7C\""])
  }

  @Test func `another shape is a fault`() throws {
    try expect("wrong-shape", in: "⟦-⟧ a")
    try expect("wrong-shape", in: "cards: ⟦a⟧")
    try expect("wrong-shape", in: "sizes: {title: ⟦[⟧1]}")
    try expect("wrong-count", in: "fonts: ⟦[⟧]")
    try expect("wrong-count", in: "tints: ⟦[⟧]")
    try expect("wrong-shape", in: "tints: [⟦{⟧}]")
    try expect("duplicate-key", in: "sizes: {title: 20, ⟦title⟧: 21}")
    try expect("yaml-syntax", in: "sizes: [a\nb⟦:⟧ c")
  }

  @Test func `a file that is not there is a fault`() {
    let (theme, diagnostics, source) = Theme.load(path: "/no/such/theme.yaml")
    #expect(theme == nil)
    #expect(source == nil)
    #expect(diagnostics.map(\.code) == ["unreadable-file"])
  }

  @Test func `a number just beyond a limit is refused, by the file and by the drawing alike`()
    throws
  {
    for field in ThemeFields.sizes {
      #expect(try load("sizes: {\(field.name): 96.5}").theme == nil)
      var theme = Theme.standard
      field.set(&theme.sizes, 96.5)
      #expect(throws: RenderError.self) { try theme.validate() }
    }
    for field in ThemeFields.spacing {
      #expect(try load("spacing: {\(field.name): -1}").theme == nil)
      var theme = Theme.standard
      field.set(&theme.spacing, -1)
      #expect(throws: RenderError.self) { try theme.validate() }
    }
  }
}
