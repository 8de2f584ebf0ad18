import Bilingual
import ChainModel
import Diagnostics

/// Faults of the records that a mapping reads.
extension Diagnostic {
  static func duplicateNode(_ id: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "duplicate-identity",
      message: BilingualText(zh: "节点“\(id)”出现两次", en: "the node '\(id)' stands twice"),
      at: location
    )
  }

  static func hyperedges(_ count: Int, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "hyperedges-left-out",
      message: BilingualText(
        zh: "\(count) 条超边未取：关系只连接两个节点",
        en: "\(count) hyperedges are left out: a relation joins two nodes"
      ),
      at: location
    )
  }

  static func ports(_ count: Int, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "ports-left-out",
      message: BilingualText(
        zh: "\(count) 处端口未取：边连到整个节点",
        en: "\(count) ports are left out: an edge joins whole nodes"
      ),
      at: location
    )
  }

  static func noGraphML(_ root: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "no-graph",
      message: BilingualText(
        zh: "这不是 GraphML：根元素是 \(root)",
        en: "this is no GraphML: its root element is '\(root)'"
      ),
      at: location
    )
  }

  static func missingHeaderRow(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "missing-header",
      message: BilingualText(zh: "第一行没有列名", en: "the first row names no columns"),
      at: location
    )
  }

  static func emptyName(_ entity: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "empty-name",
      message: BilingualText(
        zh: "“\(entity)”没有名称",
        en: "the '\(entity)' of this record has no name"
      ),
      help: BilingualText(
        zh: "补上名称，或写 required: true 略过没有名称的记录",
        en: "fill it in, or write required: true to pass over records without one"
      ),
      at: location
    )
  }

  static func severalValues(
    of attribute: BilingualText,
    values: [String],
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "several-values",
      message: BilingualText(
        zh: "“\(attribute.zh)”只能有一个值，这里有：" + values.joined(separator: "、"),
        en: "'\(attribute.en)' takes one value, and this gives several: "
          + values.joined(separator: ", ")
      ),
      help: BilingualText(zh: "用 join 连成一个", en: "make one of them with join"),
      at: location
    )
  }

  static func conflictingValue(
    of attribute: BilingualText,
    first: String,
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "conflicting-value",
      message: BilingualText(
        zh: "“\(attribute.zh)”与 \(first) 处同一对象的不同",
        en: "'\(attribute.en)' differs from that of the same node at \(first)"
      ),
      help: BilingualText(
        zh: "改正其一；若是两个对象，用 keys 区分",
        en: "mend one of the two, or tell two nodes apart with keys"
      ),
      at: location
    )
  }

  static func conflictingKind(_ kind: String, other: String, first: String, at location: Location)
    -> Self
  {
    Diagnostic(
      .error,
      code: "conflicting-kind",
      message: BilingualText(
        zh: "同一节点在 \(first) 处是 \(other)，这里是 \(kind)",
        en: "the same node is of the kind \(other) at \(first), and of \(kind) here"
      ),
      at: location
    )
  }

  static func unknownKey(_ key: String, candidates: [String], at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "unknown-reference",
      message: BilingualText(zh: "没有标识为“\(key)”的对象", en: "nothing has the key '\(key)'"),
      help: .didYouMean(key, among: candidates),
      at: location
    )
  }

  static func undirectedEdge(_ relation: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "undirected-edge",
      message: BilingualText(
        zh: "这条边没有方向，而关系“\(relation)”有方向",
        en: "this edge has no direction, and '\(relation)' needs one"
      ),
      help: BilingualText(
        zh: "按画图的方向取时，在该关系下写 undirected: as-drawn",
        en: "write undirected: as-drawn under the relation to take edges as they are drawn"
      ),
      at: location
    )
  }

  static func badDateForm(_ text: String, format: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-date",
      message: BilingualText(
        zh: "“\(text)”不是 \(format) 形式的日期",
        en: "'\(text)' is not a date in the form \(format)"
      ),
      at: location
    )
  }

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

  static func strayEdges(_ relation: String, count: Int, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "stray-edges",
      message: BilingualText(
        zh: "\(count) 条“\(relation)”没有取：一端的节点没有取",
        en: "\(count) \(count == 1 ? "edge" : "edges") of '\(relation)' left out: "
          + "a node at an end is left out"
      ),
      at: location
    )
  }
}
