import Diagnostics

/// A heading, with what it says beside its words: a unit, a year.
struct HeadingText {
  /// The words as headings are compared by: without brackets, blanks, the year and marks of required
  /// columns, half-width, small letters.
  let key: String
  /// What stands in the last brackets, where it looks like a unit: 万元, 亿元.
  let unit: String?
  /// A year that the heading names.
  let year: Int?

  /// - Complexity: O(*n*).
  init(_ heading: String) {
    let whole = NameKey(heading).text.filter { $0 != "*" && $0 != "＊" && $0 != "\u{FEFF}" }
    var words = String.UnicodeScalarView()
    var inside = String.UnicodeScalarView()
    var depth = 0
    var brackets: [String] = []
    for scalar in whole.unicodeScalars {
      switch scalar {
      case "(", "[", "【", "〔":
        depth += 1
        if depth == 1 { inside = String.UnicodeScalarView() }
      case ")", "]", "】", "〕":
        guard depth > 0 else { continue }
        depth -= 1
        if depth == 0 { brackets.append(String(inside)) }
      default:
        if depth > 0 { inside.append(scalar) } else { words.append(scalar) }
      }
    }
    var text = String(words)
    // A bracket within a word, as in 县（市）区, is a part of it.
    if depth == 0, let only = brackets.first, brackets.count == 1, Self.isWithin(whole),
      Self.year(in: only) == nil, Self.unit(only) == nil
    {
      text = whole.filter { !"()[]".contains($0) }
    }
    // Of a list of one field's columns the number is in brackets: 主要产品（一）.
    if let number = brackets.compactMap({ Self.numbers[$0] }).first { text += number }
    var unit = brackets.compactMap(Self.unit).last
    if let comma = text.firstIndex(where: { $0 == ":" || $0 == "/" || $0 == "," }),
      let behind = Self.unit(String(text[text.index(after: comma)...]))
    {
      unit = unit ?? behind
      text = String(text[..<comma])
    }
    let found = Self.year(in: text)
    if let found { text = text.replacing("\(found)年度", with: "").replacing("\(found)年", with: "") }
    if let found, text.hasPrefix("\(found)") { text = String(text.dropFirst(4)) }
    year = found ?? brackets.compactMap { Self.year(in: $0) }.first
    self.unit = unit
    key = text
  }

  private static let numbers = [
    "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "1": "1", "2": "2", "3": "3", "4": "4",
    "5": "5",
  ]

  private static func isWithin(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return !"([【〔".contains(first) && !")]】〕".contains(last)
  }

  private static func unit(_ text: String) -> String? {
    let word = text.hasPrefix("单位:") ? String(text.dropFirst(3)) : text
    let units = ["元", "万元", "亿元", "千元", "百万元", "万美元", "亿美元", "美元"]
    return units.contains(word) ? word : nil
  }

  /// The first run of exactly four digits that is a year in reach of registers.
  static func year(in text: some StringProtocol) -> Int? {
    var run = 0
    var value = 0
    for byte in Array(text.utf8) + [0] {
      if (0x30...0x39).contains(byte) {
        run += 1
        value = run <= 4 ? value * 10 + Int(byte - 0x30) : 0
      } else {
        if run == 4, (1949...2100).contains(value) { return value }
        (run, value) = (0, 0)
      }
    }
    return nil
  }
}
