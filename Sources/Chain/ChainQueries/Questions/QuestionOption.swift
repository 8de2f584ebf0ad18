public import Bilingual
public import ChainModel
public import GraphKernel

/// An option that changes an answer or a picture; the raw value is its name on the command line, in
/// addresses and in packs. What an option is called, may be and is by default stands here alone.
public enum QuestionOption: String, Sendable, Hashable, CaseIterable {
  /// The most flows to follow.
  case depth
  /// How far around a node to look.
  case radius
  /// The most rows or ways to show.
  case limit
  /// The verdicts to list.
  case state
  /// The roles to show.
  case role
  /// The kinds to show.
  case kind
  /// The relations to follow.
  case relation
  /// The stages to show in colour.
  case stage
  /// The reference chains to show, of a cluster that uses several.
  case chain
  /// The rules to look for.
  case rule
  /// The cluster to stay within.
  case within
  /// Whether to add what is inherited.
  case inherited
  /// Whether to draw flows that a longer way implies, and services to earlier stages.
  case allFlows = "all-flows"
  /// Whether what comes back is followed too.
  case withReturns = "with-returns"
  /// Whether rows say their derivation.
  case explain

  /// What its values may be.
  public enum Form: Sendable, Hashable {
    /// None: it is given or not.
    case `switch`
    /// One number of a range; `nil` by default stands for no bound.
    case number(ClosedRange<Int>, default: Int?)
    /// One name of a cluster.
    case cluster
    /// Names or identities of reference chains that the data set uses.
    case chain
    /// Names of roles, of relations, of kinds: those of the vocabulary.
    case role, relation, kind
    /// Some of these words, each a name and a label; none stands for `default`, or for all.
    case words([QuestionWord], default: [String])
  }

  fileprivate static let usualRadius = 1
  /// How many are listed where nobody says, by a question and by a function of the query language.
  static let usualLimit = 20

  /// What its values may be.
  public var form: Form {
    switch self {
    case .depth: .number(1...1_000_000, default: nil)
    case .radius: .number(1...10, default: Self.usualRadius)
    case .limit: .number(1...10_000, default: Self.usualLimit)
    case .state:
      .words(
        Verdict.allCases.map { QuestionWord($0.rawValue, $0.label) },
        default: Verdict.allCases.filter(\.isGap).map(\.rawValue)
      )
    case .stage:
      .words(Stage.allCases.map { QuestionWord($0.rawValue, $0.label) }, default: [])
    case .rule:
      .words(AuditRule.allCases.map { QuestionWord($0.rawValue, $0.label) }, default: [])
    case .role: .role
    case .kind: .kind
    case .relation: .relation
    case .within: .cluster
    case .chain: .chain
    case .inherited, .allFlows, .withReturns, .explain: .switch
    }
  }

  /// One line of help.
  public var summary: BilingualText {
    switch self {
    case .depth: BilingualText(zh: "最多几步（缺省不限）", en: "the most steps (default: all)")
    case .radius:
      BilingualText(
        zh: "半径：几步之内（缺省 \(Self.usualRadius)）",
        en: "how many relations away (default: \(Self.usualRadius))"
      )
    case .limit:
      BilingualText(
        zh: "最多列出几条（缺省 \(Self.usualLimit)）",
        en: "the most to list (default: \(Self.usualLimit))"
      )
    case .state:
      BilingualText(
        zh: "列出哪些结论的环节（可重复，缺省 missing、lacking 缺链）",
        en: "the segments of which verdicts to list (repeatable, default: missing, lacking)"
      )
    case .role:
      BilingualText(
        zh: "只看某种职责（可重复），如 lead 或 牵头",
        en: "only these roles (repeatable), such as lead"
      )
    case .kind:
      BilingualText(
        zh: "只看某类（可重复），如 project 或 项目",
        en: "only these kinds (repeatable), such as project"
      )
    case .relation: BilingualText(zh: "只沿某种关系（可重复）", en: "only these relations (repeatable)")
    case .stage:
      BilingualText(zh: "只看某位置的环节（可重复）", en: "only these stages in colour (repeatable)")
    case .chain:
      BilingualText(
        zh: "只画所用的某条参考链（可重复），名称或编号",
        en: "only what this reference chain holds (repeatable), by name or identity"
      )
    case .rule: BilingualText(zh: "只查某些规则（可重复）", en: "only these rules (repeatable)")
    case .within: BilingualText(zh: "只看某集群之内", en: "only what is in this cluster")
    case .inherited:
      BilingualText(
        zh: "加上其中包含、且未另行指定的事项",
        en: "add what lies inside and has no nearer statement"
      )
    case .allFlows:
      BilingualText(
        zh: "也画可由更长路径推出的供给关系，和对更上游环节的服务",
        en: "draw also the flows that a longer way implies, and services to earlier stages"
      )
    case .withReturns:
      BilingualText(
        zh: "也顺着回用走（废料、退役品、数据返回）",
        en: "follow returns too: scrap, retired goods, data that come back"
      )
    case .explain: BilingualText(zh: "用一句话说明推导", en: "say the derivation as a sentence")
    }
  }

  /// Whether it is given or not, without a value.
  public var isSwitch: Bool { form == .switch }

  /// Whether it has one value; the others are switches, or can have several.
  public var hasOneValue: Bool {
    switch form {
    case .number, .cluster: true
    case .switch, .chain, .role, .relation, .kind, .words: false
    }
  }

  /// Whether it changes the picture; otherwise it changes the list alone.
  public var changesPicture: Bool { self != .explain }

  /// The least and the most of a number; `nil` for what is none.
  var range: ClosedRange<Int>? {
    guard case .number(let range, _) = form else { return nil }
    return range
  }
}

/// One of some words: its name, and the word that an answer prints for it.
public struct QuestionWord: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The word for people.
  public let label: BilingualText

  init(_ name: String, _ label: BilingualText) {
    self.name = name
    self.label = label
  }

  /// Whether `word` means it: its name, or its label in either language.
  func isMeant(by word: String) -> Bool { [name, label.zh, label.en].contains(word) }
}

/// How a question is asked; each heeds the options that its definition names.
public struct QuestionOptions: Sendable, Hashable {
  /// The most flows to follow; `nil` for all.
  public var depth: Int?
  /// How many relations away from a node to look.
  public var radius = QuestionOption.usualRadius
  /// The most rows or ways to show.
  public var limit = QuestionOption.usualLimit
  /// The verdicts to list.
  public var verdicts = Verdict.gaps
  /// The roles to show; none stands for all.
  public var roles: [RelationKind] = []
  /// The kinds to show; none stands for all.
  public var kinds: [NodeKind] = []
  /// The relations to follow; none stands for all.
  public var relations: [RelationKind] = []
  /// The stages to show in colour; none stands for all.
  public var stages: [Stage] = []
  /// The identities of the reference chains to show; none stands for all.
  public var chains: [String] = []
  /// The rules to look for; none stands for all.
  public var rules: [AuditRule] = []
  /// The cluster to stay within; `nil` for no bound.
  public var cluster: NodeIndex?
  /// Whether to add what is inherited.
  public var isInheriting = false
  /// Whether to draw flows of general knowledge that a longer way implies, and such services to
  /// earlier stages.
  public var showsAllFlows = false
  /// Whether what comes back is followed too.
  public var followsReturns = false
  /// Whether rows say their derivation.
  public var isExplaining = false
  /// The most lines of a segment's card.
  public var mostLines = 6
  /// What the identity of a node is put behind to make the address of its card.
  public var linkPrefix = "#"

  /// The usual way.
  public init() {}

  /// Takes the values that people gave an option, their meanings already found.
  mutating func take(_ option: QuestionOption, _ meanings: QuestionOptionMeanings) {
    switch option {
    case .depth: depth = meanings.number
    case .radius: radius = meanings.number ?? radius
    case .limit: limit = meanings.number ?? limit
    case .state: verdicts = Set(meanings.words.compactMap { Verdict(rawValue: $0) })
    case .role: roles = meanings.relations
    case .kind: kinds = meanings.kinds
    case .relation: relations = meanings.relations
    case .stage: stages = meanings.words.compactMap { Stage(rawValue: $0) }
    case .chain: chains = meanings.words
    case .rule: rules = meanings.words.compactMap { AuditRule(rawValue: $0) }
    case .within: cluster = meanings.cluster
    case .inherited: isInheriting = true
    case .allFlows: showsAllFlows = true
    case .withReturns: followsReturns = true
    case .explain: isExplaining = true
    }
  }
}

/// What the values of an option mean in a data set: what its form says of them.
struct QuestionOptionMeanings {
  var number: Int?
  var words: [String] = []
  var kinds: [NodeKind] = []
  var relations: [RelationKind] = []
  var cluster: NodeIndex?
}
