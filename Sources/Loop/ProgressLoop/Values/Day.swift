package import ChainModel

/// A day of the Gregorian calendar, as a number: what compares and subtracts without a calendar.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days after the first of January 1970.
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// The first day of a date as exact as its source.
  package init(firstOf date: CalendarDate) {
    self.init(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
  }

  /// The last day of a date as exact as its source: 2024-02 ends on the 29th.
  package init(lastOf date: CalendarDate) {
    if let month = date.month, let day = date.day {
      self.init(year: date.year, month: month, day: day)
    } else {
      let month = date.month ?? 12
      let next = month == 12 ? (date.year + 1, 1) : (date.year, month + 1)
      self = Day(year: next.0, month: next.1, day: 1) - 1
    }
  }

  /// Source: Howard Hinnant, “chrono-compatible low-level date algorithms”.
  init(year: Int, month: Int, day: Int) {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    number = Int32(era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468)
  }

  /// Before every day that a date can say.
  package static let distantPast = Day(number: -1_000_000)
  /// After every day that a date can say.
  package static let distantFuture = Day(number: 10_000_000)

  package static func < (a: Self, b: Self) -> Bool { a.number < b.number }
  package static func + (day: Self, days: Int) -> Self { Day(number: day.number + Int32(days)) }
  package static func - (day: Self, days: Int) -> Self { day + -days }
  /// How many days `a` is after `b`; 0 for the same day.
  package static func - (a: Self, b: Self) -> Int { Int(a.number) - Int(b.number) }

  /// The day as a date.
  package var date: CalendarDate { CalendarDate(daysSince1970: Int(number)) }
  /// The month that it lies in.
  package var period: ReportPeriod { ReportPeriod(date) }
  package var description: String { date.description }

  /// The same day `count` months later; the last of the month where that has no such day.
  package func adding(months count: Int) -> Day {
    let date = date
    let month = period.advanced(by: count)
    return min(month.first + ((date.day ?? 1) - 1), month.last)
  }
}

/// The days that a date as exact as its source may mean, both ends included.
package struct DaySpan: Hashable, Sendable, CustomStringConvertible {
  package let first: Day
  package let last: Day

  package init(first: Day, last: Day) { (self.first, self.last) = (first, last) }

  package init(_ date: CalendarDate) {
    self.init(first: Day(firstOf: date), last: Day(lastOf: date))
  }

  /// The days from the first of `from` to the last of `until`; without an end where there is none.
  package init(from: CalendarDate?, until: CalendarDate?) {
    self.init(
      first: from.map(Day.init(firstOf:)) ?? .distantPast,
      last: until.map(Day.init(lastOf:)) ?? .distantFuture
    )
  }

  package func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// As data writes it: a day, a month or a year.
  package var description: String {
    if first == last { return first.description }
    let date = first.date
    return String(date.description.prefix(last - first > 31 ? 4 : 7))
  }
}

/// A month that is reported on.
package struct ReportPeriod: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months after January of the year 0.
  package let number: Int32

  package init(number: Int32) { self.number = number }

  package init(year: Int, month: Int) { number = Int32(year * 12 + month - 1) }

  /// The month that a date lies in; January of a year alone.
  package init(_ date: CalendarDate) { self.init(year: date.year, month: date.month ?? 1) }

  /// Reads `2024-05`; `nil` for anything else.
  package init?(parsing text: String) {
    guard let date = CalendarDate(parsing: text), date.month != nil, date.day == nil else {
      return nil
    }
    self.init(date)
  }

  package var year: Int { Int(number) / 12 }
  /// From 1.
  package var month: Int { Int(number) % 12 + 1 }
  package var first: Day { Day(year: year, month: month, day: 1) }
  package var last: Day { advanced(by: 1).first - 1 }
  package func advanced(by months: Int) -> Self { ReportPeriod(number: number + Int32(months)) }
  package static func < (a: Self, b: Self) -> Bool { a.number < b.number }

  package var description: String { String(first.description.prefix(7)) }
}
