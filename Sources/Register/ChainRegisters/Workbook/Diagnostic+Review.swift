import Bilingual
import Diagnostics

/// Faults that only a workbook of questions can have.
extension Diagnostic {
  static func tooManyReviewCells(at path: String) -> Self {
    Diagnostic(
      .error,
      code: "too-many-cells",
      message: BilingualText(zh: "工作簿的单元格太多", en: "the workbook has too many cells"),
      help: BilingualText(
        zh: "用 --within 按集群分开导出",
        en: "write one for each cluster, with --within"
      ),
      at: Location(path: path, range: nil)
    )
  }

  static func noReview(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "no-review",
      message: BilingualText(
        zh: "这不是 attach 写出的待核定工作簿：没有“说明”表，或其中没有名录和读取日期",
        en:
          "this is no workbook that attach wrote: the sheet About, the register or its day is missing"
      ),
      help: BilingualText(
        zh: "用 liantu attach 名录文件 -o 待核定.xlsx 写出一份，填好再交",
        en: "write one with liantu attach REGISTER -o review.xlsx, and fill that in"
      ),
      at: location
    )
  }

  static func missingReviewColumn(_ heading: BilingualText, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "missing-column",
      message: BilingualText(
        zh: "这张表没有“\(heading.zh)”列",
        en: "the sheet has no column '\(heading.en)'"
      ),
      help: BilingualText(
        zh: "不要删改表头；从原来的工作簿补回这一列",
        en: "leave the headings as they are; bring the column back from the workbook as it was"
      ),
      at: location
    )
  }

  static func unknownVerdict(_ word: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "unknown-verdict",
      message: BilingualText(zh: "看不懂的判断“\(word)”", en: "the verdict '\(word)' is not understood"),
      help: BilingualText(
        zh: "填“是”“否”或“存疑”；不判断就空着",
        en: "write yes, no or unsure; leave it empty to decide later"
      ),
      at: location
    )
  }

  static func twoVerdicts(
    _ firm: String,
    _ segment: String,
    other row: Int,
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "two-verdicts",
      message: BilingualText(
        zh: "“\(firm)”与“\(segment)”在本表中有两个不同的判断，另一个在第 \(row) 行",
        en: "'\(firm)' and '\(segment)' have two different verdicts, the other in row \(row)"
      ),
      help: BilingualText(zh: "只留一个", en: "keep one of them"),
      at: location
    )
  }

  static func nobodyDecided(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "nobody-decided",
      message: BilingualText(zh: "有判断，而不知由谁判断", en: "a verdict, and nobody gave it"),
      help: BilingualText(
        zh: "在“说明”表填一次“判断人”，或在这一行填",
        en: "fill in once, in the sheet About, who decided, or in this row"
      ),
      at: location
    )
  }

  static func badDecisionDate(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-date",
      message: BilingualText(
        zh: text.isEmpty ? "有判断而没有日期" : "“\(text)”不是日期",
        en: text.isEmpty ? "a verdict without a date" : "'\(text)' is no date"
      ),
      help: BilingualText(
        zh: "在“说明”表填一次“判断日期”，如 2026-03-01，或在这一行填",
        en: "fill in once, in the sheet About, the day, such as 2026-03-01, or in this row"
      ),
      at: location
    )
  }

  static func strangeFirm(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "strange-firm",
      message: BilingualText(
        zh: "“名录企业”表中没有这一行的企业“\(name)”",
        en: "the sheet of firms has no '\(name)' in that row of the register"
      ),
      help: BilingualText(
        zh: "企业、名录行两列不要改；要加企业，先加进名录再 attach",
        en: "leave the columns firm and row as they are; a firm to add goes into the register first"
      ),
      at: location
    )
  }

  static func decisionOnNothing(_ segment: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "unknown-reference",
      message: BilingualText(
        zh: "数据集中没有环节“\(segment)”，或不止一个",
        en: "the data set has no segment '\(segment)', or several"
      ),
      help: BilingualText(
        zh: "工作簿写出后环节改了名的，把旧名记为别名",
        en: "where it was renamed since, keep the old name as an alias"
      ),
      at: location
    )
  }

  static func severalEnterprises(_ firm: String, _ names: [String], at location: Location) -> Self {
    let list = names.prefix(5).joined(separator: "、")
    return Diagnostic(
      .error,
      code: "ambiguous-reference",
      message: BilingualText(
        zh: "数据集中有几家企业可能是“\(firm)”：\(list)",
        en: "several enterprises of the data set may be '\(firm)': \(list)"
      ),
      help: BilingualText(
        zh: "在“名称对照”表判断是哪一家，或在数据集中写上各自的信用代码",
        en: "say which in the sheet Names, or give each its credit code in the data set"
      ),
      at: location
    )
  }

  static func unknownEnterprise(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "unknown-reference",
      message: BilingualText(
        zh: "数据集中没有企业“\(name)”",
        en: "the data set has no enterprise '\(name)'"
      ),
      help: BilingualText(zh: "照工作簿原来的名称写", en: "keep the name that the workbook had"),
      at: location
    )
  }

  /// A decision that takes the place of another.
  static func decidedAnew(
    _ firm: String,
    _ segment: String,
    from before: BilingualText,
    to after: BilingualText,
    at location: Location
  ) -> Self {
    Diagnostic(
      .warning,
      code: "decided-anew",
      message: BilingualText(
        zh: "“\(firm)”与“\(segment)”原判断为“\(before.zh)”，改为“\(after.zh)”",
        en: "'\(firm)' and '\(segment)' were decided '\(before.en)', and are '\(after.en)' now"
      ),
      at: location
    )
  }

  /// A firm that the data set knows, under a name that it did not know.
  static func firmRenamed(_ name: String, to new: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "firm-renamed",
      message: BilingualText(
        zh: "名录中的名称“\(new)”记为数据集中“\(name)”的别名",
        en: "'\(new)' of the register becomes an alias of '\(name)' of the data set"
      ),
      at: location
    )
  }

  /// An output that the vocabulary has no unit for.
  static func unreadOutput(_ text: String, of firm: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "unread-output",
      message: BilingualText(
        zh: "“\(firm)”的产值“\(text)”没有写入：数或单位不认识",
        en:
          "the output '\(text)' of '\(firm)' is not written: no number, or a unit that is not known"
      ),
      help: BilingualText(
        zh: "写成“1200 万元”的样子；单位可在 ontology.yaml 中添加",
        en: "write it like 1200 万元; units can be added in ontology.yaml"
      ),
      at: location
    )
  }
}
