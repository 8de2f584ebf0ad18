package import Bilingual
import ChainModel
package import Diagnostics

extension Diagnostic {
  /// What both sides changed differently.
  ///
  /// - Parameters:
  ///   - word: by which the row is chosen.
  ///   - other: where the data set has it.
  ///   - isBaseKnown: whether what was exported is known.
  static func conflict(
    _ change: DatasetMerge.Change,
    choose word: String,
    other: Location?,
    isBaseKnown: Bool,
    at location: Location
  ) -> Self {
    let label = change.label ?? (change.field.isEmpty ? nil : change.what)
    let what = BilingualText(
      zh: "“\(change.name)”" + (label.map { "的“\($0.zh)”" } ?? ""),
      en: (label.map { "'\($0.en)' of " } ?? "") + "'\(change.name)'"
    )
    func said(_ text: BilingualText?) -> BilingualText {
      text.map { BilingualText(zh: "“\($0.zh)”", en: "'\($0.en)'") }
        ?? BilingualText(zh: "无", en: "nothing")
    }
    let unknown = BilingualText(zh: "不详", en: "unknown")
    let base = isBaseKnown ? said(change.base) : unknown
    let (mine, theirs) = (said(change.mine), said(change.theirs))
    let place = other.map { " (\($0.text))" } ?? ""
    return Diagnostic(
      .error,
      code: "edit-conflict",
      message: BilingualText(
        zh: "\(what.zh)两边不同：导出时\(base.zh)，工作簿\(mine.zh)，数据集\(theirs.zh)\(place)",
        en: "both sides changed \(what.en): exported \(base.en), workbook \(mine.en), "
          + "data set \(theirs.en)\(place)"
      ),
      help: BilingualText(
        zh: "取工作簿的：--mine \(quoted(word))；取数据集的：--theirs \(quoted(word))",
        en: "take the workbook's with --mine \(quoted(word)), the data set's with "
          + "--theirs \(quoted(word))"
      ),
      at: location
    )
  }

  /// A name that means several nodes together, and meant none or one of them before.
  static func namesakes(_ name: String, _ nodes: [String], at location: Location) -> Self {
    let some = nodes.prefix(5)
    let rest = nodes.count - some.count
    return Diagnostic(
      .warning,
      code: "shared-name",
      message: BilingualText(
        zh: "“\(name)”同时指\(some.map { "“\($0)”" }.joined(separator: "、"))"
          + (rest > 0 ? "等 \(nodes.count) 个" : "") + "，作名称或别名",
        en: "'\(name)' is a name or an alias of \(some.map { "'\($0)'" }.joined(separator: ", "))"
          + (rest > 0 ? " and \(rest) more" : "")
      ),
      help: BilingualText(
        zh: "别处写“\(name)”时，先指以它为名称的；文件中原来用它引用别名的地方改写为名称",
        en: "where '\(name)' is written, the one that has it as its name is meant; references by "
          + "the alias are written anew by the name"
      ),
      at: location
    )
  }

  static func moreConflicts(_ count: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "edit-conflict",
      message: BilingualText(
        zh: "还有 \(count) 处两边不同，见差别表",
        en: "\(count) more conflicts, all of them in the table of differences"
      ),
      help: BilingualText(
        zh: "--mine all 或 --theirs all 为其余各行选定",
        en: "--mine all or --theirs all chooses for all that is left"
      ),
      at: location
    )
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      !scalar.isASCII || scalar == ":" || scalar == "-" || scalar == "."
        || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

extension WorkbookMerge.ChoiceFault {
  /// A stable name.
  package var code: String {
    switch self {
    case .unknown: "unknown-row"
    case .twice: "row-chosen-twice"
    }
  }

  /// The words of the command.
  package var cause: ErrorCause { .usage }

  /// What is wrong.
  package var message: BilingualText {
    switch self {
    case .unknown(let word, _):
      BilingualText(
        zh: "--mine 和 --theirs 找不到“\(word)”这一行",
        en: "--mine and --theirs know no row '\(word)'"
      )
    case .twice(let word):
      BilingualText(
        zh: "“\(word)”同时写在 --mine 和 --theirs 里",
        en: "'\(word)' stands in both --mine and --theirs"
      )
    }
  }

  /// What to do.
  package var help: BilingualText? {
    switch self {
    case .unknown(_, let rows) where rows.isEmpty:
      BilingualText(zh: "没有需要选择的行", en: "no row waits for a choice")
    case .unknown(_, let rows):
      BilingualText(
        zh: "需要选择的行：" + rows.prefix(10).joined(separator: "、"),
        en: "the rows that wait for a choice: " + rows.prefix(10).joined(separator: ", ")
      )
    case .twice: BilingualText(zh: "只留一处", en: "keep one of them")
    }
  }
}

extension WorkbookMerge {
  /// What to tell of the base beside the difference; `nil` where there is nothing to tell.
  package var remark: BilingualText? {
    switch ground {
    case .current: nil
    case .exported where !merge.hasMovedOn: nil
    case .exported:
      BilingualText(
        zh: "数据集在导出之后有了变化：只写入工作簿里改过的内容，两边都改过的须逐行选择",
        en: "the data set has moved on since the export: only what was edited in the workbook is "
          + "written, and what both sides changed has to be chosen by row"
      )
    case .lost:
      BilingualText(
        zh: "数据集在导出之后有了变化，而工作簿中已没有导出时的内容：分不清是谁改的，每处差别都须选择",
        en: "the data set has moved on since the export, and the workbook does not hold any more "
          + "what it was made from: who changed what is unknown, and every difference has to be chosen"
      )
    case .unstated:
      BilingualText(
        zh: "工作簿没有指纹（旧版本导出或手工制作）：直接与现在的数据集比较，看不出数据集后来的改动",
        en: "the workbook has no fingerprint (an older export, or made by hand): it is compared "
          + "with the data set as it is now, and later edits there cannot be told apart"
      )
    }
  }
}
