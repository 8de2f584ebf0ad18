/// A cell of a workbook, as a person finds it.
public struct SheetCell: Hashable, Sendable, CustomStringConvertible {
  /// The name on the sheet's tab.
  public let sheet: String
  /// The column's letters and the row, from 1: `C12`.
  public let reference: String

  /// The cell of `sheet` known as `reference`.
  public init(sheet: String, reference: String) {
    self.sheet = sheet
    self.reference = reference
  }

  /// Sheet and reference, as formulas write them: `企业!C12`.
  public var description: String { "\(sheet)!\(reference)" }
}
