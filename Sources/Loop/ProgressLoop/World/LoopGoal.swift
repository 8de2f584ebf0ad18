/// What a target is to come to.
package struct LoopGoal: Hashable, Sendable {
  package enum Comparator: String, Sendable, Hashable, CaseIterable {
    case reach
    case atLeast = "at-least"
    case exceed
    /// Nobody says how far off it may be.
    case about
  }

  package var comparator: Comparator
  package var value: Measured
  /// The last month of the time that it is measured against; what was reported of it is the base.
  package var baseline: ReportPeriod?
  /// Whether it is a rate of growth: of that there is no way from a base.
  package var isGrowth: Bool
  /// How much one of each unit is, in the smallest: figures in other units say something else. Money stands
  /// under the empty name, in 万元.
  package var factors: [String: ExactDecimal]

  package init(
    _ comparator: Comparator = .reach,
    _ value: Measured,
    baseline: ReportPeriod? = nil,
    isGrowth: Bool = false,
    factors: [String: ExactDecimal]? = nil
  ) {
    (self.comparator, self.value, self.baseline) = (comparator, value, baseline)
    self.isGrowth = isGrowth
    self.factors = factors ?? [value.unit ?? "": ExactDecimal(mantissa: 1)]
  }

  /// A figure in the unit of all; `nil` for one of another measure.
  func amount(_ figure: Measured) -> Ratio? {
    factors[figure.unit ?? ""].map { figure.number.ratio * $0.ratio }
  }
}
