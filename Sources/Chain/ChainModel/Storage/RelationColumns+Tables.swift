import Columns
internal import GraphKernel

extension RelationColumns {
  /// A table for each semantics that has relations.
  ///
  /// - Complexity: O(*v* + *e*).
  consuming func tables(_ ontology: Ontology, nodeCount: Int) -> [Semantics: RelationTable] {
    let all = RelationPart(
      kinds: Array(kinds),
      sources: Array(sources),
      targets: Array(targets),
      origins: Array(origins)
    )
    return [all].tables(ontology, nodeCount: nodeCount)
  }
}

extension RelationColumns {
  /// The relations of a graph, in the order of their entry.
  ///
  /// - Complexity: O(*v* + *e*).
  package init(of graph: ChainGraph) {
    let count = graph.relationTables.values.reduce(0) { $0 + $1.digraph.arcCount }
    var kinds = Array(repeating: UInt16(0), count: count)
    var sources = Array(repeating: UInt32(0), count: count)
    var (targets, origins) = (sources, sources)
    for table in graph.relationTables.values {
      for source in table.digraph.nodes {
        for arc in table.digraph.arcs(of: source, .forward) {
          let place = Int(table.sequences[arc.index.position])
          kinds[place] = table.kinds[arc.index.position]
          sources[place] = source.offset
          targets[place] = arc.neighbor.offset
          origins[place] = table.origins[arc.index.position]
        }
      }
    }
    self.init(
      kinds: NumberColumn(kinds),
      sources: NumberColumn(sources),
      targets: NumberColumn(targets),
      origins: NumberColumn(origins)
    )
  }
}

extension RelationColumns {
  /// The relation at a position, as `graph`, whose columns these are, tells it.
  package func relation(_ position: Int, in graph: ChainGraph) -> Relation {
    Relation(
      kind: graph.ontology.relations[kind(of: position)].kind,
      source: NodeIndex(offset: sources[position]),
      target: NodeIndex(offset: targets[position]),
      origin: graph.origins[origins[position]],
      isOpen: kinds[position] & RelationTable.openMark != 0
    )
  }
}
