import Bilingual
import ChainViews
import TestSupport
import Testing

/// A workbook as openpyxl reads it.
struct ReadWorkbook: Decodable {
  let created: String
  let sheets: [Sheet]

  init(_ bytes: [UInt8]) throws {
    self = try Python.read(bytes, with: "read_workbook.py")
  }

  struct Sheet: Decodable {
    let name: String
    let cells: [[Found]]
    let freeze: String?
    let filter: String?
    let merged: [String]
    let widths: [Double]
    let orientation: String?
    let paper: Int?
    let fitToPage: Bool?
    let fitToWidth: Int?
    let fitToHeight: Int?
    let repeated: String?
    let footer: String?
  }

  /// One cell; `type` is openpyxl's: `s` for text, `n` for a number or nothing, `f` for a formula.
  struct Found: Decodable {
    let value: Value?
    let type: String
    let format: String
    let fill: String?
    let wrap: Bool
    let vertical: String?
    let border: String?
    let bold: Bool
  }

  enum Value: Decodable, Equatable {
    case text(String)
    case number(Double)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .number(try container.decode(Double.self))
      }
    }

    /// Letter by letter: to `==` a mark more or less may be no difference.
    func isSame(as text: String) -> Bool {
      guard case .text(let mine) = self else { return false }
      return mine.unicodeScalars.elementsEqual(text.unicodeScalars)
    }
  }
}

extension ReadWorkbook.Sheet {
  /// Compares the sheet with what it was made of, cell by cell.
  func expectEqual(to sheet: PaperSheet, notes: Int, _ language: Language, _ label: String) {
    // Cells that are cut are a note more.
    let isCut = sheet.rows.joined().contains { $0.text(in: language).utf16.count > 32_767 }
    let notes = notes + (isCut ? 1 : 0)
    #expect(cells.count == 2 + sheet.rows.count + (notes > 0 ? notes + 1 : 0), "\(label)")
    guard cells.count >= 2 + sheet.rows.count else { return }
    for (found, heading) in zip(cells[1], sheet.headings) {
      #expect(found.value?.isSame(as: heading) == true && found.bold, "\(label) \(heading)")
      #expect(found.fill != nil && found.border == "thin", "\(label) \(heading)")
    }
    #expect(cells[1].count == sheet.headings.count, "\(label)")
    for (row, expected) in zip(cells.dropFirst(2), sheet.rows) {
      for (found, cell) in zip(row, expected) {
        expect(found, equals: cell, language, label)
      }
    }
  }

  private func expect(
    _ found: ReadWorkbook.Found,
    equals cell: Answer.Cell,
    _ language: Language,
    _ label: String
  ) {
    let isSound =
      switch cell {
      case .number(let number): found.value == .number(Double(number)) && found.type == "n"
      case .quantity(let quantity) where quantity.unit.symbol.contains { "\";".contains($0) }:
        found.type == "s"
      case .quantity(let quantity):
        found.value == .number(quantity.amount) && found.format.hasPrefix("General \"")
      case .unanswered:
        found.value == .text(cell.text(in: language)) && found.fill == "FFFFF8D6"
      default: isText(found, cell.text(in: language))
      }
    #expect(isSound, "\(label): \(cell.text(in: language).prefix(60)) \(found.type)")
    #expect(found.border == "thin" && found.wrap && found.vertical == "top", "\(label)")
  }

  private func isText(_ found: ReadWorkbook.Found, _ text: String) -> Bool {
    let text = Self.asCell(text)
    if text.isEmpty { return found.value == nil }
    return found.type == "s" && found.value?.isSame(as: text) == true && found.fill == nil
  }

  /// What a cell makes of a text: no control characters but tabs, one kind of line end, cut with a
  /// mark.
  static func asCell(_ text: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
      if scalar == "\n" || scalar == "\r" || scalar == "\t" {
        scalars.append(scalar)
      } else if scalar.value == 0xFFFE || scalar.value == 0xFFFF {
        scalars.append("\u{FFFD}")
      } else {
        scalars.append(isControl ? " " : scalar)
      }
    }
    scalars = scalars.map { $0 == "\r" ? "\n" : $0 }
    var whole = String(String.UnicodeScalarView(scalars))
    if whole.utf16.count > 32_767 {
      while whole.utf16.count > 32_766 { whole.unicodeScalars.removeLast() }
      whole += "…"
    }
    return whole
  }
}
