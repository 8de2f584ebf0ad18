import Bilingual
package import Diagnostics

/// Faults of plans, journals and rules.
extension Diagnostic {
  package static func unreadLoopFile(_ path: String) -> Self {
    Diagnostic(
      .warning,
      code: "unread-file",
      message: BilingualText(zh: "没有读这个文件", en: "the file is not read"),
      help: BilingualText(
        zh: "计划和台账是文件夹里以 .csv 结尾的表",
        en: "plans and journals are tables whose names end in .csv, in the folder itself"
      ),
      at: Location(path: path, range: nil)
    )
  }

  package static func badLoopDate(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-loop-date",
      message: BilingualText(zh: "“\(text)”不是日期", en: "'\(text)' is not a date"),
      help: BilingualText(
        zh: "写作 2024-05-31，只知道月份的写作 2024-05",
        en: "write 2024-05-31, or 2024-05 where only the month is known"
      ),
      at: location
    )
  }

  package static func notADay(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "not-a-day",
      message: BilingualText(zh: "“\(text)”没有写到日", en: "'\(text)' does not say the day"),
      help: BilingualText(zh: "写作 2024-05-31", en: "write 2024-05-31"),
      at: location
    )
  }

  package static func notAMonth(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "not-a-month",
      message: BilingualText(zh: "“\(text)”不是月份", en: "'\(text)' is not a month"),
      help: BilingualText(zh: "写作 2024-05", en: "write 2024-05"),
      at: location
    )
  }

  package static func badAmount(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-amount",
      message: BilingualText(
        zh: "“\(text)”不是数值",
        en: "'\(text)' is not a number, with or without a unit"
      ),
      help: BilingualText(
        zh: "写作 3500、3500 万元或 82 户；最多 12 位数字、6 位小数，不细于分",
        en: "write 3500, 3500 万元 or 82 户; at most 12 digits, 6 of them decimals, "
          + "and nothing below 0.01 元"
      ),
      at: location
    )
  }

  package static func receivedLater(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "received-later",
      message: BilingualText(
        zh: "收到日晚于记录日",
        en: "it was received after it was recorded"
      ),
      at: location
    )
  }

  package static func badAim(_ text: String, _ words: [String], at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "unknown-aim",
      message: BilingualText(
        zh: "“\(text)”不是计划内容",
        en: "nothing that is planned is called '\(text)'"
      ),
      help: .instead(of: text, among: words),
      at: location
    )
  }

  package static func idlePeriod(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "idle-period",
      message: BilingualText(zh: "节点没有时期", en: "a milestone has no period"),
      help: BilingualText(zh: "时期一栏留空", en: "leave 'period' empty"),
      at: location
    )
  }

  package static func badInterval(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-interval",
      message: BilingualText(
        zh: "“\(text)”不是数的区间",
        en: "'\(text)' is not an interval of numbers"
      ),
      help: BilingualText(
        zh: "写作 \"< 10\"、10..30 或 \"> 30\"",
        en: "write \"< 10\", 10..30 or \"> 30\""
      ),
      at: location
    )
  }

  package static func brokenScale(_ flaw: BehindScale.Flaw, at location: Location) -> Self {
    let zh =
      switch flaw {
      case .hole(let low, let high): stretch(low, high) + "没有灯"
      case .overlap(let low, let high): stretch(low, high) + "有两种灯"
      }
    return Diagnostic(
      .error,
      code: "broken-scale",
      message: BilingualText(zh: "behind：\(zh)", en: "behind: \(flaw)"),
      help: BilingualText(
        zh: "各区间合起来须覆盖每个数一次",
        en: "the intervals together must cover every number once"
      ),
      at: location
    )
  }

  private static func stretch(_ low: ExactDecimal?, _ high: ExactDecimal?) -> String {
    switch (low, high) {
    case (let low?, let high?): low == high ? "\(low) " : "\(low) 到 \(high) 之间"
    case (let low?, nil): "\(low) 以上"
    case (nil, let high?): "\(high) 以下"
    case (nil, nil): "所有的数"
    }
  }

  package static func badNumber(_ text: String, _ range: ClosedRange<Int>, at location: Location)
    -> Self
  {
    Diagnostic(
      .error,
      code: "bad-rule-number",
      message: BilingualText(
        zh: "“\(text)”不是 \(range.lowerBound) 到 \(range.upperBound) 的整数",
        en: "'\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)"
      ),
      at: location
    )
  }

  package static func badDueDay(_ text: String, of period: ReportPeriod, at location: Location)
    -> Self
  {
    Diagnostic(
      .error,
      code: "bad-due-day",
      message: BilingualText(
        zh: "“\(text)”不是 \(period) 以后的一天",
        en: "'\(text)' is not a day after \(period)"
      ),
      help: BilingualText(zh: "写作 2024-10-08", en: "write 2024-10-08"),
      at: location
    )
  }

  package static func wrongOrder(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "wrong-order",
      message: BilingualText(zh: "红灯早于黄灯", en: "red comes before yellow"),
      at: location
    )
  }

  package static func bothScores(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "both-scores",
      message: BilingualText(
        zh: "points 与 weights、deduct 不能并用",
        en: "'points' stands beside 'weights' or 'deduct'"
      ),
      help: BilingualText(zh: "只用一种计分", en: "score in one way"),
      at: location
    )
  }

  /// A fault that is seen beside other lines.
  package static func loop(_ fault: LoopFault, at location: Location?) -> Self {
    Diagnostic(
      fault.isError ? .error : .warning,
      code: fault.code,
      message: fault.text,
      help: fault.help,
      at: location
    )
  }
}
