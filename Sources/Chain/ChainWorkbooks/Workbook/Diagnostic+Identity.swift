import Bilingual
import Diagnostics

/// Questions that an edited workbook leaves open.
extension Diagnostic {
  /// A row whose name and whose hidden mark mean two nodes.
  static func doubtfulRow(_ name: String, marked: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "doubtful-row",
      message: BilingualText(
        zh: "这一行名为“\(name)”，导出时却是“\(marked)”：看不出是改了名，还是排序时隐藏的“行标”列没有跟着动",
        en:
          "this row is called '\(name)' and was exported as '\(marked)': it may have been renamed, or "
          + "sorted without the hidden column of row marks"
      ),
      help: BilingualText(
        zh: "是改名：分两次导入，先改“\(name)”那一行的名；不是：取消隐藏“行标”列，清空这一格",
        en:
          "if it was renamed, import in two steps, the row that was '\(name)' first; if not, unhide "
          + "the column of row marks and clear its cell"
      ),
      at: location
    )
  }

  /// A reference in a cell that was edited, by a name that went from one row to another.
  static func movedName(_ name: String, meant id: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "moved-name",
      message: BilingualText(
        zh: "“\(name)”导出时指的不是现在叫这个名字的那一行：看不出这里指哪一个",
        en:
          "'\(name)' meant another row at the export than the one that is called so now: this cell "
          + "may mean either"
      ),
      help: BilingualText(
        zh: "写标识（原来的是 \(id)），或分两次导入：先改名，重新导出后再改这一格",
        en:
          "write the identity (\(id) is the former one), or import in two steps: rename first, then "
          + "export again and edit this cell"
      ),
      at: location
    )
  }
}
