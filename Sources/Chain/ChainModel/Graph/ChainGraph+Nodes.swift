public import GraphKernel

extension ChainGraph {
  /// The kind of `node`.
  public func kind(of node: NodeIndex) -> NodeKind { definition(of: node).kind }

  /// The declaration of the kind of `node`.
  public func definition(of node: NodeIndex) -> KindDefinition {
    ontology.kinds[Int(nodeTable.kinds[node.position])]
  }

  /// The identity of `node`: `kind:name`, or the one that its data gives.
  public func id(of node: NodeIndex) -> String {
    let identities = nodeTable.identities
    if let text = identities.text(of: node.position) { return identities.texts[text] }
    return Self.id(kind(of: node), name(of: node))
  }

  /// The identity of a node to which the data gives none.
  static func id(_ kind: NodeKind, _ name: String) -> String { "\(kind.name):\(name)" }

  /// The name of `node`.
  public func name(of node: NodeIndex) -> String {
    let spellings = nodeTable.spellings
    return spellings.texts[spellings.name(of: node.position)]
  }

  /// The other names of `node`, in the order of the data.
  public func aliases(of node: NodeIndex) -> [String] {
    let spellings = nodeTable.spellings
    return spellings.range(of: node.position).dropFirst().map { spellings.texts[$0] }
  }

  /// What the existence of `node` rests on.
  public func origin(of node: NodeIndex) -> Origin { origins[nodeTable.origins[node.position]] }

  /// The origin of a fact that is cited from `node` at `place`.
  package func origin(citing node: NodeIndex, place: String) -> Origin {
    .citing(node, of: kind(of: node), place: place)
  }

  /// The nodes of `kind`, in the order of the data, without those that are not there on the day that was
  /// asked for; none of a kind that is not declared.
  public func nodes(of kind: NodeKind) -> [NodeIndex] {
    let all = ontology.position(of: kind).map { nodeTable.byKind.nodes(of: $0) } ?? []
    guard let absent = standing?.absent, !absent.isEmpty else { return all }
    return all.filter { !absent.contains($0) }
  }

  /// The attributes that `node` has, in the order of their declaration.
  public func attributes(
    of node: NodeIndex
  ) -> [(definition: AttributeDefinition, value: AttributeValue)] {
    definition(of: node).attributes.compactMap { definition in
      attribute(definition.name, of: node).map { (definition, $0) }
    }
  }

  /// The value of an attribute of `node`; `nil` when it has none.
  public func attribute(_ name: AttributeName, of node: NodeIndex) -> AttributeValue? {
    nodeTable.attributes[node.position, name]
  }

  /// The texts of an attribute, one or a list; none for one of another type.
  package func texts(_ name: AttributeName, of node: NodeIndex) -> [String] {
    switch attribute(name, of: node) {
    case .text(let text): [text]
    case .list(let values):
      values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    default: []
    }
  }

  /// The key of the option that `node` has under `name`; `nil` when it has none.
  public func option(_ name: AttributeName, of node: NodeIndex) -> String? {
    guard case .option(let option) = attribute(name, of: node) else { return nil }
    return option.key
  }

  /// Whether `node` has the flag `name` set.
  public func hasFlag(_ name: AttributeName, _ node: NodeIndex) -> Bool {
    attribute(name, of: node) == .flag(true)
  }
}
