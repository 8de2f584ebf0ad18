import ChainPages
import Foundation
import Testing

/// The colours stand in the style sheet alone; they are read from there.
@Suite("Colours of the pages")
struct PaletteTests {
  private static let sheet = String(decoding: Explorer.styleSheet, as: UTF8.self)

  /// The colours of the first block that begins with `head`.
  private static func colors(_ head: String) throws -> [String: String] {
    let start = try #require(sheet.range(of: head + " {")).upperBound
    let end = try #require(sheet.range(of: "}", range: start..<sheet.endIndex)).lowerBound
    var colors: [String: String] = [:]
    for part in sheet[start..<end].split(separator: ";") {
      let words = part.split(separator: ":").map {
        $0.trimmingCharacters(in: .whitespacesAndNewlines)
      }
      if words.count == 2, words[0].hasPrefix("--") {
        colors[String(words[0].dropFirst(2))] = words[1]
      }
    }
    return colors
  }

  private static func luminance(_ color: String) throws -> Double {
    let digits = try #require(color.hasPrefix("#") ? color.dropFirst() : nil)
    let whole = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
    let value = try #require(Int(whole, radix: 16))
    let parts = [value >> 16, value >> 8, value].map { part -> Double in
      let share = Double(part & 255) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test(arguments: [":root", ":root[data-theme=\"dark\"]", ":root, :root[data-theme=\"dark\"]"])
  func `what is read stands out from what it stands on`(_ head: String) throws {
    let base = try Self.colors(":root")
    let colors = base.merging(try Self.colors(head)) { $1 }
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
        let values = try [text, ground].map { try Self.luminance(try #require(colors[$0])) }
        let contrast = ((values.max() ?? 0) + 0.05) / ((values.min() ?? 0) + 0.05)
        #expect(contrast >= 4.5, "\(head): \(text) on \(ground): \(contrast)")
      }
    }
    let edge = try [try #require(colors["edge"]), try #require(colors["surface"])].map(
      Self.luminance
    )
    #expect(((edge.max() ?? 0) + 0.05) / ((edge.min() ?? 0) + 0.05) >= 3, "\(head): edge")
  }

  @Test func `the dark that one chooses is the dark of the system`() throws {
    let chosen = try Self.colors(":root[data-theme=\"dark\"]")
    let preferred = try Self.colors(":root:not([data-theme=\"light\"])")
    #expect(chosen == preferred && chosen.count > 10)
  }
}
