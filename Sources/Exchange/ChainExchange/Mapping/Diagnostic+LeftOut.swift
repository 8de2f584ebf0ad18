import Bilingual
import ChainModel
import Diagnostics

/// Warnings of what an import leaves out, each with a count and the reason.
extension Diagnostic {
  static func unmappedRecords(
    _ label: String,
    count: Int,
    form: RecordTable.Form,
    at location: Location
  ) -> Self {
    let noun =
      switch form {
      case .rows: BilingualText(zh: "行", en: count == 1 ? "row" : "rows")
      case .nodes: BilingualText(zh: "个节点", en: count == 1 ? "node" : "nodes")
      case .edges: BilingualText(zh: "条边", en: count == 1 ? "edge" : "edges")
      }
    let of = label.isEmpty ? label : "（\(label)）"
    let with = label.isEmpty ? label : " with \(label)"
    return Diagnostic(
      .warning,
      code: "unmapped-records",
      message: BilingualText(
        zh: "\(count) \(noun.zh)没有取\(of)：映射没有说到",
        en: "\(count) \(noun.en)\(with) left out: the mapping does not speak of them"
      ),
      help: BilingualText(
        zh: "有意略过时，加一个带 filters 和 ignore: true 的查询",
        en: "to leave them out on purpose, add a query with filters and ignore: true"
      ),
      at: location
    )
  }

  static func unmappedColumn(_ name: String, count: Int, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "unmapped-column",
      message: BilingualText(
        zh: "“\(name)”列的 \(count) 个值没有取",
        en: "\(count) \(count == 1 ? "value" : "values") of '\(name)' left out"
      ),
      help: BilingualText(
        zh: "有意略过时写进 ignore_columns",
        en: "to leave them out on purpose, name the column in ignore_columns"
      ),
      at: location
    )
  }

  static func strayEdges(
    _ relation: String,
    _ reason: StrayEdges.Reason,
    count: Int,
    example: String,
    at location: Location
  ) -> Self {
    let why: BilingualText =
      switch reason {
      case .leftOut: BilingualText(zh: "一端的节点没有取", en: "a node at an end is left out")
      case .otherKind:
        BilingualText(
          zh: "一端的节点“\(example)”等是另一类别的",
          en: "a node at an end is of another kind, such as '\(example)'"
        )
      case .several:
        BilingualText(
          zh: "一端的节点“\(example)”等生成了几个对象",
          en: "a node at an end stands for several things, such as '\(example)'"
        )
      case .unresolved:
        BilingualText(
          zh: "一端“\(example)”等没有对应的对象",
          en: "an end names nothing that there is, such as '\(example)'"
        )
      case .ambiguous:
        BilingualText(
          zh: "一端“\(example)”等可指几个对象",
          en: "an end may mean several things, such as '\(example)'"
        )
      case .noEnd: BilingualText(zh: "边缺少一端", en: "the edge lacks an end")
      }
    return Diagnostic(
      .warning,
      code: "stray-edges",
      message: BilingualText(
        zh: "\(count) 条“\(relation)”没有取：\(why.zh)",
        en: "\(count) \(count == 1 ? "edge" : "edges") of '\(relation)' left out: \(why.en)"
      ),
      at: location
    )
  }

  static func unreadField(_ name: String, count: Int, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "unread-field",
      message: BilingualText(
        zh: "“\(name)”的 \(count) 项没有取：它不属于任何节点或边",
        en: "\(count) \(count == 1 ? "item" : "items") of '\(name)' left out: "
          + "it belongs to no node and no edge"
      ),
      at: location
    )
  }

  static func endFields(_ count: Int, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "end-fields-left-out",
      message: BilingualText(
        zh: "边的两端所带的 \(count) 项没有取：只用其标识，其余以节点自己所写为准",
        en:
          "\(count) \(count == 1 ? "field" : "fields") within ends of edges left out: a node is meant "
          + "by its identity, and says the rest itself"
      ),
      at: location
    )
  }

  static func unnamedColumns(_ columns: [Int], values: Int, at location: Location) -> Self {
    let list = columns.map(String.init)
    return Diagnostic(
      .warning,
      code: "unnamed-column",
      message: BilingualText(
        zh: "第 \(list.joined(separator: "、")) 列没有列名，其中 \(values) 个值没有取",
        en: "\(values) \(values == 1 ? "value" : "values") left out: "
          + "\(list.count == 1 ? "column" : "columns") \(list.joined(separator: ", ")) have no name"
      ),
      help: BilingualText(
        zh: "在第一行补上列名；第一行若是表的标题，删去它",
        en: "name them in the first row; if the first row is the title of the table, delete it"
      ),
      at: location
    )
  }

  static func titleRows(_ count: Int, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "title-row",
      message: BilingualText(
        zh: "前 \(count) 行当作表的标题，没有取；列名取自第 \(count + 1) 行",
        en: count == 1
          ? "the first row is taken for the title of the table and left out; the next names the columns"
          : "the first \(count) rows are taken for the title of the table and left out; the next "
            + "names the columns"
      ),
      help: BilingualText(zh: "若不是标题，在该行补全列名", en: "if it is none, complete the names in it"),
      at: location
    )
  }

  static func uncomputedCells(_ count: Int, sheet: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "uncomputed-cells",
      message: BilingualText(
        zh: "工作表“\(sheet)”有 \(count) 个公式没有结果，没有取",
        en:
          "\(count) \(count == 1 ? "formula" : "formulas") of the sheet '\(sheet)' left out: the file "
          + "holds no result"
      ),
      help: BilingualText(
        zh: "在 Excel 或 WPS 里打开并保存一次",
        en: "open it in Excel or WPS and save it again"
      ),
      at: location
    )
  }

  static func hiddenSheet(_ name: String, rows: Int, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "hidden-sheet",
      message: BilingualText(
        zh: "隐藏的工作表“\(name)”有 \(rows) 行没有取",
        en: "\(rows) \(rows == 1 ? "row" : "rows") of the hidden sheet '\(name)' left out"
      ),
      help: BilingualText(zh: "取消隐藏即可读取", en: "unhide it to have it read"),
      at: location
    )
  }
}
