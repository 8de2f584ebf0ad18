/// The number at the start of a heading: `一、`, `(一)`, `1.`, `(1)`, `①`, `第一条`.
struct Marker: Sendable {
  /// The form of a number; headings of one form are of one depth.
  enum Form: Hashable, Sendable {
    /// 第一章, 第一篇, 第一部分
    case chapter
    /// 第一节
    case section
    /// 第一条
    case article
    /// 一、
    case chinese
    /// (一)
    case chineseInBrackets
    /// 1. or 1、
    case digits
    /// (1)
    case digitsInBrackets
    /// 1)
    case digitsBeforeBracket
    /// ①
    case circled
  }

  let form: Form
  let ordinal: Int
  /// How a place names it: `一`, `(一)`, `1`, `(1)`, `①`, `第一条`.
  let label: String
  /// How many characters it takes, spaces behind it included.
  let length: Int

  /// The number that begins at `start`; `nil` when none does.
  init?(in characters: Characters, at start: Int) {
    guard start < characters.count, let read = Self.read(characters, start) else { return nil }
    var end = read.end
    while end < characters.count, characters[end].isSpace { end += 1 }
    form = read.form
    ordinal = read.ordinal
    label = read.label
    length = end - start
  }

  private static func read(
    _ characters: Characters,
    _ start: Int
  ) -> (form: Form, ordinal: Int, label: String, end: Int)? {
    let head = characters[start]
    if head == "第" { return article(characters, start) }
    if let ordinal = circled(head) { return (.circled, ordinal, String(head), start + 1) }
    let isInBrackets = head == "("
    let first = isInBrackets ? start + 1 : start
    var end = first
    while end < characters.count, end - first < 4,
      characters[end].isDigit || chinese(characters[end]) != nil
    {
      end += 1
    }
    guard end > first, end < characters.count else { return nil }
    let number = characters[first..<end]
    let isDigits = number.allSatisfy(\.isDigit)
    guard isDigits || !number.contains(where: \.isDigit) else { return nil }
    guard let ordinal = isDigits ? Int(number.string) : numeral(number), ordinal > 0, ordinal < 200
    else { return nil }
    let mark = characters[end]
    let label = number.string
    if isInBrackets {
      guard mark == ")" else { return nil }
      return (isDigits ? .digitsInBrackets : .chineseInBrackets, ordinal, "(\(label))", end + 1)
    }
    if isDigits, mark == ")" { return (.digitsBeforeBracket, ordinal, label + ")", end + 1) }
    guard mark == "、" || mark == "." || (mark == "," && !isDigits) else { return nil }
    if end + 1 < characters.count {
      let next = characters[end + 1]
      // 3.5 is a number, 一、二、三产业 a list.
      if isDigits ? next.isDigit || next == "." || next == "、" : chinese(next) != nil,
        isDigits || (end + 2 < characters.count && characters[end + 2] == "、")
      {
        return nil
      }
    }
    return (isDigits ? .digits : .chinese, ordinal, label, end + 1)
  }

  private static func article(
    _ characters: Characters,
    _ start: Int
  ) -> (form: Form, ordinal: Int, label: String, end: Int)? {
    var end = start + 1
    while end < characters.count, end - start < 7,
      characters[end].isDigit || chinese(characters[end]) != nil || characters[end].isSpace
    {
      end += 1
    }
    guard end > start + 1, end < characters.count else { return nil }
    let number = characters[(start + 1)..<end].filter { !$0.isSpace }
    guard let ordinal = Int(number.string) ?? numeral(number[...]), ordinal > 0 else { return nil }
    let forms: [(word: Word, form: Form)] = [
      ("部分", .chapter), ("章", .chapter), ("篇", .chapter), ("编", .chapter), ("节", .section),
      ("条", .article),
    ]
    for (word, form) in forms where characters.holds(word, at: end) {
      let after = end + word.characters.count
      var next = after
      if next < characters.count, characters[next] == ":" || characters[next] == "、" { next += 1 }
      // 第一条措施 in a sentence is no heading.
      guard next > after || next == characters.count || characters[next].isSpace || form == .article
      else { return nil }
      return (form, ordinal, "第\(number.string)\(word.characters.string)", next)
    }
    return nil
  }

  private static func circled(_ character: Unicode.Scalar) -> Int? {
    switch character.value {
    case 0x2460...0x2473: Int(character.value - 0x2460) + 1
    case 0x2474...0x2487: Int(character.value - 0x2474) + 1
    case 0x3220...0x3229: Int(character.value - 0x3220) + 1
    case 0x2776...0x277F: Int(character.value - 0x2776) + 1
    default: nil
    }
  }

  /// The value of a Chinese digit; ten and hundred by their values.
  static func chinese(_ character: Unicode.Scalar) -> Int? {
    switch character {
    case "〇", "零": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "十": 10
    case "百": 100
    default: nil
    }
  }

  /// The value of a numeral below a thousand: 二十一, 一百零五, 十.
  static func numeral(_ characters: some Sequence<Unicode.Scalar>) -> Int? {
    var (sum, digit, count) = (0, 0, 0)
    for character in characters {
      guard let value = chinese(character) else { return nil }
      count += 1
      if value >= 10 {
        sum += max(1, digit) * value
        digit = 0
      } else {
        digit = value
      }
    }
    return count > 0 ? sum + digit : nil
  }
}
