/// The place of a cell in a sheet, counted as Excel shows it: `A1` is row 1, column 1.
package struct CellAddress: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// From 1.
  package var row: Int
  /// From 1, which is A.
  package var column: Int

  package init(row: Int, column: Int) {
    (self.row, self.column) = (row, column)
  }

  /// The most rows that Excel has.
  package static let lastRow = 1_048_576
  /// The most columns that Excel has.
  package static let lastColumn = 16_384

  /// As in `C12`.
  package var description: String { Self.letters(ofColumn: column) + String(row) }

  /// From the top down, in a row from the left to the right.
  package static func < (a: Self, b: Self) -> Bool { (a.row, a.column) < (b.row, b.column) }

  /// The letters of a column, counted from 1: A to Z, then AA.
  package static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The place that a text such as `C12` or `$C$12` names; `nil` for anything else, and for what lies
  /// outside of a sheet.
  package init?(_ text: some StringProtocol) {
    var row = 0
    var column = 0
    var hasDigits = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "a")...UInt8(ascii: "z") where !hasDigits:
        column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        hasDigits = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard row <= Self.lastRow, column <= Self.lastColumn else { return nil }
    }
    guard row > 0 else { return nil }
    self.init(row: row, column: column)
  }
}
