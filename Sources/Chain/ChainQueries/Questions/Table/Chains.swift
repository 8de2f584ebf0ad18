import Bilingual
import ChainModel

extension QuestionName {
  /// A cluster's chain.
  public static let panorama = Self("panorama")
  /// What a chain lacks, or all chains.
  public static let gaps = Self("gaps")
  /// What is here and weak, in a chain or in all.
  public static let weak = Self("weak")
  /// What a document wants.
  public static let wanted = Self("wanted")
  /// What nobody has looked at, as a list to survey by.
  public static let unknown = Self("unknown")
  /// The enterprises of a cluster, or of all.
  public static let enterprises = Self("enterprises")
  /// How far the firms of registers have been decided.
  public static let attached = Self("attached")
  /// A cluster's chain by stage and rank.
  public static let layers = Self("layers")
  /// What feeds a segment.
  public static let upstream = Self("upstream")
  /// What a segment feeds.
  public static let downstream = Self("downstream")
  /// The ways from one segment to another.
  public static let paths = Self("paths")
  /// What the loss of some nodes changes.
  public static let impact = Self("impact")
}

extension QuestionTable {
  /// What feeds what, and what is missing.
  static let chains = [
    QuestionDefinition(
      .panorama,
      .chains,
      list: BilingualText(zh: "环节清单", en: "segments and who is there"),
      picture: BilingualText(zh: "产业链全景图", en: "panorama of the chain"),
      summary: BilingualText(zh: "上中下游、企业、项目、缺链", en: "stages, enterprises, projects, gaps"),
      of: [.cluster],
      options: [.allFlows, .stage, .chain],
      examples: [
        "panorama 船舶机械", "panorama 船舶机械 --chain shipbuilding", "panorama 泳装 --stage 上游",
      ].map(BilingualText.init(same:))
    ),
    QuestionDefinition(
      .gaps,
      .chains,
      aliases: ["缺链"],
      list: BilingualText(zh: "缺链清单", en: "list of gaps"),
      picture: BilingualText(zh: "缺链图", en: "gaps"),
      summary: BilingualText(
        zh: "缺链：摸排查实或文件称缺的环节，凭什么，谁需要，怎么办，找谁",
        en: "what a chain lacks by evidence: by which, who needs it, what to do, whom to ask"
      ),
      remark: BilingualText(
        zh: "没有证据的环节是未查，不是缺链。位置：中间缺环，两侧均有；上游本地未见，只有下游有；可向下延伸，只有上游有；独立，两侧均无。",
        en:
          "A segment without evidence is unknown and no gap. An inner gap has segments that are here "
          + "on both sides, a head downstream alone, a tail upstream alone, one apart neither."
      ),
      of: [.scope],
      options: [.state, .allFlows, .explain],
      examples: [
        BilingualText(same: "gaps 泳装"),
        BilingualText(
          zh: "gaps --state lacking --state short --format csv -o 缺链清单.csv",
          en: "gaps --state lacking --state short --format csv -o gaps.csv"
        ),
      ]
    ),
    QuestionDefinition(
      .weak,
      .chains,
      aliases: ["弱项"],
      list: BilingualText(zh: "弱项清单", en: "list of weak segments"),
      picture: BilingualText(zh: "弱项图", en: "weak segments"),
      summary: BilingualText(
        zh: "弱项：不足、或只有单一企业的环节",
        en: "what is here and weak: said to be short, or with one enterprise"
      ),
      of: [.scope],
      options: [.allFlows, .explain],
      examples: [BilingualText(same: "weak 泳装")]
    ),
    QuestionDefinition(
      .wanted,
      .chains,
      aliases: ["方向"],
      list: BilingualText(zh: "方向清单", en: "list of what is wanted"),
      picture: BilingualText(zh: "方向图", en: "what is wanted"),
      summary: BilingualText(
        zh: "方向：文件拟发展、或只有谋划项目的环节",
        en: "what a document wants, or projects are planned for"
      ),
      of: [.scope],
      options: [.allFlows, .explain],
      examples: [BilingualText(same: "wanted 清洁能源")]
    ),
    QuestionDefinition(
      .unknown,
      .chains,
      aliases: ["未查", "摸排"],
      list: BilingualText(zh: "摸排清单", en: "list to survey by"),
      picture: BilingualText(zh: "摸排图", en: "what to survey"),
      summary: BilingualText(
        zh: "未查的环节：向谁问，问什么，查实为缺会怎样；有待填的列",
        en: "what nobody has looked at: whom to ask, what, what follows; with columns to fill in"
      ),
      of: [.scope],
      options: [.allFlows],
      examples: [BilingualText(zh: "unknown 泳装 -o 摸排清单.xlsx", en: "unknown 泳装 -o survey.xlsx")]
    ),
    QuestionDefinition(
      .enterprises,
      .chains,
      aliases: ["企业"],
      list: BilingualText(zh: "企业清单", en: "list of enterprises"),
      picture: BilingualText(zh: "企业图", en: "enterprises"),
      summary: BilingualText(
        zh: "企业：从事链上环节、建设其项目、龙头带动或属于集群的，一家一行",
        en: "the enterprises that operate in the chain, build its projects, lead or belong to it"
      ),
      of: [.scope],
      examples: ["enterprises 泳装", "enterprises"].map(BilingualText.init(same:))
    ),
    QuestionDefinition(
      .attached,
      .chains,
      aliases: ["挂链"],
      list: BilingualText(zh: "挂链进度清单", en: "progress of attached registers"),
      picture: BilingualText(zh: "挂链进度图", en: "how far registers are decided"),
      summary: BilingualText(
        zh: "挂链进度：名录中的企业在每个环节核定了多少、还有多少待核",
        en: "how far the firms of attached registers have been decided, segment by segment"
      ),
      remark: BilingualText(
        zh: "没有建议不等于没有企业。名录用 attach 命令挂上。",
        en: "Nothing proposed does not mean that nobody is there. Registers are attached by the "
          + "command attach."
      ),
      of: [.scope],
      examples: ["attached 泳装", "attached"].map(BilingualText.init(same:))
    ),
    QuestionDefinition(
      .layers,
      .chains,
      list: BilingualText(zh: "上中下游环节清单", en: "Segments by stage"),
      summary: BilingualText(zh: "集群产业链的上中下游", en: "a cluster's chain by stage and rank"),
      of: [.cluster],
      options: [.explain],
      examples: [BilingualText(same: "layers 泳装")]
    ),
    QuestionDefinition(
      .upstream,
      .chains,
      aliases: ["上游"],
      list: BilingualText(zh: "上游清单", en: "list of what feeds it"),
      picture: BilingualText(zh: "上游图", en: "upstream"),
      summary: BilingualText(zh: "某环节的上游：供给它的一切", en: "everything that feeds a segment"),
      of: [.segment(example: "高端聚烯烃")],
      options: [.depth, .withReturns, .explain],
      examples: [BilingualText(same: "upstream 高端聚烯烃 --depth 2")]
    ),
    QuestionDefinition(
      .downstream,
      .chains,
      aliases: ["下游"],
      list: BilingualText(zh: "下游清单", en: "list of what it feeds"),
      picture: BilingualText(zh: "下游图", en: "downstream"),
      summary: BilingualText(zh: "某环节的下游：它供给的一切", en: "everything that a segment feeds"),
      of: [.segment(example: "芳烃")],
      options: [.depth, .withReturns, .explain],
      examples: [BilingualText(same: "downstream 芳烃")]
    ),
    QuestionDefinition(
      .paths,
      .chains,
      aliases: ["所有路径"],
      list: BilingualText(zh: "路径清单", en: "list of paths"),
      picture: BilingualText(zh: "路径图", en: "paths"),
      summary: BilingualText(zh: "两个环节之间的供给路径", en: "the supply paths between two segments"),
      of: [.start, .end],
      options: [.limit, .withReturns, .explain],
      examples: [BilingualText(same: "paths 原油 高端聚烯烃")]
    ),
    QuestionDefinition(
      .impact,
      .chains,
      aliases: ["影响"],
      list: BilingualText(zh: "影响清单", en: "list of what changes"),
      picture: BilingualText(zh: "影响图", en: "impact"),
      summary: BilingualText(
        zh: "假如失去某些企业、项目或环节：什么失去已知本地供给，该告诉谁",
        en:
          "what if enterprises, projects or segments were gone: what loses known supply, whom to tell"
      ),
      remark: BilingualText(
        zh: "失去已知本地供给：原有已知供给方，一个不剩；已知来源只剩一个：原有多个，只剩一个。供给方是直接上游环节上点名的企业和已投产的项目。"
          + "外购未知，也未否认。",
        en:
          "A segment loses all known local supply when it had suppliers that are known and none is "
          + "left. Suppliers are the enterprises named and the completed projects on the segments "
          + "that feed it directly. Purchase from elsewhere is neither known nor denied."
      ),
      of: [
        QuestionSubject(
          "node",
          zh: "企业、项目或环节",
          en: "enterprise, project or segment",
          .removable,
          example: "锦西石化"
        ).repeated
      ],
      examples: ["impact 锦西石化", "impact 锦西石化 英华 --format json"].map(BilingualText.init(same:))
    ),
  ]
}

extension QuestionSubject {
  /// A cluster; without one, all of them.
  fileprivate static let scope = Self(
    "scope",
    word: "CLUSTER",
    zh: "产业集群（缺省为全部）",
    en: "cluster (default: all)",
    .kinds([.cluster]),
    example: "泳装"
  ).optional
}
