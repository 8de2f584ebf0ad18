import Bilingual
import Diagnostics
import Spreadsheet

/// What of a sheet its table does not hold, or holds otherwise than a person sees it.
struct SheetNotes {
  private let sheet: WorkbookContents.Sheet
  /// The cells that have the value of the one above with which they are merged.
  private let filled: [CellAddress]
  private let path: String

  init(_ sheet: WorkbookContents.Sheet, filled: [CellAddress], path: String) {
    self.sheet = sheet
    self.filled = filled
    self.path = path
  }

  /// A warning for each sort of them, with the number of cells and the first one.
  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    let cells = sheet.rows.flatMap(\.cells)
    let uncomputed = cells.filter { $0.value == .uncomputed }
    if let first = uncomputed.first {
      found.append(.uncomputedCells(uncomputed.count, sheet: sheet.name, at: place(first.address)))
    }
    let errors = cells.filter { $0.value.error != nil }
    if let first = errors.first, let text = first.value.error {
      let at = place(first.address)
      found.append(.errorCells(errors.count, example: text, sheet: sheet.name, at: at))
    }
    let long = cells.filter { $0.value.isLong }
    if let first = long.first { found.append(.longNumbers(long.count, at: place(first.address))) }
    if let first = sheet.comments.first {
      found.append(.cellComments(sheet.comments.count, at: place(first)))
    }
    if let first = filled.first { found.append(.mergedCells(filled.count, at: place(first))) }
    let hidden = sheet.rows.filter(\.isHidden)
    if let first = hidden.first?.cells.first {
      found.append(.hiddenRows(hidden.count, at: place(first.address)))
    }
    return found
  }

  private func place(_ address: CellAddress) -> Diagnostic.Location {
    let cell = SheetCell(sheet: sheet.name, reference: "\(address)")
    return Diagnostic.Location(path: path, range: nil, cell: cell)
  }
}

extension CellValue {
  /// Whether the number has more digits than Excel keeps, so that the last ones may be noughts that
  /// nobody typed.
  fileprivate var isLong: Bool {
    if case .number(let number, _) = self { number.magnitude >= 1e15 } else { false }
  }
}

extension Diagnostic {
  fileprivate static func longNumbers(_ count: Int, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "long-numbers",
      message: BilingualText(
        zh: "\(count) 个数超过 15 位：Excel 只保留前 15 位，其余可能已成 0",
        en:
          "\(count) \(count == 1 ? "number has" : "numbers have") more than 15 digits, of which Excel "
          + "keeps 15: the rest may be noughts that nobody typed"
      ),
      help: BilingualText(
        zh: "代码、账号应写成文本：先把格式设为“文本”，再从原始资料重新录入",
        en:
          "codes are texts: set the format of the cells to Text, and type them in anew from where "
          + "they come"
      ),
      at: location
    )
  }

  fileprivate static func cellComments(_ count: Int, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "comments-left-out",
      message: BilingualText(
        zh: "\(count) 个单元格的批注没有取",
        en: "\(count) \(count == 1 ? "comment" : "comments") on cells left out"
      ),
      help: BilingualText(
        zh: "若批注里有事实（如更名），写进单元格",
        en: "what they say of facts, such as a new name, belongs in cells"
      ),
      at: location
    )
  }

  fileprivate static func mergedCells(_ count: Int, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "merged-cells",
      message: BilingualText(
        zh: "\(count) 格与上面的格合并，取了合并格的值",
        en: "\(count) \(count == 1 ? "cell that is" : "cells that are") merged with one above "
          + "\(count == 1 ? "takes" : "take") its value"
      ),
      help: BilingualText(
        zh: "若只属于第一行，取消合并",
        en: "where the value belongs to the first row alone, unmerge the cells"
      ),
      at: location
    )
  }

  fileprivate static func hiddenRows(_ count: Int, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "hidden-rows",
      message: BilingualText(
        zh: "\(count) 行在表中是隐藏的（或被筛选掉），也取了",
        en: "\(count) \(count == 1 ? "row that is" : "rows that are") hidden, as by a filter, "
          + "\(count == 1 ? "is" : "are") read too"
      ),
      help: BilingualText(
        zh: "不要取的，删去这些行，或在映射文件里用 filters 指明",
        en: "delete them, or say in the mapping with filters which rows are meant"
      ),
      at: location
    )
  }
}
