internal import GraphKernel

extension ChainGraph {
  /// The graph of what a document states alone: nodes and relations of general knowledge are left
  /// out, and with a node its relations. A document that is cited stays in any case.
  ///
  /// - Complexity: O(*v* + *e*).
  public func statedByDocuments() -> ChainGraph {
    let cited = citedDocuments()
    var renumbered: [NodeIndex?] = []
    var kept = NodeTable.Builder(ontology: ontology)
    var numbers: [UInt32] = []
    for node in nodes {
      let number = nodeTable.origins[node.position]
      guard origins.basis(number) == .document || cited.contains(node) else {
        renumbered.append(nil)
        continue
      }
      renumbered.append(NodeIndex(kept.count))
      numbers.append(number)
      let text = nodeTable.identities.text(of: node.position)
      _ = kept.append(
        kind: Int(nodeTable.kinds[node.position]),
        name: name(of: node),
        id: text.map { nodeTable.identities.texts[$0] },
        aliases: aliases(of: node),
        attributes: nodeTable.attributes[node.position]
      )
    }
    let (table, names) = kept.finish(origins: numbers)
    return ChainGraph(
      ontology: ontology,
      nodeTable: Guarded(table),
      relationTables: statedRelations(renumbered)
        .tables(ontology, nodeCount: table.count).mapValues { Guarded($0) },
      origins: Guarded(origins.renumbering { renumbered[$0.position] }),
      names: Guarded(names)
    )
  }

  /// The relations that a document states between nodes that stay, in the order of their entry.
  private func statedRelations(_ renumbered: [NodeIndex?]) -> RelationColumns {
    var stated: [(table: RelationTable, arc: ArcIndex)] = []
    for table in relationTables.values {
      for arc in table.digraph.arcs where origins.basis(table.origins[arc.position]) == .document {
        stated.append((table, arc))
      }
    }
    stated.sort { $0.table.sequences[$0.arc.position] < $1.table.sequences[$1.arc.position] }
    var relations = RelationColumns.Builder()
    for (table, arc) in stated {
      guard let source = renumbered[table.digraph.source(of: arc).position],
        let target = renumbered[table.digraph.target(of: arc).position]
      else { continue }
      _ = relations.append(
        kind: table.kind(of: arc.position),
        isOpen: table.isOpen(arc.position),
        source: source,
        target: target,
        origin: table.origins[arc.position]
      )
    }
    return relations.finish()
  }

  private func citedDocuments() -> Set<NodeIndex> {
    let ofNodes = nodeTable.origins.compactMap { origins.document($0) }
    let ofRelations = relationTables.values.flatMap { table in
      table.origins.compactMap { origins.document($0) }
    }
    return Set(ofNodes + ofRelations)
  }
}
