package import Spreadsheet

extension Grid {
  /// The most cells of a workbook, empty ones to the left of others counted.
  package static let mostCells = 4_000_000

  /// The sheets of a file; `nil` when they have more cells than are read.
  package static func grids(of contents: WorkbookContents) -> [Grid]? {
    var room = mostCells
    var grids: [Grid] = []
    for sheet in contents.sheets {
      guard let grid = Grid(sheet, room: &room) else { return nil }
      grids.append(grid)
    }
    return grids
  }

  private init?(_ sheet: WorkbookContents.Sheet, room: inout Int) {
    let width = sheet.lastColumn
    var rows: [[Cell]] = []
    for row in sheet.rows {
      // Rows that hold nothing of their own may lie under merged cells.
      let numbers = rows.count + 1...row.number
      // Where many lie between, they are left empty: nobody merges so far.
      let isNear = numbers.count <= 1_000
      for number in numbers {
        guard isNear || number == row.number else {
          rows.append([])
          continue
        }
        room -= width
        guard room >= 0 else { return nil }
        var cells = (1...width).map { column in
          Cell(sheet.cell(at: CellAddress(row: number, column: column)))
        }
        while cells.last == .empty { cells.removeLast() }
        rows.append(cells)
      }
    }
    self.init(name: sheet.name, isHidden: sheet.isHidden, rows: rows) { row, column in
      sheet.mergedCells(at: CellAddress(row: row + 1, column: column + 1)).map { cells in
        Merge(
          rows: cells.lowerBound.row - 1...cells.upperBound.row - 1,
          columns: cells.lowerBound.column - 1...cells.upperBound.column - 1
        )
      }
    }
  }
}

extension Grid.Cell {
  init(_ value: CellValue) {
    self =
      switch value {
      case .empty: .empty
      case .text(let text): .text(text)
      case .number(_, let plain): .number(plain)
      case .date(let date): .date(date.description)
      case .flag(let flag): .flag(flag)
      case .error(let text): .error(text)
      case .uncomputed: .uncomputed
      }
  }
}
