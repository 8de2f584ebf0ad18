/// A milestone of an item: when it is to be passed, and when it was.
package struct MilestoneStatus: Sendable, Hashable {
  package let milestone: Milestone
  /// The last day of the plan that it is measured by; `nil` for what was passed without one.
  package let plan: Day?
  /// The last day of the first plan.
  package let original: Day?
  package let planLine: String?
  /// As exact as the line that says so.
  package let reached: DaySpan?
  package let line: String?
  /// `nil` where it is neither late nor was passed late.
  package let late: LateMilestone?
}

extension ClosedLoop {
  /// The milestones of an item that are planned on a day or have been passed by it, in their order.
  ///
  /// - Complexity: O(*n*) over the lines of the item.
  package func milestones(of item: Int, at day: Day, known: Day? = nil) -> [MilestoneStatus] {
    let known = known ?? day
    return Milestone.allCases.compactMap { milestone in
      let plan = plans[item].decision(on: milestone, at: day, known: known)
      let reached = reached(milestone, by: item, known: known).flatMap {
        $0.days.first <= day ? $0 : nil
      }
      guard plan != nil || reached != nil else { return nil }
      let late = late(item, milestone, at: day, known: known)
      return MilestoneStatus(
        milestone: milestone,
        plan: late?.plan ?? plan?.value.last,
        original: plans[item].milestones[milestone.position].first.flatMap {
          $0.recorded <= min(day, known) ? $0.value.last : nil
        },
        planLine: late?.planLine ?? plan.map { world.plan[$0.line].line },
        reached: reached?.days,
        line: reached.map { lines.name(of: $0.line) },
        late: late
      )
    }
  }
}
