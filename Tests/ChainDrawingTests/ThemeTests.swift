import Foundation
import Testing

@testable import ChainDrawing

@Suite struct ThemeTests {
  let theme = Theme.standard

  @Test func `text stands out from every fill`() {
    let page = theme.palette.page
    for style in CardStyle.allCases {
      let look = theme.look(of: style)
      #expect(contrast(look.headText, look.head) >= 4.5, "\(style): heading")
      #expect(contrast(theme.palette.ink, look.body) >= 4.5, "\(style): line")
      #expect(contrast(theme.palette.muted, look.body) >= 4.5, "\(style): muted line")
      #expect(contrast(theme.palette.project, look.body) >= 4.5, "\(style): project's glyph")
      #expect(contrast(theme.palette.star, look.body) >= 4.5, "\(style): star")
    }
    let missing = theme.look(of: .missing)
    #expect(contrast(page, missing.border) >= 4.5)
    for tint in theme.tints { #expect(contrast(page, tint) >= 4.5, "\(tint.hex)") }
    for color in [theme.palette.ink, theme.palette.muted] {
      #expect(contrast(color, page) >= 4.5)
      #expect(contrast(color, theme.palette.band) >= 4.5)
    }
  }

  @Test(arguments: [CardStyle.leader, .department, .collective, .plain, .task])
  func `group numbers and asides stand out from small cards`(_ style: CardStyle) {
    let head = theme.look(of: style).head
    #expect(contrast(theme.palette.muted, head) >= 4.5)
    for tint in theme.tints { #expect(contrast(tint, head) >= 4.5, "\(tint.hex) on \(head.hex)") }
  }

  @Test func `the calmest link is still visible`() {
    for style in LinkStyle.allCases {
      #expect(contrast(theme.look(of: style).color, theme.palette.band) >= 2.2, "\(style)")
    }
  }

  @Test func `coverage reads without colour`() {
    let styles: [CardStyle] = [.strong, .weak, .building, .planned, .missing]
    for (index, style) in styles.enumerated() {
      for other in styles[..<index] {
        let (one, two) = (theme.look(of: style), theme.look(of: other))
        #expect(one.glyph != two.glyph)
        #expect(one.stroke != two.stroke || contrast(one.head, two.head) >= 3, "\(style) \(other)")
      }
    }
  }

  @Test func `a theme survives a file`() throws {
    let data = try JSONEncoder().encode(theme)
    #expect(try JSONDecoder().decode(Theme.self, from: data) == theme)
    #expect(String(decoding: data, as: UTF8.self).contains("\"strong\""))
  }

  @Test(arguments: [
    ("#1D4F7C", true), ("1D4F7C", false), ("#1D4F7", false), ("#+D4F7C", false), ("", false),
  ])
  func `only six hexadecimal digits are a colour`(_ text: String, _ isColor: Bool) {
    #expect((Color(hex: text)?.hex == text) == isColor)
  }

  private func contrast(_ one: Color, _ two: Color) -> Double {
    let (a, b) = (luminance(one), luminance(two))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The relative luminance of WCAG 2.
  private func luminance(_ color: Color) -> Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }
}
