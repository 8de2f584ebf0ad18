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
    let width = sheet.lastColumn
    guard width <= CSVRecordReader.mostColumns, width * sheet.rows.count <= mostCells else {
      return RecordSource(refused: tooWide(sheet, path), path: path)
    }
    var text: [UInt8] = []
    var filled: [CellAddress] = []
    var line = 1
    for row in sheet.rows {
      while line < row.number {
        text.append(UInt8(ascii: "\n"))
        line += 1
      }
      for column in 1...max(1, width) {
        if column > 1 { text.append(UInt8(ascii: ",")) }
        let address = CellAddress(row: row.number, column: column)
        let (value, isFilled) = value(at: address, of: sheet)
        append(value, to: &text)
        if isFilled { filled.append(address) }
      }
    }
    text.append(UInt8(ascii: "\n"))
    var source = CSVRecordReader.read(sheet: sheet.name, text, path: path) { row in
      (1...max(1, width)).reduce(row) { last, column in
        let merged = sheet.mergedCells(at: CellAddress(row: row, column: column))
        // A title that reaches down to the names of columns is none of them.
        return merged?.lowerBound.row == row ? max(last, merged?.upperBound.row ?? row) : last
      }
    }
    // What is merged above the first record is a title, or a name of a column.
    let first = source.tables.first?.places.first?.location(in: source.source).range?.start.line
    filled.removeAll { $0.row < first ?? .max }
    source.diagnostics += SheetNotes(sheet, filled: filled, path: path).diagnostics
    return source
  }

  /// The fault of a sheet with cells far to the right, which names the one that lies farthest.
  private static func tooWide(_ sheet: WorkbookContents.Sheet, _ path: String) -> Diagnostic {
    let stray = sheet.rows.compactMap(\.cells.last?.address).max { $0.column < $1.column }
    let cell = stray.map { SheetCell(sheet: sheet.name, reference: "\($0)") }
    let place = Diagnostic.Location(path: path, range: nil, cell: cell)
    return .tooManyColumns(limit: CSVRecordReader.mostColumns, at: place)
  }

  /// What a person reads in a cell, and whether it stands in one above. A value that is merged
  /// downwards holds for every row; one that is merged to the right is a title, and stands in its first
  /// column alone.
  private static func value(
    at address: CellAddress,
    of sheet: WorkbookContents.Sheet
  ) -> (text: String, isFilled: Bool) {
    let first = sheet.mergedCells(at: address)?.lowerBound
    let isBelow = first.map { $0.column == address.column } ?? false
    let cell = isBelow ? sheet.cell(at: address) : sheet.rawCell(at: address)
    // What Excel could not compute is nobody's name.
    guard cell.error == nil else { return ("", false) }
    let text = cell.plainText
    return (text, isBelow && first?.row != address.row && !text.isEmpty)
  }

  /// Writes a cell, on one line: a sign stands for the ends of lines within it.
  private static func append(_ value: String, to text: inout [UInt8]) {
    var bytes: [UInt8] = []
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": bytes.append(CSVRecordReader.lineBreak)
      case "\u{1E}": bytes.append(UInt8(ascii: " "))
      default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
    let isPlain = !bytes.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
    guard !isPlain else {
      text += bytes
      return
    }
    text.append(UInt8(ascii: "\""))
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { text.append(byte) }
      text.append(byte)
    }
    text.append(UInt8(ascii: "\""))
  }
}

extension CellValue {
  /// What Excel says where it could not compute.
  var error: String? { if case .error(let text) = self { text } else { nil } }
}
