/// Who reports when, and which light what is: `reporting.yaml`.
package struct ReportingRules: Sendable, Hashable {
  /// Whether each of several leads reports, or one for all.
  package enum SeveralLeads: String, Sendable, Hashable, CaseIterable {
    case each
    case any
  }

  /// From where on a count is yellow, and from where on red; `nil` for never.
  package struct Steps: Sendable, Hashable {
    package var yellow: Int?
    package var red: Int?

    package init(yellow: Int?, red: Int?) { (self.yellow, self.red) = (yellow, red) }

    /// The light of a count of which the steps are the least.
    func light(atLeast count: Int) -> Light? {
      if let red, count >= red { return .red }
      if let yellow, count >= yellow { return .yellow }
      return nil
    }

    /// The light of a count that lies above a step.
    func light(above count: Int) -> Light? {
      if let red, count > red { return .red }
      if let yellow, count > yellow { return .yellow }
      return nil
    }
  }

  /// How a department or leader is assessed.
  package enum Score: Sendable, Hashable {
    case points(Points)
    case rates(Rates)
  }

  /// From a hundred down, so many points for each.
  package struct Points: Sendable, Hashable {
    package var full = ExactDecimal(mantissa: 100)
    package var missing = ExactDecimal(mantissa: 2)
    package var late = ExactDecimal(mantissa: 1)
    package var yellow = ExactDecimal(mantissa: 5, decimals: 1)
    package var red = ExactDecimal(mantissa: 1)
    package var notice = ExactDecimal(mantissa: 2)
    /// Given back for a notice that was answered in time.
    package var answered = ExactDecimal(mantissa: 1)
    /// The most that is taken altogether.
    package var cap: ExactDecimal?

    package init() {}
  }

  /// Weights times rates, less points for each notice and wrong report.
  package struct Rates: Sendable, Hashable {
    package var onTime = ExactDecimal(mantissa: 20)
    package var investment = ExactDecimal(mantissa: 40)
    package var milestones = ExactDecimal(mantissa: 40)
    package var notice = ExactDecimal(mantissa: 2)
    package var wrongReport = ExactDecimal(mantissa: 2)
    /// The most that is taken altogether.
    package var cap: ExactDecimal? = ExactDecimal(mantissa: 10)

    package init() {}
  }

  /// The first month that is expected; `nil` where none is said: then no light counts missing months.
  package var start: ReportPeriod?
  /// The day of the next month by which a month is reported.
  package var dueDay = 5 { didSet { saysDueDay = true } }
  /// Whether somebody said so; else it is the usual day.
  package private(set) var saysDueDay = false
  /// Days that differ, by month.
  package var due: [ReportPeriod: Day] = [:]
  /// The kinds of items that are reported on; `nil` for all.
  package var reports: [String]?
  package var severalLeads = SeveralLeads.each
  /// The milestone after whose month nothing more is expected.
  package var final = Milestone.operation
  package var behind = BehindScale.standard
  /// Days that a milestone is late, more than.
  package var milestone = Steps(yellow: 0, red: 90)
  /// Months in a row without a report, at least.
  package var unreported = Steps(yellow: 1, red: 2)
  /// Months from the start of building to enrolment, more than; `nil` where that is not judged.
  package var enrolled: Steps?
  package var score = Score.rates(Rates())

  package init() {}

  /// The last day on which a report of a month is on time.
  package func dueDay(of period: ReportPeriod) -> Day {
    if let day = due[period] { return day }
    let next = period.advanced(by: 1)
    return min(next.first + (dueDay - 1), next.last)
  }

  /// The day on which a month compares with others: the one after its reports were due.
  package func dayAfterDue(of period: ReportPeriod) -> Day { dueDay(of: period) + 1 }

  /// The last month whose day has passed on `day`.
  package func lastDue(on day: Day) -> ReportPeriod {
    var period = day.period
    let earliest = period.advanced(by: -24)
    while period > earliest, dueDay(of: period) >= day { period = period.advanced(by: -1) }
    return period
  }

  /// The month from which it is assessed up to `last` where nobody says: January of its year, or the first month
  /// that is expected.
  package func firstAssessed(until last: ReportPeriod) -> ReportPeriod {
    let january = ReportPeriod(year: last.year, month: 1)
    return min(last, max(january, start ?? january))
  }
}
