extension ClosedLoop {
  /// How each department, or each leader, did from one month to another, and all together.
  ///
  /// Only months count whose day has passed by what is known. A leader answers for what the departments do
  /// for the items of theirs.
  ///
  /// - Complexity: O(*m* · *n*) over the months and lines.
  package func assessment(
    from: ReportPeriod,
    to: ReportPeriod,
    known: Day,
    by: AssessedBy = .department
  ) -> AssessmentTable {
    var assessor = Assessor(loop: self, known: known, by: by)
    var period = from
    while period <= to {
      assessor.take(period)
      period = period.advanced(by: 1)
    }
    if from <= to { for item in world.items.indices { assessor.take(item, from...to) } }
    return assessor.table()
  }

  private func parties(inRole role: LoopRole) -> Set<Int> {
    Set(statements.joined().filter { $0.role == role }.map(\.party))
  }

  /// Whether a party is one of those that are assessed so, though it has nothing to do.
  fileprivate func isAssessed(_ by: AssessedBy) -> (Int) -> Bool {
    let others = parties(inRole: by == .department ? .accountable : .lead)
    let own = parties(inRole: by == .department ? .lead : .accountable)
      .union(by == .department ? parties(inRole: .reporter) : [])
    return { own.contains($0) || !others.contains($0) }
  }
}

/// Adds up what is put down to each party, and to all together.
private struct Assessor {
  private let loop: ClosedLoop
  private let known: Day
  private let by: AssessedBy
  private var result: AssessmentTable

  init(loop: ClosedLoop, known: Day, by: AssessedBy) {
    (self.loop, self.known, self.by) = (loop, known, by)
    result = AssessmentTable(rows: (0..<loop.partyCount).map { Assessment(party: $0) })
  }

  func table() -> AssessmentTable {
    var table = result
    let isAssessed = loop.isAssessed(by)
    for row in table.rows.indices {
      let own = table.rows[row]
      (table.rows[row].score, table.rows[row].taken) = loop.world.rules.score.score(own)
      table.sum.add(own)
    }
    let involved = Set(table.entries.map(\.party))
    table.rows.removeAll { row in
      row.party.map { !involved.contains($0) && !isAssessed($0) } ?? true
    }
    table.entries.sort { ($0.item, $0.period) < ($1.item, $1.period) }
    return table
  }

  /// To whom something of an item is put down that a department does or leaves.
  private mutating func bearers(_ parties: [Int], _ item: Int, on day: Day) -> [Int] {
    let bearers: [Int] =
      switch by {
      case .department: parties
      case .leader:
        loop.owners(of: item, as: .accountable, at: day).filter { $0.certainty == .certain }
          .compactMap(\.party)
      }
    let own = bearers.filter { $0 < loop.partyCount }
    if own.isEmpty { result.nobody.insert(item) }
    return own
  }

  private mutating func note(
    _ party: Int,
    _ item: Int,
    _ period: ReportPeriod,
    _ matter: AssessmentEntry.Matter,
    _ lines: [Int],
    planLine: String? = nil
  ) {
    result.entries.append(
      AssessmentEntry(
        party: party,
        item: item,
        period: period,
        matter: matter,
        lines: (planLine.map { [$0] } ?? []) + lines.map { loop.lines.name(of: $0) }
      )
    )
  }

  // MARK: Reports

  mutating func take(_ period: ReportPeriod) {
    guard loop.world.rules.dueDay(of: period) < known else {
      result.pending.append(period)
      return
    }
    result.months.append(period)
    for item in loop.world.items.indices { take(item, period) }
  }

  /// What came of one report that was expected.
  private struct Outcome {
    var isReported = false
    var isOnTime = false
    var lines: [Int] = []
    var figure: ItemStatus.Investment?
    var wrong: [Int] = []

    var state: AssessmentEntry.Report { isOnTime ? .onTime : isReported ? .late : .missing }
  }

  private mutating func take(_ item: Int, _ period: ReportPeriod) {
    let duties = loop.duties(of: item, on: period, known: known)
    guard !duties.isEmpty else { return }
    let due = loop.world.rules.dueDay(of: period)
    let reports = loop.reports(of: item, on: period, known: known)
    let (light, reasons) = loop.light(of: item, in: period, known: known)
    let inspections = inspections(item, in: period)
    let outcomes = duties.map { duty in
      outcome(item, reports.filter { loop.answers($0, duty, due: due) }, due: due, inspections)
    }
    for (duty, outcome) in zip(duties, outcomes) {
      for party in bearers(duty.parties, item, on: period.last) {
        take(item, period, outcome, light, reasons, party)
      }
    }
    result.city.items.insert(item)
    result.city.expected += 1
    result.city.reported += outcomes.allSatisfy(\.isReported) ? 1 : 0
    result.city.onTime += outcomes.allSatisfy(\.isOnTime) ? 1 : 0
    result.city.yellow += light == .yellow ? 1 : 0
    result.city.red += light == .red ? 1 : 0
    result.city.wrongReports += outcomes.contains { !$0.wrong.isEmpty } ? 1 : 0
    // Of several figures the lowest, as in the sum of the city.
    guard let share = outcomes.compactMap(\.figure?.fulfilled).min() else { return }
    result.city.measured += 1
    result.city.fulfilled = result.city.fulfilled + share.rounded(to: 10_000)
  }

  private func outcome(
    _ item: Int,
    _ own: [Int],
    due: Day,
    _ inspections: [Int]
  ) -> Outcome {
    let lines = loop.lines
    var outcome = Outcome(isReported: !own.isEmpty, lines: own)
    outcome.isOnTime = own.contains { lines.firstReceived[$0] <= due }
    outcome.figure = own.compactMap { loop.investment(item, $0, known: known) }.last
    let wrong = own.filter { line in
      let status = lines[line].status
      return !status.isEmpty && inspections.contains { lines[$0].status != status }
    }
    guard !wrong.isEmpty else { return outcome }
    outcome.wrong =
      wrong
      + inspections.filter { line in wrong.contains { lines[$0].status != lines[line].status } }
    return outcome
  }

  private mutating func take(
    _ item: Int,
    _ period: ReportPeriod,
    _ outcome: Outcome,
    _ light: Light,
    _ reasons: [Reason],
    _ party: Int
  ) {
    result.rows[party].items.insert(item)
    result.rows[party].expected += 1
    result.rows[party].reported += outcome.isReported ? 1 : 0
    result.rows[party].onTime += outcome.isOnTime ? 1 : 0
    note(party, item, period, .report(outcome.state), outcome.lines)
    if light == .yellow || light == .red {
      result.rows[party].yellow += light == .yellow ? 1 : 0
      result.rows[party].red += light == .red ? 1 : 0
      note(party, item, period, .light(light, reasons), [])
    }
    if !outcome.wrong.isEmpty {
      result.rows[party].wrongReports += 1
      note(party, item, period, .wrongReport, outcome.wrong)
    }
    guard let figure = outcome.figure, let share = figure.fulfilled else { return }
    // Hundredths of a percent keep the sum of many fractions small.
    let rounded = share.rounded(to: 10_000)
    result.rows[party].measured += 1
    result.rows[party].fulfilled = result.rows[party].fulfilled + rounded
    let line = outcome.lines.filter { loop.lines.name(of: $0) == figure.line }
    note(party, item, period, .investment(rounded), line, planLine: figure.planLine)
  }

  /// The inspections of a month that found a status.
  private func inspections(_ item: Int, in period: ReportPeriod) -> [Int] {
    loop.lines.lines(of: item).compactMap { line in
      let entry = loop.lines[Int(line)]
      guard entry.type == .inspect, !entry.status.isEmpty,
        loop.lines.isStanding(Int(line), known: known),
        (entry.hasDate ? entry.dates.first : entry.recorded).period == period
      else { return nil }
      return Int(line)
    }
  }

  // MARK: Notices and milestones

  mutating func take(_ item: Int, _ months: ClosedRange<ReportPeriod>) {
    takeNotices(item, months)
    takeMilestones(item, months)
  }

  private mutating func takeNotices(_ item: Int, _ months: ClosedRange<ReportPeriod>) {
    for (line, answers) in loop.standingNotices(item, known: known) {
      let entry = loop.lines[line]
      let period = entry.period == Journal.Entry.noPeriod ? entry.recorded.period : entry.period
      guard months.contains(period) else { continue }
      let notice = loop.notice(item, line, answers, at: known, known: known)
      result.city.notices += 1
      result.city.answered += notice.state == .answered ? 1 : 0
      for party in bearers(notice.addressed, item, on: entry.recorded) {
        let isAnswered =
          by == .leader || loop.world.rules.severalLeads == .any
          ? notice.state == .answered : notice.answeredInTime.contains(party)
        result.rows[party].notices += 1
        result.rows[party].answered += isAnswered ? 1 : 0
        note(party, item, period, .notice(isAnswered: isAnswered), [line] + answers)
      }
    }
  }

  private mutating func takeMilestones(_ item: Int, _ months: ClosedRange<ReportPeriod>) {
    let end = min(months.upperBound.last, known)
    for milestone in Milestone.allCases {
      let reached = loop.reached(milestone, by: item, known: known)
      for plan in deadlines(of: item, milestone)
      where plan.value.last <= end && plan.value.last >= months.lowerBound.first {
        let due = plan.value.last
        let leads = loop.owners(of: item, as: .lead, at: due)
          .filter { $0.certainty == .certain }.compactMap(\.party)
        let isKept = reached.map { $0.days.last <= due } ?? false
        result.city.milestonesDue += 1
        result.city.milestonesKept += isKept ? 1 : 0
        for party in bearers(leads, item, on: due) {
          result.rows[party].milestonesDue += 1
          result.rows[party].milestonesKept += isKept ? 1 : 0
          note(
            party,
            item,
            due.period,
            .milestone(milestone, isKept: isKept),
            reached.map { [$0.line] } ?? [],
            planLine: loop.world.plan[plan.line].line
          )
        }
      }
    }
  }

  /// The decisions on a milestone whose day passed before another took their place: one that is put off
  /// afterwards was missed all the same.
  private func deadlines(
    of item: Int,
    _ milestone: Milestone
  ) -> [ItemPlan.Decision<DaySpan>] {
    let decisions = loop.plans[item].milestones[milestone.position].filter {
      $0.recorded <= known
    }
    return decisions.enumerated().filter { place, decision in
      let next = place + 1 < decisions.count ? decisions[place + 1].recorded : .distantFuture
      let isRepeated = decisions[..<place].contains { $0.value.last == decision.value.last }
      return decision.value.last < next && decision.recorded < next && !isRepeated
    }.map(\.element)
  }
}
