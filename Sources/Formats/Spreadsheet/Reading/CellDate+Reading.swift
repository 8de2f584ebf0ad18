extension CellDate {
  /// The day and time that Excel shows for a number; `nil` where it shows none.
  ///
  /// Excel takes 1900 for a leap year: its day 60 is the 29th of February, which never was, and is
  /// given as such; what lies before it is shifted by one.
  init?(_ number: Double, _ format: NumberFormat, uses1904: Bool) {
    guard number >= 0, number < (uses1904 ? 2_957_004 : 2_958_466) else { return nil }
    var days = Int(number)
    var second = Int(((number - Double(days)) * 86_400).rounded())
    if second == 86_400 { (days, second) = (days + 1, 0) }
    switch format {
    case .number, .percent, .padded, .span: return nil
    case .time: self.init(day: nil, precision: .day, second: second)
    case .day(let precision, let hasTime):
      let day: Workbook.Day
      switch (uses1904, days) {
      case (true, _): day = Workbook.Day(daysAfter1970: days - 24_107)
      case (false, 0):
        guard hasTime else { return nil }
        self.init(day: nil, precision: precision, second: second)
        return
      case (false, 60): day = Workbook.Day(year: 1900, month: 2, day: 29)
      case (false, _):
        day = Workbook.Day(daysAfter1970: days - (days < 60 ? 25_568 : 25_569))
      }
      let isShown = hasTime && second != 0
      self.init(day: day, precision: precision, second: isShown ? second : nil)
    }
  }

  /// The day and time that ISO 8601 writes, as in `2025-12-31T08:30:00`; `nil` for anything else.
  init?(iso text: String, _ format: NumberFormat) {
    var rest = text[...]
    var day: Workbook.Day?
    if !rest.hasPrefix("T"), rest.contains("-") {
      guard let year = rest.takeNumber(of: 4), rest.take("-"), let month = rest.takeNumber(of: 2),
        rest.take("-"), let number = rest.takeNumber(of: 2),
        let found = Workbook.Day(checking: year, month, number)
      else { return nil }
      day = found
    }
    var second: Int?
    if rest.take("T") || day == nil {
      guard let hours = rest.takeNumber(of: 2), hours < 24, rest.take(":"),
        let minutes = rest.takeNumber(of: 2), minutes < 60
      else { return nil }
      var seconds = 0
      if rest.take(":") {
        guard let number = rest.takeNumber(of: 2), number < 60 else { return nil }
        seconds = number
        if rest.take(".") { rest = rest.drop { $0.isASCII && $0.isNumber } }
      }
      second = hours * 3_600 + minutes * 60 + seconds
      _ = rest.take("Z")
    }
    guard rest.isEmpty else { return nil }
    if day != nil, second == 0 { second = nil }
    if case .day(let precision, _) = format {
      self.init(day: day, precision: precision, second: second)
    } else {
      self.init(day: day, precision: .day, second: second)
    }
  }
}

extension Workbook.Day {
  /// Source: Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”.
  init(daysAfter1970 days: Int) {
    // Counted from the first of March of the year 0; every era of 400 years has as many days.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    self.init(
      year: yearOfEra + era * 400 + (month >= 10 ? 1 : 0),
      month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1
    )
  }

  /// `nil` where the calendar has no such day.
  fileprivate init?(checking year: Int, _ month: Int, _ day: Int) {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension Substring {
  /// Whether `letter` comes next; it is passed over then.
  fileprivate mutating func take(_ letter: Character) -> Bool {
    guard first == letter else { return false }
    removeFirst()
    return true
  }

  /// The number that the next `count` digits are.
  fileprivate mutating func takeNumber(of count: Int) -> Int? {
    let digits = prefix(count)
    guard digits.count == count, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    removeFirst(count)
    return Int(digits)
  }
}
