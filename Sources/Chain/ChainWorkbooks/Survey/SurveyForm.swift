import Bilingual
import ChainModel
import Diagnostics
import Spreadsheet

/// A list to survey by that came back filled in: what was found about each segment.
struct SurveyForm {
  /// What somebody found.
  enum Finding: CaseIterable {
    /// 有.
    case present
    /// 不足.
    case short
    /// 无.
    case none

    /// The words that people write.
    var words: [String] {
      switch self {
      case .present: ["有", "yes", "present"]
      case .short: ["不足", "short"]
      case .none: ["无", "没有", "缺", "no", "none", "missing"]
      }
    }
  }

  /// A row with a result.
  struct Row {
    let segment: String
    let finding: Finding
    let enterprises: [String]
    /// Whether the list of enterprises ends in 等: there are others that nobody names.
    let isOpen: Bool
    /// By what it is known: a visit, a register.
    let basis: String
    let surveyor: String
    let date: CalendarDate
    let place: Diagnostic.Location
  }

  /// What a column holds, and its headings.
  private enum Column: Int, CaseIterable {
    case name, result, enterprises, basis, surveyor, date

    var headings: [String] {
      switch self {
      case .name: ["名称", "环节", "name"]
      case .result: ["结果", "result"]
      case .enterprises: ["企业", "enterprises"]
      case .basis: ["依据", "by what"]
      case .surveyor: ["调查人", "surveyed by"]
      case .date: ["日期", "date"]
      }
    }
  }

  private(set) var rows: [Row] = []

  /// Whether a sheet is such a list: names, results and dates under headings near the top.
  static func isForm(_ grids: [Grid]) -> Bool { grids.contains { headings(of: $0) != nil } }

  /// Reads the rows with a result; those without one are still to be surveyed.
  init(_ grids: [Grid], text: GridText, log: inout FaultLog) {
    for (sheet, grid) in grids.enumerated() {
      guard let (top, columns) = Self.headings(of: grid) else { continue }
      for row in grid.rows.indices where row > top {
        guard log.hasRoom else {
          log.cut()
          return
        }
        if let read = Self.row(row, columns, grid, sheet, text, &log) { rows.append(read) }
      }
    }
  }

  private static func headings(of grid: Grid) -> (row: Int, columns: [Column: Int])? {
    for (number, cells) in grid.rows.enumerated().prefix(HeadedTable.mostLeadingRows) {
      var columns: [Column: Int] = [:]
      for (position, cell) in cells.enumerated() {
        let heading = cell.text.trimmingSpace()
        if let column = Column.allCases.first(where: { $0.headings.contains(heading) }),
          columns[column] == nil
        {
          columns[column] = position
        }
      }
      if [.name, .result, .date].allSatisfy({ columns[$0] != nil }) { return (number, columns) }
    }
    return nil
  }

  private static func row(
    _ row: Int,
    _ columns: [Column: Int],
    _ grid: Grid,
    _ sheet: Int,
    _ text: GridText,
    _ log: inout FaultLog
  ) -> Row? {
    func cell(_ column: Column) -> String {
      let written = columns[column].map { grid.cell(row, $0).text.trimmingSpace() } ?? ""
      // What the list itself writes into a cell to fill in.
      return ["待填", "to fill in"].contains(written) ? "" : written
    }
    func location(_ column: Column) -> Diagnostic.Location {
      log.location(of: text.range(sheet: sheet, row: row, column: columns[column] ?? 0))
    }
    // A remark below the table runs across its columns.
    if let merge = grid.merge(row, columns[.result] ?? 0), merge.columns.count > 1 { return nil }
    let (segment, result) = (cell(.name), cell(.result))
    guard !result.isEmpty else {
      // Something beside an empty result would be lost without a word.
      let stray = [Column.enterprises, .date].first { !cell($0).isEmpty }
      if let stray { log.report(.surveyWithoutResult(at: location(stray))) }
      return nil
    }
    guard let finding = Finding.allCases.first(where: { $0.words.contains(result) }) else {
      log.report(.unknownFinding(result, at: location(.result)))
      return nil
    }
    guard let date = date(cell(.date)) else {
      log.report(.surveyWithoutDate(cell(.date), at: location(.date)))
      return nil
    }
    var enterprises = cell(.enterprises).split { "、，,；;\n".contains($0) }
      .map { String($0).trimmingSpace() }.filter { !$0.isEmpty }
    let isOpen = openEnd(of: &enterprises)
    if let odd = enterprises.first(where: { !isName($0) }) {
      log.report(.noEnterprise(odd, at: location(.enterprises)))
      return nil
    }
    if finding == .none, !enterprises.isEmpty {
      log.report(.enterprisesOfNothing(at: location(.enterprises)))
      return nil
    }
    if finding == .none, cell(.basis).isEmpty, cell(.surveyor).isEmpty {
      log.report(.surveyWithoutSource(at: location(.basis)))
      return nil
    }
    return Row(
      segment: segment,
      finding: finding,
      enterprises: enterprises,
      isOpen: isOpen,
      basis: cell(.basis),
      surveyor: cell(.surveyor),
      date: date,
      place: location(.name)
    )
  }

  /// The day, as people write it: 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日.
  private static func date(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(parsing: text) { return date }
    let parts = text.split { "-/.年月日".contains($0) }.map { String($0).trimmingSpace() }
    guard parts.count == 3, parts[0].count == 4 else { return nil }
    let two = parts[1...].map { $0.count == 1 ? "0" + $0 : $0 }
    return CalendarDate(parsing: ([parts[0]] + two).joined(separator: "-"))
  }

  /// Whether the list ends in 等, which is taken off its last name.
  private static func openEnd(of names: inout [String]) -> Bool {
    guard let last = names.last, last.hasSuffix("等") else { return false }
    names.removeLast()
    let name = String(last.dropLast()).trimmingSpace()
    if !name.isEmpty { names.append(name) }
    return true
  }

  /// Whether a cell's part is a name: not "none" in other words, nor a count or a list with a label.
  private static func isName(_ text: String) -> Bool {
    let none = ["无", "暂无", "没有", "未发现", "none", "n/a", "-", "—", "/"]
    let hasLabel = text.contains { "：:".contains($0) }
    let isNumbered = text.first.map { $0.isNumber } ?? false
    let isCount = text.hasSuffix("家") && text.contains(where: \.isNumber)
    return !none.contains(text.lowercased()) && !hasLabel && !isNumbered && !isCount
  }
}
