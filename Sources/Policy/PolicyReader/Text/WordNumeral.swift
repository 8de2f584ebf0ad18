/// Numbers as Word writes them.
enum WordNumeral {
  private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// `number` in the format of that name; `nil` for one that is not known.
  static func text(_ number: Int, format: String) -> String? {
    guard (0...9_999).contains(number) else { return nil }
    switch format {
    case "decimal", "decimalHalfWidth", "decimalFullWidth", "decimalFullWidth2", "numberInDash":
      return String(number)
    case "decimalZero": return number < 10 ? "0\(number)" : String(number)
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting",
      "taiwaneseCountingThousand", "taiwaneseCounting", "japaneseDigitalTenThousand":
      return chinese(number)
    case "ideographDigital", "taiwaneseDigital":
      return String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } }.joined()
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      guard (1...20).contains(number), let mark = Unicode.Scalar(0x245F + UInt32(number)) else {
        return nil
      }
      return String(mark)
    case "decimalEnclosedParen": return "(\(number))"
    case "ideographEnclosedCircle", "chineseLegalSimplified": return nil
    case "lowerLetter", "upperLetter":
      guard (1...26).contains(number), let character = Unicode.Scalar(0x60 + UInt32(number)) else {
        return nil
      }
      return format == "upperLetter" ? String(character).uppercased() : String(character)
    default: return nil
    }
  }

  /// 一百二十三; 十 and not 一十 at the start.
  private static func chinese(_ number: Int) -> String {
    guard number > 0 else { return "零" }
    var text = ""
    var isGap = false
    for (unit, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / unit % 10
      if digit == 0 {
        isGap = !text.isEmpty
        continue
      }
      if isGap { text += "零" }
      isGap = false
      text += (digit == 1 && unit == 10 && text.isEmpty ? "" : digits[digit]) + name
    }
    return text
  }
}
