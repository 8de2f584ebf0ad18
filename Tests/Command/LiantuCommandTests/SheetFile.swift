import Foundation
import Spreadsheet
import Testing

/// A sheet as a department has it open: its heading, columns and rows, to be edited and saved.
struct SheetFile {
  var lead: [String] = []
  var headings: [String] = []
  var rows: [[Workbook.Cell]] = []

  /// Reads a sheet that the program wrote.
  init(_ url: URL) throws {
    let contents = try WorkbookContents(bytes: Array(try Data(contentsOf: url)))
    let sheet = try #require(contents.sheets.first)
    let heading = try #require(
      sheet.rows.first { $0.cells.contains { $0.value.plainText == "本期累计" } }
    )
    lead = (1..<heading.number).map { sheet.cell(at: .init(row: $0, column: 1)).plainText }
    headings = heading.cells.map(\.value.plainText)
    rows = sheet.rows.filter { $0.number > heading.number }.map { row in
      headings.indices.map { column in
        let value = sheet.cell(at: .init(row: row.number, column: column + 1))
        if case .number(let number, _) = value { return .decimal(number) }
        return value == .empty ? .empty : .text(value.plainText)
      }
    }
  }

  /// The cell of an item, by its name, under a heading.
  subscript(item: String, heading: String) -> Workbook.Cell {
    get {
      guard let (row, column) = place(item, heading) else { return .empty }
      return rows[row][column]
    }
    set {
      guard let (row, column) = place(item, heading) else {
        Issue.record("no cell \(heading) of \(item)")
        return
      }
      rows[row][column] = newValue
    }
  }

  private func place(_ item: String, _ heading: String) -> (row: Int, column: Int)? {
    guard let name = headings.firstIndex(of: "事项"), let column = headings.firstIndex(of: heading),
      let row = rows.firstIndex(where: { $0[name] == .text(item) })
    else { return nil }
    return (row, column)
  }

  /// Puts the columns into another order.
  mutating func reverseColumns() {
    headings.reverse()
    for row in rows.indices { rows[row].reverse() }
  }

  mutating func delete(_ item: String) {
    let name = headings.firstIndex(of: "事项") ?? 0
    rows.removeAll { $0[name] == .text(item) }
  }

  func save(_ url: URL) throws {
    var sheet = Workbook.Sheet(
      name: "月报",
      title: nil,
      columns: headings.map { Workbook.Column($0, width: 10) },
      rows: rows
    )
    sheet.lead = lead
    try Data(Workbook(sheets: [sheet]).bytes()).write(to: url)
  }
}
