import Bilingual
import ChainModel

extension QuestionName {
  /// Segments and flows without which a chain falls apart.
  public static let chokepoints = Self("chokepoints")
  /// Segments that most shortest supply paths pass.
  public static let betweenness = Self("betweenness")
  /// Segments by core number.
  public static let core = Self("core")
  /// Connected components, and cycles.
  public static let components = Self("components")
}

extension QuestionTable {
  /// How the net of flows hangs together.
  static let structure = [
    QuestionDefinition(
      .chokepoints,
      .structure,
      aliases: ["卡点"],
      list: BilingualText(zh: "卡点清单", en: "list of chokepoints"),
      picture: BilingualText(zh: "卡点图", en: "chokepoints"),
      summary: BilingualText(
        zh: "卡点：一旦失去，就卡住供给或使链断开的环节和供给关系",
        en: "segments and flows whose loss blocks supply or cuts the chain apart"
      ),
      of: [.flowScope],
      examples: ["chokepoints 船舶机械", "chokepoints"].map(BilingualText.init(same:))
    ),
    QuestionDefinition(
      .betweenness,
      .structure,
      aliases: ["介数"],
      list: BilingualText(zh: "介数清单", en: "list of betweenness"),
      picture: BilingualText(zh: "介数图", en: "betweenness"),
      summary: BilingualText(
        zh: "介数：最短供给路径经过最多的环节",
        en: "betweenness: the segments that most shortest supply paths pass"
      ),
      of: [.flowScope],
      options: [.limit],
      examples: [BilingualText(same: "betweenness 船舶机械 --limit 5")]
    ),
    QuestionDefinition(
      .core,
      .structure,
      aliases: ["核"],
      list: BilingualText(zh: "核心环节清单", en: "list of core numbers"),
      picture: BilingualText(zh: "核心环节图", en: "core segments"),
      summary: BilingualText(
        zh: "核数：彼此联系最密的环节",
        en: "core numbers: the segments that hang together most closely"
      ),
      of: [.flowScope],
      examples: [BilingualText(same: "core 船舶机械")]
    ),
    QuestionDefinition(
      .components,
      .structure,
      aliases: ["连通"],
      list: BilingualText(zh: "连通分量清单", en: "list of components"),
      picture: BilingualText(zh: "连通分量图", en: "components"),
      summary: BilingualText(
        zh: "连通分量：供给网分成的几块，以及其中的循环",
        en: "connected components: the pieces of the net of flows, and its cycles"
      ),
      of: [.flowScope],
      examples: ["components 船舶机械", "components"].map(BilingualText.init(same:))
    ),
  ]
}

extension QuestionSubject {
  /// A cluster whose chain is meant; without one, all flows.
  fileprivate static let flowScope = Self(
    "scope",
    word: "CLUSTER",
    zh: "产业集群（缺省为全部）",
    en: "cluster (default: all)",
    .kinds([.cluster]),
    example: "船舶机械"
  ).optional
}
