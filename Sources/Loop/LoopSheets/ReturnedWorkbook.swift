import ChainWorkbooks
package import Diagnostics
import ProgressLoop
import Spreadsheet

/// A file that a department returned, and the sheets in it.
package struct ReturnedWorkbook {
  package let path: String
  /// The sheets that ask of a month; none where the file holds no such.
  let tables: [SheetTable]
  /// Why the file as a whole is not read, or what of it is not.
  package private(set) var diagnostics: [Diagnostic] = []
  /// What messages show of it.
  package let source: SourceText?

  /// Reads the bytes of a file.
  ///
  /// - Parameter path: by which messages name it.
  package init(_ bytes: [UInt8], path: String) {
    self.path = path
    let contents: WorkbookContents
    do throws(WorkbookFault) { contents = try WorkbookContents(bytes: bytes) } catch {
      (tables, source, diagnostics) = ([], nil, [Diagnostic(error, path: path)])
      return
    }
    guard let grids = Grid.grids(of: contents) else {
      (tables, source) = ([], nil)
      diagnostics = [.sheetTooLarge(path)]
      return
    }
    let text = GridText(grids, path: path)
    source = text.source
    var tables: [SheetTable] = []
    for (number, grid) in grids.enumerated() where !grid.isHidden {
      let places = SheetPlaces(path: path, sheet: number, text: text)
      if let table = SheetTable(grid, contents.sheets[number].percentages, places) {
        tables.append(table)
      } else if grid.rows.contains(where: { !$0.allSatisfy(\.isEmpty) }) {
        diagnostics.append(.otherSheet(grid.name, at: places.place(0, 0)))
      }
    }
    if tables.isEmpty { diagnostics = [.notASheet(path)] }
    self.tables = tables
  }
}

/// Where the cells of a sheet are, for messages.
struct SheetPlaces {
  let path: String
  let sheet: Int
  let text: GridText

  /// The place of a cell, counted from 0.
  func place(_ row: Int, _ column: Int) -> Diagnostic.Location {
    let range = text.range(sheet: sheet, row: row, column: column)
    return Diagnostic.Location(
      path: path,
      range: range,
      cell: text.source.cell(ofLine: range.start.line)
    )
  }
}

/// What is said of a cell of a returned sheet.
package struct SheetFault: Sendable, Hashable {
  package let diagnostic: Diagnostic
  /// Counted from 0, in the sheet.
  let row: Int
  let column: Int
}
