import ChainPages
import Foundation
import Testing

/// The colours of the pages as one head of the style sheet gives them.
struct Palette {
  private let colors: [String: String]

  /// The colours under `head`, and for those that it leaves alone the light ones.
  init(_ head: String) throws {
    colors = try Self.colors(":root").merging(try Self.colors(head)) { $1 }
  }

  /// The colours of the first block that begins with `head`.
  static func colors(_ head: String) throws -> [String: String] {
    let sheet = Stylesheet.text
    let start = try #require(sheet.range(of: head + " {")).upperBound
    let end = try #require(sheet.range(of: "}", range: start..<sheet.endIndex)).lowerBound
    let colors = Stylesheet.declarations(sheet[start..<end]).filter { $0.key.hasPrefix("--") }
    return Dictionary(uniqueKeysWithValues: colors.map { (String($0.key.dropFirst(2)), $0.value) })
  }

  /// How far two colours are apart, by WCAG 2.2: 1 to 21.
  func contrast(_ first: String, _ second: String) throws -> Double {
    let values = try [first, second].map {
      try Self.luminance(try #require(colors[$0], "no colour is called \($0)"))
    }
    return ((values.max() ?? 0) + 0.05) / ((values.min() ?? 0) + 0.05)
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
}

/// The style sheet of the pages, rule by rule.
enum Stylesheet {
  static let text = String(decoding: Explorer.styleSheet, as: UTF8.self)

  private static let rules: [(selectors: [String], look: [String: String])] =
    text.replacing(/\/\*.*?\*\//.dotMatchesNewlines(), with: "")
    .matches(of: /([^{}]+)\{([^{}]*)\}/)
    .map { rule in
      let selectors = rule.1.split(separator: ",")
        .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      return (selectors, declarations(rule.2))
    }

  /// What a mark of a class and a variant looks like: later rules replace earlier ones.
  static func look(of mark: String, _ variant: String) -> [String: String] {
    let pseudo = variant.hasSuffix("::before")
    let plain = pseudo ? [] : ["." + mark]
    return rules.filter { !Set($0.selectors).isDisjoint(with: plain + [".\(mark).\(variant)"]) }
      .reduce(into: [:]) { look, rule in look.merge(rule.look) { $1 } }
  }

  /// The names and values of a block.
  static func declarations(_ block: Substring) -> [String: String] {
    let pairs = block.split(separator: ";").compactMap { part -> (String, String)? in
      guard let colon = part.firstIndex(of: ":") else { return nil }
      let words = [part[..<colon], part[part.index(after: colon)...]].map {
        $0.trimmingCharacters(in: .whitespacesAndNewlines)
      }
      return (words[0], words[1])
    }
    return Dictionary(pairs) { $1 }
  }
}
