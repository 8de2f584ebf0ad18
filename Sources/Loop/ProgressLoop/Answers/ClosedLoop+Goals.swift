/// How far a target has come.
package struct GoalStatus: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, CaseIterable {
    case reached
    case notReached = "not reached"
    /// Below what it is to be about, and nobody says how far off it may be.
    case uncertain
    /// No figure, figures that differ, or one of another measure.
    case unknown
  }

  /// The figure that the way begins with.
  package struct Base: Sendable, Hashable {
    package let value: Measured
    package let period: ReportPeriod
    package let line: String
  }

  package let goal: LoopGoal
  package let state: State
  /// The figure of the base; `nil` without one, or where several differ.
  package let base: Base?
  /// How much of the way from the base was gone, in percent: below 0 where it went back.
  ///
  /// `nil` without a base of the same measure, and of rates of growth.
  package let progress: Ratio?
  /// The lines that the figure stands on.
  package let lines: [String]
}

extension ClosedLoop {
  /// How far a target has come by its last figure, `value`; `nil` for what has no goal.
  ///
  /// - Complexity: O(*l*) over the lines of the item.
  func goal(
    of item: Int,
    value: Measured?,
    lines: [String],
    at day: Day,
    known: Day
  ) -> GoalStatus? {
    guard let goal = world.items[item].goal, let aim = goal.amount(goal.value) else { return nil }
    let amount = value.flatMap(goal.amount)
    let base = base(of: item, goal, at: day, known: known)
    var progress: Ratio?
    if let amount, let start = base.flatMap({ goal.amount($0.value) }), start != aim,
      !goal.isGrowth
    {
      progress = ((amount - start) / (aim - start)).percent
    }
    return GoalStatus(
      goal: goal,
      state: amount.map { goal.comparator.state(of: $0, aim) } ?? .unknown,
      base: base,
      progress: progress,
      lines: lines
    )
  }

  private func base(of item: Int, _ goal: LoopGoal, at day: Day, known: Day) -> GoalStatus.Base? {
    guard let period = goal.baseline, period.last <= day else { return nil }
    let figures = reports(of: item, on: period, known: known).compactMap { line in
      lines.journal.value(of: lines[line]).map { (value: $0, line: line) }
    }
    let amounts = Set(figures.map { goal.amount($0.value) })
    guard let first = figures.first, let only = amounts.first, amounts.count == 1, only != nil
    else { return nil }
    return GoalStatus.Base(value: first.value, period: period, line: lines.name(of: first.line))
  }
}

extension LoopGoal.Comparator {
  fileprivate func state(of amount: Ratio, _ aim: Ratio) -> GoalStatus.State {
    switch self {
    case .reach, .atLeast: amount >= aim ? .reached : .notReached
    case .exceed: amount > aim ? .reached : .notReached
    case .about: amount >= aim ? .reached : .uncertain
    }
  }
}
