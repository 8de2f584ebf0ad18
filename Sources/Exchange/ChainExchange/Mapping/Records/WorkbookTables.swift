import ChainFiles
import Diagnostics
import Spreadsheet

/// Reads the sheets of a workbook as tables: each as the text that it would be as CSV, a line for a
/// row, so that the lines that messages speak of are the rows that people see.
enum WorkbookTables {
  /// The most cells of a sheet, empty ones counted: one made to harm claims to be wide and long.
  private static let mostCells = 32 << 20

  /// Whether a file begins as workbooks of new and old forms do, and texts do not.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  /// The visible sheets that hold something. A single one is called like the file, each of several
  /// by its own name behind that of the file.
  static func read(_ bytes: [UInt8], path: String) -> [RecordSource] {
    let place = Diagnostic.Location(path: path, range: nil)
    let contents: WorkbookContents
    do throws(WorkbookFault) {
      contents = try WorkbookContents(bytes: bytes)
    } catch {
      let at = Diagnostic.Location(path: error.place.map { "\(path)/\($0)" } ?? path, range: nil)
      let fault = Diagnostic(
        .error,
        code: error.code,
        message: error.message,
        help: error.help,
        at: at
      )
      return [RecordSource(refused: fault, path: path)]
    }
    let filled = contents.sheets.filter { !$0.rows.isEmpty }
    let visible = filled.filter { !$0.isHidden }
    guard !visible.isEmpty else {
      return [RecordSource(refused: .missingHeaderRow(at: place), path: path)]
    }
    var sources = visible.map { sheet in
      // A name that holds a slash would hide the part before it.
      let name = sheet.name.replacing("/", with: "_")
      return table(sheet, path: visible.count == 1 ? path : "\(path)/\(name)")
    }
    for sheet in filled where sheet.isHidden {
      sources[0].diagnostics.append(
        .hiddenSheet(sheet.name, rows: sheet.rows.count, at: place)
      )
    }
    return sources
  }

  private static func table(_ sheet: WorkbookContents.Sheet, path: String) -> RecordSource {
    let place = Diagnostic.Location(path: path, range: nil)
    let width = sheet.lastColumn
    let isWide = width > CSVRecordReader.mostColumns
    guard !isWide, width * sheet.rows.count <= mostCells else {
      let fault = Diagnostic.tooManyColumns(limit: CSVRecordReader.mostColumns, at: place)
      return RecordSource(refused: fault, path: path)
    }
    var text: [UInt8] = []
    var line = 1
    for row in sheet.rows {
      while line < row.number {
        text.append(UInt8(ascii: "\n"))
        line += 1
      }
      for column in 1...max(1, width) {
        if column > 1 { text.append(UInt8(ascii: ",")) }
        let address = CellAddress(row: row.number, column: column)
        append(value(at: address, of: sheet), to: &text)
      }
    }
    text.append(UInt8(ascii: "\n"))
    var source = CSVRecordReader.read(text, path: path, isParted: true)
    let uncomputed = sheet.rows.reduce(0) { count, row in
      count + row.cells.count { $0.value == .uncomputed }
    }
    if uncomputed > 0 {
      source.diagnostics.append(.uncomputedCells(uncomputed, sheet: sheet.name, at: place))
    }
    let errors = sheet.rows.flatMap { row in row.cells.compactMap { $0.value.error } }
    if let first = errors.first {
      source.diagnostics.append(
        .errorCells(errors.count, example: first, sheet: sheet.name, at: place)
      )
    }
    return source
  }

  /// What a person reads in a cell. A value that is merged downwards holds for every row; one that
  /// is merged to the right is a title, and stands in its first column alone.
  private static func value(
    at address: CellAddress,
    of sheet: WorkbookContents.Sheet
  ) -> String {
    let first = sheet.mergedCells(at: address)?.lowerBound
    let isBelow = first.map { $0.column == address.column } ?? false
    let cell = isBelow ? sheet.cell(at: address) : sheet.rawCell(at: address)
    // What Excel could not compute is nobody's name.
    return cell.error == nil ? cell.plainText : ""
  }

  private static func append(_ value: String, to text: inout [UInt8]) {
    let value = value.onOneLine
    guard value.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else {
      text += Array(value.utf8)
      return
    }
    text.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      if byte == UInt8(ascii: "\"") { text.append(byte) }
      text.append(byte)
    }
    text.append(UInt8(ascii: "\""))
  }
}

extension CellValue {
  /// What Excel says where it could not compute.
  fileprivate var error: String? { if case .error(let text) = self { text } else { nil } }
}
