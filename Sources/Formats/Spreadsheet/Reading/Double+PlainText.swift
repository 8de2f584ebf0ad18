extension Double {
  /// What Excel keeps of a number and shows of it when it is edited.
  private static let digitsKept = 15

  /// The number in plain decimal digits, without an exponent: `30.5`, `2025`, `0.000001`.
  ///
  /// A number of more than fifteen digits, such as what computing leaves of 30.5, is rounded to them.
  ///
  /// - Precondition: The number is finite.
  var plainText: String {
    var (digits, point) = decimal
    if digits.count > Self.digitsKept {
      let isUp = digits[Self.digitsKept] >= 5
      digits.removeSubrange(Self.digitsKept...)
      if isUp {
        var place = digits.count - 1
        while place >= 0, digits[place] == 9 {
          digits[place] = 0
          place -= 1
        }
        if place >= 0 {
          digits[place] += 1
        } else {
          digits.insert(1, at: 0)
          point += 1
        }
      }
    }
    while digits.last == 0 { digits.removeLast() }
    guard !digits.isEmpty else { return "0" }
    if point > digits.count { digits += Array(repeating: 0, count: point - digits.count) }
    if point < 1 {
      digits = Array(repeating: 0, count: 1 - point) + digits
      point = 1
    }
    let text = digits.map(String.init)
    let fraction = text[point...].joined()
    let whole = text[..<point].joined()
    return (sign == .minus ? "-" : "") + whole + (fraction.isEmpty ? "" : ".\(fraction)")
  }

  /// The fewest digits that tell the number from others, without noughts before them, and how many of
  /// them stand before the point.
  private var decimal: (digits: [Int], point: Int) {
    let parts = magnitude.description.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let digits = mantissa.joined().compactMap(\.wholeNumberValue)
    let leading = digits.prefix { $0 == 0 }.count
    return (Array(digits[leading...]), mantissa[0].count + exponent - leading)
  }
}
