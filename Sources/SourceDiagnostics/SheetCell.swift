/// A cell of a workbook, as a person finds it.
public struct SheetCell: Hashable, Sendable, CustomStringConvertible {
  /// The name on the sheet's tab.
  public let sheet: String
  /// The row, from 1.
  public let row: Int
  /// The column, from 1.
  public let column: Int

  /// The cell of `sheet` at a row and a column, both counted from 1.
  public init(sheet: String, row: Int, column: Int) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// The column's letters and the row: `C12`.
  public var reference: String { Self.letters(of: column) + String(row) }

  /// Sheet and reference, as formulas write them: `企业!C12`.
  public var description: String { "\(sheet)!\(reference)" }

  private static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      let letter = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
      letters = String(Character(Unicode.Scalar(letter))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
