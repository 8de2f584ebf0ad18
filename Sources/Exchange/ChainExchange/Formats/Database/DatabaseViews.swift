import Bilingual
import ChainModel
import ProgressLoop

/// Views with plain names, in one language: what somebody sees who opens the file to report from it.
struct DatabaseViews {
  /// What SQL calls a view, its columns with where each comes from, and what it reads.
  private struct View {
    let name: BilingualText
    let columns: [(name: BilingualText, value: BilingualText)]
    let rows: String
  }

  let language: Language

  /// The statements that make them.
  var statements: String {
    Self.views.map { view in
      let columns = view.columns.map { "\($0.value[language]) AS \"\($0.name[language])\"" }
      return "CREATE VIEW \"\(view.name[language])\" AS SELECT\n  "
        + columns.joined(separator: ",\n  ") + "\n" + view.rows + ";\n"
    }.joined()
  }

  private static func column(
    _ zh: String,
    _ en: String,
    _ value: BilingualText
  ) -> (name: BilingualText, value: BilingualText) {
    (BilingualText(zh: zh, en: en), value)
  }

  private static func column(
    _ zh: String,
    _ en: String,
    _ value: String
  ) -> (name: BilingualText, value: BilingualText) {
    column(zh, en, BilingualText(same: value))
  }

  /// The label that a row of the vocabulary has.
  private static func label(of table: String) -> BilingualText {
    BilingualText(zh: "\(table).label_zh", en: "\(table).label_en")
  }

  /// The same, or else what stands for itself.
  private static func label(of table: String, orElse value: String) -> BilingualText {
    BilingualText(
      zh: "coalesce(\(table).label_zh, \(value))",
      en: "coalesce(\(table).label_en, \(value))"
    )
  }

  /// The words for the keys that a column has; what has none stands for itself.
  private static func words(
    _ column: String,
    _ words: [(key: String, label: BilingualText)]
  ) -> BilingualText {
    func choice(_ language: Language) -> String {
      let cases = words.map { "WHEN '\($0.key)' THEN '\($0.label[language])'" }
      return "CASE \(column) " + cases.joined(separator: " ") + " ELSE \(column) END"
    }
    return BilingualText(zh: choice(.zh), en: choice(.en))
  }

  private static func basis(_ table: String) -> BilingualText {
    words("\(table).basis", Basis.allCases.map { ($0.rawValue, $0.label) })
  }

  private static func light(_ table: String) -> BilingualText {
    words("\(table).light", Light.allCases.map { ($0.rawValue, $0.word) })
  }

  private static let types = JournalType.allCases.map { type in
    (
      key: type.words[0],
      label: BilingualText(zh: type.words[type.words.count - 1], en: type.words[0])
    )
  }

  private static let states: [(key: String, label: BilingualText)] = [
    ("standing", BilingualText(zh: "有效", en: "standing")),
    ("corrected", BilingualText(zh: "已更正", en: "corrected")),
    ("withdrawn", BilingualText(zh: "已撤回", en: "withdrawn")),
  ]

  private static let certainties: [(key: String, label: BilingualText)] = [
    ("certain", BilingualText(zh: "确定", en: "certain")),
    ("possible", BilingualText(zh: "可能", en: "possible")),
  ]

  private static let holdings: [(key: String, label: BilingualText)] = [
    ("statement", BilingualText(zh: "规定", en: "statement")),
    ("succession", BilingualText(zh: "承接", en: "succession")),
  ]

  /// Those who certainly answer for an item, in the order of the data.
  private static func owners(_ role: String) -> String {
    "(SELECT group_concat(p.name, '、') FROM (SELECT * FROM owners WHERE item = n.id AND "
      + "role = '\(role)' AND certainty = 'certain' ORDER BY position) o "
      + "JOIN nodes p ON p.id = o.party)"
  }

  /// The reasons of an item's light, the worst first.
  private static let reasons = BilingualText(
    zh: "(SELECT group_concat(text_zh, '；') FROM (SELECT * FROM status_reasons "
      + "WHERE item = n.id ORDER BY position))",
    en: "(SELECT group_concat(text_en, '; ') FROM (SELECT * FROM status_reasons "
      + "WHERE item = n.id ORDER BY position))"
  )

  private static let views: [View] = [
    View(
      name: BilingualText(zh: "对象", en: "all nodes"),
      columns: [
        column("编号", "id", "n.id"), column("类别", "kind", label(of: "k")),
        column("名称", "name", "n.name"),
        column("依据", "basis", basis("n")), column("出处", "document", "d.name"),
        column("位置", "place", "n.place"),
      ],
      rows: """
        FROM nodes n JOIN kinds k ON k.kind = n.kind LEFT JOIN nodes d ON d.id = n.document
        """
    ),
    View(
      name: BilingualText(zh: "属性", en: "all attributes"),
      columns: [
        column("编号", "id", "n.id"), column("类别", "kind", label(of: "k")),
        column("名称", "name", "n.name"),
        column("属性", "attribute", label(of: "a")),
        column("值", "value", label(of: "o", orElse: "v.value")),
        column("数", "amount", "v.amount"), column("单位", "unit", "v.unit"),
      ],
      rows: """
        FROM attributes v JOIN nodes n ON n.id = v.node JOIN kinds k ON k.kind = n.kind
          JOIN attribute_kinds a ON a.kind = n.kind AND a.attribute = v.attribute
          LEFT JOIN options o ON o.kind = n.kind AND o.attribute = v.attribute AND o.option = v.value
        """
    ),
    View(
      name: BilingualText(zh: "关系", en: "all relations"),
      columns: [
        column("起点编号", "source id", "r.source"), column("起点", "source", "s.name"),
        column("关系", "relation", label(of: "k")), column("终点", "target", "t.name"),
        column("终点编号", "target id", "r.target"), column("依据", "basis", basis("r")),
        column("出处", "document", "d.name"), column("位置", "place", "r.place"),
        column("列举未尽", "open list", "r.open"), column("起", "from", "r.first_day"),
        column("止", "until", "r.last_day"),
      ],
      rows: """
        FROM relations r JOIN relation_kinds k ON k.kind = r.kind JOIN nodes s ON s.id = r.source
          JOIN nodes t ON t.id = r.target LEFT JOIN nodes d ON d.id = r.document
        """
    ),
    View(
      name: BilingualText(zh: "事项", en: "items"),
      columns: [
        column("编号", "id", "n.id"), column("类别", "kind", label(of: "k")),
        column("事项", "item", "n.name"),
        column("日期", "as of", "s.at"), column("灯", "light", light("s")),
        column("报告期", "period", "s.period"),
        column(
          "状态",
          "status",
          BilingualText(
            zh: "CASE s.disputed WHEN 1 THEN '说法不一' ELSE s.status END",
            en: "CASE s.disputed WHEN 1 THEN 'disputed' ELSE s.status END"
          )
        ), column("当年累计", "since January", "s.amount"),
        column("单位", "unit", "s.unit"), column("累计截至", "figure of", "s.value_period"),
        column("年计划(万元)", "planned for the year (万元)", "s.plan"),
        column("完成率(%)", "done (%)", "s.rate"), column("时间进度(%)", "time (%)", "s.time"),
        column("落后(点)", "behind (points)", "s.behind"),
        column("牵头单位", "lead departments", owners("lead")),
        column("责任领导", "leaders", owners("accountable")),
        column("原因", "reasons", reasons),
      ],
      rows: """
        FROM status s JOIN nodes n ON n.id = s.item JOIN kinds k ON k.kind = n.kind
        """
    ),
    View(
      name: BilingualText(zh: "责任", en: "responsibilities"),
      columns: [
        column("事项编号", "item id", "o.item"), column("事项", "item", "n.name"),
        column("职责", "role", label(of: "r", orElse: "o.role")),
        column("单位编号", "party id", "o.party"),
        column("单位或领导", "party", "p.name"),
        column("把握", "certainty", words("o.certainty", certainties)),
        column("由来", "stands by", words("o.basis", holdings)),
      ],
      rows: """
        FROM owners o JOIN nodes n ON n.id = o.item LEFT JOIN nodes p ON p.id = o.party
          LEFT JOIN relation_kinds r ON r.kind = o.role
        """
    ),
    View(
      name: BilingualText(zh: "亮灯原因", en: "reasons of lights"),
      columns: [
        column("事项编号", "item id", "w.item"), column("事项", "item", "n.name"),
        column("灯", "light", light("w")),
        column("原因", "reason", BilingualText(zh: "w.text_zh", en: "w.text_en")),
        column("行号", "line", "w.line"),
      ],
      rows: "FROM status_reasons w JOIN nodes n ON n.id = w.item"
    ),
    View(
      name: BilingualText(zh: "计划", en: "plans"),
      columns: [
        column("行号", "line", "p.line"), column("记录日", "recorded", "p.recorded"),
        column("事项编号", "item id", "p.item"), column("事项", "item", "n.name"),
        column("内容", "what", "p.what"), column("时期", "period", "p.period"),
        column("数值", "value", "p.value"), column("数", "amount", "p.amount"),
        column("单位", "unit", "p.unit"), column("来源", "source", "p.source"),
      ],
      rows: "FROM plan p JOIN nodes n ON n.id = p.item"
    ),
    View(
      name: BilingualText(zh: "台账", en: "journal lines"),
      columns: [
        column("行号", "line", "j.line"), column("记录日", "recorded", "j.recorded"),
        column("收到日", "received", "j.received"), column("报告期", "period", "j.period"),
        column("报送单位", "by", "j.by"), column("事项编号", "item id", "j.item"),
        column("事项", "item", "n.name"), column("类型", "type", words("j.type", types)),
        column("效力", "state", words("j.state", states)), column("状态", "status", "j.status"),
        column("完成值", "value", "j.value"), column("数", "amount", "j.amount"),
        column("单位", "unit", "j.unit"), column("形象进度", "progress", "j.progress"),
        column("存在问题", "problem", "j.problem"), column("下步措施", "next", "j.next"),
        column("节点", "milestone", "j.milestone"), column("日期", "first day", "j.first_day"),
        column("日期止", "last day", "j.last_day"), column("更正", "corrects", "j.corrects"),
        column("答复", "answers", "j.answers"), column("文号", "number", "j.number"),
        column("级别", "level", "j.level"), column("原因", "reason", "j.reason"),
        column("来源", "source", "j.source"),
      ],
      rows: "FROM journal j JOIN nodes n ON n.id = j.item"
    ),
  ]
}
