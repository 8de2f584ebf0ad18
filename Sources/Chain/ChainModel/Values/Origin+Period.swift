package import Bilingual

extension Origin {
  /// The days on which a fact holds, both included; an open side has no end.
  ///
  /// A year or a month stands for its first day where something begins, and for its last where it ends.
  ///
  /// ```swift
  /// Origin.Period(parsing: "2024-04-01起")
  /// ```
  public struct Period: Hashable, Sendable, CustomStringConvertible {
    /// The first day, month or year; `nil` where nobody says.
    public let from: CalendarDate?
    /// The last one; `nil` for as long as nobody says.
    public let until: CalendarDate?

    /// Whatever day is asked about.
    public static let always = Period(unchecked: nil, nil)

    private init(unchecked from: CalendarDate?, _ until: CalendarDate?) {
      (self.from, self.until) = (from, until)
    }

    /// The days from one to another; `nil` where the last comes before the first.
    public init?(from: CalendarDate?, until: CalendarDate?) {
      if let from, let until, from.firstDay > until.lastDay { return nil }
      self.init(unchecked: from, until)
    }

    /// Whether nothing bounds it.
    public var isAlways: Bool { from == nil && until == nil }

    /// Whether it holds on `day`; of a month or a year on its last day.
    public func contains(_ day: CalendarDate) -> Bool {
      let day = day.lastDay
      return from.map { $0.firstDay <= day } ?? true && until.map { day <= $0.lastDay } ?? true
    }

    /// Whether both hold on some day.
    package func overlaps(_ other: Self) -> Bool {
      func begins(_ a: Self, by b: Self) -> Bool {
        guard let from = a.from, let until = b.until else { return true }
        return from.firstDay <= until.lastDay
      }
      return begins(self, by: other) && begins(other, by: self)
    }

    /// The form in which a cell and a list write it: `2024-04-01起`, `2024-03-31止`,
    /// `2023-08-18至2024-03-31`; empty for always.
    public var description: String { label.zh }

    /// The same for people.
    package var label: BilingualText {
      switch (from, until) {
      case (nil, nil): BilingualText(same: "")
      case (let from?, nil): BilingualText(zh: "\(from)起", en: "from \(from)")
      case (nil, let until?): BilingualText(zh: "\(until)止", en: "until \(until)")
      case (let from?, let until?):
        BilingualText(zh: "\(from)至\(until)", en: "\(from) to \(until)")
      }
    }

    /// Why a note that looks like a period is none.
    package enum Fault: Error, Hashable, Sendable {
      /// What should be a day is none.
      case badDay(String)
      /// The last day comes before the first.
      case isEmpty
    }

    /// What people write of days otherwise: 自2024-04-01起, 截至2024-03-31, 2023-08-18—2024-03-31,
    /// 2024-04-01至今.
    private static func plain(_ written: String) -> String {
      var text = written
      for sign in ["——", "—", "–", "～", "~", "到"] { text = text.replacing(sign, with: "至") }
      for word in ["自", "从"] where text.hasPrefix(word) { text.removeFirst() }
      for word in ["截至", "截止"] where text.hasPrefix(word) {
        text = text.dropFirst(word.count) + (text.hasSuffix("止") ? "" : "止")
      }
      if text.hasSuffix("至今") { text = text.dropLast(2) + "起" }
      return text
    }

    /// Reads a note in either language; `nil` for one that is no period by its form.
    ///
    /// - Throws: where it has the form and no day, or ends before it begins.
    package init?(parsing written: String) throws(Fault) {
      let text = Self.plain(written)
      let (from, until): (Substring?, Substring?)
      if text.hasSuffix("起") {
        (from, until) = (text.dropLast(), nil)
      } else if text.hasSuffix("止") {
        let body = text.dropLast()
        if let middle = body.firstIndex(of: "至") {
          (from, until) = (body[..<middle], body[body.index(after: middle)...])
        } else {
          (from, until) = (nil, body)
        }
      } else if text.hasPrefix("from ") {
        (from, until) = (text.dropFirst(5), nil)
      } else if text.hasPrefix("until ") {
        (from, until) = (nil, text.dropFirst(6))
      } else if let middle = text.firstRange(of: "至") ?? text.firstRange(of: " to "),
        text.first?.isNumber == true
      {
        (from, until) = (text[..<middle.lowerBound], text[middle.upperBound...])
      } else {
        return nil
      }
      // A place may end so too: only what begins with a year is meant as a date.
      let year = (from ?? until)?.drop { $0 == " " }.prefix(4) ?? ""
      guard year.count == 4, year.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
      func day(_ text: Substring?) throws(Fault) -> CalendarDate? {
        guard let text else { return nil }
        guard let day = CalendarDate(written: text.filter { $0 != " " }) else {
          throw .badDay(String(text))
        }
        return day
      }
      let (first2, last) = (try day(from), try day(until))
      guard let period = Self(from: first2, until: last) else { throw .isEmpty }
      self = period
    }
  }
}

extension CalendarDate {
  /// Its first day.
  package var firstDay: CalendarDate { atDay { _, _ in 1 } ?? self }

  /// Its last day.
  package var lastDay: CalendarDate { atDay(month: 12, Self.days(in:of:)) ?? self }

  /// The day after it; of a month or a year after its last.
  package var nextDay: CalendarDate {
    CalendarDate(daysSince1970: lastDay.daysSince1970 + 1)
  }

  /// How many days after the first of January 1970 its last day is, by the Gregorian calendar.
  ///
  /// Source: Howard Hinnant, “chrono-compatible low-level date algorithms”.
  package var daysSince1970: Int {
    let last = lastDay
    let (month, day) = (last.month ?? 12, last.day ?? 31)
    let shifted = month <= 2 ? last.year - 1 : last.year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }
}
