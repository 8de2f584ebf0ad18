/// By whom it is assessed.
package enum AssessedBy: String, Sendable, Hashable, CaseIterable {
  case department
  case leader
}

/// How a department or leader did over some months, or all of them together.
package struct Assessment: Sendable, Hashable {
  /// `nil` for all together.
  package let party: Int?
  /// Items of which a report was expected.
  package internal(set) var items: Set<Int> = []
  /// Reports: of each item and month one for each that leads it.
  package internal(set) var expected = 0
  package internal(set) var reported = 0
  package internal(set) var onTime = 0
  /// Items by months with that light, of those expected.
  package internal(set) var yellow = 0
  package internal(set) var red = 0
  package internal(set) var notices = 0
  /// Notices answered in time.
  package internal(set) var answered = 0
  /// Reports of a month in which an inspection found something else.
  package internal(set) var wrongReports = 0
  /// Milestones due in those months, and those of them that were passed in time.
  package internal(set) var milestonesDue = 0
  package internal(set) var milestonesKept = 0
  /// Reports with a figure that a plan can be held against.
  package internal(set) var measured = 0
  /// Spent of what should have been spent, at most 1, for each of those.
  var fulfilled = Ratio.zero
  /// `nil` where nothing was expected: who has no items has no score.
  package internal(set) var score: Ratio?
  /// What notices and the like took off the score; with points, everything that did.
  package internal(set) var taken = Ratio.zero

  package var missing: Int { expected - reported }
  package var late: Int { reported - onTime }
  /// Reports on time of those expected; `nil` where none was.
  package var onTimeRate: Ratio? { Self.rate(onTime, expected) }
  /// How much of what should have been spent was, on average; `nil` where nothing was planned.
  package var investmentRate: Ratio? { measured == 0 ? nil : fulfilled / Ratio(measured) }
  /// Milestones passed in time of those due; `nil` where none was.
  package var milestoneRate: Ratio? { Self.rate(milestonesKept, milestonesDue) }

  init(party: Int?) { self.party = party }

  private static func rate(_ part: Int, _ whole: Int) -> Ratio? {
    whole == 0 ? nil : Ratio(Int128(part), Int128(whole))
  }

  /// The sum with another, without a score.
  mutating func add(_ other: Self) {
    items.formUnion(other.items)
    expected += other.expected
    reported += other.reported
    onTime += other.onTime
    yellow += other.yellow
    red += other.red
    notices += other.notices
    answered += other.answered
    wrongReports += other.wrongReports
    milestonesDue += other.milestonesDue
    milestonesKept += other.milestonesKept
    measured += other.measured
    fulfilled = fulfilled + other.fulfilled
  }
}

/// One thing that counts in an assessment: what each of its numbers is made of.
package struct AssessmentEntry: Sendable, Hashable {
  package enum Report: String, Sendable, Hashable, CaseIterable {
    case onTime = "on time"
    case late
    case missing
  }

  package enum Matter: Sendable, Hashable {
    case report(Report)
    /// A yellow or red month, and why.
    case light(Light, [Reason])
    /// Spent of what should have been spent by the end of the month, at most 1.
    case investment(Ratio)
    /// An inspection of the month found something else than was reported.
    case wrongReport
    case notice(isAnswered: Bool)
    case milestone(Milestone, isKept: Bool)
  }

  /// To whom it is put down.
  package let party: Int
  package let item: Int
  package let period: ReportPeriod
  package let matter: Matter
  /// What it stands on, of plan and journal; none where something is missing.
  package let lines: [String]
}

/// How everybody did, how all did together, and what every number is made of.
package struct AssessmentTable: Sendable, Hashable {
  /// In the order of the parties.
  package internal(set) var rows: [Assessment]
  /// The rows added up: what several share is in it several times.
  package internal(set) var sum = Assessment(party: nil)
  /// Every item, notice and milestone once; a report of an item is there when each that owes one has given it.
  package internal(set) var city = Assessment(party: nil)
  /// What the numbers of the rows are made of, by item in the order of the world, then by month.
  package internal(set) var entries: [AssessmentEntry] = []
  /// The months that are counted: those whose day has passed.
  package internal(set) var months: [ReportPeriod] = []
  /// The months asked for whose day has not passed.
  package internal(set) var pending: [ReportPeriod] = []
  /// Items of which something is in `city` that is put down to nobody.
  package internal(set) var nobody: Set<Int> = []

  /// The rows by their score, the highest first, those without one last; equal scores share a rank, and else
  /// the order of the parties stays.
  ///
  /// - Complexity: O(*r*²) over the rows.
  package var ranked: [(rank: Int?, row: Assessment)] {
    let ranks = rows.map { row in
      row.score.map { score in 1 + rows.count { $0.score.map { $0 > score } ?? false } }
    }
    return zip(ranks, rows).enumerated().sorted { one, other in
      (one.element.0 ?? .max, one.offset) < (other.element.0 ?? .max, other.offset)
    }.map { (rank: $0.element.0, row: $0.element.1) }
  }
}

extension ReportingRules.Score {
  /// The score by the rules, between 0 and what they have as full, and what was taken off.
  ///
  /// `nil` where nothing was expected, or nothing of what has weight could be measured.
  func score(_ row: Assessment) -> (score: Ratio?, taken: Ratio) {
    guard row.expected > 0 else { return (nil, .zero) }
    switch self {
    case .points(let points):
      var taken = points.missing.ratio * Ratio(row.missing)
      taken = taken + points.late.ratio * Ratio(row.late)
      taken = taken + points.yellow.ratio * Ratio(row.yellow)
      taken = taken + points.red.ratio * Ratio(row.red)
      taken = taken + points.notice.ratio * Ratio(row.notices)
      taken = taken - points.answered.ratio * Ratio(row.answered)
      if let cap = points.cap { taken = min(taken, cap.ratio) }
      return (min(max(points.full.ratio - taken, .zero), points.full.ratio), taken)
    case .rates(let rates):
      var (sum, weights) = (Ratio.zero, Ratio.zero)
      let parts: [(weight: ExactDecimal, rate: Ratio?)] = [
        (rates.onTime, row.onTimeRate), (rates.investment, row.investmentRate),
        (rates.milestones, row.milestoneRate),
      ]
      // What cannot be measured weighs nothing, and the rest the more.
      for (weight, rate) in parts {
        guard let rate else { continue }
        sum = sum + weight.ratio * rate.rounded(to: 1_000_000)
        weights = weights + weight.ratio
      }
      var taken = rates.notice.ratio * Ratio(row.notices)
      taken = taken + rates.wrongReport.ratio * Ratio(row.wrongReports)
      if let cap = rates.cap { taken = min(taken, cap.ratio) }
      guard weights > .zero else { return (nil, taken) }
      return (max(sum / weights * Ratio(100) - taken, .zero), taken)
    }
  }
}

extension Ratio {
  /// The nearest of so many parts of one, a half upwards.
  func rounded(to parts: Int128) -> Ratio {
    let doubled = numerator * parts * 2 + denominator
    let quotient = doubled >= 0 ? doubled / (denominator * 2) : -((-doubled) / (denominator * 2))
    return Ratio(quotient, parts)
  }
}
