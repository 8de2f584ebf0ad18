import Spreadsheet
import Testing

/// Sheets to be filled in and sent back: lines over the table, what is told and asked, what is wrong.
struct ShadesTests {
  private func sheet() -> Workbook.Sheet {
    var told = Workbook.Column("编号", width: 8, kind: .verbatim)
    told.shade = .told
    var asked = Workbook.Column("本期累计", width: 8, choices: ["甲"])
    (asked.shade, asked.isOpen) = (.asked, true)
    var sheet = Workbook.Sheet(
      name: "月报",
      title: nil,
      columns: [told, asked],
      rows: [
        [.text("001"), .decimal(3500, unit: "万元")], [.text("002"), .blank(unit: "万元")],
        [.text("003"), .flag(true)], [.integer(4), .toFill("待填")],
      ]
    )
    sheet.lead = ["报送单位：局", "报告期：2024-06"]
    return sheet
  }

  @Test func `lines over the table stand in its first column, with nothing merged`() throws {
    let read = try WorkbookContents(bytes: Workbook(sheets: [sheet()]).bytes()).sheets[0]
    let cells = read.rows.map { $0.cells.map(\.value.plainText) }
    #expect(
      cells == [
        ["报送单位：局"], ["报告期：2024-06"], ["编号", "本期累计"], ["001", "3500"], ["002"], ["003", "✓"],
        ["4", "待填"],
      ]
    )
    #expect(read.mergedCells(at: CellAddress(row: 1, column: 1)) == nil)
  }

  @Test func `what is wrong is told at its cell, in the heading and over the table too`() throws {
    var sheet = sheet()
    sheet.remarks = [
      .init(.lead(1), "没有这个月"), .init(.heading(column: 1), "两列"),
      .init(.row(1, column: 1), "不是数"), .init(.row(1, column: 1), "没有单位"),
    ]
    let read = try WorkbookContents(bytes: Workbook(sheets: [sheet]).bytes()).sheets[0]
    #expect(read.comments.map(\.description) == ["A2", "B3", "B5"])
  }
}
