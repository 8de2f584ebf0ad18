import Bilingual
import Diagnostics
import ProgressLoop

/// Faults of what is filled in.
extension Diagnostic {
  private static func cell(
    _ code: String,
    _ zh: String,
    _ en: String,
    help: BilingualText,
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: code,
      message: BilingualText(zh: zh, en: en),
      help: help,
      at: location
    )
  }

  private static let amountForm = BilingualText(
    zh: "写作 3500、3500万元 或 82户；最多 12 位数字、6 位小数；没有数就空着",
    en:
      "write 3500, 3500万元 or 82户, of at most 12 digits and 6 decimals; leave it empty where there is none"
  )

  static func sheetFormula(_ text: String, at location: Location) -> Self {
    cell(
      "cell-error",
      text.isEmpty ? "公式的结果不在文件里" : "公式出错，得出“\(text)”",
      text.isEmpty
        ? "the file does not hold the result of the formula"
        : "the formula fails and gives '\(text)'",
      help: BilingualText(zh: "改写为值", en: "write the value in its place"),
      at: location
    )
  }

  static func sheetAmount(_ text: String, at location: Location) -> Self {
    cell("bad-amount", "“\(text)”不是数", "'\(text)' is no number", help: amountForm, at: location)
  }

  static func sheetAmountIsDay(_ text: String, at location: Location) -> Self {
    cell(
      "bad-amount",
      "是日期 \(text)，不是数",
      "it is the day \(text), not a number",
      help: BilingualText(
        zh: "把单元格格式改成“常规”，再填一次",
        en: "set the format of the cell to 'General' and fill it in again"
      ),
      at: location
    )
  }

  static func sheetPercentage(at location: Location) -> Self {
    cell(
      "bad-amount",
      "是百分数，应填金额或数量",
      "it is a percentage, where an amount is asked for",
      help: BilingualText(
        zh: "填自 1 月 1 日起的累计，如 3500；完成率由程序计算",
        en: "fill in the sum since the first of January, as 3500; rates are computed"
      ),
      at: location
    )
  }

  static func sheetUnit(_ symbol: String, units: [String], at location: Location) -> Self {
    cell(
      "unknown-unit",
      "没有单位“\(symbol)”",
      "there is no unit '\(symbol)'",
      help: .instead(of: symbol, among: units, most: 12),
      at: location
    )
  }

  static func sheetBareAmount(_ text: String, at location: Location) -> Self {
    cell(
      "bad-amount",
      "“\(text)”没有单位，数据集也没有说这一项用什么单位",
      "'\(text)' has no unit, and the data set does not say in what the item is measured",
      help: BilingualText(zh: "写上单位，如 82户", en: "write it with its unit, as 82户"),
      at: location
    )
  }

  static func sheetOtherMeasure(_ text: String, units: [String], at location: Location) -> Self {
    cell(
      "other-measure",
      "“\(text)”的单位不是这一项的",
      "'\(text)' is not in a unit of the item",
      help: BilingualText(
        zh: "单位用" + units.prefix(6).joined(separator: "、"),
        en: "its units are " + units.prefix(6).joined(separator: ", ")
      ),
      at: location
    )
  }

  static func sheetNegative(_ text: String, at location: Location) -> Self {
    cell(
      "negative-amount",
      "“\(text)”小于零，而填的应是自 1 月 1 日起的累计",
      "'\(text)' is less than nothing, where the sum since the first of January is asked for",
      help: BilingualText(
        zh: "填累计数；原来报多了，填正确的数，用 collect --reason 说明更正的原因",
        en:
          "fill in the sum; where too much was reported, the right one, and say why by collect --reason"
      ),
      at: location
    )
  }

  static func sheetBeyondPlan(_ text: String, plan: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "beyond-plan",
      message: BilingualText(
        zh: "“\(text)”超过年计划 \(plan) 万元的三倍",
        en: "'\(text)' is more than three times the plan of the year, \(plan) 万元"
      ),
      help: BilingualText(
        zh: "看一看单位：不写单位的数是万元",
        en: "look at the unit: a number without one is in 万元"
      ),
      at: location
    )
  }

  static func sheetOrder(
    _ first: BilingualText,
    _ start: DaySpan,
    _ second: BilingualText,
    _ end: DaySpan,
    at location: Location
  ) -> Self {
    Diagnostic(
      .warning,
      code: "milestones-out-of-order",
      message: BilingualText(
        zh: "\(second.zh) \(end) 早于\(first.zh) \(start)",
        en: "\(second.en) on \(end) comes before \(first.en) on \(start)"
      ),
      help: BilingualText(zh: "看一看两个实际日", en: "look at both days"),
      at: location
    )
  }

  static func sheetDay(_ text: String, at location: Location) -> Self {
    cell(
      "bad-loop-date",
      "“\(text)”不是日期",
      "'\(text)' is not a date",
      help: BilingualText(
        zh: "写作 2024-06-30；只知道月份写 2024-06；没有完成就空着",
        en:
          "write 2024-06-30, or 2024-06 where only the month is known; leave it empty where it is not reached"
      ),
      at: location
    )
  }

  static func sheetDayAhead(_ text: String, _ received: Day, at location: Location) -> Self {
    cell(
      "sheet-day-ahead",
      "\(text) 晚于收到日 \(received)，还没有完成",
      "\(text) is after \(received), when the sheet came in: it is not reached yet",
      help: BilingualText(
        zh: "实际日只填已经完成的；计划的日子写在计划里",
        en: "only what was reached has a day here; what is planned stands in the plan"
      ),
      at: location
    )
  }
}
