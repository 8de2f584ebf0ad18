package import Diagnostics
import Spreadsheet

/// A sheet as it is read: rows of cells, every cell with the text that a person sees as its value.
package struct Grid {
  package enum Cell: Hashable {
    case empty
    case text(String)
    /// A number, in its plain decimal form.
    case number(String)
    /// A day, as `2023-08-18`.
    case date(String)
    case flag(Bool)
    /// What went wrong in a formula, such as `#REF!`.
    case error(String)
    /// A formula whose result is not in the file.
    case uncomputed

    package var text: String {
      switch self {
      case .empty, .uncomputed: ""
      case .text(let text), .number(let text), .date(let text), .error(let text): text
      case .flag(let flag): flag ? "TRUE" : "FALSE"
      }
    }

    package var isEmpty: Bool { self != .uncomputed && text.trimmingSpace().isEmpty }
  }

  /// Cells that are one; each of them holds its value. Counted from 0.
  package struct Merge: Hashable {
    package var rows: ClosedRange<Int>
    package var columns: ClosedRange<Int>
  }

  package var name: String
  /// Whether people do not see the sheet.
  package var isHidden = false
  /// From the sheet's first row on; they may be of different lengths.
  package var rows: [[Cell]]
  /// The merged cells that the cell of a row and a column is one of.
  package var merge: (Int, Int) -> Merge? = { _, _ in nil }

  var isEmpty: Bool { rows.allSatisfy { $0.allSatisfy(\.isEmpty) } }

  package func cell(_ row: Int, _ column: Int) -> Cell {
    rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : .empty
  }
}

/// The cells of a workbook as one text, so that each letter of each cell has a place.
package struct GridText {
  package let source: SourceText
  /// For each sheet and row the first line of its first cell; the cells follow in order.
  private var rowStarts: [[Int]] = []
  private let grids: [Grid]

  package init(_ grids: [Grid], path: String) {
    self.grids = grids
    var lines: [(text: String, cell: SheetCell)] = []
    for grid in grids {
      var starts: [Int] = []
      for (row, cells) in grid.rows.enumerated() {
        starts.append(lines.count + 1)
        // A row of nothing is no place of a fault; but for the first, which stands for the sheet.
        if row > 0, cells.allSatisfy({ $0 == .empty }) { continue }
        for column in 0..<max(cells.count, 1) {
          let place = Self.place(grid, row, column)
          let text = grid.cell(row, column).text
          for line in Self.lines(of: text) { lines.append((line, place)) }
        }
      }
      if grid.rows.isEmpty {
        starts.append(lines.count + 1)
        lines.append(("", Self.place(grid, 0, 0)))
      }
      rowStarts.append(starts)
    }
    source = SourceText(path: path, cellLines: lines)
  }

  private static func place(_ grid: Grid, _ row: Int, _ column: Int) -> SheetCell {
    let address = CellAddress(row: row + 1, column: column + 1)
    return SheetCell(sheet: grid.name, reference: address.description)
  }

  private static func lines(of text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return [text] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The line on which the text of a cell begins.
  ///
  /// - Complexity: O(*c*) over the cells of the row before it.
  func line(sheet: Int, row: Int, column: Int) -> Int {
    let grid = grids[sheet]
    guard grid.rows.indices.contains(row) else { return rowStarts[sheet][0] }
    let before = grid.rows[row].prefix(column)
    return before.reduce(rowStarts[sheet][row]) { line, cell in
      line + 1 + cell.text.utf8.count { $0 == UInt8(ascii: "\n") }
    }
  }

  /// The whole of a cell's text, or its first line.
  package func range(sheet: Int, row: Int, column: Int) -> SourceRange {
    let line = line(sheet: sheet, row: row, column: column)
    let text = source.line(line) ?? ""
    return SourceRange(
      start: SourcePosition(line: line, column: 1),
      length: text.unicodeScalars.count
    )
  }
}
