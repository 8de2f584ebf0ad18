import Bilingual
import ChainModel

extension QuestionName {
  /// A cluster's chain.
  public static let panorama = Self("panorama")
  /// What a chain lacks, or all chains.
  public static let gaps = Self("gaps")
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
      list: BilingualText(zh: "企业清单", en: "segments and who is there"),
      picture: BilingualText(zh: "产业链全景图", en: "panorama of the chain"),
      summary: BilingualText(zh: "上中下游、企业、项目、缺链", en: "stages, enterprises, projects, gaps"),
      of: [.cluster],
      options: [.allFlows, .stage],
      examples: ["panorama 船舶机械", "panorama 泳装 --stage 上游"].map(BilingualText.init(same:))
    ),
    QuestionDefinition(
      .gaps,
      .chains,
      aliases: ["缺链"],
      list: BilingualText(zh: "缺链清单", en: "list of gaps"),
      picture: BilingualText(zh: "缺链图", en: "gaps"),
      summary: BilingualText(
        zh: "缺链：缺什么，为什么，补上能带动什么，找谁",
        en: "what a chain lacks, why, what it would unlock, whom to ask"
      ),
      remark: BilingualText(
        zh: "断链：两侧均有已覆盖环节；外购：只有下游有；延链：只有上游有。",
        en: "A break has covered segments on both sides, an open head downstream alone, "
          + "an open tail upstream alone."
      ),
      of: [
        QuestionSubject(
          "scope",
          word: "CLUSTER",
          zh: "产业集群（缺省为全部）",
          en: "cluster (default: all)",
          .kinds([.cluster]),
          example: "泳装"
        ).optional
      ],
      options: [.state, .allFlows, .explain],
      examples: [
        BilingualText(same: "gaps 泳装"),
        BilingualText(
          zh: "gaps --state missing --state planned --format csv -o 缺链清单.csv",
          en: "gaps --state missing --state planned --format csv -o gaps.csv"
        ),
      ]
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
      options: [.depth, .explain],
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
      options: [.depth, .explain],
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
      options: [.limit, .explain],
      examples: [BilingualText(same: "paths 原油 高端聚烯烃")]
    ),
    QuestionDefinition(
      .impact,
      .chains,
      aliases: ["影响"],
      list: BilingualText(zh: "影响清单", en: "list of what changes"),
      picture: BilingualText(zh: "影响图", en: "impact"),
      summary: BilingualText(
        zh: "假如失去某些企业、项目或环节：什么断供、降级，该告诉谁",
        en: "what if enterprises, projects or segments were gone: what loses supply, whom to tell"
      ),
      remark: BilingualText(
        zh: "断供：原有供给方，一个不剩；单一来源：原有多个供给方，只剩一个。供给方是直接上游环节上的本地企业和项目。",
        en: "A segment loses all supply when it had suppliers and none is left, and falls to a "
          + "single source when it had several and one is left. Suppliers are the local enterprises "
          + "and the projects on the segments that feed it directly."
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
