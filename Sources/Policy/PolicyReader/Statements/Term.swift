/// Until when something is to be done: 2024年12月底前, 2025年底, 2024年6月—12月.
enum Term {
  /// The last day, month or year that a text names, as a date is written: `2024-12`; `nil` where it names none,
  /// and no year that it counts in.
  static func date(in text: ArraySlice<Unicode.Scalar>) -> String? {
    var year: Int?
    var month: Int?
    var day: Int?
    var position = text.startIndex
    while position < text.endIndex {
      guard text[position].isDigit else {
        // 年底 and 年末 are its December.
        if year != nil, month == nil,
          text.holds("年底", at: position) || text.holds("年末", at: position)
            || text.holds("年年底", at: position)
        {
          month = 12
        }
        position += 1
        continue
      }
      var end = position
      while end < text.endIndex, text[end].isDigit, end - position < 5 { end += 1 }
      guard let number = Int(text[position..<end].string) else { return nil }
      let unit = end < text.endIndex ? text[end] : " "
      switch (end - position, unit) {
      case (4, _) where (1990...2100).contains(number):
        (year, month, day) = (number, nil, nil)
        // 2024.6, 2024-06-30
        if unit == "." || unit == "-" || unit == "/" {
          let rest = text[(end + 1)...].prefix(6)
          let parts = rest.prefix { $0.isDigit || ".-/".unicodeScalars.contains($0) }
            .split { !$0.isDigit }.map { Int($0.string) ?? 0 }
          if let first = parts.first, rest.first?.isDigit == true, first <= 12, first > 0,
            parts[0] < 1_000
          {
            month = first
            day = parts.count > 1 ? parts[1] : nil
            end += 1 + rest.prefix { $0.isDigit || ".-/".unicodeScalars.contains($0) }.count
          }
        }
      case (1...2, "月"): (month, day) = (number, nil)
      case (1...2, "日"): day = number
      case (1...2, "季"): month = number * 3
      default: break
      }
      position = end
    }
    if let word = text.first("季度"), word > text.startIndex, month == nil,
      let quarter = Marker.chinese(text[word - 1]), (1...4).contains(quarter)
    {
      month = quarter * 3
    }
    if month == nil, text.contains("上半年") { month = 6 }
    guard let year else { return nil }
    guard let month, (1...12).contains(month) else { return month == nil ? "\(year)" : nil }
    guard let day, (1...31).contains(day) else { return "\(year)-\(two(month))" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
