/// A number with its unit in a text.
struct QuantityText: Sendable {
  /// The number, and the unit in the spelling of the model: `580` `亿元`.
  let value: String
  let unit: String
  /// Its characters, number and unit.
  let range: Range<Int>
  /// Whether the text gives two numbers, of which this is the lower.
  let isRange: Bool

  /// Units of what can be counted, by which a bare number may be a target.
  static let counted: Set<String> = [
    "户", "家", "个", "条", "名", "人", "项", "件", "场", "座", "台", "套", "辆", "只", "种", "处", "所", "款",
    "人次", "支", "艘", "架", "对", "批", "户次", "例", "份", "幅", "栋", "幢", "间", "节",
  ]
  /// What a scale may stand before, and is multiplied with.
  private static let units: [Word] = [
    "元", "美元", "千瓦时", "千瓦", "兆瓦时", "兆瓦", "吉瓦时", "吉瓦", "瓦", "吨/年", "吨标准煤", "吨", "%", "个百分点", "倍",
    "户", "家", "个", "条",
    "名", "人次", "人", "项", "件", "场", "座", "台套", "台", "套", "辆", "平方米", "平方公里", "公里", "亩",
    "公顷", "卡时", "只", "种", "处", "所", "款", "支", "艘", "架", "立方米", "标箱", "斤", "公斤", "头", "度",
    "户次", "例", "份", "幅", "栋", "幢", "间", "节", "张", "吨标煤", "株", "米",
    "机架", "MW", "GW", "GWh", "MWh", "kW", "PFLOPS", "P", "T", "EFLOPS", "对", "‰",
  ]
  private static let timeUnits: [Word] = [
    "年", "月", "日", "天", "小时", "分钟", "周岁", "岁", "届", "期", "号", "层", "周", "秒", "个月", "季度", "时",
    "个工作日", "强", "级",
  ]
  /// Units that the model scales itself.
  private static let scaled: Set<String> = ["元", "千瓦", "吨", "吨/年"]

  /// The quantity whose digits begin at `start`; `nil` for a year, an ordinal, a bare number.
  init?(in characters: Characters, at start: Int, moneyIsMeant: Bool = false) {
    var end = start
    var digits = ""
    func number() -> Bool {
      digits = ""
      while end < characters.count, end - start < 40 {
        let character = characters[end]
        let isGroup =
          character == "," && end + 3 < characters.count
          && characters[(end + 1)...(end + 3)].allSatisfy(\.isDigit)
          && !(end + 4 < characters.count && characters[end + 4].isDigit)
        let isPoint =
          character == "." && end + 1 < characters.count && characters[end + 1].isDigit
          && !digits.contains(".")
        guard character.isDigit || isGroup || isPoint else { break }
        if !isGroup { digits.unicodeScalars.append(character) }
        end += 1
      }
      return !digits.isEmpty && digits.count < 16
    }
    guard number() else { return nil }
    let lower = digits
    var isRange = false
    if end + 1 < characters.count, "-—~–至".unicodeScalars.contains(characters[end]) {
      let back = end
      while end < characters.count, "-—~–至".unicodeScalars.contains(characters[end]) { end += 1 }
      if end < characters.count, characters[end].isDigit, number() {
        isRange = true
      } else {
        end = back
      }
    }
    digits = lower
    var scale = 0
    var scaleWord = ""
    scan: while end < characters.count {
      switch characters[end] {
      case "万": scale += 4
      case "亿": scale += 8
      case "千" where !characters.holds("千瓦", at: end): scale += 3
      case "百": scale += 2
      case "多", "余":
        end += 1
        continue
      default: break scan
      }
      scaleWord.unicodeScalars.append(characters[end])
      end += 1
    }
    let rest = characters[end...].prefix(8)
    if rest.beginning(of: Self.timeUnits) != nil, rest.beginning(of: ["年均", "千"]) == nil {
      return nil
    }
    if let word = rest.beginning(of: Self.units) {
      end += word.characters.count
      (value, unit) = Self.normal(digits, scale, scaleWord, word.characters.string)
    } else if scale == 8, moneyIsMeant {
      (value, unit) = (digits, "亿元")
    } else {
      return nil
    }
    range = start..<end
    self.isRange = isRange
  }

  private static func normal(
    _ digits: String,
    _ scale: Int,
    _ word: String,
    _ unit: String
  ) -> (value: String, unit: String) {
    guard scale > 0 else { return (plain(digits), unit) }
    if scaled.contains(unit) {
      switch word {
      case "万": return (plain(digits), "万" + unit)
      case "亿" where unit == "元": return (plain(digits), "亿元")
      case "万亿" where unit == "元": return (shifted(digits, by: 4), "亿元")
      case "千万", "百万": return (shifted(digits, by: scale - 4), "万" + unit)
      default: break
      }
    }
    return (shifted(digits, by: scale), unit)
  }

  /// The number without zeros that say nothing.
  static func plain(_ digits: String) -> String {
    var text = digits
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    while text.count > 1, text.hasPrefix("0"), !text.hasPrefix("0.") { text.removeFirst() }
    return text
  }

  /// The number with its point moved to the right.
  private static func shifted(_ digits: String, by places: Int) -> String {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(parts.first ?? "")
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    while fraction.count < places { fraction += "0" }
    let text = whole + fraction.prefix(places)
    let rest = fraction.dropFirst(places)
    return plain(rest.isEmpty ? text : text + "." + rest)
  }
}
