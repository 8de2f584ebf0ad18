import Bilingual
package import ChainLoop
import ChainModel
package import Diagnostics
package import ProgressLoop

/// Takes in returned sheets, one after the other: what the first says is known when the second is read.
///
/// ```swift
/// var collection = SheetCollection(loop, recorded: today, received: today, reason: "")
/// for file in files { collection.take(file) }
/// let lines = collection.lines
/// ```
package struct SheetCollection {
  /// What came of a sheet.
  package struct Taken {
    package let path: String
    /// The name on its tab.
    package let name: String
    /// Who reports, as the data set knows it, else as the sheet says.
    package let party: String
    /// `nil` where its heading does not say it.
    package let period: ReportPeriod?
    /// What becomes of it; `nil` where its cells have faults.
    package let collected: Collected?
    /// The lines that it adds, or, where it lacks a reason, would add.
    package let lines: [JournalLine]
    /// By line of those, the one that it takes the place of.
    package let before: [JournalLine?]
    /// What is said of its cells, warnings too.
    package let faults: [SheetFault]
    /// Whether any cell that is asked about holds anything.
    package let isFilled: Bool
    let table: SheetTable

    /// Whether nothing of it is taken because something is wrong, or its corrections lack a reason.
    package var isRefused: Bool {
      collected.map { $0.result == .refused || $0.result == .correctionNeeded } ?? true
    }
  }

  let dataset: DatasetLoop
  let received: Day
  /// When the lines are written down.
  let recorded: Day
  /// When they were to be written down, where lines of a later day are there already.
  let askedDay: Day?
  private let reason: String
  private var loop: ClosedLoop
  package private(set) var taken: [Taken] = []

  /// - Parameters:
  ///   - recorded: when the lines are written down; never before those that are there.
  ///   - received: when the sheets came in.
  ///   - reason: why what was reported is corrected; empty where it is not.
  package init(_ dataset: DatasetLoop, recorded: Day, received: Day, reason: String) {
    (self.dataset, self.received, self.reason) = (dataset, received, reason)
    loop = dataset.loop
    let last = loop.lastJournalDay ?? .distantPast
    self.recorded = max(recorded, last)
    askedDay = last > recorded ? recorded : nil
  }

  /// The lines to append, in order.
  package var lines: [JournalLine] { taken.filter { !$0.isRefused }.flatMap(\.lines) }

  /// What is said of the sheets' cells, in the order in which they were read.
  package var diagnostics: [Diagnostic] { taken.flatMap(\.faults).map(\.diagnostic) }

  /// Takes in the sheets of a file.
  ///
  /// - Complexity: O(*n*) over the items, statements and lines, for each sheet.
  package mutating func take(_ workbook: ReturnedWorkbook) {
    for table in workbook.tables { take(table, of: workbook.path) }
  }

  private mutating func take(_ table: SheetTable, of path: String) {
    var faults = table.faults
    let party = table.heading[.party]?.text ?? ""
    if party.isEmpty { faults.append(table.fault(.party) { .sheetWithoutHeading(.party, at: $0) }) }
    let period = period(of: table, &faults)
    let made = made(of: table, &faults)
    guard let period, !party.isEmpty else {
      return keep(table, path, party, period, nil, faults: faults)
    }
    let number = loop.party(party, on: received)
    let reader = SheetRowReader(
      table,
      ProgressSheet(dataset, of: number, about: period, made: min(made ?? received, received)),
      received: received
    )
    faults += reader.faults
    var sheet = ReturnedSheet(
      party: party,
      period: period,
      received: received,
      rows: reader.rows.map(\.said)
    )
    (sheet.recorded, sheet.reason) = (recorded, reason)
    sheet.source = path.split(separator: "/").last.map(String.init) ?? path
    let collected = loop.collect(sheet)
    faults += located(collected, reader.rows, table, party)
    let shown = number.map { loop.name(ofParty: $0, on: received) } ?? party
    guard !faults.contains(where: { $0.diagnostic.severity == .error }) else {
      return keep(table, path, shown, period, nil, faults: faults)
    }
    var lines = collected.appends
    if collected.result == .correctionNeeded {
      faults.append(table.fault(.party) { .sheetCorrects(count: collected.differ.count, at: $0) })
      // What it would add is shown all the same.
      sheet.reason = "?"
      lines = loop.collect(sheet).appends
    }
    let before = lines.map { $0.corrects.isEmpty ? nil : loop.line(called: $0.corrects) }
    if collected.result == .append { append(lines) }
    keep(
      table,
      path,
      shown,
      period,
      collected,
      lines,
      before,
      faults: faults,
      isFilled: reader.isFilled
    )
  }

  private mutating func append(_ lines: [JournalLine]) {
    var world = loop.world
    for line in lines { world.journal.append(line) }
    loop = ClosedLoop(world)
  }

  private mutating func keep(
    _ table: SheetTable,
    _ path: String,
    _ party: String,
    _ period: ReportPeriod?,
    _ collected: Collected?,
    _ lines: [JournalLine] = [],
    _ before: [JournalLine?] = [],
    faults: [SheetFault],
    isFilled: Bool = true
  ) {
    taken.append(
      Taken(
        path: path,
        name: table.name,
        party: party,
        period: period,
        collected: collected,
        lines: lines,
        before: before,
        faults: faults,
        isFilled: isFilled,
        table: table
      )
    )
  }

  // MARK: The heading

  private func period(of table: SheetTable, _ faults: inout [SheetFault]) -> ReportPeriod? {
    let text = table.heading[.period]?.text ?? ""
    if text.isEmpty {
      faults.append(table.fault(.period) { .sheetWithoutHeading(.period, at: $0) })
      return nil
    }
    let period = ReportPeriod(written: text)
    if period == nil { faults.append(table.fault(.period) { .notAMonth(text, at: $0) }) }
    return period
  }

  private func made(of table: SheetTable, _ faults: inout [SheetFault]) -> Day? {
    guard let text = table.heading[.made]?.text, !text.isEmpty,
      let date = CalendarDate(written: text), date.day != nil
    else {
      faults.append(table.fault(.made) { .sheetWithoutDay(at: $0) })
      return nil
    }
    return Day(firstOf: date)
  }

  // MARK: What the loop says

  /// What the loop says of a sheet, at its cells.
  private func located(
    _ collected: Collected,
    _ rows: [SheetRowReader.Row],
    _ table: SheetTable,
    _ party: String
  ) -> [SheetFault] {
    let strangers = collected.faults.filter { fault in
      if case .unknownItem = fault.matter { true } else { false }
    }
    let isElsewhere = rows.count > 2 && strangers.count == rows.count
    if isElsewhere {
      return [table.fault(.party) { .sheetOfOtherData(count: rows.count, at: $0) }]
    }
    let faults = collected.faults.map { fault in
      guard let row = fault.row else {
        let heading: SheetHeading = if case .notBegun = fault.matter { .period } else { .party }
        return table.fault(heading) { place in
          .sheet(fault, help: help(fault, nil, table, party), at: place)
        }
      }
      let place = rows[row].place
      return table.fault(place, table.text(place, .id).isEmpty ? .name : .id) { location in
        .sheet(fault, help: help(fault, place, table, party), at: location)
      }
    }
    return faults
      + collected.warnings.map { warning in
        let text = loop.text(of: warning)
        guard case .less(let item, _) = warning,
          let row = rows.first(where: { loop.item($0.said.item, on: received) == item })
        else { return table.fault(.period) { .sheetRepeats(text, at: $0) } }
        return table.fault(row.place, .current) { .sheetLess(text, at: $0) }
      }
  }

  /// What to do about a fault that the loop found.
  private func help(
    _ fault: Collected.Fault,
    _ row: Int?,
    _ table: SheetTable,
    _ party: String
  ) -> BilingualText? {
    switch fault.matter {
    case .unknownParty:
      let closest = loop.parties(like: party)
      return closest.isEmpty ? .otherDataSet : .didYouMean(closest)
    case .unknownItem:
      let name = row.map { table.text($0, .name) } ?? ""
      if let item = loop.item(name, on: received) {
        return .didYouMean([loop.world.items[item].id])
      }
      return fault.help
        ?? BilingualText(
          zh: "编号照原表，不要改动；新事项先写进数据集",
          en: "leave the id as the sheet had it; write a new item into the data set first"
        )
    case .ambiguousItem:
      return BilingualText(zh: "写编号，不写名称", en: "write its id in place of the name")
    case .twice: return BilingualText(zh: "只留一行", en: "keep one of the rows")
    case .foreign:
      return BilingualText(zh: "从表中删去这一行", en: "delete the row")
    case .notBegun:
      return BilingualText(
        zh: "改正报告期，或用 --received 指明收到日",
        en: "mend the period, or say with --received when it came in"
      )
    }
  }
}
