import Bilingual
import Diagnostics
import ProgressLoop

/// Faults of returned sheets.
extension Diagnostic {
  static func notASheet(_ path: String) -> Self {
    Diagnostic(
      .error,
      code: "not-a-sheet",
      message: BilingualText(zh: "不是月报表", en: "it is no monthly sheet"),
      help: BilingualText(
        zh: "月报表由 liantu sheet 写出，表头有“编号”“本期累计”“状态”等列；数据集的工作簿用 import workbook",
        en:
          "such a sheet is written by liantu sheet, and has columns such as 'id', 'since January' and "
          + "'status'; a workbook of a data set is for import workbook"
      ),
      at: Location(path: path, range: nil)
    )
  }

  static func sheetTooLarge(_ path: String) -> Self {
    Diagnostic(
      .error,
      code: "too-many-cells",
      message: BilingualText(zh: "单元格太多", en: "it has too many cells"),
      help: BilingualText(zh: "删去表以外的内容", en: "remove what is not of the table"),
      at: Location(path: path, range: nil)
    )
  }

  static func otherSheet(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "unread-sheet",
      message: BilingualText(
        zh: "工作表“\(name)”不是月报表，没有读",
        en: "'\(name)' is no monthly sheet, and is not read"
      ),
      at: location
    )
  }

  static func sheetWithoutHeading(_ heading: SheetHeading, at location: Location) -> Self {
    let example = heading == .period ? "2024-06" : "市工业和信息化局"
    return Diagnostic(
      .error,
      code: "missing-field",
      message: BilingualText(
        zh: "表上方没有“\(heading.label.zh)”",
        en: "nothing over the table says '\(heading.label.en)'"
      ),
      help: BilingualText(
        zh: "在表头上方的一个单元格里写：" + heading.line(example, .zh),
        en: "write into a cell over the headings: " + heading.line(example, .en)
      ),
      at: location
    )
  }

  static func sheetWithoutDay(at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "sheet-without-day",
      message: BilingualText(
        zh: "读不出制表日，预填过的格子都按这次填报算",
        en: "it does not say when it was made: what stood in it counts as filled in now"
      ),
      help: BilingualText(zh: "写作：制表日：2024-07-01", en: "write: made on: 2024-07-01"),
      at: location
    )
  }

  static func sheetColumnTwice(_ heading: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "duplicate-key",
      message: BilingualText(zh: "有两列“\(heading)”", en: "there are two columns '\(heading)'"),
      help: BilingualText(zh: "只留一列", en: "keep one of them"),
      at: location
    )
  }

  /// A column of the sheet is gone; without that of the amounts a month would count as reported and say none.
  static func sheetWithoutColumn(
    _ heading: BilingualText,
    isNeeded: Bool,
    at location: Location
  ) -> Self {
    Diagnostic(
      isNeeded ? .error : .warning,
      code: "sheet-without-column",
      message: BilingualText(
        zh: "没有“\(heading.zh)”列" + (isNeeded ? "" : "，按没有说处理"),
        en: "the column '\(heading.en)' is gone" + (isNeeded ? "" : ": nothing is said of it")
      ),
      help: isNeeded
        ? BilingualText(
          zh: "表头照原样写“\(heading.zh)”，不加单位；单位写在单元格里",
          en: "head the column '\(heading.en)' as it was, without a unit; units stand in the cells"
        ) : nil,
      at: location
    )
  }

  /// One value was merged over the rows of several items.
  static func sheetMergedCell(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "sheet-merged-cell",
      message: BilingualText(
        zh: "这一格与上面的合并了，不知道是哪一行的数",
        en: "the cell is merged with the one above it: nobody knows of which row the value is"
      ),
      help: BilingualText(zh: "取消合并，逐行填写", en: "unmerge the cells, and fill in each row"),
      at: location
    )
  }

  static func sheetColumnUnread(_ heading: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "sheet-column-unread",
      message: BilingualText(
        zh: heading.isEmpty ? "这一列没有表头，没有读" : "“\(heading)”不是表里的列，没有读",
        en: heading.isEmpty
          ? "the column has no heading, and is not read"
          : "'\(heading)' is no column of the sheet, and is not read"
      ),
      at: location
    )
  }

  static func sheetRowUnread(at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "sheet-row-unread",
      message: BilingualText(zh: "合计或表注，没有读", en: "a sum or a remark: the row is not read"),
      at: location
    )
  }

  static func sheetRowWithoutItem(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "missing-field",
      message: BilingualText(zh: "这一行没有编号", en: "the row has no id"),
      help: BilingualText(
        zh: "写上编号或事项，或者清空这一行",
        en: "write the id or the name of the item, or clear the row"
      ),
      at: location
    )
  }

  static func sheetCellEmptied(_ old: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "sheet-cell-emptied",
      message: BilingualText(
        zh: "清空了“\(old)”：空着等于没有说，已报的仍然有效",
        en: "'\(old)' was cleared: an empty cell says nothing, and what was reported stands"
      ),
      at: location
    )
  }

  static func sheetToldChanged(_ now: String, _ old: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "sheet-told-changed",
      message: BilingualText(
        zh: "灰色单元格不读：原为“\(old)”，现为“\(now)”",
        en: "grey cells are not read: it was '\(old)' and is '\(now)'"
      ),
      help: BilingualText(zh: "要改在数据集里改", en: "change it in the data set"),
      at: location
    )
  }

  static func sheetOtherItem(_ name: String, id: String, meant: String, at location: Location)
    -> Self
  {
    Diagnostic(
      .error,
      code: "sheet-other-item",
      message: BilingualText(
        zh: "“\(name)”的编号是 \(meant)，这一行却是 \(id)",
        en: "the id of '\(name)' is \(meant), and that of the row is \(id)"
      ),
      help: BilingualText(
        zh: "排序时要选中整张表；按原表对好编号和事项",
        en: "sort whole rows; set ids and items as the sheet had them"
      ),
      at: location
    )
  }

  static func sheetOfOtherData(count: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "sheet-of-other-data",
      message: BilingualText(
        zh: "表里的 \(count) 个事项，数据集里一个也没有",
        en: "the data set has none of its \(count) items"
      ),
      help: .otherDataSet,
      at: location
    )
  }

  static func sheetCorrects(count: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "sheet-corrects",
      message: BilingualText(
        zh: "\(count) 个事项与已报的不同，要更正须说明原因",
        en: count == 1
          ? "1 item is not as it was reported: a correction needs a reason"
          : "\(count) items are not as they were reported: corrections need a reason"
      ),
      help: BilingualText(
        zh: "核对下面的前后对照，确要更正的加 --reason 原因",
        en: "look at what it was and would be; to correct it say why, with --reason"
      ),
      at: location
    )
  }

  static func sheet(_ fault: Collected.Fault, help: BilingualText?, at location: Location) -> Self {
    let code =
      switch fault.matter {
      case .notBegun: "sheet-not-begun"
      case .unknownParty: "sheet-unknown-party"
      case .unknownItem, .ambiguousItem: "sheet-unknown-item"
      case .twice: "sheet-twice"
      case .foreign: "sheet-foreign"
      }
    return Diagnostic(.error, code: code, message: fault.text, help: help, at: location)
  }

  static func sheetRepeats(_ text: BilingualText, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "sheet-repeats",
      message: text,
      help: BilingualText(
        zh: "可能是上月的表只改了报告期",
        en: "it may be the sheet of that month under a new heading"
      ),
      at: location
    )
  }

  static func sheetLess(_ text: BilingualText, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "sheet-less",
      message: text,
      help: BilingualText(
        zh: "应填自 1 月 1 日起的累计，不是当月数",
        en: "it should be the sum since the first of January, not that of the month"
      ),
      at: location
    )
  }
}

extension BilingualText {
  static let otherDataSet = BilingualText(
    zh: "看看 -o 是不是这张表的数据集",
    en: "see whether -o is the data set that the sheet was made from"
  )
}
