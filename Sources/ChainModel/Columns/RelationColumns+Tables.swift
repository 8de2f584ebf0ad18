internal import GraphKernel

extension RelationColumns {
  /// A table for each semantics that has relations.
  ///
  /// - Complexity: O(*v* + *e*).
  func tables(_ ontology: Ontology, nodeCount: Int) -> [Semantics: RelationTable] {
    let semantics = ontology.relations.map(\.semantics)
    var counts: [Semantics: Int] = [:]
    for kind in 0..<ontology.relations.count { counts[semantics[kind], default: 0] += 0 }
    for relation in kinds.indices { counts[semantics[kind(of: relation)], default: 0] += 1 }
    return counts.filter { $0.value > 0 }.reduce(into: [:]) { tables, entry in
      tables[entry.key] = table(
        of: entry.value == count ? nil : entry.key,
        semantics,
        count: entry.value,
        nodeCount: nodeCount
      )
    }
  }

  /// The table of the relations of one semantics; `nil` for all.
  private func table(
    of wanted: Semantics?,
    _ semantics: [Semantics],
    count: Int,
    nodeCount: Int
  ) -> RelationTable {
    guard let wanted else { return table(kinds, sources, targets, origins, nil, nodeCount) }
    let chosen = NumberColumn<UInt32>(count: count) { chosen in
      var place = 0
      for relation in kinds.indices where semantics[kind(of: relation)] == wanted {
        chosen[place] = UInt32(relation)
        place += 1
      }
    }
    return table(
      kinds.picking(chosen),
      sources.picking(chosen),
      targets.picking(chosen),
      origins.picking(chosen),
      chosen,
      nodeCount
    )
  }

  private func table(
    _ kinds: NumberColumn<UInt16>,
    _ sources: NumberColumn<UInt32>,
    _ targets: NumberColumn<UInt32>,
    _ origins: NumberColumn<UInt32>,
    _ positions: NumberColumn<UInt32>?,
    _ nodeCount: Int
  ) -> RelationTable {
    let (digraph, order) = Digraph.build(
      nodeCount: nodeCount,
      sources: sources.indexBuffer,
      targets: targets.indexBuffer
    )
    let places = NumberColumn(order)
    return RelationTable(
      digraph: digraph,
      kinds: kinds.picking(places),
      origins: origins.picking(places),
      sequences: positions?.picking(places) ?? places
    )
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

extension NumberColumn {
  /// The elements at `positions`, in their order.
  fileprivate func picking(_ positions: NumberColumn<UInt32>) -> NumberColumn {
    NumberColumn(count: positions.count) { picked in
      withUnsafeBufferPointer { elements in
        for (place, position) in positions.enumerated() {
          picked[place] = elements[Int(position)]
        }
      }
    }
  }
}
