import Bilingual

extension QuestionName {
  /// Nodes whose name, alias or initials match a text.
  public static let find = Self("find")
  /// A node with all that is known of it.
  public static let show = Self("show")
  /// An expression over sets of nodes.
  public static let query = Self("query")
  /// What the data contradicts or leaves open.
  public static let audit = Self("audit")
  /// How much there is of everything.
  public static let stats = Self("stats")
  /// The vocabulary.
  public static let ontology = Self("ontology")
}

extension QuestionTable {
  /// The data itself.
  static let data = [
    QuestionDefinition(
      .find,
      .data,
      list: BilingualText(zh: "查找结果", en: "Search results"),
      summary: BilingualText(
        zh: "按名称、别名、拼音首字母或部分名称查找",
        en: "find nodes by name, alias, pinyin initials or fragment"
      ),
      of: [QuestionSubject("text", zh: "要找的文字", en: "what to look for", .text, example: "锂")],
      options: [.kind],
      examples: ["find 锂", "find jxsh"].map(BilingualText.init(same:))
    ),
    QuestionDefinition(
      .show,
      .data,
      list: BilingualText(zh: "概况", en: "Facts"),
      summary: BilingualText(
        zh: "一个对象的属性、关系和出处",
        en: "a node's attributes, relations and source"
      ),
      of: [
        QuestionSubject(
          "node",
          zh: "名称或标识",
          en: "name or identity",
          .any,
          example: "锦西石化"
        )
      ],
      examples: [BilingualText(same: "show 锦西石化")]
    ),
    QuestionDefinition(
      .query,
      .data,
      list: BilingualText(zh: "查询结果", en: "Query"),
      picture: BilingualText(zh: "查询图", en: "picture of a query"),
      summary: BilingualText(zh: "用表达式查询对象的集合", en: "ask for sets of nodes in an expression"),
      of: [
        QuestionSubject(
          "expression",
          word: "EXPR",
          zh: "表达式",
          en: "expression",
          .expression,
          example: "上游(高端聚烯烃) & 企业"
        )
      ],
      options: [.explain],
      examples: [BilingualText(same: "query '上游(高端聚烯烃) & 企业'")]
    ),
    QuestionDefinition(
      .audit,
      .data,
      list: BilingualText(zh: "核查清单", en: "Audit"),
      summary: BilingualText(
        zh: "文件自相矛盾或未写明之处",
        en: "what the document contradicts or leaves open"
      ),
      options: [.rule],
      examples: [
        BilingualText(
          zh: "audit --rule 无牵头单位 --rule 对接领导不一致",
          en: "audit --rule no-lead --rule counterpart-differs"
        )
      ]
    ),
    QuestionDefinition(
      .stats,
      .data,
      list: BilingualText(zh: "数据统计表", en: "Statistics"),
      summary: BilingualText(
        zh: "对象、关系的数量和各集群的完整度",
        en: "numbers of nodes and relations, completeness by cluster"
      ),
      examples: [BilingualText(same: "stats")]
    ),
    QuestionDefinition(
      .ontology,
      .data,
      list: BilingualText(zh: "词汇表", en: "table of the vocabulary"),
      picture: BilingualText(zh: "词汇图", en: "vocabulary"),
      summary: BilingualText(zh: "类别与关系本身", en: "the kinds and relations themselves"),
      examples: [BilingualText(same: "ontology")]
    ),
  ]
}
