internal import GraphKernel

extension ChainGraph {
  /// The graph of what a document states alone: nodes and relations of general knowledge are left
  /// out, and with a node its relations. A document that is cited stays in any case.
  ///
  /// - Complexity: O(*v* + *e*).
  public func statedByDocuments() -> ChainGraph {
    let cited = citedDocuments()
    let isSelected = nodes.map { node in
      origins.basis(nodeTable.origins[node.position]) == .document || cited.contains(node)
    }
    return keeping(isSelected) { _, origin in origins.basis(origin) == .document }
  }

  private func citedDocuments() -> Set<NodeIndex> {
    let ofNodes = nodeTable.origins.compactMap { origins.document($0) }
    let ofRelations = relationTables.values.flatMap { table in
      table.origins.compactMap { origins.document($0) }
    }
    return Set(ofNodes + ofRelations)
  }
}
