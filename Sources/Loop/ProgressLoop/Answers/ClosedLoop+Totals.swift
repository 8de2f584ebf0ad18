/// The sum of items, each counted once.
package struct Total: Sendable, Hashable {
  package let at: Day
  package let known: Day
  /// How many items there are, those that have ended included where they have amounts of the year.
  package let items: Int
  /// How many items have a figure in the sum.
  package let counted: Int
  /// Money since January, in 万元.
  package let value: ExactDecimal
  /// The plans for the year in force.
  package let plan: ExactDecimal
  /// The month of the newest figures.
  package let period: ReportPeriod?
  /// Figures by month: those of an earlier one than `period` are older than the sum says.
  package let figures: [ReportPeriod: Int]
  /// Items with a figure for which the year has no plan; they are in the value, and not in the rate.
  package let unmatched: [Int]
  /// Items of which different parties report different figures: the lowest of them is in the sum.
  package let disputed: [Int]
  /// The sum with the highest of the disputed figures.
  package let highest: ExactDecimal
  /// In percent of the plan; `nil` without one.
  package let rate: Ratio?
  /// In percent: the curves of the items, or else the months, weighted with their plans.
  package let time: Ratio?

  /// In points.
  package let behind: Ratio?

  /// How many figures are older than the month of the sum.
  package var older: Int {
    figures.filter { $0.key != period }.reduce(0) { $0 + $1.value }
  }
}

extension ClosedLoop {
  /// The sum of items on a day; of all but the targets where none are named, since those are sums themselves.
  ///
  /// An item that has ended keeps what it spent, and its parts begin at nothing, so that a sum over both
  /// counts nothing twice. Figures are those since January of the year of `day`. An item that has not begun
  /// is left out.
  ///
  /// - Complexity: O(*n*) over the lines of the items.
  package func total(of items: [Int]? = nil, at day: Day, known: Day? = nil) -> Total {
    let known = known ?? day
    var seen: Set<Int> = []
    let chosen = (items ?? world.items.indices.filter { world.items[$0].goal == nil }).filter {
      itemDays[$0].first <= day && seen.insert($0).inserted
    }
    let statuses = chosen.map { status(of: $0, at: day, known: known) }
    let year = day.date.year
    let newest = statuses.compactMap { $0.valuePeriod?.year == year ? $0.valuePeriod : nil }.max()
    let measure = newest ?? day.period
    var (value, highest, plan) = (Ratio.zero, Ratio.zero, Ratio.zero)
    var (matched, due) = (Ratio.zero, Ratio.zero)
    var (count, counted) = (0, 0)
    var figures: [ReportPeriod: Int] = [:]
    var (unmatched, disputed) = ([Int](), [Int]())
    for status in statuses {
      let decision = plans[status.item].yearly[year]?.decision(
        on: min(measure.last, day),
        known: known
      )
      let own = decision.map(\.value)
      if let own {
        plan = plan + own.ratio
        if own.mantissa > 0 { due = due + self.due(status.item, measure, of: own, known: known) }
      }
      let amounts = status.said.compactMap { said in
        said.period == status.valuePeriod && said.period.year == year && said.value?.unit == nil
          ? said.value?.number : nil
      }
      if itemDays[status.item].contains(day) || !amounts.isEmpty || own != nil { count += 1 }
      guard let period = status.valuePeriod, let least = amounts.min(), let most = amounts.max()
      else { continue }
      counted += 1
      figures[period, default: 0] += 1
      if least != most { disputed.append(status.item) }
      value = value + least.ratio
      highest = highest + most.ratio
      if own == nil { unmatched.append(status.item) } else { matched = matched + least.ratio }
    }
    let hasPlan = plan > .zero
    return Total(
      at: day,
      known: known,
      items: count,
      counted: counted,
      value: ExactDecimal(value),
      plan: ExactDecimal(plan),
      period: newest,
      figures: figures,
      unmatched: unmatched,
      disputed: disputed,
      highest: ExactDecimal(highest),
      rate: hasPlan ? (matched / plan).percent : nil,
      time: hasPlan ? (due / plan).percent : nil,
      behind: hasPlan ? ((due - matched) / plan).percent : nil
    )
  }
}

extension ExactDecimal {
  /// A sum of decimals as a decimal.
  init(_ ratio: Ratio) {
    var decimals = 0
    while decimals < 10, Ratio.power(decimals) % ratio.denominator != 0 { decimals += 1 }
    let scaled = ratio.numerator * Ratio.power(decimals) / ratio.denominator
    self.init(mantissa: Int64(clamping: scaled), decimals: decimals)
  }
}
