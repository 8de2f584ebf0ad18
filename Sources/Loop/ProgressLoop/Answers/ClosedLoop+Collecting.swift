package import Bilingual
import Diagnostics

extension ClosedLoop {
  /// What comes of a returned sheet: the lines to append, or why it is not taken.
  ///
  /// With any fault nothing is taken. Of what was reported before, an empty cell says nothing; another value
  /// is a correction, which needs a reason, and takes over what the sheet leaves empty.
  ///
  /// - Complexity: O(*r* · *l*) over the rows and the lines of their items.
  package func collect(_ sheet: ReturnedSheet) -> Collected {
    var collector = SheetCollector(loop: self, sheet: sheet)
    return collector.collect()
  }

  /// A warning for people, in both languages.
  package func text(of warning: Collected.Warning) -> BilingualText {
    switch warning {
    case .repeats(let period):
      BilingualText(zh: "所有数值都与 \(period) 相同", en: "every value is that of \(period)")
    case .less(let item, let period):
      BilingualText(
        zh: "\(world.items[item].name)：本年累计少于 \(period)",
        en: "\(world.items[item].name): since January less than in \(period)"
      )
    }
  }
}

private struct SheetCollector {
  let loop: ClosedLoop
  let sheet: ReturnedSheet
  private let known: Day
  private var appends: [JournalLine] = []
  private var faults: [Collected.Fault] = []
  private var same: [Int] = []
  private var differ: [Int] = []
  private var warnings: [Collected.Warning] = []
  private var reported: Set<Int> = []
  private var repeated = 0
  private var figures = 0
  private var lastNumber: Int

  init(loop: ClosedLoop, sheet: ReturnedSheet) {
    (self.loop, self.sheet) = (loop, sheet)
    known = max(sheet.recorded ?? sheet.received, loop.lines.lastRecorded ?? .distantPast)
    lastNumber = loop.world.journal.count
  }

  mutating func collect() -> Collected {
    let due = loop.world.rules.dueDay(of: sheet.period)
    let isLate = sheet.received > due
    guard sheet.period.first <= sheet.received else {
      faults.append(.init(row: nil, matter: .notBegun(sheet.period)))
      return collected(isLate: isLate, missing: [])
    }
    let known = loop.party(sheet.party, on: sheet.received)
    guard let party = known, party < loop.partyCount else {
      faults.append(.init(row: nil, matter: .unknownParty(sheet.party)))
      return collected(isLate: isLate, missing: [])
    }
    let duties = loop.world.items.indices.map {
      loop.duties(of: $0, on: sheet.period, known: self.known)
    }
    var seen: Set<Int> = []
    for (offset, row) in sheet.rows.enumerated() {
      guard let item = item(row, offset) else { continue }
      guard seen.insert(item).inserted else {
        faults.append(.init(row: offset, matter: .twice(row.item)))
        continue
      }
      guard let own = actor(party, among: duties[item]) else {
        let day = sheet.period.last
        let others = duties[item].flatMap(\.parties).map { loop.name(ofParty: $0, on: day) }
        faults.append(.init(row: offset, matter: .foreign(row.item, parties: others)))
        continue
      }
      take(row, item, as: own.party, own.duty, due: due)
    }
    let needsReason = !differ.isEmpty && sheet.reason.isEmpty
    if figures > 0, repeated == figures, !needsReason, !appends.isEmpty {
      warnings = [.repeats(sheet.period.advanced(by: -1))]
    }
    if !faults.isEmpty || needsReason { (appends, reported) = ([], []) }
    let missing = duties.enumerated().compactMap { item, duties -> Int? in
      guard let own = actor(party, among: duties) else { return nil }
      let isReported =
        reported.contains(item)
        || loop.reports(of: item, on: sheet.period, known: self.known).contains {
          loop.answers($0, own.duty, due: due)
        }
      return isReported ? nil : item
    }
    return collected(isLate: isLate, missing: missing)
  }

  private func collected(isLate: Bool, missing: [Int]) -> Collected {
    let result: Collected.Result =
      if !faults.isEmpty {
        .refused
      } else if !differ.isEmpty, sheet.reason.isEmpty {
        .correctionNeeded
      } else {
        appends.isEmpty ? .nothingToAdd : .append
      }
    return Collected(
      result: result,
      appends: appends,
      isLate: isLate,
      faults: faults,
      same: same,
      differ: differ,
      stillMissing: missing,
      warnings: faults.isEmpty ? warnings : []
    )
  }

  private mutating func item(_ row: ReturnedSheet.Row, _ offset: Int) -> Int? {
    switch loop.itemNames.find(row.item, on: sheet.received) {
    case .success(let item): return item
    case .failure(.ambiguous):
      faults.append(.init(row: offset, matter: .ambiguousItem(row.item)))
    case .failure(.unknown):
      let closest = SpellingSuggestion.closest(to: row.item, among: loop.itemNames.names)
      let matter = Collected.Fault.Matter.unknownItem(
        row.item,
        on: sheet.received,
        closest: closest
      )
      faults.append(.init(row: offset, matter: matter))
    }
    return nil
  }

  private func actor(_ party: Int, among duties: [ReportDuty]) -> (party: Int, duty: ReportDuty)? {
    for duty in duties {
      if let own = actor(party, duty) { return own }
    }
    return nil
  }

  /// As which party a party does a duty: its own, or that of the one that it was merged into or took over.
  private func actor(_ party: Int, _ duty: ReportDuty) -> (party: Int, duty: ReportDuty)? {
    if duty.parties.contains(party) { return (party, duty) }
    let day = sheet.received
    if let heir = loop.certainHolder(of: party, duty.item, on: day), duty.parties.contains(heir) {
      return (heir, duty)
    }
    let isHeir = duty.parties.contains { own in
      loop.lastDay(of: own, duty.item) < day
        && loop.certainHolder(of: own, duty.item, on: day) == party
    }
    return isHeir ? (party, duty) : nil
  }

  private mutating func take(
    _ row: ReturnedSheet.Row,
    _ item: Int,
    as party: Int,
    _ duty: ReportDuty,
    due: Day
  ) {
    var isSaidBefore = row.isReport || !row.milestones.isEmpty
    var isOther = false
    if row.isReport {
      let before = loop.reports(of: item, on: sheet.period, known: known).last {
        loop.answers($0, ReportDuty(item: item, parties: [party]), due: due)
      }
      var line = line(.report, item, party)
      (line.status, line.value, line.progress) = (row.status, row.value, row.progress)
      (line.problem, line.next) = (row.problem, row.next)
      if let before {
        let old = loop.lines.journal[before]
        line.fillGaps(from: old)
        line.corrects = old.line
        if !line.saysSame(as: old) { isOther = true }
      }
      if before == nil || isOther {
        append(line)
        isSaidBefore = false
      }
      compare(row, item)
    }
    for (milestone, days) in row.milestones.sorted(by: { $0.key.position < $1.key.position }) {
      let before = loop.reached(milestone, by: item, known: known)
      guard before?.days != days else { continue }
      var line = line(.milestone, item, party)
      (line.milestone, line.date) = (milestone, days)
      if let before {
        line.corrects = loop.lines.name(of: before.line)
        // What a report says beside its milestone is not to be lost with it.
        if loop.lines[before.line].type == .report { line.corrects = "" }
        isOther = true
      }
      append(line)
      isSaidBefore = false
    }
    if isOther { differ.append(item) } else if isSaidBefore { same.append(item) }
  }

  private mutating func append(_ line: JournalLine) {
    var line = line
    repeat {
      lastNumber += 1
      line.line = "\(sheet.linePrefix)\(lastNumber)"
    } while loop.lines.hasLine(line.line)
    appends.append(line)
    if line.type == .report, let item = loop.item(line.item, on: line.recorded) {
      reported.insert(item)
    }
  }

  private func line(_ type: JournalType, _ item: Int, _ party: Int) -> JournalLine {
    var line = JournalLine(
      line: "",
      recorded: known,
      period: sheet.period,
      by: loop.name(ofParty: party, on: sheet.received),
      item: loop.world.items[item].id,
      type: type
    )
    line.received = sheet.received == known ? nil : sheet.received
    (line.reason, line.source) = (sheet.reason, sheet.source)
    return line
  }

  /// Remarks on a figure beside that of the month before.
  private mutating func compare(_ row: ReturnedSheet.Row, _ item: Int) {
    guard let value = row.value else { return }
    figures += 1
    let before = sheet.period.advanced(by: -1)
    let reports = loop.reports(of: item, on: before, known: known)
    guard let last = reports.last(where: { loop.lines[$0].hasValue }),
      let old = loop.lines.journal.value(of: loop.lines[last]), old.unit == value.unit
    else { return }
    if old.number == value.number { repeated += 1 }
    if value.unit == nil, value.number < old.number, sheet.period.month > 1 {
      warnings.append(.less(item: item, than: before))
    }
  }
}

extension JournalLine {
  /// Takes over what is left empty.
  fileprivate mutating func fillGaps(from old: JournalLine) {
    if status.isEmpty { status = old.status }
    if value == nil { value = old.value }
    if progress.isEmpty { progress = old.progress }
    if problem.isEmpty { problem = old.problem }
    if next.isEmpty { next = old.next }
    if milestone == nil { (milestone, date) = (old.milestone, old.date) }
  }

  fileprivate func saysSame(as other: JournalLine) -> Bool {
    status == other.status && value == other.value && progress == other.progress
      && problem == other.problem && next == other.next
  }
}
