public import GraphKernel

extension ChainGraph {
  /// The adjacency of all relations of one meaning.
  public func digraph(_ semantics: Semantics) -> Digraph { table(semantics).digraph }

  /// The relation that stands behind an arc of ``digraph(_:)``.
  public func relation(_ arc: ArcIndex, _ semantics: Semantics) -> Relation {
    let table = table(semantics)
    return Relation(
      kind: ontology.relations[table.kind(of: arc.position)].kind,
      source: table.digraph.source(of: arc),
      target: table.digraph.target(of: arc),
      origin: origins[table.origins[arc.position]],
      isOpen: table.isOpen(arc.position)
    )
  }

  /// The relations of one meaning at whose `end` the node stands, in the order of the data.
  public func relations(
    of node: NodeIndex,
    at end: RelationDefinition.End,
    _ semantics: Semantics
  ) -> [Relation] {
    let table = table(semantics)
    // An adjacency lists the arcs into a node by their source; people listed them otherwise.
    return table.digraph.arcs(of: node, end == .source ? .forward : .reverse)
      .sorted {
        table.sequences[$0.index.position] < table.sequences[$1.index.position]
      }
      .map { relation($0.index, semantics) }
  }

  /// The relations of one kind at whose `end` the node stands, in the order of the data.
  public func relations(
    of node: NodeIndex,
    at end: RelationDefinition.End,
    _ kind: RelationKind
  ) -> [Relation] {
    guard let semantics = ontology[kind]?.semantics else { return [] }
    return relations(of: node, at: end, semantics).filter { $0.kind == kind }
  }

  /// The number of relations of each kind, in the order of their declaration.
  public func relationCounts() -> [(kind: RelationKind, count: Int)] {
    var counts = Array(repeating: 0, count: ontology.relations.count)
    for table in relationTables.values {
      for arc in table.kinds.indices { counts[table.kind(of: arc)] += 1 }
    }
    return zip(ontology.relations, counts).map { ($0.kind, $1) }
  }

  /// Everything that `node` is part of, nearest first; `node` itself is left out.
  public func wholes(of node: NodeIndex) -> [Reached] {
    digraph(.containment).reach(from: [node], .forward)
  }

  /// Everything that is part of `node`, nearest first; `node` itself is left out.
  public func parts(of node: NodeIndex) -> [Reached] {
    digraph(.containment).reach(from: [node], .reverse)
  }
}
