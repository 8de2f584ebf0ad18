import GraphKernel

extension ChainGraph {
  /// The graph of what a document states alone: nodes and relations of general knowledge are left
  /// out, and with a node its relations. A document that is cited stays in any case.
  ///
  /// - Complexity: O(*v* + *e*).
  public func statedByDocuments() -> ChainGraph {
    let cited = citedDocuments()
    var renumbered: [NodeIndex?] = []
    var kept: [NodeTable.Record] = []
    for (position, record) in nodeTable.records.enumerated() {
      let isStated = record.origin.basis == .document || cited.contains(NodeIndex(position))
      renumbered.append(isStated ? NodeIndex(kept.count) : nil)
      if isStated { kept.append(record) }
    }
    func moved(_ origin: Origin) -> Origin {
      origin.renumbering(document: origin.document.flatMap { renumbered[$0.position] })
    }
    var names = NameTable()
    for position in kept.indices {
      kept[position].origin = moved(kept[position].origin)
      let record = kept[position]
      _ = names.insert(NodeIndex(position), id: record.id, names: [record.name] + record.aliases)
    }
    var relations: [PendingRelation] = []
    for semantics in Semantics.allCases {
      let table = table(semantics)
      let entered = table.records.enumerated().sorted { $0.element.sequence < $1.element.sequence }
      for (position, record) in entered where record.origin.basis == .document {
        let arc = ArcIndex(position)
        guard let source = renumbered[table.digraph.source(of: arc).position],
          let target = renumbered[table.digraph.target(of: arc).position]
        else { continue }
        relations.append(
          PendingRelation(
            key: .init(kind: record.kind, source: source, target: target),
            origin: moved(record.origin),
            isOpen: record.isOpen
          )
        )
      }
    }
    return ChainGraphBuilder.assemble(
      ontology: ontology,
      records: kept,
      relations: relations,
      names: names
    )
  }

  private func citedDocuments() -> Set<NodeIndex> {
    let ofNodes = nodeTable.records.compactMap(\.origin.document)
    let ofRelations = relationTables.values.flatMap { $0.records.compactMap(\.origin.document) }
    return Set(ofNodes + ofRelations)
  }
}
