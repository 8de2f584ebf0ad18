import Bilingual

extension QuestionName {
  /// Who answers for a cluster, or for everything.
  public static let responsibility = Self("responsibility")
  /// Who answers for an item.
  public static let owners = Self("owners")
  /// What a party answers for, or all parties.
  public static let duties = Self("duties")
  /// The province's clusters beside the city's people and clusters.
  public static let alignment = Self("alignment")
  /// How much each party answers for.
  public static let workload = Self("workload")
}

extension QuestionTable {
  /// Who answers for what.
  static let people = [
    QuestionDefinition(
      .responsibility,
      .people,
      list: BilingualText(zh: "责任分解表", en: "table of responsibilities"),
      picture: BilingualText(zh: "责任分工图", en: "who answers for what"),
      summary: BilingualText(
        zh: "领导、事项、牵头单位、责任单位",
        en: "leaders, items, lead and responsible departments"
      ),
      of: [.cluster.optional],
      examples: ["responsibility", "responsibility 泳装"].map(BilingualText.init(same:))
    ),
    QuestionDefinition(
      .owners,
      .people,
      aliases: ["谁负责"],
      list: BilingualText(zh: "责任方清单", en: "Who answers"),
      summary: BilingualText(
        zh: "某事项由谁负责，依据哪一条",
        en: "who answers for an item, by which statement"
      ),
      of: [
        QuestionSubject(
          "item",
          zh: "事项：集群、环节、项目、企业、任务……",
          en: "item: cluster, segment, project, …",
          .any,
          example: "泰峰锂业碳酸锂项目"
        )
      ],
      options: [.explain],
      examples: [BilingualText(same: "owners 泰峰锂业碳酸锂项目 --explain")]
    ),
    QuestionDefinition(
      .duties,
      .people,
      aliases: ["职责"],
      list: BilingualText(zh: "职责清单", en: "list of duties"),
      picture: BilingualText(zh: "职责图", en: "duties"),
      summary: BilingualText(
        zh: "某单位或领导负责的事项",
        en: "every item that a department or a leader answers for"
      ),
      of: [.party.optional],
      options: [.role, .kind, .inherited, .explain],
      examples: [
        "duties 市工信局 --role lead", "duties 市工信局 --role lead --inherited --kind project",
        "duties 兴城市", "duties",
      ].map(BilingualText.init(same:))
    ),
    QuestionDefinition(
      .alignment,
      .people,
      list: BilingualText(zh: "省市对接表", en: "table of province and city"),
      picture: BilingualText(zh: "省市对接图", en: "province and city"),
      summary: BilingualText(
        zh: "省级集群与市里的人和集群对照",
        en: "the province's clusters beside the city's people"
      ),
      examples: [
        BilingualText(
          zh: "alignment --format csv -o 省市对接表.csv",
          en: "alignment --format csv -o alignment.csv"
        )
      ]
    ),
    QuestionDefinition(
      .workload,
      .people,
      list: BilingualText(zh: "事项数量表", en: "Workload"),
      summary: BilingualText(
        zh: "各单位和领导的事项数量",
        en: "how much each department and leader answers for"
      ),
      examples: [BilingualText(same: "workload")]
    ),
  ]
}
