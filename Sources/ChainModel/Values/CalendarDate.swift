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
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      let isDigits = part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      guard part.utf8.count == width, isDigits, let number = Int(part) else { return nil }
      numbers.append(number)
    }
    year = numbers[0]
    month = numbers.count > 1 ? numbers[1] : nil
    day = numbers.count > 2 ? numbers[2] : nil
    guard year > 0 else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
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

  /// By year, month and day; a year stands before its months.
  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }
}
