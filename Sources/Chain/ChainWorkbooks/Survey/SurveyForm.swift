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
    guard let date = CalendarDate(parsing: cell(.date)) else {
      log.report(.surveyWithoutDate(cell(.date), at: location(.date)))
      return nil
    }
    let enterprises = cell(.enterprises).split { "、，,；;\n".contains($0) }
      .map { String($0).trimmingSpace() }.filter { !$0.isEmpty }
    if finding == .none, !enterprises.isEmpty {
      log.report(.enterprisesOfNothing(at: location(.enterprises)))
      return nil
    }
    return Row(
      segment: segment,
      finding: finding,
      enterprises: enterprises,
      basis: cell(.basis),
      surveyor: cell(.surveyor),
      date: date,
      place: location(.name)
    )
  }
}
