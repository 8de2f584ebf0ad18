public import Bilingual
public import ChainModel

/// Something that a question is of.
public struct QuestionSubject: Sendable {
  /// What it may be.
  public enum Choice: Sendable, Hashable {
    /// Nodes of these kinds.
    case kinds([NodeKind])
    /// Whatever can be upstream or downstream of something.
    case flow
    /// Whoever can answer for something.
    case party
    /// A cluster, a place or a party.
    case scope
    /// What can be taken away to see what changes: enterprises, projects and whatever flows.
    case removable
    /// Places but for parks: regions, and what a data set adds to them.
    case region
    /// Any node.
    case any
    /// No node: a text to look for.
    case text
    /// No node: an expression of the query language.
    case expression
  }

  /// The name in an address: `cluster`.
  public let name: String
  /// The word in a usage line: `CLUSTER`.
  public let word: String
  /// The word for people.
  public let label: BilingualText
  /// What it may be.
  public let choice: Choice
  /// An example, on the data set of Huludao.
  public let example: String
  /// Whether the question can do without it and is then asked of everything.
  public private(set) var isOptional = false
  /// Whether several can be named; only the last subject of a question can be so.
  public private(set) var isRepeated = false

  var usage: String { isOptional ? "[\(word)]" : word + (isRepeated ? "…" : "") }

  /// Whether it names a node, not a text.
  public var isNode: Bool { ![.text, .expression].contains(choice) }

  /// The kinds that it may have in the words of `ontology`; `nil` for all.
  public func kinds(in ontology: Ontology) -> [NodeKind]? {
    switch choice {
    case .kinds(let kinds): kinds
    case .flow: ontology.flowKinds
    case .party: ontology.partyKinds
    case .scope: [.cluster] + ontology.placeKinds + ontology.partyKinds
    case .removable: ontology.removableKinds
    case .region: ontology.placeKinds.filter { $0 != .park }
    case .any, .text, .expression: nil
    }
  }

  /// The same, which can be left out.
  package var optional: Self {
    var subject = self
    subject.isOptional = true
    return subject
  }

  /// The same, of which several can be named.
  var repeated: Self {
    var subject = self
    subject.isRepeated = true
    return subject
  }

  /// A subject called `name`.
  package init(
    _ name: String,
    word: String? = nil,
    zh: String,
    en: String,
    _ choice: Choice,
    example: String
  ) {
    self.name = name
    self.word = word ?? name.uppercased()
    label = BilingualText(zh: zh, en: en)
    self.choice = choice
    self.example = example
  }
}

extension QuestionSubject {
  /// What a word stands for that asks for everything.
  public static let everything = "all"

  static let cluster = Self(
    "cluster",
    zh: "产业集群",
    en: "cluster",
    .kinds([.cluster]),
    example: "泳装"
  )
  static func segment(example: String) -> Self {
    Self("segment", zh: "产业链环节", en: "segment", .flow, example: example)
  }
  static let start = Self(
    "from",
    zh: "起点环节",
    en: "segment to start from",
    .flow,
    example: "原油炼制"
  )
  static let end = Self("to", zh: "终点环节", en: "segment to reach", .flow, example: "高端聚烯烃")
  static let party = Self(
    "party",
    zh: "部门或领导",
    en: "department or leader",
    .party,
    example: "市工信局"
  )
  static let node = Self("node", zh: "任一对象", en: "any node", .any, example: "锦西石化")
}
