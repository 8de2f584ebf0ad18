/// A date as exact as its source: a year, a month or a day.
public struct CalendarDate: Hashable, Sendable, CustomStringConvertible, Comparable {
  /// The year.
  public let year: Int
  /// The month from 1; `nil` when only the year is known.
  public let month: Int?
  /// The day from 1; `nil` when it is not known.
  public let day: Int?

  /// Reads `2025`, `2025-12` or `2023-08-18`; `nil` for anything else and for days that no
  /// calendar has.
  public init?(parsing text: String) {
    var text = text
    guard let date = text.withUTF8({ Self(utf8: $0) }) else { return nil }
    self = date
  }

  /// Reads a date as people write it too: 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 2026年3月.
  package init?(written text: String) {
    if let date = Self(parsing: text) {
      self = date
      return
    }
    let isChinese = text.contains("年")
    let separators = isChinese ? "年月日" : "-/."
    let parts = text.split { separators.contains($0) }
      .map { $0.filter { $0 != " " } }
    guard (isChinese ? 1...3 : 2...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    let two = parts[1...].map { $0.utf8.count == 1 ? "0" + $0 : $0 }
    guard let date = Self(parsing: ([parts[0]] + two).joined(separator: "-")) else { return nil }
    self = date
  }

  /// Reads a date from UTF-8.
  package init?(utf8 text: UnsafeBufferPointer<UInt8>) {
    guard [4, 7, 10].contains(text.count), let year = Self.number(text, 0..<4), year > 0 else {
      return nil
    }
    self.year = year
    guard text.count > 4 else {
      (month, day) = (nil, nil)
      return
    }
    guard text[4] == UInt8(ascii: "-"), let month = Self.number(text, 5..<7),
      (1...12).contains(month)
    else { return nil }
    self.month = month
    guard text.count > 7 else {
      day = nil
      return
    }
    guard text[7] == UInt8(ascii: "-"), let day = Self.number(text, 8..<10),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.day = day
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    for byte in text[range] {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// The day that a month or a year stands for; `nil` for what is a day already.
  func atDay(month: Int = 1, _ day: (_ month: Int, _ year: Int) -> Int) -> CalendarDate? {
    guard self.day == nil else { return nil }
    let month = self.month ?? month
    return CalendarDate(year: year, month: month, day: day(month, year))
  }

  private init(year: Int, month: Int?, day: Int?) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The date in four bytes: year, month and day, with zeros for what is not told.
  package var packed: UInt32 {
    UInt32(year) << 16 | UInt32(month ?? 0) << 8 | UInt32(day ?? 0)
  }

  /// What ``packed`` made; `nil` for anything else.
  package init?(packed: UInt32) {
    let (year, month, day) = (Int(packed >> 16), Int(packed >> 8 & 0xFF), Int(packed & 0xFF))
    guard (1...9999).contains(year), (0...12).contains(month), month > 0 || day == 0,
      day == 0 || day <= Self.days(in: month, of: year)
    else { return nil }
    self.init(year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day that many days after the first of January 1970, by the Gregorian calendar.
  ///
  /// Source: Howard Hinnant, “chrono-compatible low-level date algorithms”.
  package init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * ofYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.month = month
    day = ofYear - (153 * fromMarch + 2) / 5 + 1
  }

  /// The form in which data writes it.
  public var description: String {
    var text = Self.digits(year, 4)
    if let month { text += "-" + Self.digits(month, 2) }
    if let day { text += "-" + Self.digits(day, 2) }
    return text
  }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  /// Whether all of it lies before `other`, as far as both are told: 2024 is before 2025-03, and
  /// 2025 is not.
  public func isBefore(_ other: Self) -> Bool {
    if year != other.year { return year < other.year }
    guard let month, let otherMonth = other.month else { return false }
    if month != otherMonth { return month < otherMonth }
    guard let day, let otherDay = other.day else { return false }
    return day < otherDay
  }

  /// By year, month and day; a year stands before its months.
  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }
}
