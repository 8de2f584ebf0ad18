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

  static func noGEXF(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "no-graph",
      message: BilingualText(zh: "这个 GEXF 里没有图", en: "this GEXF holds no graph"),
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

  static func webPage(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "no-table",
      message: BilingualText(
        zh: "这是网页或 XML，不是 CSV 表格",
        en: "this is a page of HTML or XML, not a table in CSV"
      ),
      help: BilingualText(
        zh: "在 Excel 或 WPS 里打开，另存为 .xlsx 或 CSV",
        en: "open it in Excel or WPS and save it as .xlsx or CSV"
      ),
      at: location
    )
  }

  static func workbook(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "workbook",
      message: BilingualText(
        zh: "这是工作簿（或别的压缩文件），不是图",
        en: "this is a workbook, or something else that is packed, and no graph"
      ),
      help: BilingualText(
        zh: "名录等表格用 liantu import csv 读取；export workbook 写出的用 liantu import workbook",
        en: "liantu import csv reads registers and other tables, and liantu import workbook what "
          + "export workbook wrote"
      ),
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
      help: .didYouMean(key, among: candidates) ?? skipping,
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

  static func missingIdentity(at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "missing-field",
      message: BilingualText(
        zh: "节点没有 id，也没有别的标识",
        en: "the node has no 'id', nor anything else to be known by"
      ),
      help: BilingualText(
        zh: "标识可写在 id、key 或 _id 中；没有时以各节点都有的 name 或位置代替，边的两端须与之一致",
        en:
          "'id', 'key' and '_id' are known; without them the name that every node has, or the place "
          + "in the list, where edges lead to these"
      ),
      at: location
    )
  }

  static func missingEnd(_ end: RelationDefinition.End, at location: Location) -> Self {
    let isSource = end == .source
    return Diagnostic(
      .error,
      code: "missing-field",
      message: BilingualText(
        zh: "这条边没有\(isSource ? "起点" : "终点")",
        en: "this edge has no \(isSource ? "source" : "target")"
      ),
      help: skipping,
      at: location
    )
  }

  static func parallelEdge(_ name: String, first: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "duplicate-relation",
      message: BilingualText(
        zh: "与“\(name)”的这一关系在 \(first) 处已有",
        en: "this relation with '\(name)' stands at \(first) already"
      ),
      help: BilingualText(
        zh: "平行的边只取一次：在该关系下写 parallel: once，或加 --parallel-once",
        en: "to take parallel edges once, write parallel: once under the relation, or add "
          + "--parallel-once"
      ),
      at: location
    )
  }

  /// What helps where an end of a relation leads nowhere.
  private static let skipping = BilingualText(
    zh: "略过这样的边并计数：加 --skip-unresolved",
    en: "add --skip-unresolved to leave such edges out, with a count"
  )
}
