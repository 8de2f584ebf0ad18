import Bilingual
import Diagnostics

/// Faults that only a list to survey by can have.
///
/// What to write is told in the words of the sheet, whatever the language of the message.
extension Diagnostic {
  private static func findings(_ sheet: Language) -> BilingualText {
    sheet == .zh
      ? BilingualText(zh: "“有”“不足”或“无”", en: "'有', '不足' or '无'")
      : BilingualText(zh: "“yes”“short”或“no”", en: "'yes', 'short' or 'no'")
  }

  static func unknownFinding(_ word: String, _ sheet: Language, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "unknown-finding",
      message: BilingualText(zh: "看不懂的结果“\(word)”", en: "the result '\(word)' is not understood"),
      help: BilingualText(
        zh: "填\(findings(sheet).zh)",
        en: "write \(findings(sheet).en)"
      ),
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

  static func surveyWithoutResult(_ sheet: Language, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "survey-without-result",
      message: BilingualText(zh: "填了这一格，却没有结果", en: "this is filled in, and there is no result"),
      help: BilingualText(
        zh: "在“\(SurveyForm.Column.result.heading(sheet))”列填\(findings(sheet).zh)",
        en: "write \(findings(sheet).en) in the column '\(SurveyForm.Column.result.heading(sheet))'"
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

  static func surveyWithoutSource(_ sheet: Language, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "survey-without-source",
      message: BilingualText(
        zh: "结果为无，却不知凭什么、由谁查",
        en: "the result is no, and nobody tells by what or by whom it was found"
      ),
      help: BilingualText(
        zh: "填“\(SurveyForm.Column.basis.heading(sheet))”（如 走访、名录比对）或"
          + "“\(SurveyForm.Column.surveyor.heading(sheet))”",
        en:
          "fill in '\(SurveyForm.Column.basis.heading(sheet))', such as a visit or a register, or "
          + "'\(SurveyForm.Column.surveyor.heading(sheet))'"
      ),
      at: location
    )
  }

  static func noEnterprise(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "no-enterprise",
      message: BilingualText(zh: "“\(text)”不是企业名称", en: "'\(text)' is no name of an enterprise"),
      help: BilingualText(
        zh: "这一格只写企业名称，用顿号或分号隔开；没有就空着",
        en: "write names alone, between commas; leave the cell empty where there are none"
      ),
      at: location
    )
  }

  static func ambiguousEnterprise(_ name: String, count: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "ambiguous-reference",
      message: BilingualText(
        zh: "“\(name)”是 \(count) 家企业的名称",
        en: "'\(name)' is the name of \(count) enterprises"
      ),
      help: BilingualText(zh: "写标识，如 enterprise:…", en: "write its identity, such as enterprise:…"),
      at: location
    )
  }

  /// A survey that is later than the data it is taken into.
  static func surveyAhead(_ date: String, of day: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "survey-ahead",
      message: BilingualText(
        zh: "摸排日期 \(date) 晚于数据集的日期 \(day)：按数据集的日期问时不算数",
        en: "the survey is of \(date), later than the data set's \(day): then it does not count yet"
      ),
      help: BilingualText(
        zh: "用 --at \(date) 问，或把 dataset.yaml 的 date 改到那一天以后",
        en: "ask with --at \(date), or set the date in dataset.yaml to that day or later"
      ),
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

  static func surveyTwice(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "survey-twice",
      message: BilingualText(
        zh: "同一天同一人对同一环节有两个不同的结果",
        en: "a segment has two different results of one day by one surveyor"
      ),
      help: BilingualText(zh: "只留一个结果", en: "keep one of them"),
      at: location
    )
  }

  static func surveyDoesNotFit(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "survey-does-not-fit",
      message: BilingualText(
        zh: "这个数据集的词汇不允许对清单上的环节写摸排结果或企业",
        en: "the data set's vocabulary allows no survey, or no enterprise, of what the list names"
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
