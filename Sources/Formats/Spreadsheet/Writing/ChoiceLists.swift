import CXlsxWriter

/// The lists of choices that are too long for a cell's own rule; a hidden sheet holds them, a column
/// for each that differs.
struct ChoiceLists {
  private let lists: [[String]]
  private let columns: [[String]: Int]
  /// The name of the hidden sheet.
  let name: String

  init(of sheets: [Workbook.Sheet], named name: String) {
    var lists: [[String]] = []
    var columns: [[String]: Int] = [:]
    for choices in sheets.flatMap(\.columns).map(\.choices) where !choices.fitInRule {
      guard columns[choices] == nil else { continue }
      columns[choices] = lists.count
      lists.append(choices)
    }
    (self.lists, self.columns, self.name) = (lists, columns, name)
  }

  var isEmpty: Bool { lists.isEmpty }

  /// What a rule says in place of `choices`; `nil` where it can hold them itself.
  func range(of choices: [String]) -> String? {
    guard let column = columns[choices] else { return nil }
    let letters = CellAddress.letters(ofColumn: column + 1)
    return "='\(name)'!$\(letters)$1:$\(letters)$\(choices.count)"
  }

  func checkSize() throws(SpreadsheetError) {
    for list in lists {
      try Workbook.Sheet.checkSize(rows: list.count, columns: lists.count, of: name)
    }
  }

  func write(_ target: UnsafeMutablePointer<lxw_worksheet>) throws(SpreadsheetError) {
    worksheet_hide(target)
    for (column, list) in lists.enumerated() {
      for (row, choice) in list.enumerated() {
        let text = choice.cellText()
        try check(
          worksheet_write_string(target, lxw_row_t(row), lxw_col_t(column), text, nil)
        )
      }
    }
  }
}

extension [String] {
  /// Excel's limit is in UTF-16 units, the commas between included. The library copies as many bytes
  /// of UTF-8 into a buffer of that size, and writes past its end when a text has more.
  private static let longestRule = 255

  /// Whether a cell's rule can hold the texts: it is short, commas part it, and blanks get lost.
  var fitInRule: Bool {
    let length = reduce(count - 1) { $0 + $1.utf8.count }
    return length <= Self.longestRule
      && allSatisfy { choice in
        !choice.isEmpty && choice == choice.cellText()
          && !choice.contains { $0 == "," || $0 == "\"" || $0.isNewline }
          && choice.first?.isWhitespace == false && choice.last?.isWhitespace == false
      }
  }
}
