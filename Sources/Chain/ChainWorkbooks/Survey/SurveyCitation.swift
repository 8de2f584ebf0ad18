/// What a survey's facts on a segment are cited from, which says what the list said: 走访（清单：有，甲厂、乙厂等）.
///
/// A list that is read again is compared with it, a three-way comparison: what the list said and says no
/// longer is taken back, and what people wrote beside, or changed since, is theirs.
struct SurveyCitation: Equatable {
  let basis: String
  let finding: SurveyForm.Finding
  let enterprises: [String]
  /// Whether the list of enterprises ends in 等.
  let isOpen: Bool

  private static let opening = "（清单："
  private static let closing = "）"
  private static let end = "等"

  init(basis: String, finding: SurveyForm.Finding, enterprises: [String], isOpen: Bool) {
    self.basis = basis
    self.finding = finding
    self.enterprises = enterprises
    self.isOpen = isOpen
  }

  var text: String {
    let names = enterprises.joined(separator: "、") + (isOpen ? Self.end : "")
    return basis + Self.opening + finding.words[0] + (names.isEmpty ? "" : "，" + names)
      + Self.closing
  }

  /// Reads a citation; `nil` for one of people, or of a program that kept no account of its readings.
  init?(text: String) {
    guard text.hasSuffix(Self.closing), let start = text.lastRange(of: Self.opening) else {
      return nil
    }
    let inner = text[start.upperBound...].dropLast()
    let parts = inner.split(separator: "，", maxSplits: 1)
    guard let word = parts.first,
      let finding = SurveyForm.Finding.allCases.first(where: { $0.words[0] == word })
    else { return nil }
    var names = parts.count > 1 ? String(parts[1]) : ""
    isOpen = names.hasSuffix(Self.end)
    if isOpen { names.removeLast(Self.end.count) }
    basis = String(text[..<start.lowerBound])
    self.finding = finding
    enterprises = names.split(separator: "、").map(String.init)
  }
}

extension String {
  /// Where a text stands last.
  fileprivate func lastRange(of text: String) -> Range<Index>? {
    var start = endIndex
    while start > startIndex {
      start = index(before: start)
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
    }
    return nil
  }
}
