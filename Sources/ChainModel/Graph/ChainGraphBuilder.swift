public import GraphKernel
import SourceDiagnostics

/// Gathers nodes and relations, then freezes them into a ``ChainGraph``.
public struct ChainGraphBuilder {
  /// The vocabulary.
  public let ontology: Ontology

  private var records: [NodeTable.Record] = []
  private var origins: [Origin?] = []
  private var relations: [PendingRelation] = []
  private var firstByRelation: [PendingRelation.Key: RelationHandle] = [:]
  private var names = NameTable()
  private var faults: [GraphFault] = []

  /// A builder without nodes.
  public init(ontology: Ontology) {
    self.ontology = ontology
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
    let node = NodeIndex(records.count)
    let namesake = id == nil ? namesake(of: name, kind) : nil
    let id = id ?? Self.id(kind, name)
    records.append(
      NodeTable.Record(
        kind: position,
        id: id,
        name: name,
        aliases: aliases,
        attributes: attributes,
        origin: .industryKnowledge
      )
    )
    origins.append(origin)
    if let first = names.insert(node, id: id, names: [name] + aliases) ?? namesake {
      faults.append(.duplicateIdentity(node, first: first))
    }
    return node
  }

  private static func id(_ kind: NodeKind, _ name: String) -> String { "\(kind.name):\(name)" }

  /// The node of `kind` that took its identity from a name that is looked up as `name` is.
  private func namesake(of name: String, _ kind: NodeKind) -> NodeIndex? {
    names.nodes(named: name).first { node in
      let record = records[node.position]
      return self.kind(of: node) == kind && record.id == Self.id(kind, record.name)
        && NameKey(record.name) == NameKey(name)
    }
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
  ) -> RelationHandle {
    guard let position = ontology.position(of: kind) else {
      preconditionFailure("the ontology declares no relation called \(kind.name)")
    }
    precondition(max(source, target).position < records.count, "a relation to an unknown node")
    let handle = RelationHandle(position: relations.count)
    let definition = ontology.relations[position]
    let key = PendingRelation.Key(kind: position, source: source, target: target)
    if !definition.sources.contains(self.kind(of: source))
      || !definition.targets.contains(self.kind(of: target))
    {
      faults.append(.forbiddenRelation(handle))
    } else if let first = firstByRelation[key] {
      faults.append(.duplicateRelation(handle, first: first))
    } else {
      firstByRelation[key] = handle
    }
    relations.append(PendingRelation(key: key, origin: origin, isOpen: isOpen))
    return handle
  }

  /// The nodes added so far that `name` refers to among `kinds`: by identity, else by name, else
  /// by alias; in the order of their entry. Several mean that the name is ambiguous.
  public func nodes(named name: String, among kinds: KindSelection = .any) -> [NodeIndex] {
    if let node = names.node(id: name), kinds.contains(kind(of: node)) { return [node] }
    var name = name[...]
    var only: NodeKind?
    if let colon = name.firstIndex(of: ":") {
      let prefix = NodeKind(String(name[..<colon]))
      if ontology[prefix] != nil {
        only = prefix
        name = name[name.index(after: colon)...]
      }
    }
    let bearers = names.nodes(named: name).filter { node in
      kinds.contains(kind(of: node)) && (only == nil || kind(of: node) == only)
    }
    guard bearers.count > 1 else { return bearers }
    let key = NameKey(name)
    let named = bearers.filter { NameKey(records[$0.position].name) == key }
    return named.isEmpty ? bearers : named
  }

  /// The number of nodes added so far.
  public var count: Int { records.count }

  /// The kind of a node added so far.
  public func kind(of node: NodeIndex) -> NodeKind {
    ontology.kinds[records[node.position].kind].kind
  }

  /// The identity of a node added so far.
  public func id(of node: NodeIndex) -> String { records[node.position].id }

  /// The name of a node added so far.
  public func name(of node: NodeIndex) -> String { records[node.position].name }

  /// The names of the nodes added so far that are of `kinds`, with their aliases.
  public func names(of kinds: KindSelection) -> [String] {
    records.filter { kinds.contains(ontology.kinds[$0.kind].kind) }
      .flatMap { [$0.name] + $0.aliases }
  }

  /// Freezes the graph, or says everything that keeps it from being one.
  ///
  /// - Complexity: O(*v* + *e*).
  public consuming func finish() throws(GraphFaults) -> ChainGraph {
    var faults = self.faults
    for (position, origin) in origins.enumerated() {
      if let origin {
        records[position].origin = origin
      } else {
        faults.append(.missingOrigin(NodeIndex(position)))
      }
    }
    let graph = Self.assemble(
      ontology: ontology,
      records: records,
      relations: relations,
      names: names
    )
    faults += graph.containmentCycles().map { .containmentCycle($0) }
    guard faults.isEmpty else { throw GraphFaults(faults: faults) }
    return graph
  }
}

/// A relation as it was entered.
struct PendingRelation: Sendable {
  struct Key: Hashable, Sendable {
    let kind: Int
    let source: NodeIndex
    let target: NodeIndex
  }

  let key: Key
  let origin: Origin
  let isOpen: Bool
}
