public import Diagnostics
public import Bilingual
package import Spreadsheet

/// Why a workbook cannot be written.
public struct WorkbookFailure: LiantuError {
  /// A stable name.
  public let code: String
  /// The list, which is larger than a sheet can be; or the machine.
  public let cause: ErrorCause
  /// What to tell people.
  public let message: BilingualText

  package init(_ error: SpreadsheetError) {
    switch error {
    case .tooManyRows(let sheet, let count):
      (code, cause) = ("too-many-rows", .data)
      message = BilingualText(
        zh: "“\(sheet)”有 \(count) 行，Excel 最多 1048576 行；请缩小范围，或用 --format csv",
        en:
          "'\(sheet)' has \(count) rows and Excel takes 1048576; ask for less, or use --format csv"
      )
    case .tooManyColumns(let sheet, let count):
      (code, cause) = ("too-many-columns", .data)
      message = BilingualText(
        zh: "“\(sheet)”有 \(count) 列，Excel 最多 16384 列；请用 --format csv",
        en: "'\(sheet)' has \(count) columns and Excel takes 16384; use --format csv"
      )
    case .machine(let reason):
      (code, cause) = ("list-not-made", .machine)
      message = BilingualText(
        zh: "无法生成 Excel 文件：\(reason)",
        en: "cannot make the Excel file: \(reason)"
      )
    }
  }
}
