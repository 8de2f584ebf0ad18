import CXlsxWriter

/// Writes one sheet: title, heading, rows, notes, and how it prints.
struct SheetWriter {
  private let target: UnsafeMutablePointer<lxw_worksheet>
  private let formats: Formats
  private let sheet: Workbook.Sheet
  private let widths: [Double]

  init(
    target: UnsafeMutablePointer<lxw_worksheet>,
    formats: Formats,
    sheet: Workbook.Sheet
  ) {
    self.target = target
    self.formats = formats
    self.sheet = sheet
    widths = Self.widths(of: sheet)
  }

  /// In cells of a terminal; what is wider is wrapped.
  private static let widest = 60
  private static let narrowest = 4
  /// What Excel takes for the tallest row, in points.
  private static let tallest = 409.0
  /// Of a sheet without columns, for its title and notes.
  private static let pageWidth = 100
  private static let titlePoints = 14.0
  private static let textPoints = 11.0
  /// From one line of a cell to the next.
  private static let linePoints = 14.5

  private static let titleRow: lxw_row_t = 0

  func write() throws(SpreadsheetError) {
    if sheet.isHidden { worksheet_hide(target) }
    try setColumns()
    if let title = sheet.title {
      try write(title, in: Self.titleRow, formats.title, points: Self.titlePoints)
    }
    let wrong = Set(sheet.remarks.map(\.place))
    for (offset, line) in sheet.lead.enumerated() {
      let format = offset == 0 ? formats.firstLead : formats.lead
      let isWrong = wrong.contains(.lead(offset))
      let own = isWrong ? formats.shaded(.plain, .text, isWrong: true) : format
      try write(line, sheet.leadRow + lxw_row_t(offset), 0, own)
    }
    for (column, heading) in sheet.columns.enumerated() {
      let isWrong = wrong.contains(.heading(column: column))
      let own = isWrong ? formats.shaded(.plain, .text, isWrong: true) : formats.heading
      try write(heading.heading, sheet.headingRow, lxw_col_t(column), own)
    }
    for (offset, row) in sheet.rows.enumerated() {
      precondition(row.count == sheet.columns.count, "a row needs a cell for each column")
      let position = sheet.firstRow + lxw_row_t(offset)
      if sheet.lines.indices.contains(offset), sheet.lines[offset] > 1 {
        let height = min(Double(sheet.lines[offset]) * Self.linePoints + 3, Self.tallest)
        try check(worksheet_set_row(target, position, height, nil))
      }
      for (column, cell) in row.enumerated() {
        let isWrong = wrong.contains(.row(offset, column: column))
        if isWrong || sheet.columns[column].shade != .plain {
          try writeShaded(cell, position, lxw_col_t(column), isWrong: isWrong)
        } else {
          try write(cell, position, lxw_col_t(column))
        }
      }
    }
    let end = sheet.firstRow + lxw_row_t(sheet.rows.count)
    for (offset, note) in sheet.notes.enumerated() {
      try write(note, in: end + 1 + lxw_row_t(offset), formats.note, points: Self.textPoints)
    }
    try setUp(lastRow: end - 1)
  }

  // MARK: Widths

  private func setColumns() throws(SpreadsheetError) {
    for (number, width) in widths.enumerated() {
      let isVerbatim =
        sheet.columns.indices.contains(number) && sheet.columns[number].kind == .verbatim
      // The look of a column is that of its cells to come.
      let format = isVerbatim ? formats.verbatimToCome : nil
      let column = lxw_col_t(number)
      let isHidden = sheet.columns.indices.contains(number) && sheet.columns[number].isHidden
      var options = lxw_row_col_options()
      options.hidden = isHidden ? 1 : 0
      try check(worksheet_set_column_opt(target, column, column, width, format, &options))
    }
  }

  /// The widths of the columns, in digits of the standard font: half a Chinese character is a
  /// little wider than one. A narrow table is widened, so that its title is not a heap of lines.
  private static func widths(of sheet: Workbook.Sheet) -> [Double] {
    guard !sheet.columns.isEmpty else { return [Double(pageWidth)] }
    let widths = sheet.columns.map { Double(min(max($0.width, narrowest), widest)) * 1.1 + 2 }
    let title = sheet.title.map { lineWidth(of: $0, points: titlePoints) } ?? 0
    let wanted = min(title, Double(widest))
    let lacking = max(0, wanted - widths.reduce(0, +)) / Double(widths.count)
    return widths.map { $0 + lacking }
  }

  private static func lineWidth(of caption: Workbook.Caption, points: Double) -> Double {
    Double(caption.width) * 1.1 * points / textPoints + 2
  }

  /// A text across all columns, in a row that is tall enough for it.
  private func write(
    _ caption: Workbook.Caption,
    in row: lxw_row_t,
    _ format: Formats.Format?,
    points: Double
  ) throws(SpreadsheetError) {
    let text = caption.text.cellText()
    let last = sheet.columns.count - 1
    if last > 0 {
      try check(worksheet_merge_range(target, row, 0, row, lxw_col_t(last), text, format))
    } else {
      try check(worksheet_write_string(target, row, 0, text, format))
    }
    let wanted = Self.lineWidth(of: caption, points: points)
    let lines = max(1, (wanted / widths.reduce(0, +)).rounded(.up))
    let height = min(lines * points * 1.35 + 4, Self.tallest)
    try check(worksheet_set_row(target, row, height, nil))
  }

  // MARK: Cells

  private func write(
    _ cell: Workbook.Cell,
    _ row: lxw_row_t,
    _ column: lxw_col_t
  ) throws(SpreadsheetError) {
    let kind = sheet.columns[Int(column)].kind
    switch cell {
    case .empty, .blank, .flag(false):
      try check(worksheet_write_blank(target, row, column, formats.blank(kind)))
    case .text(let text): try write(text, row, column, formats.text(kind))
    case .integer(let number):
      // Excel keeps fifteen digits.
      guard number.magnitude < 1_000_000_000_000_000 else {
        return try write(String(number), row, column, formats.text)
      }
      try check(worksheet_write_number(target, row, column, Double(number), formats.number))
    case .decimal(let number, let unit):
      let format = unit.map { formats.number(in: $0) } ?? formats.number
      guard number.isFinite, let format else {
        let text = "\(number)" + (unit.map { " \($0)" } ?? "")
        return try write(text, row, column, formats.text)
      }
      try check(worksheet_write_number(target, row, column, number, format))
    case .flag(true): try write("✓", row, column, formats.mark)
    case .toFill(let words): try write(words, row, column, formats.toFill)
    }
  }

  /// A cell that is told, asked about or wrong.
  private func writeShaded(
    _ cell: Workbook.Cell,
    _ row: lxw_row_t,
    _ column: lxw_col_t,
    isWrong: Bool
  ) throws(SpreadsheetError) {
    let (kind, shade) = (sheet.columns[Int(column)].kind, sheet.columns[Int(column)].shade)
    func format(_ unit: String? = nil) -> Formats.Format? {
      formats.shaded(shade, kind, isWrong: isWrong, unit: unit)
    }
    switch cell {
    case .empty, .flag(false): try write("", row, column, format())
    case .blank(let unit): try write("", row, column, format(unit))
    case .integer(let number): try write(String(number), row, column, format())
    case .decimal(let number, let unit):
      guard number.isFinite else { return try write("\(number)", row, column, format()) }
      try check(worksheet_write_number(target, row, column, number, format(unit)))
    case .text(let text), .toFill(let text): try write(text, row, column, format())
    case .flag(true): try write("✓", row, column, format())
    }
  }

  private func write(
    _ text: String,
    _ row: lxw_row_t,
    _ column: lxw_col_t,
    _ format: Formats.Format?
  ) throws(SpreadsheetError) {
    let text = text.cellText()
    if text.isEmpty {
      try check(worksheet_write_blank(target, row, column, format))
    } else {
      try check(worksheet_write_string(target, row, column, text, format))
    }
  }

  // MARK: Page

  private func setUp(lastRow: lxw_row_t) throws(SpreadsheetError) {
    worksheet_set_landscape(target)
    let a4: UInt8 = 9
    worksheet_set_paper(target, a4)
    worksheet_fit_to_pages(target, 1, 0)
    worksheet_set_margins(target, 0.4, 0.4, 0.5, 0.7)
    worksheet_center_horizontally(target)
    try check(worksheet_set_footer(target, "&C&P / &N"))
    guard !sheet.columns.isEmpty else { return }
    try check(worksheet_repeat_rows(target, Self.titleRow, sheet.headingRow))
    worksheet_freeze_panes(target, sheet.firstRow, lxw_col_t(sheet.frozenColumns))
    let last = lxw_col_t(sheet.columns.count - 1)
    try check(worksheet_autofilter(target, sheet.headingRow, 0, lastRow, last))
  }
}

extension Workbook.Sheet {
  /// Below the title, if there is one.
  var leadRow: lxw_row_t { title == nil ? 0 : 1 }
  var headingRow: lxw_row_t { leadRow + lxw_row_t(lead.count) }
  var firstRow: lxw_row_t { headingRow + 1 }

  /// The row and the column of a remark.
  func cell(at place: Workbook.Remark.Place) -> (row: lxw_row_t, column: lxw_col_t) {
    switch place {
    case .lead(let line): (leadRow + lxw_row_t(line), 0)
    case .heading(let column): (headingRow, lxw_col_t(column))
    case .row(let row, let column): (firstRow + lxw_row_t(row), lxw_col_t(column))
    }
  }
}
