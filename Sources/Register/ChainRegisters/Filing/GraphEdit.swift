import Bilingual
import ChainModel
import Diagnostics
import GraphKernel
import RegisterReader

/// A graph that is to say more than another: nodes with more names and attributes, new nodes, new relations, and
/// none of some that were.
struct GraphEdit {
  private struct Fact: Hashable {
    let kind: RelationKind
    let source: NodeIndex
    let target: NodeIndex
  }

  private struct Node {
    let kind: NodeKind
    let name: String
    var id: String?
    var attributes: [(name: AttributeName, value: AttributeValue)] = []
    var origin: Origin?
  }

  private let old: ChainGraph
  private var added: [Node] = []
  private var moreAliases: [NodeIndex: [String]] = [:]
  private var changed: [NodeIndex: [(name: AttributeName, value: AttributeValue)]] = [:]
  private var removed: [NodeIndex: Set<AttributeName>] = [:]
  private var described: Set<NodeIndex> = []
  /// The identities of new nodes.
  private var ids: Set<String> = []
  private var stated: [Fact: Origin] = [:]
  private var order: [Fact] = []
  private var withdrawn: Set<Fact> = []

  init(_ graph: ChainGraph) { old = graph }

  private func isOld(_ node: NodeIndex) -> Bool { node.position < old.nodes.count }

  private mutating func append(_ node: Node) -> NodeIndex {
    added.append(node)
    return NodeIndex(old.nodes.count + added.count - 1)
  }

  // MARK: Nodes

  /// The register of that name, with the last day on which it was read.
  mutating func register(_ name: String, date: CalendarDate) -> NodeIndex {
    let found = old.nodes(of: .register).first { NameKey(old.name(of: $0)) == NameKey(name) }
    guard let found else {
      let node = append(Node(kind: .register, name: name, attributes: [(.date, .date(date))]))
      added[added.count - 1].origin = .confirmed(in: node, place: "名录")
      return node
    }
    if case .date(let before) = old.attribute(.date, of: found), !before.isBefore(date) {
      return found
    }
    changed[found, default: []].append((.date, .date(date)))
    return found
  }

  /// A firm that the data did not know.
  mutating func add(_ firm: RegisterRow, _ origin: Origin, isExternal: Bool) -> NodeIndex {
    // Another firm may bear the name.
    var id = "enterprise:\(firm.name)"
    if old.node(id: id) != nil || ids.contains(id) {
      id = "enterprise:\(firm.code ?? "\(firm.name)-\(firm.number)")"
    }
    ids.insert(id)
    return append(
      Node(
        kind: .enterprise,
        name: firm.name,
        id: id == "enterprise:\(firm.name)" ? nil : id,
        attributes: isExternal ? [(.external, .flag(true))] : [],
        origin: origin
      )
    )
  }

  /// What describing a firm met.
  struct Description {
    /// The name that the data has, where the register has another.
    var otherName: String?
    /// An output that could not be read.
    var unreadOutput: String?
    /// Attributes of which the data says something else.
    var differing: [AttributeName] = []
    /// Whether it was marked as of elsewhere.
    var wasExternal = false
  }

  /// Those of which a register is a better witness than what was written down once.
  private static let renewed: Set<AttributeName> = [.status]
  /// Those of which two values cannot both be right.
  private static let single: [AttributeName] = [.creditCode, .industryCode]

  /// Gives an enterprise the attributes of a firm that it has not, and its registration as it is now; a name that it
  /// does not bear becomes an alias. `nil` for an enterprise that was described already.
  mutating func describe(
    _ node: NodeIndex,
    by firm: RegisterRow,
    isLocal: Bool
  ) -> Description? {
    guard described.insert(node).inserted else { return nil }
    let attributes = FirmAttributes(of: firm, old.ontology)
    var description = Description(unreadOutput: attributes.unreadOutput)
    guard isOld(node) else {
      added[node.position - old.nodes.count].attributes += attributes.groups.flatMap(\.self)
      return description
    }
    for group in attributes.groups {
      let main = group[0]
      let before = old.attribute(main.name, of: node)
      if before == nil || Self.renewed.contains(main.name) {
        if before != main.value { changed[node, default: []] += group }
      } else if Self.single.contains(main.name), before != main.value {
        description.differing.append(main.name)
      }
    }
    if isLocal, old.hasFlag(.external, node) {
      removed[node, default: []].insert(.external)
      description.wasExternal = true
    }
    let names = [old.name(of: node)] + old.aliases(of: node)
    if !names.contains(where: { NameKey($0) == NameKey(firm.name) }) {
      moreAliases[node, default: []].append(firm.name)
      description.otherName = old.name(of: node)
    }
    return description
  }

  // MARK: Relations

  /// Whether a document states a relation.
  func isStated(_ kind: RelationKind, from source: NodeIndex, to target: NodeIndex) -> Bool {
    guard isOld(source) else { return false }
    return old.relations(of: source, at: .source, kind).contains {
      $0.target == target && $0.origin.basis == .document
    }
  }

  /// Whether an enterprise is here, by what the data says.
  func isLocal(_ node: NodeIndex) -> Bool { isOld(node) && !old.hasFlag(.external, node) }

  /// States a relation. What a document or a register states already stays as it is; general knowledge makes
  /// room.
  mutating func state(
    _ kind: RelationKind,
    from source: NodeIndex,
    to target: NodeIndex,
    _ origin: Origin
  ) {
    let fact = Fact(kind: kind, source: source, target: target)
    if stated.updateValue(origin, forKey: fact) == nil { order.append(fact) }
    withdrawn.remove(fact)
  }

  /// Takes a relation back that a register stated.
  mutating func withdraw(_ kind: RelationKind, from source: NodeIndex, to target: NodeIndex) {
    withdrawn.insert(Fact(kind: kind, source: source, target: target))
  }

  /// The graph; enterprises that a register alone gave, and that nothing ties to anything any more after an answer
  /// was taken back, are left out.
  func graph() throws(GraphFaults) -> ChainGraph {
    var builder = ChainGraphBuilder(ontology: old.ontology)
    for node in old.nodes {
      let more = changed[node] ?? []
      let gone = Set(more.map(\.name)).union(removed[node] ?? [])
      _ = builder.addNode(
        old.kind(of: node),
        name: old.name(of: node),
        id: old.id(of: node),
        aliases: old.aliases(of: node) + (moreAliases[node] ?? []),
        attributes: old.attributes(of: node).map { ($0.definition.name, $0.value) }
          .filter { !gone.contains($0.0) } + more,
        origin: old.origin(of: node)
      )
    }
    for node in added {
      let index = builder.addNode(
        node.kind,
        name: node.name,
        id: node.id,
        attributes: node.attributes
      )
      if let origin = node.origin { builder.setOrigin(origin, of: index) }
    }
    var held: Set<Fact> = []
    for relation in old.allRelations() {
      let fact = Fact(kind: relation.kind, source: relation.source, target: relation.target)
      let isByRegister = relation.origin.basis == .register
      if withdrawn.contains(fact), isByRegister { continue }
      if stated[fact] != nil, !relation.origin.basis.isStated { continue }
      held.insert(fact)
      builder.addRelation(
        relation.kind,
        from: relation.source,
        to: relation.target,
        origin: relation.origin,
        isOpen: relation.isOpen
      )
    }
    for fact in order where !held.contains(fact) {
      guard let origin = stated[fact] else { continue }
      builder.addRelation(fact.kind, from: fact.source, to: fact.target, origin: origin)
    }
    let graph = try builder.finish()
    let loose = Set(withdrawn.map(\.source)).filter { node in
      graph.origin(of: node).basis == .register
        && Semantics.allCases.allSatisfy { semantics in
          let net = graph.digraph(semantics)
          return net.degree(of: node, .forward) == 0 && net.degree(of: node, .reverse) == 0
        }
    }
    guard !loose.isEmpty else { return graph }
    return graph.keeping(GraphFilter(nodes: Set(graph.nodes).subtracting(loose)))
  }
}
