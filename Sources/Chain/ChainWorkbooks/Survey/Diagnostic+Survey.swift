import Bilingual
import Diagnostics

/// Faults that only a list to survey by can have.
extension Diagnostic {
  static func unknownFinding(_ word: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "unknown-finding",
      message: BilingualText(zh: "看不懂的结果“\(word)”", en: "the result '\(word)' is not understood"),
      help: BilingualText(zh: "填“有”“不足”或“无”", en: "write 'yes', 'short' or 'no'"),
      at: location
    )
  }

  static func surveyWithoutDate(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "survey-without-date",
      message: BilingualText(
        zh: text.isEmpty ? "有结果而没有日期" : "“\(text)”不是日期",
        en: text.isEmpty ? "a result without a date" : "'\(text)' is no date"
      ),
      help: BilingualText(zh: "填查的那一天，如 2026-03-01", en: "write the day, such as 2026-03-01"),
      at: location
    )
  }

  static func surveyWithoutResult(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "survey-without-result",
      message: BilingualText(zh: "填了这一格，却没有结果", en: "this is filled in, and there is no result"),
      help: BilingualText(
        zh: "在“结果”列填“有”“不足”或“无”",
        en: "write 'yes', 'short' or 'no' as the result"
      ),
      at: location
    )
  }

  static func enterprisesOfNothing(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "enterprises-of-nothing",
      message: BilingualText(zh: "结果为无，却填了企业", en: "the result is no, and enterprises are named"),
      help: BilingualText(zh: "改结果，或删去企业", en: "change the result, or take the enterprises out"),
      at: location
    )
  }

  static func unknownSegment(_ name: String, count: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: count == 0 ? "unknown-reference" : "ambiguous-reference",
      message: BilingualText(
        zh: count == 0 ? "数据集中没有“\(name)”" : "“\(name)”有 \(count) 个",
        en: count == 0 ? "the data set has no '\(name)'" : "'\(name)' means \(count) nodes"
      ),
      help: BilingualText(zh: "照清单原来的名称写", en: "keep the name that the list had"),
      at: location
    )
  }

  static func surveyTwice(at location: Location?) -> Self {
    Diagnostic(
      .error,
      code: "survey-twice",
      message: BilingualText(
        zh: "同一天同一人对同一环节填了两次，或企业已在该环节上",
        en: "a segment is surveyed twice on one day, or an enterprise is there already"
      ),
      help: BilingualText(
        zh: "每个环节只留一行；已有的企业不必再填",
        en: "keep one row for each segment, and leave out enterprises that are there already"
      ),
      at: location
    )
  }

  static func emptySurvey(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "empty-survey",
      message: BilingualText(zh: "摸排清单还没有填结果", en: "the list to survey by has no result yet"),
      help: BilingualText(
        zh: "在“结果”列填“有”“不足”或“无”，并填日期",
        en: "write 'yes', 'short' or 'no' as results, with dates"
      ),
      at: location
    )
  }
}
