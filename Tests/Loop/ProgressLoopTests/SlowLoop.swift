import ChainModel
import ProgressLoop

/// The meanings, word for word: every question goes through every line, and nothing is remembered.
struct SlowLoop {
  let world: LoopWorld
  let journal: [JournalLine]

  init(_ world: LoopWorld) {
    self.world = world
    journal = (0..<world.journal.count).map { world.journal[$0] }
  }

  // MARK: Names

  func isNamed(_ item: Int, _ name: String, _ day: Day) -> Bool {
    let item = world.items[item]
    if item.id == name { return true }
    let old = item.formerly.first { former in former.until.map { Day(lastOf: $0) >= day } ?? false }
    return (old?.name ?? item.name) == name
  }

  func party(_ name: String) -> Int? {
    world.parties.firstIndex { $0.name == name || $0.formerly.contains { $0.name == name } }
  }

  // MARK: Owners

  private func document(_ name: String?) -> LoopDocument? {
    world.documents.first { $0.name == name }
  }

  private func beginning(_ statement: LoopStatement) -> Day {
    if let from = statement.from { return Day(firstOf: from) }
    let document = document(statement.document)
    return (document?.effective ?? document?.date).map(Day.init(firstOf:)) ?? .distantPast
  }

  private func holds(_ statement: LoopStatement, _ day: Day) -> Bool {
    if day < beginning(statement) { return false }
    if let until = statement.until, day > Day(lastOf: until) { return false }
    guard let own = statement.document else { return true }
    for other in world.documents {
      guard let date = other.effective ?? other.date else { continue }
      if other.replaces.contains(own), day >= Day(firstOf: date) { return false }
      guard other.amends.contains(own) else { continue }
      let isAnew = world.statements.contains {
        $0.document == other.name && $0.item == statement.item && $0.role == statement.role
          && day >= beginning($0)
      }
      if isAnew { return false }
    }
    return true
  }

  func owners(_ item: Int, _ role: LoopRole, _ day: Day) -> [Owner] {
    var rows: [Owner] = []
    for statement in world.statements
    where statement.item == world.items[item].id && statement.role == role && holds(statement, day)
    {
      guard let party = party(statement.party) else { continue }
      var seen: Set<Int> = [party]
      for row in follow(party, item, day, beginning(statement), true, true, &seen) {
        if row.party == nil, rows.contains(row) { continue }
        guard let old = rows.firstIndex(where: { $0.party != nil && $0.party == row.party }) else {
          rows.append(row)
          continue
        }
        let isSurer = rows[old].certainty == .possible && row.certainty == .certain
        if isSurer || (row.basis == .statement && row.certainty == .certain) { rows[old] = row }
      }
    }
    return rows
  }

  private func follow(
    _ party: Int,
    _ item: Int,
    _ day: Day,
    _ start: Day,
    _ isFirst: Bool,
    _ isCertain: Bool,
    _ seen: inout Set<Int>
  ) -> [Owner] {
    let begun = world.successions.filter {
      self.party($0.old) == party && $0.from.map { Day(firstOf: $0) <= day } ?? true
        && self.party($0.new) != party
    }
    let special = begun.filter { $0.items.contains(world.items[item].id) }
    let chosen = special.isEmpty ? begun.filter(\.items.isEmpty) : special
    var heirs: [Int] = []
    for succession in chosen {
      if let heir = self.party(succession.new), !heirs.contains(heir) { heirs.append(heir) }
    }
    guard heirs.isEmpty else {
      let next = heirs.filter { !seen.contains($0) }
      seen.formUnion(next)
      return next.flatMap {
        follow($0, item, day, start, false, isCertain && heirs.count == 1, &seen)
      }
    }
    let certainty: Certainty = isCertain ? .certain : .possible
    if let until = world.parties[party].until, Day(lastOf: until) < day {
      let since = max(Day(lastOf: until) + 1, start)
      return [Owner(party: nil, basis: .vacant(since: since), certainty: certainty)]
    }
    let basis: Owner.Basis = isFirst ? .statement : .succession
    return [Owner(party: party, basis: basis, certainty: certainty)]
  }

  func sole(_ party: Int, _ item: Int, _ day: Day) -> Int? {
    var seen: Set<Int> = [party]
    let rows = follow(party, item, day, .distantPast, true, true, &seen)
    return rows.count == 1 && rows[0].certainty == .certain ? rows[0].party : nil
  }

  private func lastDay(_ party: Int) -> Day {
    let own = world.parties[party].until.map(Day.init(lastOf:)) ?? .distantFuture
    let given = world.successions.filter { self.party($0.old) == party && $0.items.isEmpty }
      .compactMap { $0.from.map { Day(firstOf: $0) - 1 } }
    return ([own] + given).min() ?? own
  }

  // MARK: Lines

  func stands(_ line: JournalLine, _ known: Day) -> Bool {
    line.recorded <= known
      && !journal.contains {
        $0.corrects == line.line && $0.recorded <= known
      }
  }

  func lines(_ item: Int, _ known: Day) -> [JournalLine] {
    journal.filter { isNamed(item, $0.item, $0.recorded) && stands($0, known) }
  }

  func firstReceived(_ line: JournalLine) -> Day {
    guard line.type != .withdraw, let old = journal.first(where: { $0.line == line.corrects })
    else {
      return line.received ?? line.recorded
    }
    return firstReceived(old)
  }

  func reached(_ milestone: Milestone, _ item: Int, _ known: Day) -> DaySpan? {
    lines(item, known).last {
      $0.milestone == milestone && ($0.type == .milestone || $0.type == .report)
    }?.date
  }

  // MARK: Reporting

  func due(_ period: ReportPeriod) -> Day {
    period.advanced(by: 1).first + (world.rules.dueDay - 1)
  }

  private func isThere(_ item: Int, _ day: Day) -> Bool {
    let item = world.items[item]
    return item.from.map { Day(firstOf: $0) <= day } ?? true
      && item.until.map { Day(lastOf: $0) >= day } ?? true
  }

  func isExpected(_ item: Int, _ period: ReportPeriod, _ known: Day) -> Bool {
    if let start = world.rules.start, period < start { return false }
    guard isThere(item, period.last) else { return false }
    guard let reached = reached(world.rules.final, item, known) else { return true }
    return !(reached.last.period < period)
  }

  func duties(_ item: Int, _ period: ReportPeriod, _ known: Day) -> [ReportDuty] {
    guard isExpected(item, period, known) else { return [] }
    let named = owners(item, .reporter, period.last)
    var parties: [Int] = []
    for owner in named.isEmpty ? owners(item, .lead, period.last) : named {
      guard owner.certainty == .certain, var party = owner.party else { continue }
      if lastDay(party) < due(period) {
        guard let heir = sole(party, item, due(period)) else { continue }
        party = heir
      }
      if !parties.contains(party) { parties.append(party) }
    }
    if parties.isEmpty { return [] }
    return world.rules.severalLeads == .any
      ? [ReportDuty(item: item, parties: parties)]
      : parties.map { ReportDuty(item: item, parties: [$0]) }
  }

  func does(_ line: JournalLine, _ duty: ReportDuty, _ period: ReportPeriod) -> Bool {
    guard let party = party(line.by) else { return false }
    let day = max(due(period), line.recorded)
    return duty.parties.contains { own in
      own == party || sole(party, duty.item, day) == own
        || (lastDay(own) < day && sole(own, duty.item, day) == party)
    }
  }

  func reports(_ item: Int, _ period: ReportPeriod, _ known: Day) -> [JournalLine] {
    lines(item, known).filter { $0.type == .report && $0.period == period }
  }

  func reporting(_ period: ReportPeriod, _ known: Day) -> [String] {
    var rows: [String] = []
    for item in world.items.indices {
      let duties = duties(item, period, known)
      let reports = reports(item, period, known)
      if duties.isEmpty, isExpected(item, period, known) { rows.append("nobody \(item)") }
      for duty in duties {
        let own = reports.filter { does($0, duty, period) }
        let isOnTime = own.contains { firstReceived($0) <= due(period) }
        let word = own.isEmpty ? "missing" : isOnTime ? "on time" : "late"
        rows.append("\(word) \(item) \(duty.parties)")
      }
      for line in reports where !duties.contains(where: { does(line, $0, period) }) {
        rows.append("unexpected \(item) \(party(line.by) ?? -1)")
      }
    }
    return rows.sorted()
  }

  func unreported(_ item: Int, _ day: Day, _ known: Day) -> Int {
    guard let start = world.rules.start else { return 0 }
    var last = day.period
    while due(last) >= min(day, known) { last = last.advanced(by: -1) }
    return duties(item, last, known).map { first in
      var count = 0
      var period = last
      while period >= start {
        let own = duties(item, period, known).first {
          $0.parties.contains(where: first.parties.contains)
        }
        guard let own, !reports(item, period, known).contains(where: { does($0, own, period) })
        else { break }
        count += 1
        period = period.advanced(by: -1)
      }
      return count
    }.max() ?? 0
  }

  // MARK: Plan

  private func plan(_ item: Int, _ isIt: (PlanLine.Aim) -> Bool) -> [PlanLine] {
    world.plan.filter { isNamed(item, $0.item, $0.recorded) && isIt($0.aim) }
  }

  private func inForce(_ lines: [PlanLine], _ day: Day, _ known: Day) -> PlanLine? {
    let told = lines.filter { $0.recorded <= known }
    return told.last { $0.recorded <= day } ?? told.first
  }

  func late(_ day: Day, _ known: Day) -> [String] {
    world.items.indices.flatMap { item in
      Milestone.allCases.compactMap { late(item, $0, day, known) }
    }
  }

  func late(_ item: Int, _ milestone: Milestone, _ day: Day, _ known: Day) -> String? {
    let told = plan(item) { if case .milestone(milestone, _) = $0 { true } else { false } }
      .filter { $0.recorded <= min(day, known) }
    guard let now = told.last, case .milestone(_, let span) = now.aim else { return nil }
    let reached = reached(milestone, item, known)
    if let reached, reached.last <= day {
      // What was decided after it was passed changes nothing.
      let before = told.last { $0.recorded <= reached.last } ?? now
      guard case .milestone(_, let span) = before.aim, span.last < reached.last else { return nil }
      if span.last < reached.first {
        return "\(item) \(milestone) reached late \(reached.first - span.last) certain"
      }
      return "\(item) \(milestone) reached late \(reached.last - span.last) possible"
    }
    guard span.last < day, isThere(item, day) else { return nil }
    let mayBe = reached.map { $0.first <= span.last && $0.first <= day } ?? false
    return "\(item) \(milestone) late \(day - span.last) \(mayBe ? "possible" : "certain")"
  }

  // MARK: Status

  /// Points behind as a fraction of whole numbers; `nil` without a plan.
  func behind(_ item: Int, _ line: JournalLine, _ known: Day) -> (Int64, Int64)? {
    guard let value = line.value, value.unit == nil, let period = line.period else { return nil }
    let yearly = plan(item) { if case .yearly(period.year, _) = $0 { true } else { false } }
    let curve = plan(item) { if case .cumulative(period, _) = $0 { true } else { false } }
    guard let force = inForce(yearly, period.last, known), case .yearly(_, let plan) = force.aim,
      plan.mantissa > 0
    else { return nil }
    if let point = inForce(curve, period.last, known), case .cumulative(_, let due) = point.aim {
      return ((due.mantissa - value.number.mantissa) * 100, plan.mantissa)
    }
    let months = Int64(period.month)
    return ((months * plan.mantissa - 12 * value.number.mantissa) * 100, 12 * plan.mantissa)
  }

  func status(_ item: Int, _ day: Day, _ known: Day) -> String {
    let own = lines(item, known)
    let reports = own.filter { $0.type == .report && $0.period.map { $0.last <= day } ?? false }
    let last = reports.compactMap(\.period).max()
    let valued = reports.filter { $0.value != nil }.compactMap(\.period).max()
    let statuses = Set(reports.filter { $0.period == last }.map(\.status)).subtracting([""])
    let figures = reports.filter { $0.period == valued && $0.value != nil }
    let values = Set(figures.compactMap(\.value))
    var lights: [Light] = []
    var isJudged = false
    for figure in figures {
      guard let (points, parts) = behind(item, figure, known) else { continue }
      lights.append(points < 10 * parts ? .green : points <= 30 * parts ? .yellow : .red)
    }
    for milestone in Milestone.allCases {
      let told = plan(item) { if case .milestone(milestone, _) = $0 { true } else { false } }
        .filter { $0.recorded <= min(day, known) }
      guard let now = told.last, case .milestone(_, let span) = now.aim else { continue }
      isJudged = isJudged || span.last < day || reached(milestone, item, known) != nil
      let row = late(item, milestone, day, known) ?? ""
      guard !row.contains("reached"), row.hasSuffix("certain") else { continue }
      lights.append(day - span.last > 90 ? .red : .yellow)
    }
    let inspections = own.filter { $0.type == .inspect && ($0.date?.last ?? $0.recorded) <= day }
    let newest = inspections.compactMap { $0.date?.last }.max()
    if let inspection = inspections.last(where: { $0.date?.last == newest }), let newest {
      isJudged = true
      let told = reports.filter {
        $0.period == last || $0.period.map { $0 >= newest.period } ?? false
      }
      if told.contains(where: { !$0.status.isEmpty && $0.status != inspection.status }) {
        lights.append(.yellow)
      }
    }
    let missed = unreported(item, day, known)
    if missed > 0 { lights.append(missed > 1 ? .red : .yellow) }
    let light = lights.max() ?? (isJudged ? .green : .grey)
    let status = statuses.count == 1 ? statuses.first : nil
    let value = values.count == 1 ? values.first : nil
    return [last?.description, status, value?.description, light.rawValue].map { $0 ?? "-" }
      .joined(separator: " ")
  }
}
