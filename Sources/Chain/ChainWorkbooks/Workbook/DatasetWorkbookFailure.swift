public import Diagnostics
public import Bilingual

/// Why a data set cannot be written as a workbook.
public enum DatasetWorkbookFailure: LiantuError, Hashable {
  /// A cell cannot hold a text of that length; the sheet, what its row begins with, and the heading.
  case longText(sheet: String, row: String, column: String)
  /// A cell would not give back a text with a carriage return or another control character as it is;
  /// the sheet, what its row begins with, and the heading.
  case controlCharacter(sheet: String, row: String, column: String)
  /// A sheet cannot hold so many rows, or so many columns.
  case tooLarge(sheet: String)
  /// The vocabulary is not the built-in one with something added; what to tell people.
  case vocabulary(BilingualText)
  /// The machine would not have it: no temporary folder, no memory, no room. The reason is English.
  case machine(String)

  /// A stable name.
  public var code: String {
    switch self {
    case .longText: "long-cell"
    case .controlCharacter: "control-character"
    case .tooLarge: "large-sheet"
    case .vocabulary: "workbook-vocabulary"
    case .machine: "workbook-not-made"
    }
  }

  /// The data, unless the machine would not have it.
  public var cause: ErrorCause {
    if case .machine = self { .machine } else { .data }
  }

  /// What to tell people.
  public var message: BilingualText {
    switch self {
    case .longText(let sheet, let row, let column):
      BilingualText(
        zh: "“\(sheet)”中“\(row)”的“\(column)”超过单元格 32767 个字符的上限",
        en: "'\(column)' of '\(row)' in '\(sheet)' is longer than the 32767 characters of a cell"
      )
    case .controlCharacter(let sheet, let row, let column):
      BilingualText(
        zh: "“\(sheet)”中“\(row)”的“\(column)”含回车符或其他控制字符，单元格存不住；在数据集里改成换行或空格",
        en:
          "'\(column)' of '\(row)' in '\(sheet)' holds a carriage return or another control character, "
          + "which a cell does not keep; make it a line feed or a blank in the data set"
      )
    case .tooLarge(let sheet):
      BilingualText(
        zh: "“\(sheet)”超过工作表 1048576 行、16384 列的上限",
        en: "'\(sheet)' is larger than the 1048576 rows and 16384 columns of a sheet"
      )
    case .vocabulary(let message): message
    case .machine(let reason):
      BilingualText(
        zh: "无法生成 Excel 文件：\(reason)",
        en: "cannot make the Excel file: \(reason)"
      )
    }
  }
}
