import ChainModel
import Diagnostics
import ProgressLoop

/// Asks what an example asks.
struct ExampleQuestion {
  let world: ExampleWorld
  let loop: ClosedLoop

  init(_ world: ExampleWorld) {
    self.world = world
    loop = ClosedLoop(world.world)
  }

  private static let fields = [
    "q", "item", "items", "party", "role", "at", "known", "period", "since", "until", "from", "to",
    "by", "sheet", "expect",
  ]

  /// Where the answers differ from what is expected.
  func differences(_ node: EntryNode) throws -> [String] {
    let fields = try ExampleFields(node, allowed: Self.fields)
    guard let expected = fields["expect"] else { throw ExampleFault("nothing is expected") }
    let question = try fields.required("q")
    return try answer(question, fields).differences(from: expected, question)
  }

  private func answer(_ question: String, _ fields: ExampleFields) throws -> ExampleAnswer {
    let at = try fields.day("at") ?? loop.lastRecorded ?? Day(number: 0)
    let known = try fields.day("known") ?? at
    switch question {
    case "status": return status(loop.status(of: try item(fields, at), at: at, known: known))
    case "late": return .list(loop.late(at: at, known: known).map(late))
    case "owners":
      guard let role = LoopRole(rawValue: try fields.required("role")) else {
        throw ExampleFault("unknown role")
      }
      return .list(loop.owners(of: try item(fields, at), as: role, at: at).map(owner))
    case "reporting":
      return reporting(loop.reporting(on: try fields.period("period"), known: known))
    case "changes":
      guard let since = try fields.day("since") else { throw ExampleFault("since when") }
      let until = try fields.day("until") ?? known
      return .list(loop.changes(since: since, until: until).map(change))
    case "collect": return try collect(fields["sheet"])
    case "assess": return try assess(fields, known)
    case "notices":
      return .list(loop.notices(at: at, known: known).map(notice))
    case "total": return try total(fields, at, known)
    case "light":
      let period = try fields.period("period")
      let found = loop.light(of: try item(fields, at), in: period, known: known)
      return .mapping([
        ("light", .text(found.light.rawValue)), ("reasons", reasons(found.reasons)),
      ])
    case "check":
      return .mapping([
        ("faults", ExampleAnswer(world.ruleFaults + loop.faults().map(\.text.en)))
      ])
    case "name": return try name(fields, at)
    default: throw ExampleFault("unknown question \(question)")
    }
  }

  private func item(_ fields: ExampleFields, _ day: Day) throws -> Int {
    let name = try fields.required("item")
    if let item = loop.world.items.firstIndex(where: { $0.id == name }) { return item }
    guard let item = loop.item(name, on: day) else { throw ExampleFault("no item \(name)") }
    return item
  }

  private func id(_ item: Int) -> String { loop.world.items[item].id }
  private func party(_ party: Int) -> String { loop.parties[party].name }

  private func status(_ status: ItemStatus) -> ExampleAnswer {
    let investment = status.investment
    let value = ExampleAnswer(status.value?.description)
    let inspection: ExampleAnswer =
      status.inspection.map { inspection in
        .mapping([
          ("date", .text("\(inspection.date)")), ("status", ExampleAnswer(inspection.status)),
          ("agrees", ExampleAnswer(inspection.agrees)), ("by", .text(party(inspection.party))),
          ("line", .text(inspection.line)),
        ])
      } ?? .none
    let said = status.said.map { said in
      ExampleAnswer.mapping([
        ("by", .text(party(said.party))), ("period", .text("\(said.period)")),
        ("status", ExampleAnswer(said.status)), ("line", .text(said.line)),
        ("invested", ExampleAnswer(said.value?.description)),
        ("value", ExampleAnswer(said.value?.description)),
      ])
    }
    return .mapping([
      ("item", .text(id(status.item))),
      ("name", .text(loop.name(ofItem: status.item, on: status.at))),
      ("period", ExampleAnswer(status.period?.description)),
      ("status", ExampleAnswer(status.status)),
      ("invested", value), ("value", value),
      ("value_period", ExampleAnswer(status.valuePeriod?.description)),
      ("age", ExampleAnswer(status.age)),
      ("rate", ExampleAnswer(investment?.rate.shown)),
      ("time", ExampleAnswer(investment?.time.shown)),
      ("behind", ExampleAnswer(investment?.behind.shown)),
      ("plan", ExampleAnswer(investment?.plan.description)),
      ("original", ExampleAnswer(investment?.original.description)),
      ("light", .text(status.light.rawValue)), ("reasons", reasons(status.reasons)),
      ("inspection", inspection),
      ("goal", ExampleAnswer(status.goal?.state.rawValue)),
      ("progress", ExampleAnswer(status.goal?.progress?.shown)),
      ("base", ExampleAnswer(status.goal?.base.map { "\($0.value) \($0.line)" })),
      ("unmatched", ExampleAnswer(status.unmatched.map(\.description))),
      ("disputed", ExampleAnswer(status.isDisputed)),
      ("conflict", ExampleAnswer(status.isDisputed)), ("reports", .list(said)),
    ])
  }

  private func reasons(_ reasons: [Reason]) -> ExampleAnswer {
    ExampleAnswer(reasons.map(\.text.en))
  }

  private func late(_ row: LateMilestone) -> ExampleAnswer {
    .mapping([
      ("item", .text(id(row.item))), ("milestone", .text(row.milestone.rawValue)),
      ("plan", .text("\(row.plan)")), ("original", .text("\(row.original)")),
      ("reached", ExampleAnswer(row.reached?.description)), ("days", ExampleAnswer(row.days)),
      ("state", .text(row.state.rawValue)), ("certainty", .text(row.certainty.rawValue)),
      ("line", ExampleAnswer(row.line)),
    ])
  }

  private func owner(_ owner: Owner) -> ExampleAnswer {
    .mapping([
      ("party", ExampleAnswer(owner.party.map(party))), ("by", .text(owner.basis.description)),
      ("certainty", .text(owner.certainty.rawValue)),
    ])
  }

  private func duties(_ duties: [ReportDuty]) -> ExampleAnswer {
    ExampleAnswer(
      duties.map { "\(id($0.item))/\($0.parties.map(party).joined(separator: "、"))" }
    )
  }

  private func reporting(_ answer: Reporting) -> ExampleAnswer {
    .mapping([
      ("period", .text("\(answer.period)")), ("due", .text("\(answer.due)")),
      ("expected", ExampleAnswer(answer.expected.count)),
      ("reported", ExampleAnswer(answer.reported.count)),
      ("on_time", ExampleAnswer(answer.onTime.count)),
      ("items", ExampleAnswer(answer.items)),
      ("missing", duties(answer.missing)), ("unexpected", duties(answer.unexpected)),
      ("nobody", ExampleAnswer(answer.nobody.map(id))),
      ("not_yet_due", ExampleAnswer(answer.isNotYetDue)),
      ("rate", ExampleAnswer(answer.rate?.percent.shown)),
    ])
  }

  private func change(_ change: Change) -> ExampleAnswer {
    let field = change.field == .value ? "invested" : change.field.description
    return .mapping([
      ("item", .text(id(change.item))), ("field", .text(field)),
      ("before", ExampleAnswer(change.before)), ("after", ExampleAnswer(change.after)),
      ("sort", .text(change.sort.rawValue)),
    ])
  }

  private func collect(_ node: EntryNode?) throws -> ExampleAnswer {
    let fields = try ExampleFields(
      node,
      allowed: ["party", "period", "today", "received", "reason", "rows"]
    )
    let rows = try fields.items("rows").map { node in
      let fields = try ExampleFields(
        node,
        allowed: ["item", "status", "invested", "value", "progress", "problem", "next"]
      )
      var row = ReturnedSheet.Row(item: try fields.required("item"))
      row.status = fields.text("status") ?? ""
      row.progress = fields.text("progress") ?? ""
      row.problem = fields.text("problem") ?? ""
      row.next = fields.text("next") ?? ""
      let value = fields.text("invested") ?? fields.text("value") ?? ""
      if !value.isEmpty { row.value = try ExampleWorld.measured(value) }
      return row
    }
    guard let today = try fields.day("today") else { throw ExampleFault("no today") }
    var sheet = ReturnedSheet(
      party: try fields.required("party"),
      period: try fields.period("period"),
      received: try fields.day("received") ?? today,
      rows: rows
    )
    sheet.recorded = today
    sheet.reason = fields.text("reason") ?? ""
    let answer = loop.collect(sheet)
    return .mapping([
      ("result", .text(answer.result.rawValue)), ("appends", ExampleAnswer(answer.appends.count)),
      ("late", ExampleAnswer(answer.isLate)),
      ("faults", ExampleAnswer(answer.faults.map(\.text.en))),
      ("same", ExampleAnswer(answer.same.map(id))),
      ("differ", ExampleAnswer(answer.differ.map(id))),
      ("still_missing", ExampleAnswer(answer.stillMissing.map(id))),
      ("warnings", ExampleAnswer(answer.warnings.map { loop.text(of: $0).en })),
    ])
  }

  private func assess(_ fields: ExampleFields, _ known: Day) throws -> ExampleAnswer {
    let table = loop.assessment(
      from: try fields.period("from"),
      to: try fields.period("to"),
      known: known,
      by: fields.text("by").flatMap(AssessedBy.init(rawValue:)) ?? .department
    )
    return .mapping(
      (table.rows + [table.sum, table.city]).enumerated().map { place, row in
        let own = row.party.map(party) ?? (place == table.rows.count ? "units" : "city")
        let value = ExampleAnswer.mapping([
          ("expected", ExampleAnswer(row.expected)), ("reported", ExampleAnswer(row.reported)),
          ("on_time", ExampleAnswer(row.onTime)), ("missing", ExampleAnswer(row.missing)),
          ("late", ExampleAnswer(row.late)), ("yellow", ExampleAnswer(row.yellow)),
          ("red", ExampleAnswer(row.red)), ("notices", ExampleAnswer(row.notices)),
          ("answered", ExampleAnswer(row.answered)),
          ("wrong", ExampleAnswer(row.wrongReports)), ("score", ExampleAnswer(row.score?.shown)),
          ("on_time_rate", ExampleAnswer(row.onTimeRate?.percent.shown)),
          ("investment_rate", ExampleAnswer(row.investmentRate?.percent.shown)),
          ("milestones_due", ExampleAnswer(row.milestonesDue)),
          ("milestones_kept", ExampleAnswer(row.milestonesKept)),
        ])
        return (own, value)
      }
    )
  }

  private func notice(_ notice: Notice) -> ExampleAnswer {
    .mapping([
      ("item", .text(id(notice.item))), ("line", .text(notice.line)),
      ("number", .text(notice.number)), ("level", .text(notice.level)),
      ("by", .text(party(notice.by))), ("given", .text("\(notice.given)")),
      ("term", ExampleAnswer(notice.term?.description)),
      ("follows", ExampleAnswer(notice.follows)),
      ("addressed", ExampleAnswer(notice.addressed.map(party))),
      ("in_time", ExampleAnswer(notice.answeredInTime.map(party))),
      ("late", ExampleAnswer(notice.answeredLate.map(party))),
      ("closed", ExampleAnswer(notice.closed?.description)),
      ("days_late", ExampleAnswer(notice.daysLate)), ("state", .text(notice.state.rawValue)),
      ("answers", ExampleAnswer(notice.replies.map(\.line))),
      ("not_counted", ExampleAnswer(notice.replies.filter { !$0.isCounted }.map(\.line))),
    ])
  }

  private func total(_ fields: ExampleFields, _ at: Day, _ known: Day) throws -> ExampleAnswer {
    let items = try fields["items"].map { _ in
      try fields.texts("items").map { name -> Int in
        guard let item = loop.world.items.firstIndex(where: { $0.id == name }) else {
          throw ExampleFault("no item \(name)")
        }
        return item
      }
    }
    let total = loop.total(of: items, at: at, known: known)
    return .mapping([
      ("items", ExampleAnswer(total.items)), ("counted", ExampleAnswer(total.counted)),
      ("invested", .text("\(total.value)")), ("value", .text("\(total.value)")),
      ("plan", .text("\(total.plan)")), ("older", ExampleAnswer(total.older)),
      ("period", ExampleAnswer(total.period?.description)),
      ("unmatched", ExampleAnswer(total.unmatched.map(id))),
      ("disputed", ExampleAnswer(total.disputed.map(id))),
      ("rate", ExampleAnswer(total.rate?.shown)), ("time", ExampleAnswer(total.time?.shown)),
      ("behind", ExampleAnswer(total.behind?.shown)),
    ])
  }

  private func name(_ fields: ExampleFields, _ at: Day) throws -> ExampleAnswer {
    if fields["party"] != nil {
      let name = try fields.required("party")
      guard let party = loop.parties.firstIndex(where: { $0.name == name || $0.id == name }) else {
        throw ExampleFault("no party \(name)")
      }
      return .mapping([("name", .text(loop.name(ofParty: party, on: at)))])
    }
    return .mapping([("name", .text(loop.name(ofItem: try item(fields, at), on: at)))])
  }
}
