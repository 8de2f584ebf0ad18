import Bilingual
import ChainModel

extension QuestionName {
  /// All clusters on one page.
  public static let overview = Self("overview")
  /// Projects by status.
  public static let projects = Self("projects")
  /// Who and what is in a park.
  public static let park = Self("park")
  /// Who and what is in a region.
  public static let region = Self("region")
  /// Everything around a node.
  public static let neighborhood = Self("neighborhood")
}

extension QuestionTable {
  /// Where things are, and what is around them.
  static let places = [
    QuestionDefinition(
      .overview,
      .places,
      list: BilingualText(zh: "集群总表", en: "table of clusters"),
      picture: BilingualText(zh: "集群总图", en: "overview of clusters"),
      summary: BilingualText(
        zh: "产业、集群、量级、目标、领导，一页看全",
        en: "industries, clusters, tiers, targets and leaders on one page"
      ),
      examples: [BilingualText(same: "overview")]
    ),
    QuestionDefinition(
      .projects,
      .places,
      list: BilingualText(zh: "项目清单", en: "list of projects"),
      picture: BilingualText(zh: "项目图", en: "projects"),
      summary: BilingualText(
        zh: "项目按状态分列，含规模与建设单位",
        en: "projects by status, with capacity and builder"
      ),
      of: [
        QuestionSubject(
          "scope",
          word: "CLUSTER|PARK|DEPARTMENT",
          zh: "集群、园区或部门",
          en: "cluster, park or department",
          .scope,
          example: "市工信局"
        ).optional
      ],
      examples: ["projects", "projects 市工信局"].map(BilingualText.init(same:))
    ),
    QuestionDefinition(
      .park,
      .places,
      list: BilingualText(zh: "园区清单", en: "what is in the park"),
      picture: BilingualText(zh: "园区图", en: "the park"),
      summary: BilingualText(zh: "园区里有什么", en: "who and what is in a park"),
      of: [
        QuestionSubject("park", zh: "园区", en: "park", .kinds([.park]), example: "葫芦岛经济开发区")
      ],
      options: [.kind, .within],
      examples: [BilingualText(same: "park 葫芦岛经济开发区 --kind 平台载体")]
    ),
    QuestionDefinition(
      .region,
      .places,
      list: BilingualText(zh: "区域清单", en: "what is in the region"),
      picture: BilingualText(zh: "区域分布图", en: "the region"),
      summary: BilingualText(zh: "行政区里有什么", en: "who and what is in a region"),
      of: [QuestionSubject("region", zh: "行政区", en: "region", .region, example: "兴城市")],
      options: [.kind, .within],
      examples: [BilingualText(same: "region 兴城市")]
    ),
    QuestionDefinition(
      .neighborhood,
      .places,
      list: BilingualText(zh: "关系清单", en: "list of relations"),
      picture: BilingualText(zh: "关系图", en: "neighborhood"),
      summary: BilingualText(zh: "某对象周围的一切", en: "everything around a node"),
      of: [.node],
      options: [.radius, .relation],
      examples: [BilingualText(same: "neighborhood 锦西石化 --radius 2")]
    ),
  ]
}
