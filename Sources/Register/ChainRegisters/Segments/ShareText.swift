/// A share of revenue as people read it.
enum ShareText {
  /// To a whole percent: `31%`; what no revenue can be is written as it is.
  static func rounded(_ share: Double) -> String {
    guard let percent = Int(exactly: (share * 100).rounded()) else { return String(share) }
    return "\(percent)%"
  }

  /// To a hundredth of a percent, without noughts at the end: `0.5%`; `nil` for what no revenue can be.
  static func exact(_ share: Double) -> String? {
    guard let hundredths = Int(exactly: (share * 10_000).rounded()) else { return nil }
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)%" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)%" }
    return "\(sign)\(whole)." + (rest < 10 ? "0" : "") + "\(rest)%"
  }
}
