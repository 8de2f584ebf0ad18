public import GraphKernel

extension ChainGraph {
  /// The kind of `node`.
  public func kind(of node: NodeIndex) -> NodeKind { definition(of: node).kind }

  /// The declaration of the kind of `node`.
  public func definition(of node: NodeIndex) -> KindDefinition {
    ontology.kinds[nodeTable.records[node.position].kind]
  }

  /// The node whose identity is `id`, letter by letter; `nil` when there is none.
  public func node(id: String) -> NodeIndex? { names.node(id: id) }

  /// The identity of `node`: `kind:name`, or the one that its data gives.
  public func id(of node: NodeIndex) -> String { nodeTable.records[node.position].id }

  /// The name of `node`.
  public func name(of node: NodeIndex) -> String { nodeTable.records[node.position].name }

  /// The other names of `node`, in the order of the data.
  public func aliases(of node: NodeIndex) -> [String] { nodeTable.records[node.position].aliases }

  /// What the existence of `node` rests on.
  public func origin(of node: NodeIndex) -> Origin { nodeTable.records[node.position].origin }

  /// The nodes of `kind`, in the order of the data; none of a kind that is not declared.
  public func nodes(of kind: NodeKind) -> [NodeIndex] {
    ontology.position(of: kind).map { nodeTable.byKind[$0] } ?? []
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
    nodeTable.records[node.position].attributes.first { $0.name == name }?.value
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
