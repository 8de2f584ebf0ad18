/// When a milestone was passed, and by which line that is known.
struct Reached {
  let days: DaySpan
  let line: Int
}

/// A milestone that is late, or was passed late.
package struct LateMilestone: Sendable, Hashable {
  package enum State: String, Sendable, Hashable {
    case late
    case reachedLate = "reached late"
  }

  package let item: Int
  package let milestone: Milestone
  /// The last day of the plan in force.
  package let plan: Day
  /// The last day of the first plan.
  package let original: Day
  /// When it was passed; as exact as the line that says so.
  package let reached: DaySpan?
  /// How many days late: at the least where it is certain, at the most where it is possible.
  package let days: Int
  package let state: State
  package let certainty: Certainty
  /// The line of the plan.
  package let planLine: String
  /// The line of the journal.
  package let line: String?
}

extension ClosedLoop {
  /// The milestones that are late on a day or were passed late, by item in the order of the world, then in
  /// the order of the milestones.
  ///
  /// What is planned for a day is not late on that day. A plan holds from the day of its decision: what was
  /// late before a later one was late. Of an item that has ended nothing is late any more.
  ///
  /// - Parameter items: Of which it is asked; `nil` for all.
  /// - Complexity: O(*n*) over the lines of plan and journal of these items.
  package func late(of items: [Int]? = nil, at day: Day, known: Day? = nil) -> [LateMilestone] {
    (items ?? Array(world.items.indices)).flatMap { item in
      Milestone.allCases.compactMap { late(item, $0, at: day, known: known ?? day) }
    }
  }

  func late(_ item: Int, _ milestone: Milestone, at day: Day, known: Day) -> LateMilestone? {
    let decisions = plans[item].milestones[milestone.position]
    guard let first = decisions.first, first.recorded <= min(day, known) else { return nil }
    let reached = reached(milestone, by: item, known: known).flatMap {
      $0.days.first <= day ? $0 : nil
    }
    let own = { (decision: ItemPlan.Decision<DaySpan>, days: Int, isPossible: Bool) in
      let isOver = reached.map { $0.days.last <= day } ?? false
      return LateMilestone(
        item: item,
        milestone: milestone,
        plan: decision.value.last,
        original: first.value.last,
        reached: isOver ? reached?.days : nil,
        days: days,
        state: isOver ? .reachedLate : .late,
        certainty: isPossible ? .possible : .certain,
        planLine: world.plan[decision.line].line,
        line: reached.map { lines.name(of: $0.line) }
      )
    }
    guard let reached, reached.days.last <= day else {
      guard let plan = plans[item].decision(on: milestone, at: day, known: known),
        plan.value.last < day, itemDays[item].contains(day)
      else { return nil }
      // It may have been passed in time where only its month is known, and the day lies in that.
      let isPossible = reached.map { $0.days.first <= plan.value.last } ?? false
      return own(plan, day - plan.value.last, isPossible)
    }
    guard
      let plan = plans[item].decision(on: milestone, at: reached.days.last, known: known)
        ?? plans[item].decision(on: milestone, at: day, known: known),
      plan.value.last < reached.days.last
    else { return nil }
    let isPossible = plan.value.last >= reached.days.first
    let days = (isPossible ? reached.days.last : reached.days.first) - plan.value.last
    return own(plan, days, isPossible)
  }

  /// When a milestone was passed by what was known: what the last line that stands says.
  func reached(_ milestone: Milestone, by item: Int, known: Day) -> Reached? {
    guard lines.hasMilestones(item) else { return nil }
    let position = Int8(milestone.position)
    for line in lines.lines(of: item).reversed() {
      let entry = lines[Int(line)]
      guard entry.milestone == position, entry.hasDate,
        entry.type == .milestone || entry.type == .report,
        lines.isStanding(Int(line), known: known)
      else { continue }
      return Reached(days: entry.dates, line: Int(line))
    }
    return nil
  }
}
