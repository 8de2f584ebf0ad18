import ChainPages
import ChainQueries
import ProgressLoop
import Testing

/// The colours stand in the style sheet alone; they are read from there.
@Suite("Colours of the pages")
struct PaletteTests {
  /// Light, dark and paper.
  private static let heads = [
    ":root", ":root[data-theme=\"dark\"]", ":root, :root[data-theme=\"dark\"]",
  ]

  @Test(arguments: heads)
  func `what is read stands out from what it stands on`(_ head: String) throws {
    let palette = try Palette(head)
    let pairs = [
      ("ink", ["page", "surface", "raised", "tint", "fill"]),
      ("quiet", ["page", "surface", "raised"]), ("accent", ["page", "surface", "raised", "tint"]),
      ("on-accent", ["accent"]), ("coming", ["surface", "coming-tint"]),
      ("lack", ["surface", "lack-tint"]),
    ]
    for (text, grounds) in pairs {
      for ground in grounds {
        // On paper the ground of what is to fill in is that of the screen.
        if head.contains(","), ground == "fill" { continue }
        let contrast = try palette.contrast(text, ground)
        #expect(contrast >= 4.5, "\(head): \(text) on \(ground): \(contrast)")
      }
    }
    #expect(try palette.contrast("edge", "surface") >= 3, "\(head): edge")
  }

  /// A badge stands in a panel and in the rows of a list: plain, under the pointer, chosen.
  @Test(arguments: heads)
  func `the word of every verdict can be read on every row`(_ head: String) throws {
    let palette = try Palette(head)
    for verdict in Verdict.allCases {
      let look = Stylesheet.look(of: "badge", verdict.rawValue)
      let text = try #require(look["color"]?.variable, "\(verdict)")
      let grounds = look["background"]?.variable.map { [$0] } ?? ["surface", "raised", "tint"]
      for ground in grounds {
        let contrast = try palette.contrast(text, ground)
        #expect(contrast >= 4.5, "\(head): \(verdict): \(text) on \(ground): \(contrast)")
      }
    }
  }

  @Test(arguments: heads)
  func `the word of every light can be read, and has a sign of its own`(_ head: String) throws {
    let palette = try Palette(head)
    var signs: Set<String> = []
    for light in Light.allCases {
      let look = Stylesheet.look(of: "badge", light.rawValue)
      let text = try #require(look["color"]?.variable, "\(light)")
      for ground in ["page", "surface", "raised", "tint"] {
        let contrast = try palette.contrast(text, ground)
        #expect(contrast >= 4.5, "\(head): \(light): \(text) on \(ground): \(contrast)")
      }
      signs.insert(Stylesheet.look(of: "badge", light.rawValue + "::before")["content"] ?? "")
    }
    #expect(signs.count == Light.allCases.count)
  }

  /// A dot stands in the tree: plain, under the pointer, chosen.
  @Test(arguments: heads)
  func `the mark of every verdict stands out in the tree`(_ head: String) throws {
    let palette = try Palette(head)
    for verdict in Verdict.allCases {
      let look = Stylesheet.look(of: "dot", verdict.rawValue)
      let inks = ["color", "border", "border-color", "background"].compactMap { look[$0]?.variable }
      let ink = try #require(look["border-color"]?.variable ?? inks.last, "\(verdict)")
      for ground in ["page", "raised", "tint"] {
        let contrast = try palette.contrast(ink, ground)
        #expect(contrast >= 4.5, "\(head): \(verdict): \(ink) on \(ground): \(contrast)")
      }
    }
  }

  @Test func `each verdict has a mark of its own, whatever colours one sees`() {
    let looks = Verdict.allCases.map { verdict in
      // Without their colours, marks differ by shape, line and sign.
      let look = Stylesheet.look(of: "dot", verdict.rawValue)
        .merging(Stylesheet.look(of: "dot", verdict.rawValue + "::before")) { $1 }
      return look.mapValues { $0.replacing(/var\(--[a-z-]+\)/, with: "ink") }
    }
    for (number, look) in looks.enumerated() {
      #expect(
        !looks[..<number].contains(look),
        "\(Verdict.allCases[number]) looks like another"
      )
    }
    #expect(Stylesheet.look(of: "dot", "unknown::before")["content"] == "\"?\"")
    #expect(Stylesheet.look(of: "dot", "presumed::before")["content"] == "\"≈\"")
  }

  @Test(arguments: ["dot", "badge"])
  func `red is for gaps alone, what is unknown is grey and hollow, and what is wanted is dotted`(
    _ mark: String
  ) {
    for verdict in Verdict.allCases {
      let look = Stylesheet.look(of: mark, verdict.rawValue)
      let isRed = look.values.contains { $0.contains("var(--lack") }
      #expect(isRed == [.missing, .lacking].contains(verdict), "\(mark) \(verdict)")
    }
    let unknown = Stylesheet.look(of: mark, "unknown")
    #expect(unknown.values.contains { $0.contains("var(--quiet)") })
    #expect(unknown["background"] == nil)
    #expect(Stylesheet.look(of: mark, "wanted")["border-style"] == "dotted")
  }

  @Test func `the dark that one chooses is the dark of the system`() throws {
    let chosen = try Palette.colors(":root[data-theme=\"dark\"]")
    let preferred = try Palette.colors(":root:not([data-theme=\"light\"])")
    #expect(chosen == preferred && chosen.count > 10)
  }
}

extension String {
  /// The name of the colour in it: of `var(--lack)` it is `lack`.
  fileprivate var variable: String? {
    firstMatch(of: /var\(--([a-z-]+)\)/).map { String($0.1) }
  }
}
