/// How a span of time is shown, of hours, minutes or seconds without end: `[h]:mm`.
struct NumberSpan: Hashable {
  /// What is counted without end.
  enum Unit: Hashable { case hours, minutes, seconds }

  let unit: Unit
  /// Whether seconds are shown behind minutes.
  let hasSeconds: Bool

  init(unit: Unit, hasSeconds: Bool) {
    self.unit = unit
    self.hasSeconds = hasSeconds
  }

  /// What the code of a format says; `nil` where it counts nothing without end.
  init?(_ code: String) {
    let code = code.lowercased().prefix { $0 != ";" }
    guard let open = code.firstIndex(of: "["), let close = code[open...].firstIndex(of: "]") else {
      return nil
    }
    let inside = code[code.index(after: open)..<close]
    guard let first = inside.first, inside.allSatisfy({ $0 == first }) else { return nil }
    switch first {
    case "h": unit = .hours
    case "m": unit = .minutes
    case "s": unit = .seconds
    default: return nil
    }
    hasSeconds = unit != .seconds && code[close...].contains("s")
  }

  /// A number of days as such a span, to the second; `nil` for one that Excel does not show.
  func shown(_ days: Double) -> String? {
    guard days >= 0, days < 3_000_000 else { return nil }
    let seconds = Int((days * 86_400).rounded())
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let rest = hasSeconds ? ":" + padded(seconds % 60) : ""
    return switch unit {
    case .hours: "\(seconds / 3_600):\(padded(seconds / 60 % 60))" + rest
    case .minutes: "\(seconds / 60)" + rest
    case .seconds: "\(seconds)"
    }
  }
}
