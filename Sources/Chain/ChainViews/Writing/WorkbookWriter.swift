import Bilingual
import ChainModel
import Diagnostics
import Spreadsheet

/// Writes answers as a workbook: a sheet for each of their tables.
struct WorkbookWriter {
  let language: Language
  let date: CalendarDate?

  /// The arrow of the filter stands beside the heading.
  private static let arrow = 3

  /// One answer; its sheets are called after its parts, or after what was asked.
  func bytes(_ answer: Answer) throws(WorkbookFailure) -> [UInt8] {
    try bytes(sheets(of: answer, named: nil))
  }

  /// Several answers under their names.
  func bytes(_ lists: [Answer.Named]) throws(WorkbookFailure) -> [UInt8] {
    try bytes(lists.flatMap { sheets(of: $0.answer, named: $0.name) })
  }

  private func bytes(_ sheets: [Workbook.Sheet]) throws(WorkbookFailure) -> [UInt8] {
    var workbook = Workbook(sheets: sheets)
    if let date {
      workbook.created = .init(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
    }
    do throws(SpreadsheetError) { return try workbook.bytes() } catch {
      throw WorkbookFailure(error)
    }
  }

  private func sheets(of answer: Answer, named name: String?) -> [Workbook.Sheet] {
    let leaves = answer.leaves
    return leaves.enumerated().map { number, leaf in
      let part = leaves.count > 1 ? leaf.title?[language] : nil
      let heading = [answer.heading[language], part].compactMap { $0 }.joined(separator: " · ")
      var sheet = sheet(leaf.table)
      sheet.name =
        name.map { [$0, part].compactMap { $0 }.joined(separator: " ") }
        ?? part ?? answer.label[language]
      sheet.title = caption(heading)
      // Remarks are on the whole answer, and stand where it ends.
      if number == leaves.count - 1 { sheet.notes = answer.notes.map { caption($0[language]) } }
      let cut = cutCells(leaf.table)
      if cut > 0 { sheet.notes.append(caption(Self.cutNote(cut)[language])) }
      return sheet
    }
  }

  /// The most units of UTF-16 that Excel keeps of a cell.
  private static let longestCell = 32_767

  /// How many cells are longer than Excel keeps, and end in `…`.
  func cutCells(_ answer: Answer) -> Int { answer.leaves.reduce(0) { $0 + cutCells($1.table) } }

  private func cutCells(_ table: Answer.Table) -> Int {
    let shown = table.shownColumns(in: language)
    return table.rows.reduce(0) { count, row in
      count + shown.count { row[$0].text(in: language).utf16.count > Self.longestCell }
    }
  }

  /// What is said of cells that are cut.
  static func cutNote(_ count: Int) -> BilingualText {
    BilingualText(
      zh: "\(count) 格超过单元格 32767 个字符的上限，截断处以 … 结尾；全文用 --format csv 或 json 出",
      en:
        "\(count) \(count == 1 ? "cell is" : "cells are") longer than the 32767 characters that Excel "
        + "keeps, and cut at a …; --format csv and json give all"
    )
  }

  private func sheet(_ table: Answer.Table) -> Workbook.Sheet {
    let shown = table.shownColumns(in: language)
    let headings = shown.map { table.columns[$0].title[language] }
    let widths = Self.fitted(
      zip(shown, headings).map { column, heading in
        table.rows.reduce(heading.cellWidth + Self.arrow) { width, row in
          max(width, row[column].text(in: language).widestLine)
        }
      }
    )
    return Workbook.Sheet(
      name: "",
      title: caption(""),
      columns: shown.indices.map { position in
        Workbook.Column(
          headings[position],
          width: widths[position],
          kind: kind(of: shown[position], in: table)
        )
      },
      rows: table.rows.map { row in shown.map { cell(row[$0]) } },
      lines: table.rows.map { row in
        zip(shown, widths).reduce(1) { count, column in
          max(count, row[column.0].text(in: language).lineCount(width: column.1))
        }
      }
    )
  }

  /// What A4 laid across holds in type that can be read.
  private static let pageCells = 120
  private static let narrowest = 12

  /// The widths when a sheet must fit its page: the widest columns give way first.
  private static func fitted(_ natural: [Int]) -> [Int] {
    var widths = natural
    while widths.reduce(0, +) > pageCells, let widest = widths.max(), widest > narrowest,
      let column = widths.firstIndex(of: widest)
    {
      widths[column] -= 1
    }
    return widths
  }

  private func kind(of column: Int, in table: Answer.Table) -> Workbook.Column.Kind {
    if table.isNumeric(column) { return .number }
    let isMark = table.rows.allSatisfy { if case .flag = $0[column] { true } else { false } }
    return isMark ? .mark : .text
  }

  private func caption(_ text: String) -> Workbook.Caption {
    Workbook.Caption(text, width: text.cellWidth)
  }

  private func cell(_ cell: Answer.Cell) -> Workbook.Cell {
    switch cell {
    case .none: return .empty
    case .number(let number): return .integer(number)
    case .decimal: return Double(cell.text(in: language)).map { .decimal($0) } ?? .empty
    case .quantity(let quantity): return .decimal(quantity.amount, unit: quantity.unit.symbol)
    case .flag(let flag): return .flag(flag)
    case .unanswered: return .toFill(cell.text(in: language))
    default:
      let text = cell.text(in: language)
      return text.isEmpty ? .empty : .text(text)
    }
  }
}
