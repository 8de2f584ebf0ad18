import GraphKernel

extension ChainGraphBuilder {
  /// Puts valid parts together.
  static func assemble(
    ontology: Ontology,
    records: [NodeTable.Record],
    relations: [PendingRelation],
    names: NameTable
  ) -> ChainGraph {
    var byKind: [[NodeIndex]] = Array(repeating: [], count: ontology.kinds.count)
    for (position, record) in records.enumerated() {
      byKind[record.kind].append(NodeIndex(position))
    }
    var bySemantics: [Semantics: [PendingRelation]] = [:]
    for relation in relations {
      bySemantics[ontology.relations[relation.key.kind].semantics, default: []].append(relation)
    }
    return ChainGraph(
      ontology: ontology,
      nodeTable: NodeTable(records: records, byKind: byKind),
      relationTables: bySemantics.mapValues { table(of: $0, nodeCount: records.count) },
      names: names
    )
  }

  private static func table(of relations: [PendingRelation], nodeCount: Int) -> RelationTable {
    let (digraph, order) = Digraph.build(
      nodeCount: nodeCount,
      arcs: relations.map { ($0.key.source, $0.key.target) }
    )
    let records = order.map { position in
      let relation = relations[position]
      return RelationTable.Record(
        kind: relation.key.kind,
        origin: relation.origin,
        isOpen: relation.isOpen,
        sequence: position
      )
    }
    return RelationTable(digraph: digraph, records: records)
  }
}

extension ChainGraph {
  /// One circle for each group of nodes that contain one another.
  func containmentCycles() -> [[NodeIndex]] {
    let digraph = digraph(.containment)
    let components = digraph.stronglyConnectedComponents()
    return components.indices
      .filter { components.isCyclic($0) }
      .compactMap { component in
        let subgraph = digraph.induced(on: Array(components.members(of: component)))
        return subgraph.graph.findCycle()?.map { subgraph.nodes[$0.position] }
      }
  }
}
