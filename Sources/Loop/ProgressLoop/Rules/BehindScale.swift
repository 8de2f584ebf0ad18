/// A light.
package enum Light: String, Sendable, Hashable, Comparable, CaseIterable {
  /// There is nothing to judge by.
  case grey
  case green
  case yellow
  case red

  /// What is worse is greater.
  package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .grey: 0
    case .green: 1
    case .yellow: 2
    case .red: 3
    }
  }
}

/// Which light how many points behind are: intervals that together hold every number once.
package struct BehindScale: Sendable, Hashable {
  /// A stretch of numbers: `< 10`, `<= 0`, `10..30` with both ends, `> 30`, `>= 30`.
  package struct Interval: Sendable, Hashable, CustomStringConvertible {
    /// An end; `nil` for none.
    package struct End: Sendable, Hashable {
      let number: ExactDecimal
      let isIncluded: Bool
    }

    let lower: End?
    let upper: End?

    package init?(parsing text: String) {
      let text = text.filter { $0 != " " }
      if let dots = text.firstRange(of: "..") {
        guard let low = ExactDecimal(parsing: String(text[..<dots.lowerBound])),
          let high = ExactDecimal(parsing: String(text[dots.upperBound...])), low <= high
        else { return nil }
        lower = End(number: low, isIncluded: true)
        upper = End(number: high, isIncluded: true)
        return
      }
      let sign = text.prefix { "<>=".contains($0) }
      guard let number = ExactDecimal(parsing: String(text.dropFirst(sign.count))) else {
        return nil
      }
      switch sign {
      case "<", "<=": (lower, upper) = (nil, End(number: number, isIncluded: sign == "<="))
      case ">", ">=": (lower, upper) = (End(number: number, isIncluded: sign == ">="), nil)
      default: return nil
      }
    }

    init(lower: End?, upper: End?) { (self.lower, self.upper) = (lower, upper) }

    /// For people: `< 10`, `10..30`, `≥ 30`.
    package var description: String {
      switch (lower, upper) {
      case (let lower?, let upper?): "\(lower.number)..\(upper.number)"
      case (let lower?, nil): "\(lower.isIncluded ? "≥" : ">") \(lower.number)"
      case (nil, let upper?): "\(upper.isIncluded ? "≤" : "<") \(upper.number)"
      case (nil, nil): ""
      }
    }

    func contains(_ points: Ratio) -> Bool {
      if let lower {
        let low = lower.number.ratio
        guard lower.isIncluded ? low <= points : low < points else { return false }
      }
      if let upper {
        let high = upper.number.ratio
        guard upper.isIncluded ? points <= high : points < high else { return false }
      }
      return true
    }
  }

  /// What keeps intervals from holding every number once.
  package enum Flaw: Error, Sendable, Hashable, CustomStringConvertible {
    /// No interval holds what lies between two numbers; `nil` for no end.
    case hole(ExactDecimal?, ExactDecimal?)
    /// Two intervals hold what lies between two numbers.
    case overlap(ExactDecimal?, ExactDecimal?)

    package var description: String {
      switch self {
      case .hole(let low, let high): "hole" + Self.stretch(low, high)
      case .overlap(let low, let high): "overlap" + Self.stretch(low, high)
      }
    }

    private static func stretch(_ low: ExactDecimal?, _ high: ExactDecimal?) -> String {
      switch (low, high) {
      case (let low?, let high?): low == high ? " at \(low)" : " between \(low) and \(high)"
      case (let low?, nil): " above \(low)"
      case (nil, let high?): " below \(high)"
      case (nil, nil): ""
      }
    }
  }

  package private(set) var intervals: [(light: Light, interval: Interval)]

  package static func == (a: Self, b: Self) -> Bool {
    a.intervals.map(\.light) == b.intervals.map(\.light)
      && a.intervals.map(\.interval) == b.intervals.map(\.interval)
  }

  package func hash(into hasher: inout Hasher) {
    for (light, interval) in intervals {
      hasher.combine(light)
      hasher.combine(interval)
    }
  }

  /// The scale of intervals in any order.
  package init(_ intervals: [(light: Light, interval: Interval)]) throws(Flaw) {
    let sorted = intervals.sorted { Self.begins($0.interval, before: $1.interval) }
    if let low = sorted.first?.interval.lower { throw .hole(nil, low.number) }
    guard var last = sorted.first?.interval else { throw .hole(nil, nil) }
    for (_, next) in sorted.dropFirst() {
      guard let end = last.upper, let start = next.lower else {
        throw .overlap(next.lower?.number, last.upper?.number ?? next.upper?.number)
      }
      if end.number < start.number { throw .hole(end.number, start.number) }
      if start.number < end.number { throw .overlap(start.number, end.number) }
      if !end.isIncluded, !start.isIncluded { throw .hole(end.number, end.number) }
      if end.isIncluded, start.isIncluded { throw .overlap(end.number, end.number) }
      last = next
    }
    if let high = last.upper { throw .hole(high.number, nil) }
    self.intervals = sorted
  }

  private static func begins(_ a: Interval, before b: Interval) -> Bool {
    guard let low = a.lower else { return b.lower != nil }
    guard let other = b.lower else { return false }
    if low.number != other.number { return low.number < other.number }
    return low.isIncluded && !other.isIncluded
  }

  /// Green below 10 points, yellow from 10 to 30, red above.
  package static let standard: BehindScale = {
    let ten = ExactDecimal(mantissa: 10)
    let thirty = ExactDecimal(mantissa: 30)
    let green = Interval(lower: nil, upper: .init(number: ten, isIncluded: false))
    let yellow = Interval(
      lower: .init(number: ten, isIncluded: true),
      upper: .init(number: thirty, isIncluded: true)
    )
    let red = Interval(lower: .init(number: thirty, isIncluded: false), upper: nil)
    return BehindScale(sound: [(.green, green), (.yellow, yellow), (.red, red)])
  }()

  private init(sound intervals: [(light: Light, interval: Interval)]) {
    self.intervals = intervals
  }

  /// The light of so many points behind.
  package func light(_ points: Ratio) -> Light {
    intervals.first { $0.interval.contains(points) }?.light ?? .grey
  }
}
