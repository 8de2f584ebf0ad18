import Bilingual

extension QueryFunction {
  var definition: QueryFunctionDefinition {
    switch self {
    case .kind: Self.kindDefinition
    case .in: Self.inDefinition
    case .where: Self.whereDefinition
    case .upstream: Self.upstreamDefinition
    case .downstream: Self.downstreamDefinition
    case .between: Self.betweenDefinition
    case .path: Self.pathDefinition
    case .paths: Self.pathsDefinition
    case .owners: Self.ownersDefinition
    case .ledBy: Self.ledByDefinition
    case .duties: Self.dutiesDefinition
    case .members: Self.membersDefinition
    case .gaps: Self.gapsDefinition
    case .weak: Self.weakDefinition
    case .wanted: Self.wantedDefinition
    case .unknown: Self.unknownDefinition
    case .verdict: Self.verdictDefinition
    case .evidence: Self.evidenceDefinition
    case .chokepoints: Self.chokepointsDefinition
    case .cutPoints: Self.cutPointsDefinition
    case .cut: Self.cutDefinition
    case .betweenness: Self.betweennessDefinition
    case .core: Self.coreDefinition
    case .connected: Self.connectedDefinition
    case .neighbors: Self.neighborsDefinition
    case .follow: Self.followDefinition
    case .orphans: Self.orphansDefinition
    case .impact: Self.impactDefinition
    case .maybe: Self.maybeDefinition
    }
  }

  private typealias Definition = QueryFunctionDefinition

  private static let kindDefinition = Definition(
    chinese: ["类别"],
    arguments: BilingualText(zh: "类别, …", en: "KIND, …"),
    summary: BilingualText(zh: "某些类别的全部对象", en: "all nodes of some kinds"),
    example: "kind(project)",
    sets: 0...0,
    details: [.kinds, .required]
  )
  private static let inDefinition = Definition(
    chinese: ["属于"],
    arguments: BilingualText(zh: "集合, …", en: "SET, …"),
    summary: BilingualText(
      zh: "集合中对象所包含的一切（不限层数）；对于园区和行政区，还有位于其中的一切",
      en: "what the nodes of the set contain, at any depth; of a place also what is located there"
    ),
    example: "in(船舶机械) & project",
    sets: 1...Definition.any
  )
  private static let whereDefinition = Definition(
    chinese: ["筛选"],
    arguments: BilingualText(zh: "集合, 条件", en: "SET, CONDITION"),
    summary: BilingualText(
      zh: "集合中符合条件的对象",
      en: "the nodes of the set for which the condition holds"
    ),
    example: "where(project, status = 在建 and capacity >= 20 万千瓦)"
  )
  private static let upstreamDefinition = Definition(
    chinese: ["上游"],
    arguments: BilingualText(zh: "集合[, 步数][, 关系]", en: "SET[, DEPTH][, RELATION]"),
    summary: BilingualText(
      zh: "逆着供给方向：供给集合的环节，以及在这些环节上的企业和项目；指明关系时，则逆着该关系",
      en: "against the flow: the segments that feed the set, and who stands on them; "
        + "with a relation, from its targets to its sources"
    ),
    example: "上游(高端聚烯烃) & 企业",
    details: [.depth, .relations]
  )
  private static let downstreamDefinition = Definition(
    chinese: ["下游"],
    arguments: BilingualText(zh: "集合[, 步数][, 关系]", en: "SET[, DEPTH][, RELATION]"),
    summary: BilingualText(
      zh: "顺着供给方向：集合所供给的环节，以及在这些环节上的企业和项目；指明关系时，则顺着该关系",
      en: "along the flow: the segments that the set feeds, and who stands on them; "
        + "with a relation, from its sources to its targets"
    ),
    example: "kind(project) - downstream(kind(leader), responsibility)",
    details: [.depth, .relations]
  )
  private static let betweenDefinition = Definition(
    chinese: ["之间"],
    arguments: BilingualText(zh: "起点集合, 终点集合[, 关系]", en: "FROM, TO[, RELATION]"),
    summary: BilingualText(
      zh: "顺着供给方向从起点到终点的途中环节（含两端），以及在这些环节上的企业和项目",
      en: "the segments on the ways along the flow from one set to the other, both ends included, "
        + "and who stands on them"
    ),
    example: "between(原油炼制, 高端聚烯烃)",
    sets: 2...2,
    details: [.relations]
  )
  private static let pathDefinition = Definition(
    chinese: ["路径"],
    arguments: BilingualText(zh: "起点集合, 终点集合[, 关系]", en: "FROM, TO[, RELATION]"),
    summary: BilingualText(
      zh: "顺着供给方向从起点到终点最短的一条路径",
      en: "one shortest way along the flow from one set to the other"
    ),
    example: "path(原油炼制, 高端聚烯烃)",
    sets: 2...2,
    details: [.relations]
  )
  private static let pathsDefinition = Definition(
    chinese: ["所有路径"],
    arguments: BilingualText(zh: "起点集合, 终点集合[, 条数][, 关系]", en: "FROM, TO[, LIMIT][, RELATION]"),
    summary: BilingualText(
      zh: "顺着供给方向从起点到终点的路径，短的在前（缺省 \(QuestionOption.usualLimit) 条）",
      en:
        "the ways along the flow from one set to the other, the shortest first (\(QuestionOption.usualLimit) by default)"
    ),
    example: "paths(原油炼制, 高端聚烯烃, 5)",
    sets: 2...2,
    details: [.limit, .relations]
  )
  private static let ownersDefinition = Definition(
    chinese: ["谁负责"],
    arguments: BilingualText(zh: "集合[, 职责, …]", en: "SET[, ROLE, …]"),
    summary: BilingualText(
      zh: "对集合中的事项负责的领导和部门：按最近的条款，含继承",
      en: "the leaders and departments that answer for the set, by the nearest statement, "
        + "inherited ones included"
    ),
    example: "owners(泰峰锂业碳酸锂项目, lead)",
    details: [.roles]
  )
  private static let ledByDefinition = Definition(
    chinese: ["牵头"],
    arguments: BilingualText(zh: "部门集合", en: "PARTIES"),
    summary: BilingualText(
      zh: "由这些部门牵头的事项，含继承",
      en: "what the parties lead, inherited items included"
    ),
    example: "led-by(市工信局) & kind(project) & in(船舶机械)"
  )
  private static let dutiesDefinition = Definition(
    chinese: ["职责"],
    arguments: BilingualText(zh: "责任方集合[, 职责, …][, 继承]", en: "PARTIES[, ROLE, …][, inherited]"),
    summary: BilingualText(
      zh: "这些领导和部门负责的事项；加“继承”时含继承",
      en: "what the parties answer for; with `inherited` also what inherits a statement"
    ),
    example: "duties(市工信局, lead, inherited) & task",
    details: [.roles, .inherited]
  )
  private static let membersDefinition = Definition(
    chinese: ["成员"],
    arguments: BilingualText(zh: "集合", en: "SET"),
    summary: BilingualText(
      zh: "集合部门（如各县(市)区政府）的成员",
      en: "the members of collectives, members of members included"
    ),
    example: "members(\"各县(市)区政府\")"
  )
  private static let chokepointsDefinition = Definition(
    chinese: ["卡点"],
    arguments: BilingualText(zh: "[集群集合]", en: "[CLUSTERS]"),
    summary: BilingualText(
      zh: "一旦失去，就有已有环节断绝一切供给路径的环节；按各集群的链，不写集合时按整个供给网",
      en:
        "the segments without which no supply path reaches some segment that is here, in each cluster's "
        + "chain; in the whole net without a set"
    ),
    example: "chokepoints(船舶机械)",
    sets: 0...1
  )
  private static let neighborsDefinition = Definition(
    chinese: ["相邻"],
    arguments: BilingualText(zh: "集合[, 关系, …]", en: "SET[, RELATION, …]"),
    summary: BilingualText(
      zh: "与集合有直接关系的对象，不论方向",
      en: "what one relation joins to the set, whichever way it runs"
    ),
    example: "neighbors(锦西石化, presence)",
    details: [.relations]
  )
  private static let followDefinition = Definition(
    chinese: ["沿"],
    arguments: BilingualText(zh: "集合, 关系, …[, 逆向]", en: "SET, RELATION, …[, inverse]"),
    summary: BilingualText(
      zh: "从集合沿关系走一步到其对象；加“逆向”时从对象走向主体",
      en: "one step from the set along the relation, from sources to targets; "
        + "with `inverse` from targets to sources"
    ),
    example: "follow(锦西石化, operatesIn)",
    details: [.relations, .inverse, .required]
  )
  private static let orphansDefinition = Definition(
    chinese: ["孤立"],
    arguments: BilingualText(zh: "[集合][, 关系, …]", en: "[SET][, RELATION, …]"),
    summary: BilingualText(
      zh: "集合中没有任何（这些）关系的对象",
      en: "the nodes of the set that no relation touches, or none of those named"
    ),
    example: "orphans(enterprise, presence)",
    sets: 0...1,
    details: [.relations]
  )
  private static let impactDefinition = Definition(
    chinese: ["影响"],
    arguments: BilingualText(zh: "集合", en: "SET"),
    summary: BilingualText(
      zh: "移除集合中的企业、项目和环节后，状态、供给来源或完整度改变的环节和集群",
      en: "the segments and clusters whose verdict, supply or completeness changes when the "
        + "enterprises, projects and segments of the set are taken away"
    ),
    example: "impact(锦西石化)"
  )
  private static let maybeDefinition = Definition(
    chinese: ["或许"],
    arguments: BilingualText(zh: "集合", en: "SET"),
    summary: BilingualText(
      zh: "同集合；其中找不到的名称算作空",
      en: "the set, in which a name that matches nothing counts as empty"
    ),
    example: "maybe(锦州石化) + 锦西石化"
  )
}

/// Words among the arguments of functions.
enum QueryDetailWord {
  static let inherited = BilingualText(zh: "继承", en: "inherited")
  static let inverse = BilingualText(zh: "逆向", en: "inverse")
  static let strong = BilingualText(zh: "互通", en: "strong")
}
