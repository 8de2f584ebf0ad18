public import Diagnostics

/// A text in which ⟦ and ⟧ stand around each stretch that a caret must mark; the brackets
/// themselves are no part of the text.
public struct MarkedText {
  /// The text without the brackets.
  public let text: String
  /// What the brackets stand around, in the order of the text.
  public let ranges: [SourceRange]

  /// Takes the brackets out of `marked`.
  ///
  /// - Precondition: Every bracket has its counterpart on its line.
  public init(_ marked: String) {
    var plain = String.UnicodeScalarView()
    var ranges: [SourceRange] = []
    var line = 1
    var column = 1
    var start: SourcePosition?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = SourcePosition(line: line, column: column)
      case "⟧":
        guard let begun = start else { preconditionFailure("⟧ without ⟦ in \(marked)") }
        ranges.append(SourceRange(start: begun, length: column - begun.column))
        start = nil
      default:
        plain.append(scalar)
        column = scalar == "\n" ? 1 : column + 1
        line += scalar == "\n" ? 1 : 0
      }
    }
    precondition(start == nil, "⟦ without ⟧ in \(marked)")
    text = String(plain)
    self.ranges = ranges
  }
}
