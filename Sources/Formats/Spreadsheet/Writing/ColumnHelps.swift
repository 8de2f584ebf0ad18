import CXlsxWriter

/// Writes what helps a person to fill in a sheet: choices for its cells and notes on its headings.
struct ColumnHelps {
  let target: UnsafeMutablePointer<lxw_worksheet>
  let sheet: Workbook.Sheet

  private static let noteWidth = 280
  /// The font is the program's own; these are what its letters take, in pixels.
  private static let cellsInLine = 40
  private static let lineHeight = 17

  func write(_ lists: ChoiceLists) throws(SpreadsheetError) {
    for (number, column) in sheet.columns.enumerated() {
      if !column.choices.isEmpty {
        try offer(column.choices, lxw_col_t(number), lists)
      }
      if let note = column.note { try write(note, sheet.headingRow, lxw_col_t(number)) }
    }
    var told: [Workbook.Remark.Place: [String]] = [:]
    for remark in sheet.remarks { told[remark.place, default: []].append(remark.text) }
    for (place, texts) in told {
      let (row, column) = sheet.cell(at: place)
      // A note of the heading's own gives way.
      try write(texts.joined(separator: "\n"), row, column)
    }
  }

  private func offer(
    _ choices: [String],
    _ column: lxw_col_t,
    _ lists: ChoiceLists
  ) throws(SpreadsheetError) {
    let wanted = Int(sheet.firstRow) + sheet.rows.count + Workbook.Column.emptyRowsToFill
    let last = lxw_row_t(min(wanted, CellAddress.lastRow) - 1)
    var rule = lxw_data_validation()
    if sheet.columns[Int(column)].isOpen {
      rule.show_error = UInt8(LXW_VALIDATION_OFF.rawValue)
    }
    guard let range = lists.range(of: choices) else {
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      var list: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) }
      defer { list.forEach { free($0) } }
      // The library copies the texts; a null ends them.
      list.append(nil)
      return try list.withUnsafeMutableBufferPointer { list throws(SpreadsheetError) in
        rule.value_list = list.baseAddress
        try apply(&rule, column, last)
      }
    }
    rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    let formula = strdup(range)
    defer { free(formula) }
    rule.value_formula = formula
    try apply(&rule, column, last)
  }

  private func apply(
    _ rule: inout lxw_data_validation,
    _ column: lxw_col_t,
    _ last: lxw_row_t
  ) throws(SpreadsheetError) {
    let first = sheet.firstRow
    guard first <= last else { return }
    try check(worksheet_data_validation_range(target, first, column, last, column, &rule))
  }

  private func write(
    _ note: String,
    _ row: lxw_row_t,
    _ column: lxw_col_t
  ) throws(SpreadsheetError) {
    let text = note.cellText()
    guard !text.isEmpty else { return }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let width = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
      return max(1, (width + Self.cellsInLine - 1) / Self.cellsInLine)
    }
    var options = lxw_comment_options()
    options.width = UInt16(Self.noteWidth)
    options.height = UInt16(min(lines.reduce(1, +), 30) * Self.lineHeight)
    try check(
      worksheet_write_comment_opt(target, row, column, text, &options)
    )
  }
}
