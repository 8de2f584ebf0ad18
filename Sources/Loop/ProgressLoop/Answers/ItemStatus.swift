package import Bilingual

/// How an item stands on a day.
package struct ItemStatus: Sendable, Hashable {
  /// What one party said of a month.
  package struct Said: Sendable, Hashable {
    package let party: Int
    package let period: ReportPeriod
    /// `nil` where nothing was said, or several said different things.
    package let status: String?
    package let value: Measured?
    package let line: String
  }

  /// What money was planned and spent, measured at the end of the month of the figures.
  package struct Investment: Sendable, Hashable {
    package let period: ReportPeriod
    /// Spent since January; of several figures each has its own measure.
    package let value: ExactDecimal
    /// For the year of the figures.
    package let plan: ExactDecimal
    /// The first plan for that year.
    package let original: ExactDecimal
    /// What of the plan should have been spent: by its curve, or else by the months.
    let due: Ratio
    package let line: String
    package let planLine: String

    /// Spent of planned, in percent.
    package var rate: Ratio { (value.ratio / plan.ratio).percent }
    /// What should have been spent of planned, in percent.
    package var time: Ratio { (due / plan.ratio).percent }
    /// In points; below 0 where it is ahead.
    package var behind: Ratio { ((due - value.ratio) / plan.ratio).percent }
    /// Spent of what should have been, at most all of it; `nil` where nothing should.
    var fulfilled: Ratio? { due > .zero ? min(value.ratio / due, Ratio(1)) : nil }
  }

  /// The last inspection.
  package struct Inspection: Sendable, Hashable {
    package let date: DaySpan
    package let party: Int
    package let status: String?
    /// Whether what was reported says the same.
    package let agrees: Bool
    package let line: String
  }

  package let item: Int
  package let at: Day
  package let known: Day
  /// The last month that was reported on.
  package let period: ReportPeriod?
  /// What was reported of it; `nil` where nothing was, or different things.
  package let status: String?
  /// The last figure; `nil` where none was reported, or different ones.
  package let value: Measured?
  /// The month of the last figure.
  package let valuePeriod: ReportPeriod?
  /// Each report of the last month, and of the month of the last figure.
  package let said: [Said]
  /// Whether different parties said different things.
  package let isDisputed: Bool
  /// How many days old the last figure is, or where there is none the last report.
  package let age: Int?
  /// Of several figures the worst.
  package let investment: Investment?
  /// Of a target, how far it has come.
  package let goal: GoalStatus?
  package let inspection: Inspection?
  package let light: Light
  /// Why the light is what it is, the worst first.
  package let reasons: [Reason]
  /// What is odd about the last reports: told, and of no effect on the light.
  package let remarks: [StatusRemark]
  /// Reported figures of money that no plan can be held against: their months.
  package let unmatched: [ReportPeriod]
}

/// What is odd about a report of an item.
package enum StatusRemark: Sendable, Hashable {
  /// It comes of a party that was not to report.
  case unexpected(party: Int, line: String)
  /// It has the word for a milestone that no line says was passed.
  case claimed(Milestone, line: String)
}

/// Why a light is yellow or red, and what that stands on.
package struct Reason: Sendable, Hashable {
  package enum Matter: Sendable, Hashable {
    /// So many points behind the plan.
    case behind(Ratio)
    /// A milestone so many days late.
    case milestone(Milestone, days: Int)
    /// So many months in a row not reported, up to one that was due.
    case unreported(Int, last: ReportPeriod)
    /// An inspection that found something else.
    case inspected(DaySpan, String)
    /// Building began so many months ago, and it is not enrolled.
    case notEnrolled(months: Int)
  }

  package let light: Light
  package let matter: Matter
  /// The line of plan or journal that it stands on; of what is missing, the last line before.
  package let line: String?

  /// For people, in both languages, behind its light.
  package var text: BilingualText {
    let own = ownText
    return BilingualText(
      zh: "\(light.word.zh)：\(own.zh)",
      en: "\(light.word.en): \(own.en)"
    )
  }

  /// The same without the light.
  package var ownText: BilingualText {
    let zh: String
    let en: String
    switch matter {
    case .behind(let points):
      (zh, en) = ("投资落后 \(points.shown) 点", "\(points.shown) points behind")
    case .milestone(let milestone, let days):
      (zh, en) = ("\(milestone.rawValue)逾期 \(days) 天", "\(milestone.label.en) \(days) days late")
    case .unreported(let count, let last):
      (zh, en) = ("截至 \(last) 连续 \(count) 期未报", "\(count) periods not reported")
    case .inspected(let date, let status):
      (zh, en) = ("\(date) 核查：\(status)", "inspected \(date): \(status)")
    case .notEnrolled(let months):
      (zh, en) = ("开工 \(months) 个月未纳统", "not enrolled \(months) months after the start")
    }
    return BilingualText(zh: zh, en: en)
  }
}

extension Light {
  /// For people.
  package var word: BilingualText {
    let zh =
      switch self {
      case .grey: "灰"
      case .green: "绿"
      case .yellow: "黄"
      case .red: "红"
      }
    return BilingualText(zh: zh, en: rawValue)
  }
}
