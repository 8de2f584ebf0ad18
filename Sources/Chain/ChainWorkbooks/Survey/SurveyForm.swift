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
  enum Column: Int, CaseIterable {
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

    /// The heading in a sheet of that language.
    func heading(_ language: Language) -> String {
      language == .zh ? headings[0] : headings[headings.count - 1]
    }
  }

  /// Columns that the list itself has beside, and that say nothing new.
  private static let otherHeadings: Set<String> = [
    "序号", "no.", "#", "标识", "id", "集群", "cluster", "结论", "verdict", "问谁", "ask", "问什么",
    "what to ask", "企业规模", "which firms", "若缺则卡住环节", "would block",
  ]

  private(set) var rows: [Row] = []
  /// What to look at though the list can be read.
  private(set) var warnings: [Diagnostic] = []

  /// Whether a sheet is such a list, though a column of it may be missing: names, and what only such
  /// a list has, under headings near the top.
  static func isForm(_ grids: [Grid]) -> Bool {
    // A data set may have kinds with a result of their own.
    guard !grids.contains(where: { SheetNaming.special($0.name) == .manifest }) else {
      return false
    }
    return grids.contains { headings(of: $0) != nil }
  }

  /// Reads the rows with a result; those without one are still to be surveyed.
  init(_ grids: [Grid], text: GridText, log: inout FaultLog) {
    for (sheet, grid) in grids.enumerated() {
      guard let (top, columns) = Self.headings(of: grid) else { continue }
      let language = Self.language(of: grid, columns, row: top)
      let missing = [Column.name, .result, .date].filter { columns[$0] == nil }
      guard missing.isEmpty else {
        let place = log.location(of: text.range(sheet: sheet, row: top, column: 0))
        for column in missing {
          log.report(.surveyWithoutColumn(column.heading(language), at: place))
        }
        continue
      }
      for (column, heading) in Self.unread(grid, columns, below: top) {
        let place = log.location(of: text.range(sheet: sheet, row: top, column: column))
        warnings.append(.surveyColumnUnread(heading, at: place))
      }
      for row in grid.rows.indices where row > top {
        guard log.hasRoom else {
          log.cut()
          return
        }
        if let read = Self.row(row, columns, grid, sheet, text, language, &log) {
          rows.append(read)
        }
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
      // Sheets of other workbooks have names and dates too.
      let isList =
        columns[.name] != nil && columns.count > 2
        && (columns[.result] != nil || columns[.surveyor] != nil)
      if isList { return (number, columns) }
    }
    return nil
  }

  private static func language(of grid: Grid, _ columns: [Column: Int], row: Int) -> Language {
    let headings = columns.values.map { grid.cell(row, $0).text }
    return headings.contains { $0.unicodeScalars.contains { $0.value > 0x2E80 } } ? .zh : .en
  }

  /// Columns of somebody's own that hold something beside a result, and are not read.
  private static func unread(
    _ grid: Grid,
    _ columns: [Column: Int],
    below top: Int
  ) -> [(column: Int, heading: String)] {
    let read = Set(columns.values)
    let rows = grid.rows.indices.filter { row in
      row > top && columns[.result].map { !grid.cell(row, $0).isEmpty } ?? false
        && (grid.merge(row, columns[.result] ?? 0)?.columns.count ?? 1) == 1
    }
    let width = rows.map { grid.rows[$0].count }.max() ?? 0
    return (0..<width).compactMap { column in
      let heading = grid.cell(top, column).text.trimmingSpace()
      guard !read.contains(column), !otherHeadings.contains(heading.lowercased()),
        rows.contains(where: { !grid.cell($0, column).isEmpty })
      else { return nil }
      return (column, heading)
    }
  }

  private static func row(
    _ row: Int,
    _ columns: [Column: Int],
    _ grid: Grid,
    _ sheet: Int,
    _ text: GridText,
    _ language: Language,
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
      if let stray { log.report(.surveyWithoutResult(language, at: location(stray))) }
      return nil
    }
    guard let finding = Finding.allCases.first(where: { $0.words.contains(result) }) else {
      log.report(.unknownFinding(result, language, at: location(.result)))
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
      log.report(.surveyWithoutSource(language, at: location(.basis)))
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

  /// The whole day, as people write it.
  private static func date(_ text: String) -> CalendarDate? {
    CalendarDate(written: text).flatMap { $0.day == nil ? nil : $0 }
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
