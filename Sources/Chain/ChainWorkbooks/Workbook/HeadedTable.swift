import Bilingual
import Diagnostics

/// Where the columns of a sheet stand, found from its headings.
///
/// Above the headings there may be a title and captions of groups; headings may be merged, down over
/// several rows and across several columns.
struct HeadedTable {
  /// What a heading may mean.
  struct Headings {
    let sheet: BilingualText
    /// The meaning without which there is no table, and its name.
    let key: (meaning: Int, name: BilingualText)
    /// What a message proposes.
    let names: [String]
    let meaning: (String) -> Int?
  }

  /// The rows within which the headings must begin.
  static let mostLeadingRows = 10

  /// The first row below the headings.
  let firstRow: Int
  /// For each meaning that has one, its columns in the sheet: several where a heading is merged.
  private(set) var columns: [Int: [Int]] = [:]
  /// The row of the headings.
  let headingRow: Int

  /// `nil` when there is no key column, which is reported with everything else that is wrong.
  init?(_ grid: Grid, sheet: Int, text: GridText, _ headings: Headings, log: inout FaultLog) {
    func location(_ row: Int, _ column: Int) -> Diagnostic.Location {
      log.location(of: text.range(sheet: sheet, row: row, column: column))
    }
    let found = Self.key(in: grid) { headings.meaning($0) == headings.key.meaning }
    guard let (top, column) = found else {
      log.report(.missingColumn(headings.key.name, at: location(0, 0)))
      return nil
    }
    let bottom = grid.merge(top, column)?.rows.upperBound ?? top
    (headingRow, firstRow) = (top, bottom + 1)
    let width = grid.rows.lazy.map(\.count).max() ?? 0
    var isStray = Array(repeating: false, count: width)
    for column in 0..<width {
      guard log.hasRoom else {
        log.cut()
        return
      }
      let rows = (top...bottom).reversed().filter { !grid.cell($0, column).isEmpty }
      guard let lowest = rows.first else {
        isStray[column] = true
        continue
      }
      let row = rows.first { headings.meaning(grid.cell($0, column).text) != nil } ?? lowest
      let heading = grid.cell(row, column).text.trimmingSpace()
      guard let meaning = headings.meaning(heading) else {
        log.report(
          .unknownColumn(
            heading,
            of: headings.sheet,
            names: headings.names,
            at: location(row, column)
          )
        )
        continue
      }
      let first = grid.merge(row, column)?.columns.lowerBound ?? column
      if columns[meaning] == nil || first < column {
        columns[meaning, default: []].append(column)
      } else {
        log.report(.duplicateKey(heading, at: location(row, column)))
      }
    }
    for row in firstRow..<max(firstRow, grid.rows.count) {
      for column in grid.rows[row].indices where isStray[column] {
        guard !grid.cell(row, column).isEmpty else { continue }
        isStray[column] = false
        log.report(.cellWithoutHeading(at: location(row, column)))
      }
    }
  }

  /// The first cell near the top that holds the key's heading.
  private static func key(in grid: Grid, _ isKey: (String) -> Bool) -> (row: Int, column: Int)? {
    for row in grid.rows.indices.prefix(mostLeadingRows) {
      for (column, cell) in grid.rows[row].enumerated() where isKey(cell.text) {
        return (row, column)
      }
    }
    return nil
  }

  /// The rows that hold anything.
  ///
  /// - Parameter hidden: columns that people do not see, and so leave full in a row that they empty.
  func rows(of grid: Grid, but hidden: [Int] = []) -> [Int] {
    (firstRow..<max(firstRow, grid.rows.count)).filter { row in
      grid.rows[row].indices.contains { column in
        !hidden.contains(column) && !grid.rows[row][column].isEmpty
      }
    }
  }
}
