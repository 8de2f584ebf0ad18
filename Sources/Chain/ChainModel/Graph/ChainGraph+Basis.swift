internal import GraphKernel

extension ChainGraph {
  /// The graph of what a document states alone: nodes and relations of general knowledge are left
  /// out, and with a node its relations. A document that is cited stays in any case; and so does who is
  /// presumed to work on a segment, and which segment is part of another, so that nothing else is said
  /// of a segment that stays.
  ///
  /// - Complexity: O(*v* + *e*).
  public func statedByDocuments() -> ChainGraph {
    let cited = citedDocuments()
    let isSelected = nodes.map { node in
      origins.basis(nodeTable.origins[node.position]).isStated || cited.contains(node)
    }
    let flowKinds = Set(
      ontology.flowKinds.compactMap { ontology.position(of: $0) }.map(UInt16.init)
    )
    return keeping(isSelected) { kind, origin, source, target in
      if origins.basis(origin).isStated { return true }
      switch ontology.relations[kind].semantics {
      case .presence: return true
      case .containment:
        return [source, target].allSatisfy { flowKinds.contains(UInt16(nodeTable.kinds[$0])) }
      default: return false
      }
    }
  }

  private func citedDocuments() -> Set<NodeIndex> {
    let ofNodes = nodeTable.origins.compactMap { origins.document($0) }
    let ofRelations = relationTables.values.flatMap { table in
      table.origins.compactMap { origins.document($0) }
    }
    return Set(ofNodes + ofRelations)
  }
}
