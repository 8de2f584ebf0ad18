import ChainModel

/// A graph as plain lists, written in sentences; ``graph()`` builds the real one, and the oracles
/// read the lists.
///
/// A name that is mentioned for the first time makes a node of the kind that the sentence needs.
/// Node *n* of the lists is node *n* of the graph.
struct ChainSketch {
  struct Node {
    var kind: NodeKind
    var name: String
    var id: String?
    var aliases: [String] = []
    var options: [AttributeName: String] = [:]
    var dates: [AttributeName: String] = [:]
    var isExternal = false
    var amount: String?
  }

  struct Link: Hashable {
    var kind: RelationKind
    var source: Int
    var target: Int
    var isOpen = false
    /// Whether it is general knowledge; evidence is else what a document says.
    var isGeneral = false
  }

  /// The day on which the graph is asked.
  static let day = "2024-03-15"

  var ontology = Ontology.withUniversities
  /// Whether a document states all that is not marked as general knowledge: nodes and flows too.
  var isStated = false
  private(set) var nodes: [Node] = []
  private(set) var links: [Link] = []

  init() {}

  init(_ tell: (inout ChainSketch) -> Void) {
    tell(&self)
  }

  /// The node called `name`; made when it is new.
  @discardableResult
  mutating func node(_ kind: NodeKind, _ name: String, id: String? = nil) -> Int {
    if id == nil, let known = nodes.firstIndex(where: { $0.name == name }) { return known }
    nodes.append(Node(kind: kind, name: name, id: id))
    return nodes.count - 1
  }

  mutating func set(_ name: AttributeName, _ option: String, of node: Int) {
    nodes[node].options[name] = option
  }

  mutating func set(_ name: AttributeName, date: String, of node: Int) {
    nodes[node].dates[name] = date
  }

  mutating func setExternal(_ node: Int) { nodes[node].isExternal = true }

  mutating func setAmount(_ amount: String, of node: Int) { nodes[node].amount = amount }

  /// Adds a link; nothing when it is there already.
  mutating func link(
    _ kind: RelationKind,
    _ source: Int,
    _ target: Int,
    isOpen: Bool = false,
    isGeneral: Bool = false
  ) {
    let isKnown = links.contains {
      $0.kind == kind && $0.source == source && $0.target == target
    }
    guard !isKnown else { return }
    links.append(
      Link(kind: kind, source: source, target: target, isOpen: isOpen, isGeneral: isGeneral)
    )
  }

  /// The sketch without the links of some nodes: they keep their numbers, and nothing knows them. Who
  /// held whom stays so: the loss of a holder makes no two of what it held.
  func isolating(_ gone: Set<Int>) -> ChainSketch {
    keeping { link in
      link.kind == .controlledBy || (!gone.contains(link.source) && !gone.contains(link.target))
    }
  }

  /// The sketch with some of its links.
  func keeping(_ isKept: (Link) -> Bool) -> ChainSketch {
    var rest = self
    rest.links = links.filter(isKept)
    return rest
  }

  /// The identity that node `number` has in the graph.
  func id(_ number: Int) -> String {
    nodes[number].id ?? "\(nodes[number].kind.name):\(nodes[number].name)"
  }
}

/// Sentences.
extension ChainSketch {
  /// Each segment supplies the next.
  mutating func flow(_ names: String...) {
    let segments = names.map { node(.segment, $0) }
    for (source, target) in zip(segments, segments.dropFirst()) {
      link(.supplies, source, target)
    }
  }

  /// The cluster consists of the segments.
  mutating func cluster(_ name: String, of segments: String...) {
    let cluster = node(.cluster, name)
    for segment in segments { link(.partOf, node(.segment, segment), cluster) }
  }

  mutating func part(_ kind: NodeKind, _ name: String, of wholes: String...) {
    let part = node(kind, name)
    for whole in wholes { link(.partOf, part, node(.task, whole)) }
  }

  mutating func enterprise(
    _ name: String,
    worksIn segments: String...,
    external: Bool = false,
    isOpen: Bool = false,
    isGeneral: Bool = false
  ) {
    let enterprise = node(.enterprise, name)
    if external { setExternal(enterprise) }
    for segment in segments {
      link(
        .operatesIn,
        enterprise,
        node(.segment, segment),
        isOpen: isOpen,
        isGeneral: isGeneral
      )
    }
  }

  mutating func project(_ name: String, fills segments: String..., status: String? = nil) {
    let project = node(.project, name)
    if let status { set(.status, status, of: project) }
    for segment in segments { link(.fills, project, node(.segment, segment)) }
  }

  mutating func stage(_ stage: String, of segments: String...) {
    for segment in segments { set(.stage, stage, of: node(.segment, segment)) }
  }

  /// The item names the parties in `role`; it is a task when it is new.
  mutating func item(
    _ item: String,
    _ role: RelationKind,
    _ parties: String...,
    isOpen: Bool = false
  ) {
    let kind: NodeKind = role == .accountable ? .leader : .department
    let target = node(.task, item)
    for party in parties { link(role, node(kind, party), target, isOpen: isOpen) }
  }

  mutating func collective(_ name: String, _ quantifier: String, _ members: String...) {
    let collective = node(.department, name)
    set(.quantifier, quantifier, of: collective)
    for member in members { link(.memberOf, node(.department, member), collective) }
  }

  mutating func target(_ name: String, _ amount: String?, partOf whole: String? = nil) {
    let target = node(.target, name)
    if let amount { setAmount(amount, of: target) }
    if let whole { link(.partOf, target, node(.cluster, whole)) }
  }
}
