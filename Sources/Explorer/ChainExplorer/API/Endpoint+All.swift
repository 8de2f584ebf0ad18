internal import Bilingual
internal import ChainModel
internal import ChainQueries
internal import ChainViews

extension Endpoint {
  /// Every command that the API offers, in the order of the document.
  static let all: [Endpoint] = lookups + chains + people + questions

  private static let depth = 1...1_000_000
  private static let mostPaths = 1...10_000

  private static func make(
    _ name: String,
    _ zh: String,
    _ en: String,
    _ parameters: [Parameter],
    _ shape: Shape,
    isExplained: Bool = false,
    _ question: @escaping @Sendable (ParameterValues) -> Question
  ) -> Endpoint {
    Endpoint(
      name: name,
      summary: BilingualText(zh: zh, en: en),
      parameters: parameters,
      shape: shape,
      isExplained: isExplained
    ) { .question(question($0)) }
  }

  private static let lookups: [Endpoint] = [
    make(
      "find",
      "按名称、别名、拼音首字母或部分名称查找",
      "find nodes by name, alias, pinyin initials or fragment",
      [
        .path("text", "要找的文字", "what to look for", example: "锂"),
        .options("kind", .text, "只找某类", "only these kinds"),
      ],
      .rows(
        of: "find",
        Shape.head + [("matched", .word(NameMatch.allCases.map(\.rawValue)))]
      )
    ) { .find($0.text("text") ?? "", kinds: $0.texts("kind")) },
    make(
      "show",
      "一个对象的属性、关系和出处",
      "a node's attributes, relations and source",
      [.path("node", "名称或标识", "a name or an identity", example: "锦西石化")],
      .shown
    ) { .show($0.text("node") ?? "") },
    make(
      "stats",
      "对象、关系的数量和各集群的覆盖",
      "numbers of nodes and relations, coverage by cluster",
      [],
      .statistics
    ) { _ in .statistics },
    Endpoint(
      name: "check",
      summary: BilingualText(zh: "数据集的错误和警告", en: "the faults of the data set"),
      parameters: [],
      shape: .rows(of: "check", Shape.diagnostics)
    ) { _ in .check },
    make(
      "audit",
      "文件自相矛盾或未写明之处",
      "what the document contradicts or leaves open",
      [
        .options(
          "rule",
          .word(AuditRule.allCases.map(\.rawValue)),
          "只查某些规则",
          "only these rules"
        )
      ],
      .rows(of: "audit", Shape.findings)
    ) { .audit(rules: $0.words("rule")) },
  ]

  private static let chains: [Endpoint] = [
    make(
      "upstream",
      "某环节的上游",
      "everything that feeds a segment",
      [
        .path("segment", "产业链环节", "the segment", example: "高端聚烯烃"),
        .option("depth", .integer(depth), "最多几步", "the most steps"),
      ],
      .rows(of: "upstream", hasSubject: true, Shape.steps),
      isExplained: true
    ) { .upstream(of: $0.text("segment") ?? "", depth: $0.number("depth")) },
    make(
      "downstream",
      "某环节的下游",
      "everything that a segment feeds",
      [
        .path("segment", "产业链环节", "the segment", example: "芳烃"),
        .option("depth", .integer(depth), "最多几步", "the most steps"),
      ],
      .rows(of: "downstream", hasSubject: true, Shape.steps),
      isExplained: true
    ) { .downstream(of: $0.text("segment") ?? "", depth: $0.number("depth")) },
    make(
      "paths",
      "两个环节之间的供给路径",
      "the supply paths between two segments",
      [
        .path("from", "起点环节", "the segment to start from", example: "原油炼制"),
        .path("to", "终点环节", "the segment to reach", example: "高端聚烯烃"),
        .option("limit", .integer(mostPaths), "最多几条", "the most paths"),
      ],
      .rows(of: "paths", hasSubject: true, [("length", .integer), ("nodes", .list(.text))]),
      isExplained: true
    ) {
      .paths(
        from: $0.text("from") ?? "",
        to: $0.text("to") ?? "",
        limit: $0.number("limit") ?? Question.defaultPathLimit
      )
    },
    make(
      "layers",
      "集群产业链的上中下游",
      "a cluster's chain by stage and rank",
      [.path("cluster", "产业集群", "the cluster", example: "泳装")],
      .rows(of: "layers", hasSubject: true, Shape.layers),
      isExplained: true
    ) { .layers(of: $0.text("cluster") ?? "") },
    make(
      "gaps",
      "缺链：缺什么，为什么，补上能带动什么，找谁",
      "what a chain lacks, why, what it would unlock, whom to ask",
      [
        .option("scope", .text, "产业集群（缺省为全部）", "the cluster (default: all)"),
        .options(
          "state",
          .word(Coverage.allCases.map(\.rawValue)),
          "列出哪些状态（缺省 missing）",
          "which states to list (default: missing)"
        ),
      ],
      .rows(of: "gaps", Shape.gaps),
      isExplained: true
    ) { values in
      let states: [Coverage] = values.words("state")
      return .gaps(in: values.text("scope"), states: states.isEmpty ? [.missing] : states)
    },
  ]

  private static let people: [Endpoint] = [
    make(
      "owners",
      "某事项由谁负责，依据哪一条",
      "who answers for an item, by which statement",
      [.path("item", "事项", "the item", example: "泰峰锂业碳酸锂项目")],
      .rows(of: "owners", hasSubject: true, Shape.owners),
      isExplained: true
    ) { .owners(of: $0.text("item") ?? "") },
    make(
      "duties",
      "某单位或领导负责的事项",
      "every item that a department or a leader answers for",
      [
        .path("party", "部门或领导", "the department or leader", example: "市工信局"),
        .options("role", .text, "只列某种职责", "only these roles"),
        .options("kind", .text, "只列某类事项", "only these kinds"),
        .option("inherited", .flag, "加上继承的事项", "add what is inherited"),
      ],
      .rows(of: "duties", hasSubject: true, Shape.duties),
      isExplained: true
    ) {
      .duties(
        of: $0.text("party") ?? "",
        roles: $0.texts("role"),
        kinds: $0.texts("kind"),
        isInheriting: $0.flag("inherited")
      )
    },
    make(
      "alignment",
      "省级集群与市里的人和集群对照",
      "the province's clusters beside the city's people",
      [],
      .rows(of: "alignment", Shape.alignment)
    ) { _ in .alignment },
    make(
      "workload",
      "各单位和领导的事项数量",
      "how much each department and leader answers for",
      [],
      .rows(
        of: "workload",
        [("party", .node), ("kind", .text), ("total", .integer), ("counts", .map(.integer))]
      )
    ) { _ in .workload },
  ]

  private static let questions: [Endpoint] = [
    make(
      "query",
      "用表达式查询对象的集合",
      "ask for sets of nodes in an expression",
      [
        .option("expression", .text, "表达式", "the expression")
          .required(example: "上游(高端聚烯烃) & 企业")
      ],
      .queried,
      isExplained: true
    ) { .query($0.text("expression") ?? "") },
    make(
      "impact",
      "假如失去某些企业、项目或环节：什么断供、降级，该告诉谁",
      "what if nodes were gone: what loses supply, whom to tell",
      [
        .options("node", .text, "企业、项目或环节", "enterprises, projects or segments")
          .required(example: "锦西石化")
      ],
      .rows(of: "impact", Shape.effects)
    ) { .impact(of: $0.texts("node")) },
    make(
      "list",
      "一个视图的清单：与同名的图一致",
      "the list of a view: what its picture shows",
      [
        .path("view", "哪种清单", "which view", example: "responsibility"),
        .options("of", .text, "对象（all 为全部）", "what it is of (all: everything)"),
      ] + ViewOption.allCases.map(\.parameter),
      .rows(of: ViewName.allCases.map(\.rawValue), .map(.any))
    ) { .list($0.viewWords($0.text("view") ?? "")) },
  ]
}

extension ViewOption {
  /// The option as a parameter; its value is checked with the view's other words.
  var parameter: Parameter {
    let (zh, en) = ("视图的选项", "an option of the view")
    switch self {
    case .inherited, .allFlows: return .option(rawValue, .flag, zh, en)
    case .role, .kind, .relation, .stage: return .options(rawValue, .text, zh, en)
    case .depth, .radius, .limit, .within: return .option(rawValue, .text, zh, en)
    }
  }
}

extension ParameterValues {
  /// The words of a view: its subjects and its options.
  func viewWords(_ view: String) -> ViewWords {
    var options: [ViewOption: [String]] = [:]
    for option in ViewOption.allCases where text(option.rawValue) != nil {
      guard [.inherited, .allFlows].contains(option) else {
        options[option] = texts(option.rawValue)
        continue
      }
      if flag(option.rawValue) { options[option] = [] }
    }
    return ViewWords(view, of: texts("of"), options: options)
  }
}
