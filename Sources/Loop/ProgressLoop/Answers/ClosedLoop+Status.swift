extension ClosedLoop {
  /// How an item stands on a day: its last report of a month that has ended, what that is worth against the
  /// plan, and the worst of what fires as its light.
  ///
  /// Figures are measured at the end of their own month and never carried to a later one. Where nothing can
  /// be judged the light is grey.
  ///
  /// - Complexity: O(*n*) over the lines of the item.
  package func status(of item: Int, at day: Day, known: Day? = nil) -> ItemStatus {
    let known = known ?? day
    let reports = Reports(self, item, at: day, known: known)
    let last = reports.last.map { reports.of($0) } ?? []
    let valued =
      reports.lastValued.map { period in
        reports.of(period).filter { lines[$0].hasValue }
      } ?? []
    let investments = valued.compactMap { investment(item, $0, known: known) }
    let worst = investments.min { $0.value < $1.value }
    let statuses = Set(last.map { lines[$0].status }.filter { !$0.isEmpty })
    let values = Set(valued.compactMap { lines.journal.value(of: lines[$0]) })
    let inspection = inspection(item, reports, at: day, known: known)
    var judgement = Judgement()
    if let worst {
      judgement.take(
        world.rules.behind.light(worst.behind),
        .behind(worst.behind),
        line: worst.line
      )
    }
    judgeMilestones(item, at: day, known: known, &judgement)
    judge(inspection, &judgement)
    if let (count, period) = unreported(item, at: day, known: known),
      let light = world.rules.unreported.light(atLeast: count)
    {
      let line = last.last.map { lines.name(of: $0) }
      judgement.take(light, .unreported(count, last: period), line: line)
    }
    let age = (reports.lastValued ?? reports.last).map { day - $0.last }
    return ItemStatus(
      item: item,
      at: day,
      known: known,
      period: reports.last,
      status: statuses.count == 1 ? statuses.first.map { lines.journal.texts[$0] } : nil,
      value: values.count == 1 ? values.first : nil,
      valuePeriod: reports.lastValued,
      said: said(last, valued),
      isDisputed: statuses.count > 1 || values.count > 1,
      age: age,
      investment: worst,
      goal: goal(
        of: item,
        value: values.count == 1 ? values.first : nil,
        lines: valued.map { lines.name(of: $0) },
        at: day,
        known: known
      ),
      inspection: inspection,
      light: judgement.light,
      reasons: judgement.reasonsWorstFirst,
      remarks: remarks(item, last + valued.filter { !last.contains($0) }, at: day, known: known),
      unmatched: investments.isEmpty && valued.contains(where: { lines[$0].unit.isEmpty })
        ? [reports.lastValued].compactMap { $0 } : []
    )
  }

  /// The light of a month: of its own reports, and of what was late or contradicted on its last day.
  ///
  /// A later month never changes it. A month that was not reported is grey where nothing else can be judged.
  ///
  /// - Complexity: O(*n*) over the lines of the item.
  package func light(
    of item: Int,
    in period: ReportPeriod,
    known: Day
  ) -> (light: Light, reasons: [Reason]) {
    var judgement = Judgement()
    let reports = Reports(self, item, at: period.last, known: known)
    let worst = reports.of(period).filter { lines[$0].hasValue }
      .compactMap { investment(item, $0, known: known) }
      .min { $0.value < $1.value }
    if let worst {
      let light = world.rules.behind.light(worst.behind)
      judgement.take(light, .behind(worst.behind), line: worst.line)
    }
    judgeMilestones(item, at: period.last, known: known, &judgement)
    judge(inspection(item, reports, at: period.last, known: known), &judgement)
    return (judgement.light, judgement.reasonsWorstFirst)
  }

  /// The figure of a line against the plan in force at the end of its month; `nil` where there is none to
  /// hold it against, or one of nothing.
  func investment(_ item: Int, _ line: Int, known: Day) -> ItemStatus.Investment? {
    let entry = lines[line]
    let period = entry.period
    guard entry.hasValue, entry.unit.isEmpty, period != Journal.Entry.noPeriod,
      let amounts = plans[item].yearly[period.year],
      let plan = amounts.decision(on: period.last, known: known), plan.value.mantissa > 0,
      let first = amounts.decisions.first
    else { return nil }
    return ItemStatus.Investment(
      period: period,
      value: entry.value,
      plan: plan.value,
      original: first.value,
      due: due(item, period, of: plan.value, known: known),
      line: lines.name(of: line),
      planLine: world.plan[plan.line].line
    )
  }

  /// How much of a year's plan should be spent by the end of a month.
  func due(_ item: Int, _ period: ReportPeriod, of plan: ExactDecimal, known: Day) -> Ratio {
    if let curve = plans[item].cumulative[period]?.decision(on: period.last, known: known) {
      return curve.value.ratio
    }
    return plan.ratio * Ratio(Int128(period.month), 12)
  }

  private func said(_ last: [Int], _ valued: [Int]) -> [ItemStatus.Said] {
    (last + valued.filter { !last.contains($0) }).map { line in
      let entry = lines[line]
      return ItemStatus.Said(
        party: Int(lines.parties[line]),
        period: entry.period,
        status: entry.status.isEmpty ? nil : lines.journal.texts[entry.status],
        value: lines.journal.value(of: entry),
        line: lines.name(of: line)
      )
    }
  }

  private func judgeMilestones(_ item: Int, at day: Day, known: Day, _ judgement: inout Judgement) {
    for milestone in Milestone.allCases {
      guard
        let plan = plans[item].decision(on: milestone, at: day, known: known)
      else { continue }
      if plan.value.last < day || reached(milestone, by: item, known: known) != nil {
        judgement.isJudged = true
      }
      if let late = late(item, milestone, at: day, known: known), late.state == .late,
        late.certainty == .certain, let light = world.rules.milestone.light(above: late.days)
      {
        judgement.take(light, .milestone(milestone, days: late.days), line: late.planLine)
      }
    }
    guard let steps = world.rules.enrolled,
      let start = reached(.start, by: item, known: known), start.days.last <= day,
      (reached(.enrolled, by: item, known: known)?.days.first ?? .distantFuture) > day
    else { return }
    judgement.isJudged = true
    var months = 0
    while start.days.last.adding(months: months + 1) < day { months += 1 }
    let isAbove = { (step: Int?) in step.map { start.days.last.adding(months: $0) < day } ?? false }
    let light: Light? = isAbove(steps.red) ? .red : isAbove(steps.yellow) ? .yellow : nil
    guard let light else { return }
    judgement.take(light, .notEnrolled(months: months), line: lines.name(of: start.line))
  }

  /// The last inspection until a day, and whether the reports of its month and later ones say the same; so
  /// one that disagrees stays until a later one agrees, or the report is corrected.
  private func inspection(
    _ item: Int,
    _ reports: Reports,
    at day: Day,
    known: Day
  ) -> ItemStatus.Inspection? {
    guard lines.has(.inspect, item) else { return nil }
    var found: (line: Int, date: DaySpan)?
    for line in lines.lines(of: item) {
      let entry = lines[Int(line)]
      guard entry.type == .inspect, lines.isStanding(Int(line), known: known) else { continue }
      let date = entry.hasDate ? entry.dates : DaySpan(first: entry.recorded, last: entry.recorded)
      guard date.last <= day, date.last >= found?.date.last ?? .distantPast else { continue }
      found = (Int(line), date)
    }
    guard let found else { return nil }
    let status = lines[found.line].status
    let month = found.date.first.period
    let told = reports.lines.filter {
      lines[$0].period == reports.last || lines[$0].period >= month
    }
    return ItemStatus.Inspection(
      date: found.date,
      party: Int(lines.parties[found.line]),
      status: status.isEmpty ? nil : lines.journal.texts[status],
      agrees: status.isEmpty
        || told.allSatisfy { lines[$0].status.isEmpty || lines[$0].status == status },
      line: lines.name(of: found.line)
    )
  }

  private func judge(_ inspection: ItemStatus.Inspection?, _ judgement: inout Judgement) {
    guard let inspection else { return }
    judgement.isJudged = true
    guard !inspection.agrees, let status = inspection.status else { return }
    judgement.take(.yellow, .inspected(inspection.date, status), line: inspection.line)
  }
}

/// The reports on an item that stand, of months that have ended.
struct Reports {
  /// In the order in which they were recorded.
  let lines: [Int]
  private let index: JournalIndex
  let last: ReportPeriod?
  /// The last month of which a figure was reported.
  let lastValued: ReportPeriod?

  init(_ loop: ClosedLoop, _ item: Int, at day: Day, known: Day) {
    index = loop.lines
    var found: [Int] = []
    var (last, lastValued) = (Journal.Entry.noPeriod, Journal.Entry.noPeriod)
    // The last month that has ended: comparing months spares the calendar.
    let ended = (day + 1).period.advanced(by: -1)
    for line in index.lines(of: item) {
      let line = Int(line)
      let entry = index[line]
      if entry.recorded > known { break }
      guard entry.type == .report, entry.period != Journal.Entry.noPeriod, entry.period <= ended,
        index.isStanding(line, known: known)
      else { continue }
      found.append(line)
      last = max(last, entry.period)
      if entry.hasValue { lastValued = max(lastValued, entry.period) }
    }
    lines = found
    self.last = last == Journal.Entry.noPeriod ? nil : last
    self.lastValued = lastValued == Journal.Entry.noPeriod ? nil : lastValued
  }

  func of(_ period: ReportPeriod) -> [Int] { lines.filter { index[$0].period == period } }
}

/// Gathers what a light stands on.
struct Judgement {
  /// Whether there is anything to judge by.
  var isJudged = false
  private var reasons: [Reason] = []

  /// Takes what fires; green is no reason.
  mutating func take(_ light: Light, _ matter: Reason.Matter, line: String?) {
    isJudged = isJudged || light != .grey
    if light >= .yellow { reasons.append(Reason(light: light, matter: matter, line: line)) }
  }

  var light: Light { reasons.map(\.light).max() ?? (isJudged ? .green : .grey) }

  /// The worst first; else in the order in which they were taken.
  var reasonsWorstFirst: [Reason] {
    reasons.filter { $0.light == .red } + reasons.filter { $0.light != .red }
  }
}
