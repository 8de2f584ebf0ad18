/// What a cell of a workbook holds.
package enum CellValue: Hashable, Sendable {
  /// Nothing, or a text of no characters.
  case empty
  /// A text, typed or the result of a formula; looks within it are left out, line ends are `\n`.
  case text(String)
  /// A number, and how it is written plainly: `30.5`, `2025`, never `2025.0` or `1e9`; fifteen digits,
  /// as Excel shows. A percentage is the number that it means: 35% is 0.35.
  case number(Double, plain: String)
  /// A number that its format shows as a day or a time.
  case date(CellDate)
  /// True or false.
  case flag(Bool)
  /// What Excel says when it cannot compute, such as `#N/A`.
  case error(String)
  /// A formula whose result is not in the file: a program wrote it that does not compute.
  case uncomputed

  /// The value as a person would type it; empty for nothing and where there is no value.
  package var plainText: String {
    switch self {
    case .empty, .uncomputed: ""
    case .text(let text), .error(let text): text
    case .number(_, let plain): plain
    case .date(let date): date.description
    case .flag(let flag): flag ? "TRUE" : "FALSE"
    }
  }
}
