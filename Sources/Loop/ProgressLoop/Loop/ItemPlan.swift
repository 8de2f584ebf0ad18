/// The decisions on one item, in the order in which they were recorded.
struct ItemPlan: Sendable {
  struct Decision<Value: Sendable>: Sendable {
    let recorded: Day
    let value: Value
    /// The place of its line among those of the plan.
    let line: Int
  }

  struct Amounts: Sendable {
    var decisions: [Decision<ExactDecimal>] = []

    /// The decision in force on a day by what was known; where none was yet, the first later one.
    func decision(on day: Day, known: Day) -> Decision<ExactDecimal>? {
      decisions.last { $0.recorded <= min(day, known) }
        ?? decisions.first { $0.recorded <= known }
    }
  }

  private(set) var yearly: [Int: Amounts] = [:]
  private(set) var cumulative: [ReportPeriod: Amounts] = [:]
  /// By the place of the milestone.
  private(set) var milestones: [[Decision<DaySpan>]] = Array(
    repeating: [],
    count: Milestone.allCases.count
  )

  /// The decision on a milestone in force on a day by what was known.
  func decision(on milestone: Milestone, at day: Day, known: Day) -> Decision<DaySpan>? {
    milestones[milestone.position].last { $0.recorded <= min(day, known) }
  }

  /// By item; lines whose item nothing is called are left out.
  static func plans(_ plan: [PlanLine], items: Int, names: NameFinder) -> [ItemPlan] {
    var plans = Array(repeating: ItemPlan(), count: items)
    var order = Array(plan.indices)
    let isOrdered = zip(plan, plan.dropFirst()).allSatisfy { $0.recorded <= $1.recorded }
    if !isOrdered { order.sort { (plan[$0].recorded, $0) < (plan[$1].recorded, $1) } }
    // An item has many lines, and nearly every name means the same on every day.
    var steady: [String: Int] = [:]
    for offset in order {
      let line = plan[offset]
      if let item = steady[line.item] {
        plans[item].add(line, offset)
      } else if let item = try? names.find(line.item, on: line.recorded).get() {
        steady[line.item] = names.steady(line.item)
        plans[item].add(line, offset)
      }
    }
    return plans
  }

  private mutating func add(_ line: PlanLine, _ offset: Int) {
    switch line.aim {
    case .yearly(let year, let amount):
      yearly[year, default: Amounts()].decisions.append(
        Decision(recorded: line.recorded, value: amount, line: offset)
      )
    case .cumulative(let period, let amount):
      cumulative[period, default: Amounts()].decisions.append(
        Decision(recorded: line.recorded, value: amount, line: offset)
      )
    case .milestone(let milestone, let days):
      milestones[milestone.position].append(
        Decision(recorded: line.recorded, value: days, line: offset)
      )
    }
  }
}
