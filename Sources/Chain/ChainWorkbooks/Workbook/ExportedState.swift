import Bilingual
import ChainFiles
import ChainModel
import GraphKernel
import Spreadsheet

/// The state in which a data set was exported, as the workbook carries it in a hidden sheet.
///
/// A three-way comparison needs the third: what both sides set out from. Checksums of rows or of cells
/// would tell who changed a cell, and neither what stood there nor which items of a list are new. So the
/// whole state travels along, as the texts of the sheets, from which the reader of workbooks makes a
/// data set. It is written as digits: who replaces a name in all sheets does not change what was.
struct ExportedState {
  let fingerprint: Fingerprint
  private let sheets: [SheetDraft]
  private let isStatedAlone: Bool

  init(of dataset: Dataset) throws(DatasetWorkbookFailure) {
    isStatedAlone = dataset.isStatedAlone
    sheets = try DatasetSheets(dataset, language: dataset.language).contents()
    fingerprint = Fingerprint(of: sheets)
  }

  private static let form = "liantu 1"
  /// That of a state without general knowledge: the part which a document states.
  private static let partForm = "liantu 1 document"
  private static let title = BilingualText(
    zh: "导出时的数据集，读回时用来比较；不要改动",
    en: "the data set as it was exported, for the import to compare with; leave it as it is"
  )
  /// The digits of a cell, which can hold 32,767.
  private static let longestCell = 32_000
  /// A larger state is left out: it would make the workbook too large to be read back.
  private static let mostBytes = 16 << 20

  /// Between cells, rows and sheets; no cell can hold them.
  private static let (cell, row, sheet): (UInt8, UInt8, UInt8) = (0x1F, 0x1E, 0x1D)

  /// The hidden sheet; `nil` where the data set is too large for one.
  func sheet(in language: Language) -> SheetDraft? {
    let texts = sheets.map { sheet in
      let rows = [[sheet.name], sheet.columns.map(\.heading)] + sheet.rows
      return rows.map { row in row.map { Array($0.utf8) }.joined(separator: [Self.cell]) }
        .joined(separator: [Self.row])
    }
    let head = [isStatedAlone ? Self.partForm : Self.form, fingerprint.text].map { Array($0.utf8) }
    let bytes = Array((head + texts.map { Array($0) }).joined(separator: [Self.sheet]))
    guard bytes.count <= Self.mostBytes else { return nil }
    var digits = Self.digits(of: bytes)[...]
    var rows: [[String]] = [[Fingerprint.digits(of: bytes)]]
    while !digits.isEmpty {
      rows.append([String(decoding: digits.prefix(Self.longestCell), as: UTF8.self)])
      digits = digits.dropFirst(Self.longestCell)
    }
    return SheetDraft(
      name: SheetNaming.name(ofSpecial: .exported, in: language),
      columns: [SheetDraft.Column(heading: Self.title[language], note: "")],
      rows: rows,
      isHidden: true
    )
  }

  private static let alphabet = Array("0123456789abcdef".utf8)

  private static func digits(of bytes: [UInt8]) -> [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      digits.append(alphabet[Int(byte >> 4)])
      digits.append(alphabet[Int(byte & 15)])
    }
    return digits
  }

  private static func bytes(of digits: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x61 + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : nil
  }

  /// The state that a hidden sheet carries; `nil` when it is not whole.
  ///
  /// - Parameter path: that of the workbook.
  static func read(_ grid: Grid, path: String) -> (fingerprint: Fingerprint, dataset: Dataset)? {
    let cells = grid.rows.dropFirst().map { $0.first?.text ?? "" }
    let digits = cells.dropFirst()
    // What was not written here may be of any size.
    guard let sum = cells.first, digits.reduce(0, { $0 + $1.utf8.count }) <= mostBytes * 2,
      let bytes = bytes(of: digits.lazy.flatMap(\.utf8)), Fingerprint.digits(of: bytes) == sum,
      bytes.count(where: { [cell, row, sheet].contains($0) }) < Grid.mostCells
    else { return nil }
    let parts = bytes.split(separator: sheet, omittingEmptySubsequences: false)
    let isPart = parts[0].elementsEqual(partForm.utf8)
    guard parts.count > 2, isPart || parts[0].elementsEqual(form.utf8) else { return nil }
    let grids = parts.dropFirst(2).map { part in
      let rows = part.split(separator: row, omittingEmptySubsequences: false).map { row in
        row.split(separator: cell, omittingEmptySubsequences: false).map { text in
          text.isEmpty ? Grid.Cell.empty : .text(String(decoding: text, as: UTF8.self))
        }
      }
      return Grid(name: rows.first?.first?.text ?? "", rows: Array(rows.dropFirst()))
    }
    // A state carries none of its own.
    let own = grids.filter { SheetNaming.special($0.name) != .exported }
    var reader = WorkbookReader(own, path: path)
    guard let read = reader.read().dataset else { return nil }
    let dataset = isPart ? read.statedByDocuments() : read
    return (Fingerprint(text: String(decoding: parts[1], as: UTF8.self)), dataset)
  }
}
