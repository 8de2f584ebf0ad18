import Bilingual
package import Diagnostics

/// Which columns state which fields, as a person says it: `name=企业,scope=业务`.
///
/// A field goes by its own name, its label or a known heading; a column by its heading or, from 1, its
/// number: `name=#2`. A field named twice takes both columns, where it takes several. Nothing behind
/// `=` says that no column states the field.
package struct RegisterColumnNames: Sendable, Hashable {
  /// One `field=column`.
  struct Choice: Sendable, Hashable {
    let column: RegisterColumn
    let heading: String
  }

  private(set) var choices: [Choice] = []

  /// The known headings alone.
  package init() {}

  /// What `text` says; a diagnostic where it says nothing.
  package static func reading(_ text: String) -> (names: Self, diagnostics: [Diagnostic]) {
    var names = Self()
    var diagnostics: [Diagnostic] = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == "，" }) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let word = String(sides[0]).trimmingSpace()
      guard sides.count == 2 else {
        diagnostics.append(.columnWithoutHeading(word))
        continue
      }
      guard let column = RegisterColumn(word: word) else {
        diagnostics.append(.unknownRegisterField(word))
        continue
      }
      names.choices.append(Choice(column: column, heading: String(sides[1]).trimmingSpace()))
    }
    return (names, diagnostics)
  }

  /// Whether a person says of `column` where it stands, or that it stands nowhere.
  func decides(_ column: RegisterColumn) -> Bool { choices.contains { $0.column == column } }

  /// The columns, from 0, that `choice` means.
  static func positions(of choice: Choice, in headings: [String]) -> [Int] {
    if let number = number(choice) {
      return headings.indices.contains(number - 1) ? [number - 1] : []
    }
    let exact = headings.indices.filter { headings[$0] == choice.heading }
    guard exact.isEmpty else { return exact }
    let key = HeadingText(choice.heading).key
    return key.isEmpty ? [] : headings.indices.filter { HeadingText(headings[$0]).key == key }
  }

  static func number(_ choice: Choice) -> Int? {
    choice.heading.hasPrefix("#") ? Int(choice.heading.dropFirst()) : nil
  }
}
