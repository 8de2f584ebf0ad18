package import Bilingual
package import Diagnostics

extension ReviewWorkbook {
  /// Why a workbook of questions cannot be made.
  package enum Failure: LiantuError, Hashable {
    /// A sheet has more rows than Excel.
    case tooManyRows(sheet: String, count: Int)
    /// The machine would not have it; the reason is English.
    case machine(String)

    package var code: String {
      switch self {
      case .tooManyRows: "too-many-questions"
      case .machine: "review-unwritten"
      }
    }

    package var cause: ErrorCause {
      switch self {
      case .tooManyRows: .data
      case .machine: .machine
      }
    }

    package var message: BilingualText {
      switch self {
      case .tooManyRows(let sheet, let count):
        BilingualText(
          zh: "“\(sheet)”表有 \(count) 行，超过 Excel 的上限",
          en: "the sheet '\(sheet)' has \(count) rows, more than Excel takes"
        )
      case .machine(let reason):
        BilingualText(zh: "写不出工作簿：\(reason)", en: "the workbook cannot be written: \(reason)")
      }
    }

    package var help: BilingualText? {
      switch self {
      case .tooManyRows:
        BilingualText(
          zh: "用 --within 按集群分开写",
          en: "write one for each cluster, with --within"
        )
      case .machine: nil
      }
    }
  }
}
