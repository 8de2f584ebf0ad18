import Bilingual
import ChainModel
import ChainWorkbooks
import Diagnostics
import ProgressLoop
import Spreadsheet

/// A returned sheet: where its heading, its columns and its rows stand.
///
/// Columns may have been moved, added and deleted, rows sorted and deleted.
struct SheetTable {
  /// A value of the heading and its cell.
  struct Value: Sendable {
    let text: String
    let row: Int
    let column: Int
  }

  /// The rows within which the column headings must begin.
  private static let mostLeadingRows = 15

  let name: String
  let rows: [[Grid.Cell]]
  let percentages: Set<CellAddress>
  let places: SheetPlaces
  let headingRow: Int
  /// By column of the sheet; `nil` for one of somebody's own.
  let meanings: [SheetColumn?]
  let columns: [SheetColumn: Int]
  let heading: [SheetHeading: Value]
  /// The rows that hold anything of the table.
  let filled: [Int]
  /// What is said of it before anything is looked up.
  private(set) var faults: [SheetFault] = []

  /// `nil` for a sheet that asks of nothing.
  init?(_ grid: Grid, _ percentages: Set<CellAddress>, _ places: SheetPlaces) {
    let top = grid.rows.indices.prefix(Self.mostLeadingRows).first { row in
      let columns = Set(grid.rows[row].compactMap { SheetColumn(cell: $0) })
      let asked = SheetColumn.reported.filter(columns.contains).count
      return (columns.contains(.id) || columns.contains(.name)) && asked > 1
    }
    guard let top else { return nil }
    (name, rows, self.percentages, self.places) = (grid.name, grid.rows, percentages, places)
    headingRow = top
    heading = Self.heading(grid, above: top)
    let width = grid.rows.map(\.count).max() ?? 0
    var meanings: [SheetColumn?] = Array(repeating: nil, count: width)
    var columns: [SheetColumn: Int] = [:]
    var repeated: [Int] = []
    for column in 0..<width {
      guard let meaning = SheetColumn(cell: grid.cell(top, column)) else { continue }
      guard columns[meaning] == nil else {
        repeated.append(column)
        continue
      }
      (meanings[column], columns[meaning]) = (meaning, column)
    }
    (self.meanings, self.columns) = (meanings, columns)
    filled = grid.rows.indices.filter { row in
      row > top && !grid.rows[row].allSatisfy(\.isEmpty)
    }
    for column in repeated {
      report(.sheetColumnTwice(cell(top, column).text, at: places.place(top, column)), top, column)
    }
    noteColumns()
    noteMerges(grid)
  }

  /// What was merged over several rows: its value is of one item, and nobody says of which.
  private mutating func noteMerges(_ grid: Grid) {
    for row in filled {
      for (column, meaning) in meanings.enumerated() where meaning != nil {
        guard !cell(row, column).isEmpty, let merge = grid.merge(row, column),
          merge.rows.lowerBound < row
        else { continue }
        report(.sheetMergedCell(at: places.place(row, column)), row, column)
      }
    }
  }

  /// The values of the heading, wherever they stand over the table.
  private static func heading(_ grid: Grid, above top: Int) -> [SheetHeading: Value] {
    var values: [SheetHeading: Value] = [:]
    for row in 0..<top {
      for column in grid.rows[row].indices {
        for part in grid.rows[row][column].text.split(whereSeparator: { "·\n".contains($0) }) {
          guard let read = SheetHeading.read(String(part).trimmingSpace()),
            values[read.heading] == nil
          else { continue }
          guard read.value.isEmpty else {
            values[read.heading] = Value(text: read.value, row: row, column: column)
            continue
          }
          let next = grid.rows[row].indices.first { other in
            other > column && !grid.cell(row, other).isEmpty
              && grid.cell(row, other).text != grid.cell(row, column).text
          }
          let place = next ?? column
          let text = next.map { grid.cell(row, $0).text.trimmingSpace() } ?? ""
          values[read.heading] = Value(text: text, row: row, column: place)
        }
      }
    }
    return values
  }

  /// Columns that are missing, and those of somebody's own that hold something.
  private mutating func noteColumns() {
    for column in SheetColumn.reported where columns[column] == nil {
      report(
        .sheetWithoutColumn(
          column.heading,
          isNeeded: column == .current,
          at: places.place(headingRow, 0)
        ),
        headingRow,
        0
      )
    }
    for (place, meaning) in meanings.enumerated() where meaning == nil {
      let heading = cell(headingRow, place).text.trimmingSpace()
      guard SheetColumn(heading: heading) == nil,
        let first = filled.first(where: { !cell($0, place).isEmpty })
      else { continue }
      let row = heading.isEmpty ? first : headingRow
      report(.sheetColumnUnread(heading, at: places.place(row, place)), row, place)
    }
  }

  private mutating func report(_ diagnostic: Diagnostic, _ row: Int, _ column: Int) {
    faults.append(SheetFault(diagnostic: diagnostic, row: row, column: column))
  }

  /// The language of its headings.
  var language: Language {
    let key: SheetColumn = columns[.id] == nil ? .name : .id
    return text(headingRow, key) == key.heading.en ? .en : .zh
  }

  func cell(_ row: Int, _ column: Int) -> Grid.Cell {
    rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : .empty
  }

  /// The cell of a row in a column of the sheet that asks; empty where that is gone.
  func cell(_ row: Int, _ column: SheetColumn) -> Grid.Cell {
    columns[column].map { cell(row, $0) } ?? .empty
  }

  /// The text of a cell, less space at its ends.
  func text(_ row: Int, _ column: SheetColumn) -> String { cell(row, column).text.trimmingSpace() }

  /// What is said of a cell of a row; of a column that is gone, at the beginning of the row.
  func fault(
    _ row: Int,
    _ column: SheetColumn,
    _ diagnostic: (Diagnostic.Location) -> Diagnostic
  ) -> SheetFault {
    let place = columns[column] ?? columns[.id] ?? columns[.name] ?? 0
    return SheetFault(
      diagnostic: diagnostic(places.place(row, place)),
      row: row,
      column: place
    )
  }

  /// What is said of a value of the heading; where it is missing, of the first cell of all.
  func fault(
    _ heading: SheetHeading,
    _ diagnostic: (Diagnostic.Location) -> Diagnostic
  ) -> SheetFault {
    let value = self.heading[heading]
    let (row, column) = (value?.row ?? 0, value?.column ?? 0)
    return SheetFault(diagnostic: diagnostic(places.place(row, column)), row: row, column: column)
  }

  func isPercentage(_ row: Int, _ column: SheetColumn) -> Bool {
    guard let column = columns[column] else { return false }
    return percentages.contains(CellAddress(row: row + 1, column: column + 1))
  }
}

extension SheetColumn {
  init?(cell: Grid.Cell) { self.init(heading: cell.text.trimmingSpace()) }
}
