/// A report that is expected, or one that came.
package struct ReportDuty: Sendable, Hashable {
  package let item: Int
  /// Whose it is: one, or where one of several is enough those.
  package let parties: [Int]

  package init(item: Int, parties: [Int]) { (self.item, self.parties) = (item, parties) }
}

/// What was reported of a month, and what was not.
package struct Reporting: Sendable, Hashable {
  package let period: ReportPeriod
  /// The last day on which a report is on time.
  package let due: Day
  /// Before the day has passed nothing is missing.
  package let isNotYetDue: Bool
  package let expected: [ReportDuty]
  /// Of those expected.
  package let reported: [ReportDuty]
  /// Of those reported.
  package let onTime: [ReportDuty]
  package let missing: [ReportDuty]
  /// Reports that nobody expected, in the order in which they were recorded: kept, and not counted.
  package let unexpected: [ReportDuty]
  /// Items of which nobody is expected to report.
  package let nobody: [Int]

  /// How many items are expected: less than there are duties where several departments lead one.
  package var items: Int { Set(expected.map(\.item)).count }
  /// Reported within expected; `nil` where nothing is.
  package var rate: Ratio? {
    expected.isEmpty ? nil : Ratio(Int128(reported.count), Int128(expected.count))
  }
}

extension ClosedLoop {
  /// What was reported of a month by what was known, item by item in the order of the world.
  ///
  /// - Parameter items: Of which it is asked; `nil` for all.
  /// - Complexity: O(*n*) over the lines and statements of these items.
  package func reporting(
    of items: [Int]? = nil,
    on period: ReportPeriod,
    known: Day
  ) -> Reporting {
    let due = world.rules.dueDay(of: period)
    let isNotYetDue = known <= due
    var (expected, reported, onTime) = ([ReportDuty](), [ReportDuty](), [ReportDuty]())
    var (unexpected, nobody) = ([(line: Int, duty: ReportDuty)](), [Int]())
    for item in items ?? Array(world.items.indices) {
      let duties = duties(of: item, on: period, known: known)
      if duties.isEmpty, isExpected(item, on: period, known: known) { nobody.append(item) }
      let reports = reports(of: item, on: period, known: known)
      expected += duties
      for duty in duties {
        let own = reports.filter { answers($0, duty, due: due) }
        guard !own.isEmpty else { continue }
        reported.append(duty)
        if own.contains(where: { lines.firstReceived[$0] <= due }) { onTime.append(duty) }
      }
      for line in reports where !duties.contains(where: { answers(line, $0, due: due) }) {
        let duty = ReportDuty(item: item, parties: [Int(lines.parties[line])])
        unexpected.append((line, duty))
      }
    }
    let done = Set(reported)
    return Reporting(
      period: period,
      due: due,
      isNotYetDue: isNotYetDue,
      expected: expected,
      reported: reported,
      onTime: onTime,
      missing: isNotYetDue ? [] : expected.filter { !done.contains($0) },
      unexpected: unexpected.sorted { $0.line < $1.line }.map(\.duty),
      nobody: nobody
    )
  }

  /// Whether an item is reported on in a month: it is there on the last day, and had not passed its final
  /// milestone in a month before.
  func isExpected(_ item: Int, on period: ReportPeriod, known: Day) -> Bool {
    if let start = world.rules.start, period < start { return false }
    if let kinds = world.rules.reports, let kind = world.items[item].kind, !kinds.contains(kind) {
      return false
    }
    guard itemDays[item].contains(period.last) else { return false }
    guard let reached = reached(world.rules.final, by: item, known: known) else { return true }
    return period <= reached.days.last.period
  }

  /// The items that a party is expected to report on for a month, in the order of the world: what its sheet
  /// asks about. Where one of several is enough, the sheet of each has the item.
  ///
  /// - Complexity: O(*n*) over the items and statements.
  package func items(expectedOf party: Int, on period: ReportPeriod, known: Day) -> [Int] {
    world.items.indices.filter { item in
      duties(of: item, on: period, known: known).contains { $0.parties.contains(party) }
    }
  }

  /// Who is expected to report on an item for a month.
  ///
  /// Its reporter, or else each that leads it on the month's last day; where that party has ended before the
  /// report is due, its successor. Those that only may lead are not expected.
  ///
  /// - Complexity: O(*s* + *l*) over the statements and lines of the item.
  package func duties(of item: Int, on period: ReportPeriod, known: Day) -> [ReportDuty] {
    guard isExpected(item, on: period, known: known) else { return [] }
    let due = world.rules.dueDay(of: period)
    var owners = owners(of: item, as: .reporter, at: period.last)
    if owners.isEmpty { owners = self.owners(of: item, as: .lead, at: period.last) }
    var parties: [Int] = []
    for owner in owners where owner.certainty == .certain {
      guard let party = owner.party else { continue }
      let isGone = lastDay(of: party, item) < due
      guard let own = isGone ? certainHolder(of: party, item, on: due) : party else { continue }
      if !parties.contains(own) { parties.append(own) }
    }
    guard !parties.isEmpty else { return [] }
    switch world.rules.severalLeads {
    case .each: return parties.map { ReportDuty(item: item, parties: [$0]) }
    case .any: return [ReportDuty(item: item, parties: parties)]
    }
  }

  /// The reports on an item for a month that were known and stood.
  func reports(of item: Int, on period: ReportPeriod, known: Day) -> [Int] {
    var result: [Int] = []
    for line in lines.lines(of: item) {
      let entry = lines[Int(line)]
      if entry.recorded > known { break }
      guard entry.period == period, entry.type == .report,
        lines.isStanding(Int(line), known: known)
      else { continue }
      result.append(Int(line))
    }
    return result
  }

  /// Whether a report does what was expected: it is the party's, or comes from one whose successor the party
  /// is, or that is the party's.
  func answers(_ line: Int, _ duty: ReportDuty, due: Day) -> Bool {
    let party = Int(lines.parties[line])
    if duty.parties.contains(party) { return true }
    let day = max(due, lines[line].recorded)
    if let heir = certainHolder(of: party, duty.item, on: day), heir != party,
      duty.parties.contains(heir)
    {
      return true
    }
    return duty.parties.contains { own in
      lastDay(of: own, duty.item) < day && certainHolder(of: own, duty.item, on: day) == party
    }
  }

  /// How many months in a row, back from the last that is due, somebody has not reported on an item: the
  /// most of those who should.
  func unreported(_ item: Int, at day: Day, known: Day) -> (count: Int, last: ReportPeriod)? {
    guard let start = world.rules.start else { return nil }
    let last = world.rules.lastDue(on: min(day, known))
    var most = 0
    for duty in duties(of: item, on: last, known: known) {
      var (period, count) = (last, 0)
      var own: ReportDuty? = duty
      while let expected = own, period >= start {
        let due = world.rules.dueDay(of: period)
        let reports = reports(of: item, on: period, known: known)
        if reports.contains(where: { answers($0, expected, due: due) }) { break }
        count += 1
        period = period.advanced(by: -1)
        own = duties(of: item, on: period, known: known).first {
          !Set($0.parties).isDisjoint(with: duty.parties)
        }
      }
      most = max(most, count)
    }
    return most == 0 ? nil : (most, last)
  }
}
