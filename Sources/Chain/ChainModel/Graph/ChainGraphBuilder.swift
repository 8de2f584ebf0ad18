import Diagnostics
public import GraphKernel

/// Gathers nodes and relations, then freezes them into a ``ChainGraph``.
public struct ChainGraphBuilder {
  /// The vocabulary.
  public let ontology: Ontology

  private var nodes: NodeTable.Builder
  private var origins: [Origin?] = []
  private var relations = RelationColumns.Builder()
  private var originNumbers = OriginTable.Builder()
  private var faults: [GraphFaults.Fault] = []
  /// Who bore a name before.
  private var formerBearers: [NameKey: [NodeIndex]] = [:]

  /// A builder without nodes.
  public init(ontology: Ontology) {
    self.ontology = ontology
    nodes = NodeTable.Builder(ontology: ontology)
  }

  /// Adds a node and returns its index; indices count up from 0. Without an `id` its identity is
  /// `kind:name`; two nodes that take it from names which differ in spaces, width or capitals alone
  /// are one: `周 波` and `周波`.
  ///
  /// - Precondition: The ontology declares `kind`.
  public mutating func addNode(
    _ kind: NodeKind,
    name: String,
    id: String? = nil,
    aliases: [String] = [],
    attributes: [(name: AttributeName, value: AttributeValue)] = [],
    origin: Origin? = nil
  ) -> NodeIndex {
    guard let position = ontology.position(of: kind) else {
      preconditionFailure("the ontology declares no kind called \(kind.name)")
    }
    let node = NodeIndex(nodes.count)
    let first = nodes.append(
      kind: position,
      name: name,
      id: id,
      aliases: aliases,
      attributes: attributes
    )
    origins.append(origin)
    for case (.formerly, .list(let values)) in attributes {
      for case .text(let text) in values {
        guard let former = try? FormerName(parsing: text) else { continue }
        let key = NameKey(former.name)
        if formerBearers[key]?.last != node { formerBearers[key, default: []].append(node) }
      }
    }
    if let first { faults.append(.duplicateIdentity(node, first: first)) }
    return node
  }

  /// What the existence of `node` was said to rest on; `nil` for nothing so far.
  package func origin(of node: NodeIndex) -> Origin? { origins[node.position] }

  /// The origin of a fact that is cited from `node` at `place`: of what the document states, or of
  /// general knowledge that can be looked up in a reference.
  public func origin(citing node: NodeIndex, place: String) -> Origin {
    .citing(node, of: kind(of: node), place: place)
  }

  /// Says what the existence of `node` rests on.
  public mutating func setOrigin(_ origin: Origin, of node: NodeIndex) {
    origins[node.position] = origin
  }

  /// Adds a relation.
  ///
  /// - Precondition: The ontology declares `kind`, and both nodes were added.
  @discardableResult
  public mutating func addRelation(
    _ kind: RelationKind,
    from source: NodeIndex,
    to target: NodeIndex,
    origin: Origin,
    isOpen: Bool = false
  ) -> ChainGraphBuilder.RelationHandle {
    guard let position = ontology.position(of: kind) else {
      preconditionFailure("the ontology declares no relation called \(kind.name)")
    }
    precondition(max(source, target).position < nodes.count, "a relation to an unknown node")
    return relations.append(
      kind: position,
      isOpen: isOpen,
      source: source,
      target: target,
      origin: originNumbers.number(of: origin)
    )
  }

  /// The nodes added so far that `name` refers to among `kinds`: by identity, else by name, else
  /// by alias, else by a name that they bore before; in the order of their entry. Several mean that the name is ambiguous.
  public func nodes(named name: String, among kinds: RelationDefinition.KindSelection = .any)
    -> [NodeIndex]
  {
    if let node = nodes.node(id: name), kinds.contains(kind(of: node)) { return [node] }
    var name = name[...]
    var only: NodeKind?
    if let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let prefix = NodeKind(String(name[..<colon]))
      if ontology[prefix] != nil {
        only = prefix
        name = name[name.index(after: colon)...]
      }
    }
    let bearers = nodes.nodes(named: name).filter { node in
      kinds.contains(kind(of: node)) && (only == nil || kind(of: node) == only)
    }
    let key = NameKey(name)
    guard !bearers.isEmpty else {
      return (formerBearers[key] ?? []).filter { node in
        kinds.contains(kind(of: node)) && (only == nil || kind(of: node) == only)
      }
    }
    guard bearers.count > 1 else { return bearers }
    let named = bearers.filter { NameKey(nodes.name(of: $0)) == key }
    return named.isEmpty ? bearers : named
  }

  /// The number of nodes added so far.
  public var count: Int { nodes.count }

  /// The kind of a node added so far.
  public func kind(of node: NodeIndex) -> NodeKind { nodes.kind(of: node) }

  /// The identity of a node added so far.
  public func id(of node: NodeIndex) -> String { nodes.id(of: node) }

  /// The name of a node added so far.
  public func name(of node: NodeIndex) -> String { nodes.name(of: node) }

  /// The names of the nodes added so far that are of `kinds`, with their aliases.
  public func names(of kinds: RelationDefinition.KindSelection) -> [String] {
    ChainGraph.NodeIndices(count: count).filter { kinds.contains(kind(of: $0)) }
      .flatMap { nodes.spellings(of: $0) }
  }

  /// Freezes the graph, or says everything that keeps it from being one.
  ///
  /// - Complexity: O(*v* + *e*).
  public consuming func finish() throws(GraphFaults) -> ChainGraph {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(origins.count)
    var missing: [GraphFaults.Fault] = []
    for (position, origin) in origins.enumerated() {
      if origin == nil { missing.append(.missingOrigin(NodeIndex(position))) }
      numbers.append(originNumbers.number(of: origin ?? .industryKnowledge))
    }
    let (table, names) = nodes.finish(origins: numbers)
    return try ChainGraph(
      ontology: ontology,
      nodes: table,
      names: names,
      origins: originNumbers.finish(),
      relations: relations.finish(),
      faults: faults + missing
    )
  }
}
