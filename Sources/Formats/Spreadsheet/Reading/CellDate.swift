/// A day, a time, or both, as a cell shows it.
package struct CellDate: Hashable, Sendable, CustomStringConvertible {
  /// How far the cell's format shows the day.
  package enum Precision: Hashable, Sendable {
    /// As in `2025年`.
    case year
    /// As in `2025年12月`.
    case month
    case day
  }

  /// `nil` where the cell shows a time alone.
  package let day: Workbook.Day?
  /// What of the day is shown; the rest of ``day`` is what the cell holds, mostly 1.
  package let precision: Precision
  /// The seconds after midnight; `nil` where the cell shows no time, and at midnight of a day.
  package let second: Int?

  /// As ISO 8601 writes it, as far as it is shown: `2025`, `2025-12`, `2025-12-31`,
  /// `2025-12-31 08:30:00`, `08:30:00`.
  package var description: String {
    var parts: [String] = []
    if let day {
      var numbers = [Self.padded(day.year, to: 4)]
      if precision != .year { numbers.append(Self.padded(day.month, to: 2)) }
      if precision == .day { numbers.append(Self.padded(day.day, to: 2)) }
      parts.append(numbers.joined(separator: "-"))
    }
    if let second {
      let numbers = [second / 3_600, second / 60 % 60, second % 60]
      parts.append(numbers.map { Self.padded($0, to: 2) }.joined(separator: ":"))
    }
    return parts.joined(separator: " ")
  }

  private static func padded(_ number: Int, to length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
  }
}
