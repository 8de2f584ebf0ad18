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

  static func unreadElements(
    _ name: String,
    _ reason: UnreadElements.Reason,
    count: Int,
    at location: Location
  ) -> Self {
    let are = count == 1 ? "element" : "elements"
    let message =
      switch reason {
      case .unknown:
        BilingualText(
          zh: "\(count) 个 <\(name)> 元素没有取：格式中没有这种元素",
          en: "\(count) \(are) <\(name)> left out: the format has none of that name"
        )
      case .withinValue:
        BilingualText(
          zh: "“\(name)”的值里有 \(count) 个元素没有取：值只取文字",
          en: "\(count) \(are) within values of '\(name)' left out: of a value the text is read"
        )
      case .withoutValue:
        BilingualText(
          zh: "\(count) 个 <\(name)> 元素没有取：没有写值，或不属于任何节点或边",
          en: "\(count) \(are) <\(name)> left out: without a value, or of no node and no edge"
        )
      }
    return Diagnostic(.warning, code: "unread-element", message: message, at: location)
  }

  static func joinedNames(_ count: Int, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "joined-names",
      message: BilingualText(
        zh: "\(count) 个名称写在几行里，已连成一行",
        en: "\(count) \(count == 1 ? "name" : "names") written on several lines, and joined to one"
      ),
      help: BilingualText(
        zh: "若每行是一个名称，在映射文件里写 each: {column: …, split: \"\\n\"}",
        en:
          "if each line is a name of its own, write each: {column: …, split: \"\\n\"} in the mapping"
      ),
      at: location
    )
  }

  static func noRecords(_ form: ForeignGraph.Form, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "no-records",
      message: form == .csv
        ? BilingualText(zh: "只有列名，一行也没有", en: "there are names of columns, and no row")
        : BilingualText(zh: "一个节点、一条边也没有", en: "there is no node and no edge"),
      at: location
    )
  }

  static func notNumbers(_ count: Int, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "no-number",
      message: BilingualText(
        zh: "\(count) 个 NaN 或 Infinity 没有取：它们不是数",
        en: "\(count) NaN or Infinity left out: \(count == 1 ? "it is" : "they are") no number"
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
          + (list.count == 1
            ? "column \(list[0]) has no name"
            : "columns \(list.joined(separator: ", ")) have no name")
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

  static func errorCells(
    _ count: Int,
    example: String,
    sheet: String,
    at location: Location
  ) -> Self {
    Diagnostic(
      .warning,
      code: "error-cells",
      message: BilingualText(
        zh: "工作表“\(sheet)”有 \(count) 个格是 \(example) 等错误，没有取",
        en: "\(count) \(count == 1 ? "cell" : "cells") of the sheet '\(sheet)' left out: Excel "
          + "could not compute, such as \(example)"
      ),
      help: BilingualText(zh: "在 Excel 或 WPS 里改正公式", en: "mend the formulas in Excel or WPS"),
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
