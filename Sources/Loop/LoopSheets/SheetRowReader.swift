import Bilingual
import ChainLoop
import ChainModel
import ChainWorkbooks
import Diagnostics
import ProgressLoop

/// Reads the rows of a returned sheet: what each says, cell by cell.
struct SheetRowReader {
  /// A row, and where it stands.
  struct Row {
    var said: ReturnedSheet.Row
    let place: Int
  }

  private let table: SheetTable
  private let loop: DatasetLoop
  private let received: Day
  private let amounts: AmountText
  /// The sheet as it went out, by item.
  private let sent: [Int: AskedItem]
  /// What was known on the day before, when no half of the sheet can have come back yet.
  private let known: [Int: AskedItem]
  private let cells: SheetCells
  private(set) var rows: [Row] = []
  private(set) var faults: [SheetFault] = []
  /// Whether any cell that is asked about holds anything.
  private(set) var isFilled = false

  init(_ table: SheetTable, _ sent: ProgressSheet, received: Day) {
    (self.table, self.received, loop) = (table, received, sent.loop)
    amounts = AmountText(units: loop.dataset.graph.ontology)
    self.sent = Dictionary(uniqueKeysWithValues: sent.items.map { ($0.item, $0) })
    let before = ProgressSheet(loop, of: sent.party, about: sent.period, made: sent.made - 1)
    known = Dictionary(uniqueKeysWithValues: before.items.map { ($0.item, $0) })
    cells = SheetCells(sent, table.language)
    for row in table.filled { read(row) }
    dropUnsaid()
  }

  private mutating func read(_ row: Int) {
    let (id, name) = (table.text(row, .id), table.text(row, .name))
    if isRemark(row, id, name) {
      faults.append(table.fault(row, .id) { .sheetRowUnread(at: $0) })
      return
    }
    let label = id.isEmpty ? name : id
    guard !label.isEmpty else {
      let hasMore = SheetColumn.all.contains { !table.text(row, $0).isEmpty }
      if hasMore { faults.append(table.fault(row, .id) { .sheetRowWithoutItem(at: $0) }) }
      return
    }
    var said = ReturnedSheet.Row(item: label)
    let item = loop.loop.item(label, on: received)
    let before = item.flatMap { sent[$0] }
    said.status = text(row, .status, before)
    said.progress = text(row, .progress, before)
    said.problem = text(row, .problem, before)
    said.next = text(row, .next, before)
    said.value = amount(row, item, before)
    for milestone in Milestone.allCases {
      said.milestones[milestone] = day(row, milestone, before)
    }
    checkOrder(of: said.milestones, row, before)
    if let item { compare(row, item, id, name, before) }
    rows.append(Row(said: said, place: row))
  }

  /// Whether a row is of the sheet's foot: a sum, who filled it in, a remark across the columns.
  private func isRemark(_ row: Int, _ id: String, _ name: String) -> Bool {
    let sums = ["合计", "小计", "总计", "total", "sum"]
    let feet = ["填表人", "填报人", "审核人", "负责人", "联系人", "联系电话", "注：", "注:", "备注", "说明"]
    let first = table.rows[row].first { !$0.isEmpty }?.text.trimmingSpace() ?? ""
    if loop.loop.isItem(first, on: received) { return false }
    return [id, name, first].contains { sums.contains($0.lowercased()) }
      || feet.contains { first.hasPrefix($0) }
  }

  /// Rows of items that the sheet asked about and that say nothing new have nothing to be judged by; one that
  /// stands twice is kept, so that it is seen.
  private mutating func dropUnsaid() {
    var counts: [Int: Int] = [:]
    func item(_ row: Row) -> Int? { loop.loop.item(row.said.item, on: received) }
    for row in rows { if let item = item(row) { counts[item, default: 0] += 1 } }
    rows.removeAll { row in
      guard let item = item(row), sent[item] != nil, counts[item] == 1 else { return false }
      return row.said == ReturnedSheet.Row(item: row.said.item)
    }
  }

  // MARK: What is asked about

  /// The text of a cell; nothing where it is what the sheet went out with.
  private mutating func text(_ row: Int, _ column: SheetColumn, _ before: AskedItem?) -> String {
    guard let text = plain(row, column) else { return "" }
    return isNew(text, row, column, before) ? text : ""
  }

  /// Whether a cell says something else than it did when the sheet went out. One that was emptied is told:
  /// empty says nothing, and takes nothing back.
  private mutating func isNew(
    _ text: String,
    _ row: Int,
    _ column: SheetColumn,
    _ before: AskedItem?
  ) -> Bool {
    if !text.isEmpty { isFilled = true }
    guard let before else { return !text.isEmpty }
    let old = cells.text(column, before)
    let isKnown = known[before.item].map { !cells.text(column, $0).isEmpty } ?? false
    if text.isEmpty, !old.isEmpty, isKnown, table.columns[column] != nil {
      faults.append(table.fault(row, column) { .sheetCellEmptied(old, at: $0) })
    }
    return !text.isEmpty && text != old
  }

  /// The text of a cell, less space at its ends; nothing, and a fault, where a formula has no value.
  private mutating func plain(_ row: Int, _ column: SheetColumn) -> String? {
    switch table.cell(row, column) {
    case .error(let text):
      faults.append(table.fault(row, column) { .sheetFormula(text, at: $0) })
      return nil
    case .uncomputed:
      faults.append(table.fault(row, column) { .sheetFormula("", at: $0) })
      return nil
    case let cell: return cell.text.trimmingSpace()
    }
  }

  private mutating func amount(_ row: Int, _ item: Int?, _ before: AskedItem?) -> Measured? {
    guard let text = plain(row, .current) else { return nil }
    guard !text.isEmpty else {
      _ = isNew(text, row, .current, before)
      return nil
    }
    isFilled = true
    let unit = item.flatMap { loop.unit(ofItem: $0) }
    let isPercentage = table.isPercentage(row, .current)
    if case .date = table.cell(row, .current) {
      faults.append(table.fault(row, .current) { .sheetAmountIsDay(text, at: $0) })
      return nil
    }
    if isPercentage, unit != "%" {
      faults.append(table.fault(row, .current) { .sheetPercentage(at: $0) })
      return nil
    }
    let number = isPercentage ? Double(text).map { Quantity.plain(rounded($0 * 100)) } : nil
    switch amounts.read(number ?? text, unit: unit) {
    case .failure(.notANumber):
      faults.append(table.fault(row, .current) { .sheetAmount(text, at: $0) })
      return nil
    case .failure(.unknownUnit(let symbol)):
      let units = loop.dataset.graph.ontology.units.map(\.symbol)
      faults.append(table.fault(row, .current) { .sheetUnit(symbol, units: units, at: $0) })
      return nil
    case .success(let value):
      if let before, before.current?.value == value { return nil }
      guard let item else { return value }
      if let fault = measureFault(value, text, item) ?? negativeFault(value, text) {
        faults.append(table.fault(row, .current, fault))
        return nil
      }
      if let plan = before?.plan, value.unit == nil, isBeyond(value.number, plan) {
        faults.append(
          table.fault(row, .current) { .sheetBeyondPlan(text, plan: "\(plan)", at: $0) }
        )
      }
      return value
    }
  }

  /// What has been spent or counted since January is never less than nothing; rates may fall.
  private func negativeFault(
    _ value: Measured,
    _ text: String
  ) -> ((Diagnostic.Location) -> Diagnostic)? {
    guard value.unit != "%", value.number < ExactDecimal(mantissa: 0) else { return nil }
    return { .sheetNegative(text, at: $0) }
  }

  /// Whether more than three times a plan is said to be spent: mostly a number in another unit.
  private func isBeyond(_ number: ExactDecimal, _ plan: ExactDecimal) -> Bool {
    let most = ExactDecimal(mantissa: plan.mantissa * 3, decimals: Int(plan.decimals))
    return ExactDecimal(mantissa: 0) < plan && most < number
  }

  /// A milestone that is said to be reached before one that comes first is told at its cell.
  private mutating func checkOrder(
    of said: [Milestone: DaySpan],
    _ row: Int,
    _ before: AskedItem?
  ) {
    func reached(_ milestone: Milestone) -> DaySpan? {
      said[milestone] ?? before?.reached[milestone]
    }
    let order: [(Milestone, Milestone)] = [
      (.start, .completion), (.completion, .operation), (.start, .operation),
    ]
    for (first, second) in order where said[first] != nil || said[second] != nil {
      guard let start = reached(first), let end = reached(second), end.last < start.first else {
        continue
      }
      let column = said[second] == nil ? first : second
      faults.append(
        table.fault(row, .reached(column)) {
          .sheetOrder(first.label, start, second.label, end, at: $0)
        }
      )
    }
  }

  /// A hundred times a fraction, without what binary numbers add to it.
  private func rounded(_ percent: Double) -> Double { (percent * 1_000_000).rounded() / 1_000_000 }

  private func measureFault(
    _ value: Measured,
    _ text: String,
    _ item: Int
  ) -> ((Diagnostic.Location) -> Diagnostic)? {
    guard let measure = loop.loop.world.items[item].measure else {
      // Where nobody says what is measured, a bare number would be money.
      let isBare = value.unit == nil && text.allSatisfy { $0.isNumber || ".,，-．".contains($0) }
      return isBare ? { .sheetBareAmount(text, at: $0) } : nil
    }
    guard !measure.allows(value.unit) else { return nil }
    if value.unit == "%" { return { .sheetPercentage(at: $0) } }
    let units = if case .units(let units) = measure { units } else { ["万元", "亿元"] }
    return { .sheetOtherMeasure(text, units: units, at: $0) }
  }

  private mutating func day(
    _ row: Int,
    _ milestone: Milestone,
    _ before: AskedItem?
  ) -> DaySpan? {
    let column = SheetColumn.reached(milestone)
    guard let text = plain(row, column) else { return nil }
    guard isNew(text, row, column, before) else { return nil }
    guard let date = CalendarDate(written: text.replacing(" 00:00:00", with: "")) else {
      faults.append(table.fault(row, column) { .sheetDay(text, at: $0) })
      return nil
    }
    let span = DaySpan(date)
    if span == before?.reached[milestone] { return nil }
    guard span.first <= received else {
      faults.append(
        table.fault(row, column) { [received] in
          .sheetDayAhead(text, received, at: $0)
        }
      )
      return nil
    }
    return span
  }

  // MARK: What is told

  /// Remarks on grey cells that are not what the sheet said; the name of another item is a fault, since then
  /// part of a row has been moved.
  private mutating func compare(
    _ row: Int,
    _ item: Int,
    _ id: String,
    _ name: String,
    _ before: AskedItem?
  ) {
    let own = loop.loop.world.items[item]
    if !id.isEmpty, !name.isEmpty, let other = loop.loop.item(name, on: received), other != item {
      let meant = loop.loop.world.items[other].id
      faults.append(
        table.fault(row, .name) { .sheetOtherItem(name, id: id, meant: meant, at: $0) }
      )
      return
    }
    guard let before else { return }
    for column in SheetColumn.all where !column.isAsked && column != .id {
      let (now, old) = (table.text(row, column), cells.text(column, before))
      guard !now.isEmpty, now != old, now.filter({ $0 != " " }) != old + (unit(column, item) ?? "")
      else { continue }
      // A name that it has, or had, is no change.
      if column == .name, loop.loop.item(now, on: received) == item || now == own.name { continue }
      faults.append(table.fault(row, column) { .sheetToldChanged(now, old, at: $0) })
    }
  }

  private func unit(_ column: SheetColumn, _ item: Int) -> String? {
    switch column {
    case .plan: loop.aim(ofItem: item)?.unit.symbol ?? "万元"
    case .last: loop.unit(ofItem: item)
    default: nil
    }
  }
}
