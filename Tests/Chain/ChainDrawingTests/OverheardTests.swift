import Foundation
import Testing

@testable import ChainDrawing

/// What the libraries below write to standard error reaches whoever mends programs, and no user.
@Suite struct OverheardTests {
  /// Draws what makes Graphviz, Pango or Fontconfig complain, in every way of drawing.
  private static func complain() throws {
    LibraryWords.keep()
    setenv("FONTCONFIG_FILE", "/nonexistent/fonts.conf", 1)
    _ = try Engine.measure(try Lowering(swimwear, theme: .standard).blueprint())
    var blueprint = try Lowering(swimwear, theme: .standard).blueprint()
    let odd = [
      "<TABLE><TR>", "<TABLE><TR><TD>a</TD></TR><TR></TR></TABLE>", "<B><I></B></I>", "&nosuch;",
      "<TABLE><TR><TD WIDTH=\"1\" HEIGHT=\"1\" FIXEDSIZE=\"TRUE\">wide</TD></TR></TABLE>",
      "<IMG SRC=\"/nonexistent.png\"/>",
    ]
    for (index, label) in odd.enumerated() {
      blueprint.nodes = [
        Blueprint.Node(
          name: "odd\(index)",
          attributes: [
            .markup("label", Markup(text: label)), .plain("shape", "nosuch"),
            .plain("fontname", "No Such Font,@!"), .plain("color", "nosuch"),
            .plain("image", "/nonexistent.png"),
          ]
        )
      ]
      (blueprint.bands, blueprint.edges, blueprint.engine) = ([], [], "dot")
      for format in ["svg", "png", "pdf", "nosuch"] {
        _ = try? Engine.render(blueprint, format: format) { _ in fatalError("it has an engine") }
      }
      let sheet = try #require(Paper.Page(.a4).sheet)
      _ = try? Engine.document([
        Engine.Page(blueprint: blueprint, sheet: sheet) { _ in fatalError("it has an engine") }
      ])
    }
  }

  @Test func `nothing that the libraries write comes out`() async throws {
    let result = try await #require(
      processExitsWith: .success,
      observing: [\.standardErrorContent]
    ) {
      try OverheardTests.complain()
      FileHandle.standardError.write(Data("ours\n".utf8))
    }
    let said = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(said.contains("ours\n"))
    for word in ["warning", "error", "fontconfig", "pango", "glib", "cairo", "graph"] {
      #expect(!said.lowercased().contains(word), "\(said)")
    }
  }

  @Test func `what is overheard is kept for the error that follows`() async throws {
    let result = try await #require(
      processExitsWith: .success,
      observing: [\.standardOutputContent]
    ) {
      LibraryWords.keep()
      setenv("FONTCONFIG_FILE", "/nonexistent/fonts.conf", 1)
      var blueprint = try Lowering(swimwear, theme: .standard).blueprint()
      let broken = Blueprint.Attribute.markup("label", Markup(text: "<TABLE><TR>"))
      blueprint.nodes.append(Blueprint.Node(name: "broken", attributes: [broken]))
      do { _ = try Engine.measure(blueprint) } catch { print(String(describing: error)) }
    }
    let said = String(decoding: result.standardOutputContent, as: UTF8.self)
    #expect(said.contains("layout: Error") && said.contains("Fontconfig error"), "\(said)")
  }
}
