import ChainModel
import GraphKernel
import ProgressLoop
import SQLite

/// The plan, the journal, and what follows from them for a day, of the items that are written.
struct ProgressRows {
  private let content: ExchangeContent
  private let progress: ReportedProgress

  init(_ content: ExchangeContent, _ progress: ReportedProgress) {
    (self.content, self.progress) = (content, progress)
  }

  private var graph: ChainGraph { content.graph }
  private var loop: ClosedLoop { progress.loop }

  func write(to file: inout SQLiteFile, _ output: inout ExchangeOutput) throws {
    try writePlan(to: &file)
    let journal = try file.rows(of: "journal")
    let owners = try file.rows(of: "owners")
    let status = try file.rows(of: "status")
    let reasons = try file.rows(of: "status_reasons")
    for (number, item) in loop.world.items.enumerated() where graph.node(id: item.id) != nil {
      let id = SQLiteValue.text(item.id)
      for line in loop.history(of: number, known: progress.known) {
        try file.insert(cells(of: line, item: id), into: journal)
        try output.made()
      }
      try writeOwners(of: number, id, into: owners, &file)
      let own = loop.status(of: number, at: progress.day, known: progress.known)
      try file.insert(cells(of: own, item: id), into: status)
      for (position, reason) in own.reasons.enumerated() {
        try file.insert(
          [
            id, .integer(position), .text(reason.light.rawValue), .text(reason.text.zh),
            .text(reason.text.en), .text(orNull: reason.line),
          ],
          into: reasons
        )
      }
    }
  }

  /// A party, where it is a node that is written.
  private func node(ofParty party: Int?) -> SQLiteValue {
    guard let party, graph.node(id: loop.parties[party].id) != nil else { return .null }
    return .text(loop.parties[party].id)
  }

  private func writeOwners(
    of item: Int,
    _ id: SQLiteValue,
    into rows: SQLiteFile.Rows,
    _ file: inout SQLiteFile
  ) throws(SQLiteFault) {
    for role in LoopRole.allCases {
      let owners = loop.owners(of: item, as: role, at: progress.day)
      for (position, owner) in owners.enumerated() {
        try file.insert(
          [
            id, .text(role.rawValue), .integer(position), node(ofParty: owner.party),
            .text(owner.certainty.rawValue), .text(owner.basis.description),
          ],
          into: rows
        )
      }
    }
  }

  /// Of money 万元, in which plans and journals count.
  private func cells(_ value: Measured?) -> [SQLiteValue] {
    guard let value else { return [.null, .null, .null] }
    return cells(value.number, in: value.unit ?? "万元")
  }

  private func cells(_ number: ExactDecimal, in unit: String) -> [SQLiteValue] {
    let known = graph.ontology.unit(unit) == nil ? SQLiteValue.null : .text(unit)
    return [.text("\(number) \(unit)"), self.number(number), known]
  }

  /// Digits, which the column keeps as the number that they are.
  private func number(_ number: ExactDecimal) -> SQLiteValue { .text(number.description) }

  private func cells(_ span: DaySpan?) -> [SQLiteValue] {
    [.text(orNull: span?.first), .text(orNull: span?.last)]
  }

  private func writePlan(to file: inout SQLiteFile) throws(SQLiteFault) {
    let rows = try file.rows(of: "plan")
    for (position, line) in loop.world.plan.enumerated() where line.recorded <= progress.known {
      guard let item = loop.item(line.item, on: line.recorded),
        graph.node(id: loop.world.items[item].id) != nil
      else { continue }
      let aim: [SQLiteValue] =
        switch line.aim {
        case .yearly(let year, let amount):
          [.text("投资"), .text(String(year))] + cells(amount, in: "万元") + cells(nil as DaySpan?)
        case .cumulative(let period, let amount):
          [.text("投资"), .text("\(period)")] + cells(amount, in: "万元") + cells(nil as DaySpan?)
        case .milestone(let milestone, let days):
          [.text(milestone.rawValue), .null, .text("\(days)"), .null, .null] + cells(days)
        }
      try file.insert(
        [
          .integer(position + 1), .text(line.line), .text("\(line.recorded)"),
          .text(loop.world.items[item].id),
        ] + aim + [.said(line.source)],
        into: rows
      )
    }
  }

  private func cells(of history: HistoryLine, item: SQLiteValue) -> [SQLiteValue] {
    let line = history.line
    let party = loop.party(line.by, on: line.recorded)
    return [
      .null, .text(line.line), .text("\(line.recorded)"),
      .text("\(line.received ?? line.recorded)"), .text(orNull: line.period), .text(line.by),
      node(ofParty: party), item, .text(line.type.words[0]), .text(history.state.rawValue),
      .said(line.status),
    ] + cells(line.value) + [
      .said(line.progress), .said(line.problem), .said(line.next),
      .text(orNull: line.milestone?.rawValue),
    ] + cells(line.date) + [
      .said(line.corrects), .said(line.answers), .said(line.number), .said(line.level),
      .said(line.reason), .said(line.source),
    ]
  }

  private func cells(of status: ItemStatus, item: SQLiteValue) -> [SQLiteValue] {
    let money = status.investment
    return [
      item, .text("\(status.at)"), .text("\(status.known)"), .text(status.light.rawValue),
      .text(orNull: status.period), .text(orNull: status.status), .flag(status.isDisputed),
    ] + cells(status.value) + [
      .text(orNull: status.valuePeriod), money.map { number($0.plan) } ?? .null,
      // As the list shows them: one digit behind the point.
      .text(orNull: money?.rate.shown), .text(orNull: money?.time.shown),
      .text(orNull: money?.behind.shown), status.age.map { .integer($0) } ?? .null,
      .text(orNull: money?.line), .text(orNull: money?.planLine),
    ]
  }
}
