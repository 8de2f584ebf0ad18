import Bilingual
package import ChainFiles
package import ChainModel
package import Diagnostics

/// Reads the files of a plan, strictly: every fault at its line and column.
package struct PlanReader {
  private enum Column: Int, CaseIterable {
    case line, recorded, item, what, period, value, source

    var label: String {
      switch self {
      case .line: "行号"
      case .recorded: "记录日"
      case .item: "事项"
      case .what: "内容"
      case .period: "时期"
      case .value: "数值"
      case .source: "来源"
      }
    }
  }

  /// What the money of a plan is called.
  package static let investment = "投资"

  /// The columns of a file, in the order in which one is written.
  package static let columns = Column.allCases.map { column in
    let isRequired = column != .source && column != .period
    return CSVTable.Column("\(column)", column.label, isRequired: isRequired)
  }

  /// What has been read.
  package private(set) var lines: [PlanLine] = []
  private var cells: LoopCells
  private var texts = TextPool()
  private var files = 0

  package init(units ontology: Ontology) { cells = LoopCells(ontology: ontology) }

  /// Reads a file behind those read before it; the text, where something was said of it.
  ///
  /// - Complexity: O(*n*) over the bytes.
  package mutating func read(
    _ bytes: [UInt8],
    path: String,
    log: inout FaultLog
  ) -> SourceText? {
    let table = CSVTable(bytes, path: path, columns: Self.columns)
    let file = files
    files += 1
    return table.read(log: &log) { row, log in
      if let line = line(row, file: file, &log) { lines.append(line) }
    }
  }

  private mutating func line(_ row: CSVTableRow, file: Int, _ log: inout FaultLog) -> PlanLine? {
    let line = row.required(Column.line.rawValue, log: &log)
    let item = row.required(Column.item.rawValue, log: &log)
    let recorded = cells.day(row, Column.recorded.rawValue, log: &log)
    if recorded == nil, row[Column.recorded.rawValue].isEmpty {
      log.report(.missingField("recorded", at: row.location(Column.recorded.rawValue)))
    }
    let aim = aim(row, &log)
    guard let line, let item, let recorded, let aim else { return nil }
    return PlanLine(
      line: line,
      recorded: recorded,
      item: item,
      aim: aim,
      source: row[Column.source.rawValue],
      place: LinePlace(file: file, start: row.start)
    )
  }

  private mutating func aim(_ row: CSVTableRow, _ log: inout FaultLog) -> PlanLine.Aim? {
    guard let what = row.required(Column.what.rawValue, log: &log) else { return nil }
    let value = Column.value.rawValue
    if what == Self.investment { return investment(row, &log) }
    guard let milestone = Milestone(rawValue: what) else {
      let words = [Self.investment] + Milestone.allCases.map(\.rawValue)
      log.report(.badAim(what, words, at: row.location(Column.what.rawValue)))
      return nil
    }
    guard row[Column.period.rawValue].isEmpty else {
      log.report(.idlePeriod(at: row.location(Column.period.rawValue)))
      return nil
    }
    guard row.required(value, log: &log) != nil else { return nil }
    return cells.dates(row, value, log: &log).map { .milestone(milestone, $0) }
  }

  private mutating func investment(_ row: CSVTableRow, _ log: inout FaultLog) -> PlanLine.Aim? {
    let value = Column.value.rawValue
    let period = Column.period.rawValue
    guard row.required(period, log: &log) != nil, row.required(value, log: &log) != nil else {
      return nil
    }
    let amount = cells.value(row, value, &texts, log: &log)
    guard let date = CalendarDate(parsing: row[period]), date.day == nil else {
      log.report(.notAMonth(row[period], at: row.location(period)))
      return nil
    }
    guard let amount else { return nil }
    guard amount.unit.isEmpty, amount.number.mantissa >= 0 else {
      log.report(.badAmount(row[value], at: row.location(value)))
      return nil
    }
    return date.month == nil
      ? .yearly(date.year, amount.number) : .cumulative(ReportPeriod(date), amount.number)
  }
}

extension LoopFault.Column {
  /// Its place among the columns of a plan.
  var planColumn: Int { PlanReader.columns.firstIndex { $0.name == rawValue } ?? 0 }
}
