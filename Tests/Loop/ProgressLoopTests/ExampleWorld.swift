import ChainModel
import Diagnostics
import ProgressLoop

/// The world of an example, and what is wrong with its rules.
struct ExampleWorld {
  private(set) var world = LoopWorld()
  private(set) var ruleFaults: [String] = []

  init(_ given: EntryNode?) throws {
    let fields = try ExampleFields(
      given,
      allowed: [
        "items", "parties", "documents", "statements", "succeeds", "plan", "journal", "rules",
      ]
    )
    world.items = try fields.items("items").map(Self.item)
    world.parties = try fields.items("parties").map(Self.party)
    world.documents = try fields.items("documents").map(Self.document)
    world.statements = try fields.items("statements").map(Self.statement)
    world.successions = try fields.items("succeeds").map(Self.succession)
    world.plan = try Self.plan(fields.text("plan"))
    world.journal = try Self.journal(fields.text("journal"))
    world.rules.score = .points(ReportingRules.Points())
    try takeRules(fields["rules"])
  }

  private static func formerly(_ fields: ExampleFields) throws -> [FormerName] {
    try fields.items("formerly").map { node in
      let fields = try ExampleFields(node, allowed: ["name", "until"])
      guard let until = try fields.date("until") else { throw ExampleFault("formerly until when") }
      return FormerName(try fields.required("name"), until: until)
    }
  }

  private static func item(_ node: EntryNode) throws -> LoopItem {
    let fields = try ExampleFields(
      node,
      allowed: ["id", "name", "from", "until", "formerly", "kind", "goal"]
    )
    let id = try fields.text("id") ?? fields.required("name")
    var item = LoopItem(
      id: id,
      name: fields.text("name"),
      from: try fields.date("from"),
      until: try fields.date("until"),
      formerly: try formerly(fields),
      kind: fields.text("kind")
    )
    item.goal = try fields["goal"].map(goal)
    return item
  }

  /// How much one of each unit is, in the smallest of its dimension.
  private static let factors = ["": "10000", "万元": "10000", "亿元": "100000000", "元": "1"]

  private static func goal(_ node: EntryNode) throws -> LoopGoal {
    let fields = try ExampleFields(node, allowed: ["comparator", "value", "baseline", "growth"])
    let parts = try fields.required("value").split(separator: " ").map(String.init)
    guard let comparator = LoopGoal.Comparator(rawValue: try fields.required("comparator")),
      let number = parts.first.flatMap(ExactDecimal.init(parsing:)), parts.count == 2
    else { throw ExampleFault("no goal") }
    return LoopGoal(
      comparator,
      Measured(number, unit: parts[1]),
      baseline: try fields["baseline"].map { _ in try fields.period("baseline") },
      isGrowth: fields.text("growth") == "true",
      factors: factors[parts[1]] == nil
        ? nil : factors.compactMapValues(ExactDecimal.init(parsing:))
    )
  }

  private static func party(_ node: EntryNode) throws -> LoopParty {
    let fields = try ExampleFields(node, allowed: ["id", "name", "from", "until", "formerly"])
    return LoopParty(
      id: fields.text("id"),
      name: try fields.required("name"),
      from: try fields.date("from"),
      until: try fields.date("until"),
      formerly: try formerly(fields)
    )
  }

  private static func document(_ node: EntryNode) throws -> LoopDocument {
    let fields = try ExampleFields(
      node,
      allowed: ["name", "date", "effective", "expires", "replaces", "amends"]
    )
    return LoopDocument(
      name: try fields.required("name"),
      date: try fields.date("date"),
      effective: try fields.date("effective"),
      expires: try fields.date("expires"),
      replaces: fields.texts("replaces"),
      amends: fields.texts("amends")
    )
  }

  private static func statement(_ node: EntryNode) throws -> LoopStatement {
    let fields = try ExampleFields(
      node,
      allowed: ["item", "role", "party", "from", "until", "doc"]
    )
    guard let role = LoopRole(rawValue: try fields.required("role")) else {
      throw ExampleFault("unknown role")
    }
    return LoopStatement(
      item: try fields.required("item"),
      role: role,
      party: try fields.required("party"),
      from: try fields.date("from"),
      until: try fields.date("until"),
      document: fields.text("doc")
    )
  }

  private static func succession(_ node: EntryNode) throws -> LoopSuccession {
    let fields = try ExampleFields(node, allowed: ["new", "old", "from", "for"])
    return LoopSuccession(
      new: try fields.required("new"),
      old: try fields.required("old"),
      from: try fields.date("from"),
      items: fields.texts("for")
    )
  }

  private static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(parsing: text) else { throw ExampleFault("no date: \(text)") }
    return date
  }

  private static func plan(_ text: String?) throws -> [PlanLine] {
    let allowed = ["line", "recorded", "item", "what", "period", "value", "source"]
    return try ExampleTable.rows(text, allowed: allowed).map { row in
      let cell = { row[$0] ?? "" }
      let aim: PlanLine.Aim
      if cell("what") == "投资" {
        let period = try date(cell("period"))
        guard let amount = ExactDecimal(parsing: cell("value")) else {
          throw ExampleFault("no amount: \(cell("value"))")
        }
        aim =
          period.month == nil
          ? .yearly(period.year, amount) : .cumulative(ReportPeriod(period), amount)
      } else {
        guard let milestone = Milestone(rawValue: cell("what")) else {
          throw ExampleFault("no milestone: \(cell("what"))")
        }
        aim = .milestone(milestone, DaySpan(try date(cell("value"))))
      }
      return PlanLine(
        line: cell("line"),
        recorded: Day(firstOf: try date(cell("recorded"))),
        item: cell("item"),
        aim: aim
      )
    }
  }

  static func measured(_ text: String) throws -> Measured {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let number = parts.first.flatMap(ExactDecimal.init(parsing:)) else {
      throw ExampleFault("no number: \(text)")
    }
    return Measured(number, unit: parts.count > 1 && parts[1] != "万元" ? parts[1] : nil)
  }

  private static func journal(_ text: String?) throws -> Journal {
    let allowed = [
      "line", "recorded", "received", "period", "by", "item", "type", "status", "invested", "value",
      "progress", "problem", "next", "milestone", "date", "corrects", "answers", "number", "level",
      "reason", "source",
    ]
    var journal = Journal()
    for row in try ExampleTable.rows(text, allowed: allowed) {
      let cell = { row[$0] ?? "" }
      let type = JournalType.allCases.first { $0.words.contains(cell("type")) }
      guard let type else { throw ExampleFault("no type: \(cell("type"))") }
      var line = JournalLine(
        line: cell("line"),
        recorded: Day(firstOf: try date(cell("recorded"))),
        period: ReportPeriod(parsing: cell("period")),
        by: cell("by"),
        item: cell("item"),
        type: type
      )
      if !cell("received").isEmpty { line.received = Day(firstOf: try date(cell("received"))) }
      line.status = cell("status")
      let value = cell("invested") + cell("value")
      if !value.isEmpty { line.value = try measured(value) }
      if !cell("milestone").isEmpty {
        line.milestone = Milestone(rawValue: cell("milestone"))
        if line.milestone == nil { throw ExampleFault("no milestone: \(cell("milestone"))") }
      }
      if !cell("date").isEmpty { line.date = DaySpan(try date(cell("date"))) }
      (line.progress, line.problem, line.next) = (cell("progress"), cell("problem"), cell("next"))
      (line.corrects, line.answers) = (cell("corrects"), cell("answers"))
      (line.number, line.level) = (cell("number"), cell("level"))
      (line.reason, line.source) = (cell("reason"), cell("source"))
      journal.append(line)
    }
    return journal
  }

  private mutating func takeRules(_ node: EntryNode?) throws {
    let fields = try ExampleFields(
      node,
      allowed: [
        "start", "due_day", "due", "reports", "several_leads", "behind", "milestone", "unreported",
        "enrolled", "score", "final",
      ]
    )
    if fields["start"] != nil { world.rules.start = try fields.period("start") }
    if let day = fields.text("due_day").flatMap({ Int($0) }) { world.rules.dueDay = day }
    let due = try ExampleFields(fields["due"], allowed: [])
    for name in due.names {
      guard let period = ReportPeriod(parsing: name), let day = try due.day(name) else {
        throw ExampleFault("no due day: \(name)")
      }
      world.rules.due[period] = day
    }
    if fields["reports"] != nil { world.rules.reports = fields.texts("reports") }
    if let word = fields.text("several_leads") {
      guard let way = ReportingRules.SeveralLeads(rawValue: word) else {
        throw ExampleFault("unknown several_leads \(word)")
      }
      world.rules.severalLeads = way
    }
    if let word = fields.text("final") {
      guard let milestone = Milestone(rawValue: word) else { throw ExampleFault("final \(word)") }
      world.rules.final = milestone
    }
    world.rules.milestone = try steps(fields["milestone"]) ?? world.rules.milestone
    world.rules.unreported = try steps(fields["unreported"]) ?? world.rules.unreported
    world.rules.enrolled = try steps(fields["enrolled"])
    try takeBehind(fields["behind"])
    try takeScore(fields["score"])
  }

  private func steps(_ node: EntryNode?) throws -> ReportingRules.Steps? {
    guard let node else { return nil }
    let fields = try ExampleFields(node, allowed: ["yellow", "red"])
    return ReportingRules.Steps(
      yellow: fields.text("yellow").flatMap { Int($0) },
      red: fields.text("red").flatMap { Int($0) }
    )
  }

  private mutating func takeBehind(_ node: EntryNode?) throws {
    guard let node else { return }
    let fields = try ExampleFields(node, allowed: ["green", "yellow", "red"])
    var intervals: [(light: Light, interval: BehindScale.Interval)] = []
    for name in fields.names {
      guard let light = Light(rawValue: name),
        let interval = BehindScale.Interval(parsing: try fields.required(name))
      else { throw ExampleFault("behind \(name)") }
      intervals.append((light, interval))
    }
    do {
      world.rules.behind = try BehindScale(intervals)
    } catch {
      ruleFaults.append("behind: \(error)")
    }
  }

  private mutating func takeScore(_ node: EntryNode?) throws {
    guard let node else { return }
    let fields = try ExampleFields(node, allowed: [])
    if fields["weights"] != nil || fields["deduct"] != nil {
      var rates = ReportingRules.Rates()
      let weights = try ExampleFields(fields["weights"], allowed: [])
      rates.onTime = try weights.decimal("on-time") ?? weights.decimal("on_time") ?? rates.onTime
      rates.investment = try weights.decimal("investment") ?? rates.investment
      rates.milestones = try weights.decimal("milestones") ?? rates.milestones
      let deduct = try ExampleFields(fields["deduct"], allowed: [])
      rates.notice = try deduct.decimal("notice") ?? rates.notice
      rates.wrongReport =
        try deduct.decimal("wrong-report") ?? deduct.decimal("wrong_report") ?? rates.wrongReport
      rates.cap = try deduct.decimal("cap") ?? rates.cap
      world.rules.score = .rates(rates)
      return
    }
    var points = ReportingRules.Points()
    let known = ["full", "missing", "late", "yellow", "red", "notice", "answered", "cap"]
    for name in fields.names where !known.contains(name) {
      throw ExampleFault("unknown score \(name)")
    }
    points.full = try fields.decimal("full") ?? points.full
    points.missing = try fields.decimal("missing") ?? points.missing
    points.late = try fields.decimal("late") ?? points.late
    points.yellow = try fields.decimal("yellow") ?? points.yellow
    points.red = try fields.decimal("red") ?? points.red
    points.notice = try fields.decimal("notice") ?? points.notice
    points.answered = try fields.decimal("answered") ?? points.answered
    points.cap = try fields.decimal("cap")
    world.rules.score = .points(points)
  }
}
