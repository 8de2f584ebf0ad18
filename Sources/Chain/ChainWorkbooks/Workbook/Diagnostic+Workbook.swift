import Bilingual
import ChainModel
import Diagnostics

/// Faults that only a workbook can have.
extension Diagnostic {
  static func unknownSheet(_ name: String, names: [String], at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "unknown-kind",
      message: BilingualText(zh: "未知的工作表“\(name)”", en: "unknown sheet '\(name)'"),
      help: BilingualText.didYouMean(name, among: names)
        ?? BilingualText(
          zh: "工作表有：" + names.joined(separator: "、") + "；别的内容请另存一个文件",
          en: "the sheets are: " + names.joined(separator: ", ")
            + "; keep anything else in another file"
        ),
      at: location
    )
  }

  static func missingSheet(_ name: BilingualText, path: String) -> Self {
    Diagnostic(
      .error,
      code: "missing-sheet",
      message: BilingualText(
        zh: "没有“\(name.zh)”工作表",
        en: "there is no sheet called '\(name.en)'"
      ),
      help: BilingualText(
        zh: "用 liantu export workbook 导出一份，在其中修改",
        en: "write a workbook with liantu export workbook and edit that"
      ),
      at: Location(path: path, range: nil)
    )
  }

  static func duplicateSheet(_ name: String, first: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "duplicate-key",
      message: BilingualText(
        zh: "工作表“\(name)”与“\(first)”是同一类",
        en: "the sheets '\(name)' and '\(first)' are one and the same"
      ),
      help: BilingualText(zh: "合并为一张", en: "make them one"),
      at: location
    )
  }

  static func missingColumn(_ heading: BilingualText, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "missing-field",
      message: BilingualText(
        zh: "工作表中没有“\(heading.zh)”列",
        en: "the sheet has no column '\(heading.en)'"
      ),
      help: BilingualText(
        zh: "表头须在前 \(HeadedTable.mostLeadingRows) 行之内",
        en: "the headings must stand within the first \(HeadedTable.mostLeadingRows) rows"
      ),
      at: location
    )
  }

  static func unknownColumn(
    _ heading: String,
    of sheet: BilingualText,
    names: [String],
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "unknown-field",
      message: BilingualText(
        zh: "“\(sheet.zh)”没有“\(heading)”列",
        en: "unknown column '\(heading)' of \(sheet.en)"
      ),
      help: .instead(of: heading, among: names, zh: "可用的列：", en: "the columns are: "),
      at: location
    )
  }

  static func cellWithoutHeading(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "missing-field",
      message: BilingualText(zh: "这一列没有表头", en: "this column has no heading"),
      help: BilingualText(zh: "写上表头，或清空这一列", en: "give it one, or clear the column"),
      at: location
    )
  }

  static func cellError(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "cell-error",
      message: BilingualText(
        zh: "公式出错，得出“\(text)”",
        en: "the formula fails and gives '\(text)'"
      ),
      help: BilingualText(zh: "改写为值", en: "write the value in its place"),
      at: location
    )
  }

  static func uncomputedCell(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "cell-error",
      message: BilingualText(
        zh: "公式的结果不在文件中",
        en: "the file does not hold the result of the formula"
      ),
      help: BilingualText(
        zh: "在 Excel 中打开并保存一次，或改写为值",
        en: "open and save the file in Excel, or write the value"
      ),
      at: location
    )
  }

  static func tooManyCells(limit: Int, path: String) -> Self {
    Diagnostic(
      .error,
      code: "too-many-cells",
      message: BilingualText(
        zh: "工作簿的单元格超过 \(limit) 个",
        en: "the workbook has more than \(limit) cells"
      ),
      help: BilingualText(
        zh: "删去数据之外的内容；大数据集用 nodes.csv 和 edges.csv",
        en: "remove what is no data; write a large data set as nodes.csv and edges.csv"
      ),
      at: Location(path: path, range: nil)
    )
  }

  static func badYesOrNo(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-flag",
      message: BilingualText(zh: "“\(text)”不是“是”或“否”", en: "'\(text)' is neither yes nor no"),
      help: .didYouMean(text, among: ["yes", "no"]),
      at: location
    )
  }

  static func unclosed(_ mark: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "unclosed-mark",
      message: BilingualText(
        zh: "后面缺少“\(mark)”",
        en: "the '\(mark)' that ends this is missing"
      ),
      help: BilingualText(
        zh: "补上；若是名称的一部分，给整个名称加英文引号，其中的引号写两遍",
        en: "add it; where it is part of a name, put the name in quotes and double those in it"
      ),
      at: location
    )
  }

  static func textBehindItem(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "missing-separator",
      message: BilingualText(zh: "这里缺少分隔符", en: "a separator is missing here"),
      help: BilingualText(
        zh: "各项之间换行或用“；”隔开；含“【”“；”等的名称加英文引号",
        en: "put a line break or a ';' between items, and quotes around a name with brackets"
      ),
      at: location
    )
  }
}
