import ChainModel
import ProgressLoop
import TestSupport

/// Small worlds that follow from their seeds: renames, successions, editions, corrections, coarse dates.
struct RandomWorld {
  private var random: SplitMix64
  private(set) var world = LoopWorld()
  private let start = Day(firstOf: CalendarDate.of("2024-01-01"))

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    world.rules.start = random.oneIn(3) ? nil : ReportPeriod(year: 2024, month: 1)
    world.rules.severalLeads = random.oneIn(3) ? .any : .each
    world.rules.dueDay = 3 + random.number(below: 10)
    makeItems()
    makeParties()
    makeStatements()
    makePlan()
    makeJournal()
  }

  private mutating func day(_ range: Int = 420) -> Day { start + random.number(below: range) }
  private mutating func date(_ range: Int = 420) -> CalendarDate { day(range).date }

  private mutating func makeItems() {
    for number in 0..<1 + random.number(below: 4) {
      var item = LoopItem(id: "item-\(number)", name: "事项\(number)")
      if random.oneIn(4) { item.from = date(200) }
      if random.oneIn(5) { item.until = (day(200) + 220).date }
      if random.oneIn(3) { item.formerly = [FormerName("旧名\(number)", until: date(200))] }
      if let from = item.from {
        item.formerly.removeAll { former in former.until.map { $0 < from } ?? false }
      }
      world.items.append(item)
    }
  }

  private mutating func makeParties() {
    for number in 0..<2 + random.number(below: 4) {
      var party = LoopParty(name: "单位\(number)")
      if random.oneIn(3) { party.until = date(300) }
      if random.oneIn(4) { party.formerly = [FormerName("前单位\(number)", until: date(100))] }
      world.parties.append(party)
    }
    for (number, party) in world.parties.enumerated() where random.oneIn(2) {
      for _ in 0...random.number(below: 2) {
        let new = random.number(below: world.parties.count)
        guard new != number else { continue }
        let from = party.until.map { Day(lastOf: $0) + 1 + random.number(below: 20) }
        let items = random.oneIn(2) ? [] : world.items.filter { _ in random.oneIn(2) }.map(\.id)
        world.successions.append(
          LoopSuccession(
            new: world.parties[new].name,
            old: party.name,
            from: (from ?? day()).date,
            items: items
          )
        )
      }
    }
  }

  private mutating func makeStatements() {
    world.documents = [
      LoopDocument(name: "意见", date: CalendarDate.of("2023-08-18")),
      LoopDocument(name: "调整", date: date(300), amends: ["意见"]),
    ]
    if random.oneIn(3) {
      world.documents.append(
        LoopDocument(name: "新意见", date: date(200), effective: date(400), replaces: ["意见"])
      )
    }
    for item in world.items {
      for _ in 0..<random.number(below: 4) {
        let party = world.parties[random.number(below: world.parties.count)].name
        let role: LoopRole = random.oneIn(6) ? .reporter : .lead
        var statement = LoopStatement(item: item.id, role: role, party: party)
        if random.oneIn(2) {
          statement.document = world.documents.randomElement(using: &random)?.name
        } else {
          statement.from = random.oneIn(2) ? date(100) : CalendarDate.of("2023-08")
        }
        if random.oneIn(5) { statement.until = (day(200) + 200).date }
        world.statements.append(statement)
      }
    }
  }

  private func name(_ item: Int, _ day: Day) -> String {
    let item = world.items[item]
    return item.formerly.first { former in former.until.map { Day(lastOf: $0) >= day } ?? false }?
      .name ?? item.name
  }

  private mutating func makePlan() {
    let days = (0..<random.number(below: 14)).map { _ in day(200) }.sorted()
    for (number, recorded) in days.enumerated() {
      let item = random.number(below: world.items.count)
      let aim: PlanLine.Aim
      switch random.number(below: 5) {
      case 0, 1: aim = .yearly(2024, ExactDecimal(mantissa: Int64(random.number(below: 5) * 300)))
      case 2:
        let period = ReportPeriod(year: 2024, month: 1 + random.number(below: 12))
        aim = .cumulative(period, ExactDecimal(mantissa: Int64(random.number(below: 900))))
      default: aim = .milestone(milestone(), DaySpan(coarse(day())))
      }
      world.plan.append(
        PlanLine(line: "p\(number)", recorded: recorded, item: name(item, recorded), aim: aim)
      )
    }
  }

  private mutating func milestone() -> Milestone {
    [.start, .completion, .operation].randomElement(using: &random) ?? .start
  }

  private mutating func coarse(_ day: Day) -> CalendarDate {
    let text = day.description
    return CalendarDate.of(String(text.prefix(random.oneIn(3) ? 7 : 10)))
  }

  private mutating func makeJournal() {
    let days = (0..<random.number(below: 40)).map { _ in day() }.sorted()
    var lines: [JournalLine] = []
    for (number, recorded) in days.enumerated() {
      let item = random.number(below: world.items.count)
      let party = world.parties.randomElement(using: &random)
      var by = party?.name ?? ""
      if random.oneIn(5), let old = party?.formerly.first?.name { by = old }
      var line = JournalLine(
        line: "j\(number)",
        recorded: recorded,
        period: recorded.period.advanced(by: -random.number(below: 3)),
        by: by,
        item: name(item, recorded),
        type: .report
      )
      if random.oneIn(3) { line.received = recorded - random.number(below: 6) }
      switch random.number(below: 10) {
      case 0, 1:
        line.type = .milestone
        line.milestone = milestone()
        line.date = DaySpan(coarse(recorded - random.number(below: 60)))
      case 2:
        line.type = .inspect
        let day = recorded - random.number(below: 5)
        (line.date, line.status) = (DaySpan(first: day, last: day), status())
      case 3: supervise(&line, among: lines)
      default:
        line.status = random.oneIn(5) ? "" : status()
        if !random.oneIn(4) {
          line.value = Measured(ExactDecimal(mantissa: Int64(random.number(below: 1_200))))
        }
      }
      let reports = lines.filter { $0.type == .report && $0.item == line.item }
      if line.type == .report, random.oneIn(4), let old = reports.randomElement(using: &random) {
        line.corrects = old.line
        (line.period, line.by) = (old.period, old.by)
        if random.oneIn(3) { line.type = .withdraw }
      }
      lines.append(line)
    }
    world.journal = Journal(lines)
  }

  /// Makes a line a notice, perhaps one that follows another, or an answer to one, perhaps a correction of it.
  private mutating func supervise(_ line: inout JournalLine, among lines: [JournalLine]) {
    let notices = lines.filter { $0.type == .notice && $0.item == line.item }
    guard let notice = notices.randomElement(using: &random), !random.oneIn(4) else {
      line.type = .notice
      if random.oneIn(2) {
        let term = line.recorded + random.number(below: 40)
        line.date = DaySpan(first: term, last: term)
      }
      if random.oneIn(2) { line.answers = notices.last?.line ?? "" }
      return
    }
    line.type = .answer
    line.answers = notice.line
    let answers = lines.filter { $0.type == .answer && $0.answers == notice.line }
    if random.oneIn(3) { line.corrects = answers.last?.line ?? "" }
  }

  private mutating func status() -> String {
    ["前期", "在建", "停工"].randomElement(using: &random) ?? ""
  }
}

extension CalendarDate {
  /// A date of a test.
  static func of(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(parsing: text) else { preconditionFailure("no date: \(text)") }
    return date
  }
}
