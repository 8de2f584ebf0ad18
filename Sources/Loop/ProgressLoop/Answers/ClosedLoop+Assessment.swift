/// By whom it is assessed.
package enum AssessedBy: String, Sendable, Hashable, CaseIterable {
  case department
  case leader
}

/// How a department or leader did over some months.
package struct Assessment: Sendable, Hashable {
  package let party: Int
  /// Reports: of each item and month one for each that leads it.
  package fileprivate(set) var expected = 0
  package fileprivate(set) var reported = 0
  package fileprivate(set) var onTime = 0
  /// Items by months with that light, of those expected.
  package fileprivate(set) var yellow = 0
  package fileprivate(set) var red = 0
  package fileprivate(set) var notices = 0
  /// Notices answered in time.
  package fileprivate(set) var answered = 0
  /// Reports of a month in which an inspection found something else.
  package fileprivate(set) var wrongReports = 0
  /// Milestones due in those months, and those of them that were passed in time.
  package fileprivate(set) var milestonesDue = 0
  package fileprivate(set) var milestonesKept = 0
  /// Spent of what should have been spent, at most 1, for each report with a plan.
  fileprivate var fulfilled = Ratio.zero
  fileprivate var measured = 0
  /// `nil` where nothing was expected: who has no items has no score.
  package fileprivate(set) var score: Ratio?

  package var missing: Int { expected - reported }
  package var late: Int { reported - onTime }
  /// How much of what should have been spent was, on average; `nil` where nothing was planned.
  package var investmentRate: Ratio? {
    measured == 0 ? nil : fulfilled / Ratio(measured)
  }

  fileprivate init(party: Int) { self.party = party }
}

extension ClosedLoop {
  /// How each department, or each leader, did from one month to another, in the order of the parties.
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
  ) -> [Assessment] {
    var rows = (0..<partyCount).map(Assessment.init(party:))
    var period = from
    while period <= to {
      if world.rules.dueDay(of: period) < known {
        for item in world.items.indices { take(item, period, known: known, by, &rows) }
      }
      period = period.advanced(by: 1)
    }
    takeNotices(from...to, known: known, by, &rows)
    for item in world.items.indices { takeMilestones(item, from...to, known: known, by, &rows) }
    for row in rows.indices where rows[row].expected > 0 {
      rows[row].score = score(rows[row])
    }
    let others = parties(inRole: by == .department ? .accountable : .lead)
    let own = parties(inRole: by == .department ? .lead : .accountable)
      .union(by == .department ? parties(inRole: .reporter) : [])
    return rows.filter {
      own.contains($0.party) || $0.expected > 0 || !others.contains($0.party)
    }
  }

  private func parties(inRole role: LoopRole) -> Set<Int> {
    Set(statements.joined().filter { $0.role == role }.map(\.party))
  }

  /// To whom something of an item is put down that a department does or leaves.
  private func bearers(_ parties: [Int], _ item: Int, on day: Day, _ by: AssessedBy) -> [Int] {
    let bearers: [Int] =
      switch by {
      case .department: parties
      case .leader:
        owners(of: item, as: .accountable, at: day).filter { $0.certainty == .certain }
          .compactMap(\.party)
      }
    return bearers.filter { $0 < partyCount }
  }

  private func take(
    _ item: Int,
    _ period: ReportPeriod,
    known: Day,
    _ by: AssessedBy,
    _ rows: inout [Assessment]
  ) {
    let duties = duties(of: item, on: period, known: known)
    guard !duties.isEmpty else { return }
    let due = world.rules.dueDay(of: period)
    let reports = reports(of: item, on: period, known: known)
    let light = light(of: item, in: period, known: known).light
    let found = inspectedStatuses(item, in: period, known: known)
    for duty in duties {
      let own = reports.filter { answers($0, duty, due: due) }
      let isOnTime = own.contains { lines.firstReceived[$0] <= due }
      let figure = own.compactMap { investment(item, $0, known: known) }.last
      let isWrong = own.contains { line in
        let status = lines[line].status
        return !status.isEmpty && found.contains { $0 != status }
      }
      for party in bearers(duty.parties, item, on: period.last, by) {
        rows[party].expected += 1
        rows[party].reported += own.isEmpty ? 0 : 1
        rows[party].onTime += isOnTime ? 1 : 0
        rows[party].yellow += light == .yellow ? 1 : 0
        rows[party].red += light == .red ? 1 : 0
        rows[party].wrongReports += isWrong ? 1 : 0
        guard let share = figure?.fulfilled else { continue }
        rows[party].measured += 1
        // Hundredths of a percent keep the sum of many fractions small.
        rows[party].fulfilled = rows[party].fulfilled + share.rounded(to: 10_000)
      }
    }
  }

  private func inspectedStatuses(_ item: Int, in period: ReportPeriod, known: Day) -> [TextNumber] {
    lines.lines(of: item).compactMap { line in
      let entry = lines[Int(line)]
      guard entry.type == .inspect, !entry.status.isEmpty,
        lines.isStanding(Int(line), known: known),
        (entry.hasDate ? entry.dates.first : entry.recorded).period == period
      else { return nil }
      return entry.status
    }
  }

  private func takeNotices(
    _ months: ClosedRange<ReportPeriod>,
    known: Day,
    _ by: AssessedBy,
    _ rows: inout [Assessment]
  ) {
    for item in world.items.indices {
      for line in lines.lines(of: item).map({ Int($0) }) {
        let entry = lines[line]
        guard entry.type == .notice, lines.isStanding(line, known: known) else { continue }
        let period = entry.period == Journal.Entry.noPeriod ? entry.recorded.period : entry.period
        guard months.contains(period) else { continue }
        let answers = lines.lines(of: item).map { Int($0) }.filter {
          lines[$0].type == .answer && lines.targets[$0] == Int32(line)
            && lines.isStanding($0, known: known)
        }
        let notice = notice(item, line, answers, at: known)
        for party in bearers(notice.addressed, item, on: entry.recorded, by) {
          rows[party].notices += 1
          let isAnswered =
            by == .leader || world.rules.severalLeads == .any
            ? notice.state == .answered : notice.answeredInTime.contains(party)
          rows[party].answered += isAnswered ? 1 : 0
        }
      }
    }
  }

  private func takeMilestones(
    _ item: Int,
    _ months: ClosedRange<ReportPeriod>,
    known: Day,
    _ by: AssessedBy,
    _ rows: inout [Assessment]
  ) {
    let end = min(months.upperBound.last, known)
    for milestone in Milestone.allCases {
      guard let plan = plans[item].decision(on: milestone, at: end, known: known),
        plan.value.last <= end, plan.value.last >= months.lowerBound.first
      else { continue }
      let leads = owners(of: item, as: .lead, at: plan.value.last)
        .filter { $0.certainty == .certain }.compactMap(\.party)
      let day = reached(milestone, by: item, known: known)?.days.last
      let isKept = day.map { $0 <= plan.value.last } ?? false
      for party in bearers(leads, item, on: plan.value.last, by) {
        rows[party].milestonesDue += 1
        rows[party].milestonesKept += isKept ? 1 : 0
      }
    }
  }

  /// Between 0 and 100, or what the rules have as full.
  private func score(_ row: Assessment) -> Ratio {
    switch world.rules.score {
    case .points(let points):
      var taken = points.missing.ratio * Ratio(row.missing)
      taken = taken + points.late.ratio * Ratio(row.late)
      taken = taken + points.yellow.ratio * Ratio(row.yellow)
      taken = taken + points.red.ratio * Ratio(row.red)
      taken = taken + points.notice.ratio * Ratio(row.notices)
      taken = taken - points.answered.ratio * Ratio(row.answered)
      if let cap = points.cap { taken = min(taken, cap.ratio) }
      return min(max(points.full.ratio - taken, .zero), points.full.ratio)
    case .rates(let rates):
      var (sum, weights) = (Ratio.zero, Ratio.zero)
      let parts: [(weight: ExactDecimal, rate: Ratio?)] = [
        (rates.onTime, Ratio(Int128(row.onTime), Int128(row.expected))),
        (rates.investment, row.investmentRate),
        (
          rates.milestones,
          row.milestonesDue == 0
            ? nil : Ratio(Int128(row.milestonesKept), Int128(row.milestonesDue))
        ),
      ]
      // What cannot be measured weighs nothing, and the rest the more.
      for (weight, rate) in parts {
        guard let rate else { continue }
        sum = sum + weight.ratio * rate.rounded(to: 1_000_000)
        weights = weights + weight.ratio
      }
      guard weights > .zero else { return .zero }
      var taken = rates.notice.ratio * Ratio(row.notices)
      taken = taken + rates.wrongReport.ratio * Ratio(row.wrongReports)
      if let cap = rates.cap { taken = min(taken, cap.ratio) }
      return max(sum / weights * Ratio(100) - taken, .zero)
    }
  }
}

extension Ratio {
  /// The nearest of so many parts of one, a half upwards.
  func rounded(to parts: Int128) -> Ratio {
    let doubled = numerator * parts * 2 + denominator
    let quotient = doubled >= 0 ? doubled / (denominator * 2) : -((-doubled) / (denominator * 2))
    return Ratio(quotient, parts)
  }
}
