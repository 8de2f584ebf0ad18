import Columns
public import GraphKernel

/// Which nodes and relations of a graph are kept.
public struct GraphFilter: Hashable, Sendable {
  /// The kinds whose nodes are kept; `nil` for all.
  public var kinds: Set<NodeKind>?
  /// The relations that are kept; `nil` for all.
  public var relations: Set<RelationKind>?
  /// The only nodes that are kept; `nil` for all.
  public var nodes: Set<NodeIndex>?

  /// What keeps a node or a relation that passes every condition that is given.
  public init(
    kinds: Set<NodeKind>? = nil,
    relations: Set<RelationKind>? = nil,
    nodes: Set<NodeIndex>? = nil
  ) {
    self.kinds = kinds
    self.relations = relations
    self.nodes = nodes
  }

  /// Whether everything is kept.
  public var isEmpty: Bool { kinds == nil && relations == nil && nodes == nil }
}

extension ChainGraph {
  /// The nodes that pass `filter`, and the relations between two of them that do; in the order of the
  /// data, with their identities.
  ///
  /// A document that one of these cites stays too, so that every citation leads somewhere; where it
  /// stays for that alone, none of its own relations do. The documents that it cites stay likewise.
  ///
  /// - Complexity: O(*v* + *e*).
  public func keeping(_ filter: GraphFilter) -> ChainGraph {
    if filter.isEmpty { return self }
    let keepsKind = ontology.kinds.map { filter.kinds?.contains($0.kind) ?? true }
    let keepsRelation = ontology.relations.map { filter.relations?.contains($0.kind) ?? true }
    let isSelected = nodes.map { node in
      keepsKind[Int(nodeTable.kinds[node.position])] && filter.nodes?.contains(node) ?? true
    }
    return keeping(isSelected) { kind, _, _, _ in keepsRelation[kind] }
  }

  /// The selected nodes, the relations between them for which `isKept` holds, and the documents that
  /// these cite.
  ///
  /// - Parameters:
  ///   - isSelected: by the position of the node.
  ///   - isKept: given the position of a relation's kind in the ontology, the number of its origin and
  ///     the positions of its ends.
  func keeping(
    _ isSelected: [Bool],
    relations isKept: (_ kind: Int, _ origin: UInt32, _ source: Int, _ target: Int) -> Bool
  ) -> ChainGraph {
    let all = RelationColumns(of: self)
    let kept = (0..<all.count).filter { relation in
      isSelected[Int(all.sources[relation])] && isSelected[Int(all.targets[relation])]
        && isKept(
          all.kind(of: relation),
          all.origins[relation],
          Int(all.sources[relation]),
          Int(all.targets[relation])
        )
    }
    let (nodes, renumbered) = keepingNodes(isSelected, citedBy: kept.map { all.origins[$0] })
    var relations = RelationColumns.Builder()
    for relation in kept {
      guard let source = renumbered[Int(all.sources[relation])],
        let target = renumbered[Int(all.targets[relation])]
      else { continue }
      _ = relations.append(
        kind: all.kind(of: relation),
        isOpen: all.kinds[relation] & RelationTable.openMark != 0,
        source: source,
        target: target,
        origin: all.origins[relation]
      )
    }
    var part = ChainGraph(
      ontology: ontology,
      nodeTable: Guarded(nodes.table),
      relationTables: relations.finish()
        .tables(ontology, nodeCount: nodes.table.count).mapValues { Guarded($0) },
      origins: Guarded(origins.renumbering { renumbered[$0.position] }),
      names: Guarded(nodes.names)
    )
    part.day = day
    part.standing = standing?.renumbering { renumbered[$0.position] }
    return part
  }

  /// The selected nodes and the documents that they or the given origins cite, and the new number of
  /// each node that is kept.
  private func keepingNodes(
    _ isSelected: [Bool],
    citedBy relationOrigins: [UInt32]
  ) -> (nodes: (table: NodeTable, names: NameTable), renumbered: [NodeIndex?]) {
    let isKept = withCitedDocuments(isSelected, citedBy: relationOrigins)
    var renumbered: [NodeIndex?] = []
    renumbered.reserveCapacity(nodes.count)
    var kept = NodeTable.Builder(ontology: ontology)
    var numbers: [UInt32] = []
    for node in nodes {
      guard isKept[node.position] else {
        renumbered.append(nil)
        continue
      }
      renumbered.append(NodeIndex(kept.count))
      numbers.append(nodeTable.origins[node.position])
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
    return ((table, names), renumbered)
  }

  private func withCitedDocuments(
    _ isSelected: [Bool],
    citedBy relationOrigins: [UInt32]
  ) -> [Bool] {
    var isKept = isSelected
    var found: [NodeIndex] = []
    func cite(_ origin: UInt32) {
      guard let document = origins.document(origin), !isKept[document.position] else { return }
      isKept[document.position] = true
      found.append(document)
    }
    for origin in relationOrigins { cite(origin) }
    for node in nodes where isSelected[node.position] { cite(nodeTable.origins[node.position]) }
    while let document = found.popLast() { cite(nodeTable.origins[document.position]) }
    return isKept
  }
}
