import Bilingual
import ChainLoop
package import ChainViews
import ChainWorkbooks
import Diagnostics
import ProgressLoop
import Spreadsheet

extension SheetCollection {
  /// The sheets of a file that are not taken, to be sent back: the same cells where they were, those with
  /// faults marked, each telling its fault when the pointer rests on it, and all of a row in a last column.
  ///
  /// The bytes of a workbook; `nil` where all of the file's sheets are taken.
  ///
  /// - Complexity: O(*n*) over the cells.
  package func sentBack(_ path: String) throws(WorkbookFailure) -> [UInt8]? {
    let refused = taken.filter { $0.path == path && $0.isRefused }
    guard !refused.isEmpty else { return nil }
    let workbook = Workbook(
      sheets: refused.map { SentBack($0, dataset).sheet },
      created: SheetLayout.day(received)
    )
    do throws(SpreadsheetError) { return try workbook.bytes() } catch {
      throw WorkbookFailure(error)
    }
  }
}

/// A returned sheet with what is wrong with it.
private struct SentBack {
  private let taken: SheetCollection.Taken
  private let table: SheetTable
  private let dataset: DatasetLoop
  private let language: Language
  /// Columns of the returned sheet, without that of an earlier sending.
  private let places: [Int]

  init(_ taken: SheetCollection.Taken, _ dataset: DatasetLoop) {
    (self.taken, self.dataset, table) = (taken, dataset, taken.table)
    language = taken.table.language
    let width = max(taken.table.meanings.count, 1)
    places = (0..<width).filter { taken.table.meanings[$0] != .fault }
  }

  var sheet: Workbook.Sheet {
    let statuses = dataset.statuses()
    let rows = Array((table.headingRow + 1)..<max(table.headingRow + 1, table.rows.count))
    var columns = places.map { place in
      let texts = rows.map { table.cell($0, place).text }
      guard let meaning = table.meanings[place] else {
        let heading = table.cell(table.headingRow, place).text
        let width = (texts + [heading]).map(\.widestLine).max() ?? 0
        return Workbook.Column(heading, width: min(width, SheetColumn.fault.mostWidth))
      }
      return SheetLayout.column(meaning, texts, statuses: statuses, language)
    }
    let why = rows.map { row in
      taken.faults.filter { $0.row == row }.map(told).joined(separator: "\n")
    }
    columns.append(
      Workbook.Column(
        SheetColumn.fault.heading[language],
        width: SheetColumn.fault.mostWidth
      )
    )
    let cells = zip(rows, why).map { row, why in
      places.map { cell(row, $0) } + [why.isEmpty ? .empty : .text(why)]
    }
    let texts = zip(rows, why).map { row, why in places.map { table.cell(row, $0).text } + [why] }
    var sheet = Workbook.Sheet(
      name: table.name,
      title: nil,
      columns: columns,
      rows: cells,
      lines: texts.map { SheetLayout.lines(of: $0, columns) },
      frozenColumns: 2
    )
    sheet.lead = lead
    sheet.remarks = taken.faults.compactMap(remark)
    return sheet
  }

  /// The lines over the table, and what is wrong with them; at least one, to tell it in.
  private var lead: [String] {
    (0..<max(table.headingRow, 1)).map { row in
      let cells = table.rows.indices.contains(row) && row < table.headingRow ? table.rows[row] : []
      var seen: [String] = []
      // Merged cells repeat what they hold.
      for text in cells.map(\.text) where !text.isEmpty && seen.last != text { seen.append(text) }
      let own = joined(seen)
      let faults = taken.faults.filter { $0.row == row && row < table.headingRow }.map(told)
      let mark = BilingualText(zh: "　【退回：", en: " [sent back: ")[language]
      let end = BilingualText(zh: "】", en: "]")[language]
      return faults.isEmpty ? own : own + mark + faults.joined(separator: "; ") + end
    }
  }

  /// A label and the value in a cell of its own become one line.
  private func joined(_ texts: [String]) -> String {
    var result = ""
    var isLabel = false
    for text in texts {
      let mark = isLabel ? (language == .zh ? "：" : ": ") : result.isEmpty ? "" : " · "
      result += mark + text
      isLabel = SheetHeading.read(text).map(\.value.isEmpty) ?? false
    }
    return result
  }

  private func told(_ fault: SheetFault) -> String {
    let diagnostic = fault.diagnostic
    let help = diagnostic.help.map { (language == .zh ? "；" : "; ") + $0[language] } ?? ""
    return diagnostic.message[language] + help
  }

  private func remark(_ fault: SheetFault) -> Workbook.Remark? {
    guard fault.diagnostic.severity == .error else { return nil }
    guard fault.row >= table.headingRow else {
      return Workbook.Remark(.lead(fault.row), told(fault))
    }
    guard let column = places.firstIndex(of: fault.column) else { return nil }
    let place: Workbook.Remark.Place =
      fault.row == table.headingRow
      ? .heading(column: column) : .row(fault.row - table.headingRow - 1, column: column)
    return Workbook.Remark(place, told(fault))
  }

  /// A cell as it was: a number as a number, in the unit of its item.
  private func cell(_ row: Int, _ place: Int) -> Workbook.Cell {
    let meaning = table.meanings[place]
    let isFigure = meaning == .current || meaning == .last || meaning == .plan
    let unit = isFigure ? unit(row, meaning) : nil
    switch table.cell(row, place) {
    case .empty, .uncomputed:
      guard meaning == .current, let unit else { return .empty }
      return .blank(unit: unit)
    case .number(let text):
      guard let number = Double(text) else { return .text(text) }
      return .decimal(number, unit: unit)
    case let cell: return .text(cell.text)
    }
  }

  private func unit(_ row: Int, _ column: SheetColumn?) -> String? {
    let label = table.text(row, .id).isEmpty ? table.text(row, .name) : table.text(row, .id)
    guard let day = taken.period?.last, let item = dataset.loop.item(label, on: day) else {
      return nil
    }
    let aim = column == .plan ? dataset.aim(ofItem: item)?.unit.symbol : nil
    let unit = aim ?? dataset.unit(ofItem: item)
    return unit == "%" ? nil : unit
  }
}
