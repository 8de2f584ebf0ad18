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
    ("segment", .segment), ("material", .segment), ("process", .segment), ("component", .segment),
    ("technology", .segment), ("材料", .segment), ("原料", .segment), ("设备", .segment),
    ("部件", .segment), ("工序", .segment), ("supplier", .enterprise), ("manufacturer", .enterprise),
    ("corporation", .enterprise), ("集团", .enterprise), ("链主", .enterprise),
    ("investment", .project), ("产业链", .cluster), ("chain", .cluster),
    ("bureau", .department), ("government", .department), ("province", .region),
    ("county", .region), ("district", .region), ("省份", .region),
  ]

  /// Words for relations beside those of the ontology itself; `true` for the other direction.
  private static let relations: [(word: String, relation: String, isInverse: Bool)] = [
    ("supplied by", "supplies", true), ("downstream of", "supplies", true),
    ("upstream", "supplies", false), ("downstream", "supplies", false),
    ("suppl", "supplies", false), ("feed", "supplies", false),
    ("供应", "supplies", false), ("供货", "supplies", false), ("供给", "supplies", false),
    ("上游", "supplies", false), ("part of", "partOf", false), ("partof", "partOf", false),
    ("part_of", "partOf", false), ("belong", "partOf", false), ("属于", "partOf", false),
    ("contain", "partOf", true), ("include", "partOf", true), ("包含", "partOf", true),
    ("包括", "partOf", true), ("locat", "locatedIn", false), ("位于", "locatedIn", false),
    ("所在", "locatedIn", false), ("坐落", "locatedIn", false), ("组成", "partOf", false),
    ("隶属", "partOf", false), ("归属", "partOf", false), ("has part", "partOf", true),
    ("produced by", "operatesIn", true), ("operated by", "operatesIn", true),
    ("manufactured by", "operatesIn", true), ("made by", "operatesIn", true),
    ("manufactur", "operatesIn", false), ("operat", "operatesIn", false),
    ("主营", "operatesIn", false), ("经营", "operatesIn", false), ("built by", "builds", true),
    ("owned by", "owns", true), ("produce", "operatesIn", false), ("make", "operatesIn", false),
    ("生产", "operatesIn", false), ("从事", "operatesIn", false), ("build", "builds", false),
    ("建设", "builds", false),
    ("own", "owns", false), ("拥有", "owns", false), ("牵头", "lead", false),
    ("负责", "responsible", false), ("配合", "support", false),
  ]

  /// What a word most likely means.
  struct Guess<Meaning> {
    let meaning: Meaning
    /// The word, where it only holds one that is known; `nil` where it is the very word.
    var from: String?
  }

  /// The kind that a word most likely means; `nil` without a guess.
  func kind(_ word: String) -> Guess<NodeKind>? {
    let key = NameKey(word).text
    let exact = ontology.kinds.first { kind in
      [kind.kind.name, kind.label.zh, kind.label.en].contains { NameKey($0).text == key }
    }
    if let exact { return Guess(meaning: exact.kind) }
    let found = Self.kinds.first { Self.holds(word, $0.word) && ontology[$0.kind] != nil }
    return found.map { Guess(meaning: $0.kind, from: $0.word == key ? nil : word) }
  }

  /// The relation that a word most likely means, and whether it is read from its target; `nil`
  /// without a guess.
  func relation(_ word: String) -> Guess<(relation: RelationKind, isInverse: Bool)>? {
    let key = Self.squeezed(word)
    for relation in ontology.relations {
      let names = [relation.kind.name, relation.label.zh, relation.label.en, relation.field]
      if names.contains(where: { Self.squeezed($0) == key }) {
        return Guess(meaning: (relation.kind, false))
      }
      let inverse = [relation.inverse.zh, relation.inverse.en, relation.inverseField]
      if inverse.contains(where: { Self.squeezed($0) == key }) {
        return Guess(meaning: (relation.kind, true))
      }
    }
    return Self.relations.first { Self.holds(word, $0.word) }.flatMap { found in
      let relation = RelationKind(found.relation)
      guard ontology[relation] != nil else { return nil }
      let isSame = Self.squeezed(found.word) == key
      return Guess(meaning: (relation, found.isInverse), from: isSame ? nil : word)
    }
  }

  /// Letters and digits alone, in lower case: `:START_ID`, `startId` and `start id` are one.
  static func squeezed(_ text: String) -> String {
    String(NameKey(text).text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// Whether a text holds a known word; a short one of Latin letters begins a word there, since
  /// `capacity` is no city, and nobody owns what is unknown.
  private static func holds(_ text: String, _ word: String) -> Bool {
    let known = squeezed(word)
    guard known.utf8.count <= 5, known.allSatisfy(\.isASCII) else {
      return squeezed(text).contains(known)
    }
    var words: [String] = [""]
    var wasLower = false
    for character in text {
      let begins = character.isUppercase && wasLower || !character.isLetter
      if begins { words.append("") }
      if character.isLetter { words[words.count - 1] += character.lowercased() }
      wasLower = character.isLowercase
    }
    return words.contains { $0.hasPrefix(known) }
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
    let words = ["id", "key", "code", "编号", "代码", "序号", "统一社会信用代码", "信用代码"]
    return words.lazy.compactMap { word in columns.first { Self.squeezed($0) == word } }.first
  }

  /// Which of some columns most likely say what edges lead from and to.
  func ends(among columns: [String]) -> (source: String, target: String)? {
    let sure = [
      ("source", "target"), ("from", "to"), ("startid", "endid"), ("start", "end"), ("src", "dst"),
      ("srcid", "dstid"), ("sourceid", "targetid"), ("fromid", "toid"), ("startnode", "endnode"),
      ("head", "tail"), ("起点", "终点"), ("源节点", "目标节点"), ("起始节点", "终止节点"),
      ("头实体", "尾实体"),
    ]
    // Beside a name, these say what the named thing is joined to.
    let likely = [("源", "目标"), ("上游", "下游"), ("供方", "需方"), ("供应商", "客户")]
    for (first, second) in sure + (name(among: columns) == nil ? likely : []) {
      let source = columns.first { Self.squeezed($0) == first }
      let target = columns.first { Self.squeezed($0) == second }
      if let source, let target { return (source, target) }
    }
    return nil
  }

  /// Whether a column is called as one that says what a record is part of.
  static func isParent(_ column: String) -> Bool {
    ["parent", "parentid", "上级", "上级代码", "上级编号", "父节点", "父级", "pid"].contains(squeezed(column))
  }

  /// Words that columns are called by which say what sort of thing a record is; squeezed.
  static let sorts = [
    "type", "kind", "category", "class", "labels", "nodetype", "edgetype", "entitytype",
    "relation", "relationtype", "rel", "reltype", "relationship", "relationshiptype", "linktype",
    "nodekind", "nodelabel", "类型", "类别", "种类", "分类", "关系", "联系", "节点类型", "实体类型", "关系类型",
    "边类型",
  ]

  /// Those that say so of edges alone, after the others.
  static let edgeSorts = ["label", "interaction", "predicate", "谓词", "谓语", "关系名称"]

  /// Those that say so of the rows of a table, in which a type may be of anything.
  static let rowSorts = ["nodetype", "entitytype", "nodekind", "节点类型", "实体类型"]
}
