import ChainModel

/// Reads dates in a form that the signs of `strptime` describe: `%d.%m.%Y`, `%Y年%m月`.
///
/// The signs are `%Y`, `%y` (of this century), `%m` and `%d`, and `%H`, `%M` and `%S`, which are
/// passed over; numbers need no leading zeros.
enum DatePattern {
  private static let signs: [Character: ClosedRange<Int>] = [
    "Y": 1...4, "y": 2...2, "m": 1...2, "d": 1...2, "H": 1...2, "M": 1...2, "S": 1...2,
  ]

  /// Whether `pattern` holds known signs alone, and a year among them.
  static func isSound(_ pattern: String) -> Bool {
    var rest = pattern[...]
    var hasYear = false
    while let mark = rest.popFirst() {
      guard mark == "%" else { continue }
      guard let sign = rest.popFirst(), sign == "%" || signs[sign] != nil else { return false }
      hasYear = hasYear || sign == "Y" || sign == "y"
    }
    return hasYear
  }

  /// The date that `text` writes in `pattern`, as our data write it; `nil` when it does not.
  static func date(_ text: String, in pattern: String) -> String? {
    var rest = text[...]
    var pattern = pattern[...]
    var numbers: [Character: Int] = [:]
    while let mark = pattern.popFirst() {
      guard mark == "%", let sign = pattern.popFirst(), sign != "%" else {
        guard rest.popFirst() == mark else { return nil }
        continue
      }
      guard let length = signs[sign] else { return nil }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }.prefix(length.upperBound)
      guard digits.count >= length.lowerBound, let number = Int(digits) else { return nil }
      numbers[sign] = number
      rest = rest.dropFirst(digits.count)
    }
    guard rest.isEmpty, let year = numbers["Y"] ?? numbers["y"].map({ 2000 + $0 }) else {
      return nil
    }
    var date = padded(year, 4)
    if let month = numbers["m"] {
      date += "-" + padded(month, 2)
      if let day = numbers["d"] { date += "-" + padded(day, 2) }
    }
    return CalendarDate(parsing: date)?.description
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
