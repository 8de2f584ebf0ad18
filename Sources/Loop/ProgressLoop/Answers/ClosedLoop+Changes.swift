/// That something of an item is not what it was.
package struct Change: Sendable, Hashable {
  /// What is different.
  package enum Field: Sendable, Hashable, CustomStringConvertible {
    case name
    case owners(LoopRole)
    case plan(Milestone)
    case yearlyPlan(Int)
    case cumulativePlan(ReportPeriod)
    case reached(Milestone)
    case status
    case value
    case inspection
    /// A notice, by its line.
    case notice(String)
    case light

    package var description: String {
      switch self {
      case .name: "name"
      case .owners(let role): role.rawValue
      case .plan(let milestone): "plan \(milestone.rawValue)"
      case .yearlyPlan(let year): "plan \(year)"
      case .cumulativePlan(let period): "plan \(period)"
      case .reached(let milestone): milestone.rawValue
      case .status: "status"
      case .value: "value"
      case .inspection: "inspection"
      case .notice(let line): "notice \(line)"
      case .light: "light"
      }
    }
  }

  /// How it came about.
  package enum Sort: String, Sendable, Hashable, CaseIterable {
    /// It came to pass since then.
    case happened
    /// It had come to pass by then, and nobody had said so.
    case learnedLate = "learned late"
    /// A further month was reported.
    case reported
    /// What had been reported was replaced or withdrawn.
    case corrected
    case planChanged = "plan changed"
    /// It follows from the rest, and from the rules.
    case computed
  }

  package let item: Int
  package let field: Field
  /// `nil` for nothing.
  package let before: String?
  /// `nil` for nothing.
  package let after: String?
  package let sort: Sort
}

extension ClosedLoop {
  /// What was seen on one day by what was known then, against another: by item in the order of the world,
  /// then by field.
  ///
  /// A day against itself has no changes; those from *a* to *b* and from *b* to *c* together lead from *a*
  /// to *c*.
  ///
  /// - Parameter items: Of which it is asked; `nil` for all.
  /// - Complexity: O(*n*) over the lines of these items.
  package func changes(of items: [Int]? = nil, since: Day, until: Day) -> [Change] {
    (items ?? Array(world.items.indices)).flatMap { item in
      let before = facts(of: item, at: since)
      let after = facts(of: item, at: until)
      let fields =
        before.map(\.field)
        + after.map(\.field).filter { field in
          !before.contains { $0.field == field }
        }
      return fields.sorted { Self.order($0) < Self.order($1) }.compactMap { field -> Change? in
        let old = before.first { $0.field == field }
        let new = after.first { $0.field == field }
        guard old?.text != new?.text else { return nil }
        return Change(
          item: item,
          field: field,
          before: old?.text,
          after: new?.text,
          sort: Self.sort(field, old, new, since: since)
        )
      }
    }
  }

  private struct Fact {
    let field: Change.Field
    let text: String
    /// The month that it was reported of.
    var period: ReportPeriod?
    /// When it came to pass.
    var days: DaySpan?
  }

  private static func order(_ field: Change.Field) -> (Int, Int, String) {
    switch field {
    case .name: (0, 0, "")
    case .owners(let role): (1, LoopRole.allCases.firstIndex(of: role) ?? 0, "")
    case .yearlyPlan(let year): (2, year, "")
    case .cumulativePlan(let period): (3, Int(period.number), "")
    case .plan(let milestone): (4, milestone.position, "")
    case .reached(let milestone): (5, milestone.position, "")
    case .status: (6, 0, "")
    case .value: (7, 0, "")
    case .inspection: (8, 0, "")
    case .notice(let line): (9, 0, line)
    case .light: (10, 0, "")
    }
  }

  private static func sort(
    _ field: Change.Field,
    _ old: Fact?,
    _ new: Fact?,
    since: Day
  ) -> Change.Sort {
    switch field {
    case .name, .owners: return .happened
    case .plan, .yearlyPlan, .cumulativePlan: return .planChanged
    case .light: return .computed
    case .status, .value:
      guard let period = new?.period else { return .corrected }
      guard let before = old?.period else { return .reported }
      return period > before ? .reported : .corrected
    case .reached, .inspection, .notice:
      guard let days = new?.days, old == nil || field == .inspection else { return .corrected }
      return days.last > since ? .happened : .learnedLate
    }
  }

  /// What is seen of an item on a day; nothing of one that has not begun.
  private func facts(of item: Int, at day: Day) -> [Fact] {
    guard itemDays[item].first <= day else { return [] }
    var facts = [Fact(field: .name, text: name(ofItem: item, on: day))]
    for role in LoopRole.allCases {
      let names = owners(of: item, as: role, at: day).map { owner in
        let name = owner.party.map { self.name(ofParty: $0, on: day) } ?? owner.basis.description
        return owner.certainty == .certain ? name : name + "?"
      }
      if names.isEmpty { continue }
      facts.append(Fact(field: .owners(role), text: names.joined(separator: "、")))
    }
    facts += plannedFacts(of: item, at: day)
    for milestone in Milestone.allCases {
      guard let reached = reached(milestone, by: item, known: day) else { continue }
      facts.append(
        Fact(field: .reached(milestone), text: "\(reached.days)", days: reached.days)
      )
    }
    let status = status(of: item, at: day)
    let last = status.said.filter { $0.period == status.period && $0.status != nil }
    if let text = told(last.map { ($0.party, $0.status) }, on: day) {
      facts.append(Fact(field: .status, text: text, period: status.period))
    }
    let valued = status.said.filter { $0.period == status.valuePeriod && $0.value != nil }
    if let text = told(valued.map { ($0.party, $0.value?.description) }, on: day) {
      facts.append(Fact(field: .value, text: text, period: status.valuePeriod))
    }
    if let inspection = status.inspection {
      let text = "\(inspection.date) \(inspection.status ?? "")"
      facts.append(Fact(field: .inspection, text: text, days: inspection.date))
    }
    for line in lines.lines(of: item)
    where lines[Int(line)].type == .notice && lines.isStanding(Int(line), known: day) {
      let entry = lines[Int(line)]
      let number = lines.journal.texts[entry.number]
      let name = lines.name(of: Int(line))
      facts.append(
        Fact(
          field: .notice(name),
          text: number.isEmpty ? name : number,
          days: DaySpan(first: entry.received, last: entry.received)
        )
      )
    }
    facts.append(Fact(field: .light, text: status.light.rawValue))
    return facts
  }

  private func plannedFacts(of item: Int, at day: Day) -> [Fact] {
    var facts: [Fact] = []
    for (year, amounts) in plans[item].yearly {
      guard let plan = amounts.decisions.last(where: { $0.recorded <= day }) else { continue }
      facts.append(Fact(field: .yearlyPlan(year), text: "\(plan.value)"))
    }
    for (period, amounts) in plans[item].cumulative {
      guard let plan = amounts.decisions.last(where: { $0.recorded <= day }) else { continue }
      facts.append(Fact(field: .cumulativePlan(period), text: "\(plan.value)"))
    }
    for milestone in Milestone.allCases {
      guard let plan = plans[item].decision(on: milestone, at: day, known: day) else { continue }
      facts.append(Fact(field: .plan(milestone), text: "\(plan.value)"))
    }
    return facts
  }

  /// What was said; where it is not the same, each with who says so.
  private func told(_ said: [(party: Int, text: String?)], on day: Day) -> String? {
    let texts = Set(said.compactMap(\.text))
    guard texts.count > 1 else { return texts.first }
    return said.compactMap { party, text in
      text.map { "\(name(ofParty: party, on: day))：\($0)" }
    }.joined(separator: "；")
  }
}
