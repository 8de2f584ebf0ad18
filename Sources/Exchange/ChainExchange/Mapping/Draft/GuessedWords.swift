import ChainModel
import Diagnostics

/// What the words of other people's files most likely mean.
struct GuessedWords {
  let ontology: Ontology

  /// Words for kinds beside those of the ontology itself.
  private static let kinds: [(word: String, kind: NodeKind)] = [
    ("企业", .enterprise), ("公司", .enterprise), ("厂", .enterprise), ("company", .enterprise),
    ("firm", .enterprise), ("enterprise", .enterprise), ("organization", .enterprise),
    ("项目", .project), ("project", .project), ("园区", .park), ("开发区", .park), ("park", .park),
    ("集群", .cluster), ("cluster", .cluster), ("部门", .department), ("单位", .department),
    ("department", .department), ("领导", .leader), ("链长", .leader), ("person", .leader),
    ("leader", .leader), ("地区", .region), ("区县", .region), ("城市", .region), ("city", .region),
    ("region", .region), ("行业", .industry), ("industry", .industry), ("任务", .task), ("task", .task),
    ("目标", .target), ("target", .target), ("文件", .document), ("document", .document),
    ("环节", .segment), ("产品", .segment), ("工艺", .segment), ("product", .segment),
    ("segment", .segment), ("material", .segment), ("process", .segment),
  ]

  /// Words for relations beside those of the ontology itself; `true` for the other direction.
  private static let relations: [(word: String, relation: String, isInverse: Bool)] = [
    ("supplied by", "supplies", true), ("suppl", "supplies", false), ("feed", "supplies", false),
    ("供应", "supplies", false), ("供货", "supplies", false), ("供给", "supplies", false),
    ("上游", "supplies", false), ("part of", "partOf", false), ("partof", "partOf", false),
    ("part_of", "partOf", false), ("belong", "partOf", false), ("属于", "partOf", false),
    ("contain", "partOf", true), ("include", "partOf", true), ("包含", "partOf", true),
    ("包括", "partOf", true), ("locat", "locatedIn", false), ("位于", "locatedIn", false),
    ("produce", "operatesIn", false), ("make", "operatesIn", false), ("生产", "operatesIn", false),
    ("从事", "operatesIn", false), ("build", "builds", false), ("建设", "builds", false),
    ("own", "owns", false), ("拥有", "owns", false), ("牵头", "lead", false),
    ("负责", "responsible", false), ("配合", "support", false),
  ]

  /// The kind that a word most likely means; `nil` without a guess.
  func kind(_ word: String) -> NodeKind? {
    let key = NameKey(word).text
    let exact = ontology.kinds.first { kind in
      [kind.kind.name, kind.label.zh, kind.label.en].contains { NameKey($0).text == key }
    }
    if let exact { return exact.kind }
    return Self.kinds.first { key.contains($0.word) && ontology[$0.kind] != nil }?.kind
  }

  /// The relation that a word most likely means, and whether it is read from its target; `nil`
  /// without a guess.
  func relation(_ word: String) -> (relation: RelationKind, isInverse: Bool)? {
    let key = NameKey(word).text
    for relation in ontology.relations {
      let names = [relation.kind.name, relation.label.zh, relation.label.en, relation.field]
      if names.contains(where: { NameKey($0).text == key }) { return (relation.kind, false) }
      let inverse = [relation.inverse.zh, relation.inverse.en, relation.inverseField]
      if inverse.contains(where: { NameKey($0).text == key }) { return (relation.kind, true) }
    }
    let found = Self.relations.first { key.contains(NameKey($0.word).text) }
    return found.flatMap { found in
      let relation = RelationKind(found.relation)
      return ontology[relation].map { _ in (relation, found.isInverse) }
    }
  }

  /// The attribute of a kind that a column is called like; `nil` without one.
  func attribute(_ column: String, of kind: KindDefinition) -> AttributeDefinition? {
    let key = NameKey(column).text
    return kind.attributes.first { attribute in
      [attribute.name.name, attribute.label.zh, attribute.label.en].contains {
        NameKey($0).text == key
      }
    }
  }

  /// Which of some columns most likely says what a record is called.
  func name(among columns: [String]) -> String? {
    if columns.contains(StructuralColumn.label) { return StructuralColumn.label }
    let words = ["名称", "name", "label", "title", "标题", "全称"]
    return words.lazy.compactMap { word in columns.first { NameKey($0).text == word } }.first
      ?? words.lazy.compactMap { word in columns.first { NameKey($0).text.contains(word) } }.first
  }

  /// Which of some columns most likely tells records apart.
  func key(among columns: [String]) -> String? {
    let words = ["id", "_id", "key", "code", "编号", "代码", "序号", "统一社会信用代码", "信用代码"]
    return words.lazy.compactMap { word in columns.first { NameKey($0).text == word } }.first
  }

  /// Which of some columns most likely say what edges lead from and to.
  func ends(among columns: [String]) -> (source: String, target: String)? {
    let sure = [
      ("source", "target"), ("from", "to"), ("_start", "_end"), (":start_id", ":end_id"),
      ("start", "end"), ("起点", "终点"),
    ]
    // Beside a name, these say what the named thing is joined to.
    let likely = [("源", "目标"), ("上游", "下游"), ("供方", "需方"), ("供应商", "客户")]
    for (first, second) in sure + (name(among: columns) == nil ? likely : []) {
      let source = columns.first { NameKey($0).text == first }
      let target = columns.first { NameKey($0).text == second }
      if let source, let target { return (source, target) }
    }
    return nil
  }

  /// Words that columns are called by which say what sort of thing a record is.
  static let sorts = [
    "type", "kind", "category", "class", "_labels", "labels", "nodetype", "edgetype", "_type",
    "relation", "rel", "relationship", "类型", "类别", "种类", "分类", "关系", "联系",
  ]
}
