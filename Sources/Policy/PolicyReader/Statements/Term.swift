import ChainModel

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
        // 2024.6, 2024-06-30; of 2024.06-2025.12 and 2024-2026 the later is read by itself.
        if let (parts, next) = dotted(text, from: end) {
          (month, day) = (parts[0], parts.count > 1 ? parts[1] : nil)
          end = next
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
    var date = "\(year)"
    if let month {
      date += "-" + two(month)
      if let day { date += "-" + two(day) }
    }
    // 2月30日 is no day, and is told as a term that was not read.
    return CalendarDate(parsing: date)?.description
  }

  /// The month and the day behind a year, both after one and the same mark, and where they end; `nil` where something
  /// else stands there.
  private static func dotted(
    _ text: ArraySlice<Unicode.Scalar>,
    from start: Int
  ) -> (parts: [Int], end: Int)? {
    guard start < text.endIndex, ".-/".unicodeScalars.contains(text[start]) else { return nil }
    let mark = text[start]
    var parts: [Int] = []
    var position = start
    while parts.count < 2, position < text.endIndex, text[position] == mark {
      let digits = text[(position + 1)...].prefix(5).prefix { $0.isDigit }
      guard (1...2).contains(digits.count), let number = Int(digits.string) else { break }
      parts.append(number)
      position = digits.endIndex
    }
    guard let month = parts.first, (1...12).contains(month) else { return nil }
    return (parts, position)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
