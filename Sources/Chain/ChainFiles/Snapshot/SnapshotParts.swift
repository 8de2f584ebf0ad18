import Columns
import ChainModel
import GraphKernel

/// The parts of a graph as a snapshot lends them: their sizes fit, and whether their insides do is
/// told part by part.
///
/// A checksum that agrees says that nothing happened to the file; that nobody made it up to do harm
/// it does not say, so every number that leads to a place is looked at too.
struct SnapshotParts: Sendable {
  let nodes: NodeTable
  let origins: OriginTable
  let names: NameTable
  let relations: [Semantics: RelationTable]

  let sections: SnapshotSections
  let ontology: Ontology

  init(
    _ sections: SnapshotSections,
    _ metadata: SnapshotMetadata
  ) throws(SnapshotSections.Fault) {
    self.sections = sections
    ontology = metadata.ontology
    nodes = try sections.nodes(metadata)
    origins = try sections.origins()
    names = try sections.names(metadata)
    let count = nodes.count
    var relations: [Semantics: RelationTable] = [:]
    for semantics in metadata.semantics {
      relations[semantics] = try sections.relations(semantics, nodeCount: count)
    }
    self.relations = relations
    let isWithin = metadata.documents.allSatisfy { $0.position < count }
    guard isWithin, names.spellings.fits(nodes.spellings.texts),
      names.identities.fits(nodes.identities.texts)
    else { throw .damaged }
  }
}

extension SnapshotSections {
  fileprivate func texts(
    _ offsets: SnapshotLayout.NodePart,
    _ bytes: SnapshotLayout.NodePart
  ) throws(Fault) -> TextColumn {
    let offsets: NumberColumn<UInt32> = try column(.node(offsets))
    let bytes: NumberColumn<UInt8> = try column(.node(bytes))
    guard offsets.first == 0, offsets.last.map(Int.init) == bytes.count else { throw .damaged }
    return TextColumn(offsets: offsets, bytes: bytes)
  }

  fileprivate func nodes(_ metadata: SnapshotMetadata) throws(Fault) -> NodeTable {
    let kinds: NumberColumn<UInt16> = try column(.node(.kinds))
    let count = kinds.count
    let texts = try texts(.spellingOffsets, .spellingBytes)
    let starts: NumberColumn<UInt32> = try column(.node(.spellingStarts))
    let isPlain = starts.isEmpty && texts.count == count
    let isWhole =
      starts.count == count + 1 && starts.first == 0 && starts.last.map(Int.init) == texts.count
    let identities = try self.texts(.identityOffsets, .identityBytes)
    let identified: NumberColumn<UInt32> = try column(.node(.identityNodes))
    let isIdentified =
      identified.isEmpty
      ? identities.count == count || identities.count == 0 : identified.count == identities.count
    let attributes: NumberColumn<UInt32> = try column(.node(.attributeOffsets))
    let attributeBytes: NumberColumn<UInt8> = try column(.node(.attributeBytes))
    let areAttributes =
      attributes.isEmpty
      || attributes.count == count + 1 && attributes.last.map(Int.init) == attributeBytes.count
    let origins: NumberColumn<UInt32> = try column(.node(.origins))
    let kindOffsets: NumberColumn<UInt32> = try column(.node(.kindOffsets))
    let kindNodes: NumberColumn<UInt32> = try column(.node(.kindNodes))
    guard isPlain || isWhole, isIdentified, areAttributes, origins.count == count,
      count < Int(UInt32.max), kindNodes.count == count,
      kindOffsets.count == metadata.ontology.kinds.count + 1, kindOffsets.first == 0,
      kindOffsets.last.map(Int.init) == count
    else { throw .damaged }
    return NodeTable(
      kinds: kinds,
      spellings: SpellingColumn(texts: texts, starts: starts),
      identities: IdentityColumn(texts: identities, nodes: identified),
      attributes: AttributeColumn(
        offsets: attributes,
        bytes: attributeBytes,
        words: metadata.words
      ),
      origins: origins,
      byKind: KindIndex(offsets: kindOffsets, nodes: kindNodes)
    )
  }

  fileprivate func origins() throws(Fault) -> OriginTable {
    let documents: NumberColumn<UInt32> = try column(.node(.originDocuments))
    let places = try texts(.placeOffsets, .placeBytes)
    let section = SnapshotLayout.Section.node(.originPeriods)
    let periods: NumberColumn<UInt64> = has(section) ? try column(section) : NumberColumn([])
    guard documents.count == places.count, periods.isEmpty || periods.count == documents.count
    else { throw .damaged }
    return OriginTable(documents: documents, places: places, periods: periods)
  }

  fileprivate func names(_ metadata: SnapshotMetadata) throws(Fault) -> NameTable {
    NameTable(
      spellings: try index(.spellingSlots, .spellingChain, metadata.spellingSeed),
      identities: try index(.identitySlots, .identityChain, metadata.identitySeed)
    )
  }

  private func index(
    _ slots: SnapshotLayout.NodePart,
    _ chain: SnapshotLayout.NodePart,
    _ seed: UInt64
  ) throws(Fault) -> TextIndex {
    let slots: NumberColumn<UInt64> = try column(.node(slots))
    guard slots.count.nonzeroBitCount == 1 else { throw .damaged }
    return TextIndex(slots: slots, chain: try column(.node(chain)), seed: seed)
  }

  fileprivate func relations(
    _ semantics: Semantics,
    nodeCount: Int
  ) throws(Fault) -> RelationTable {
    func part<Element>(
      _ part: SnapshotLayout.RelationPart,
      of element: Element.Type = UInt32.self
    ) throws(Fault) -> NumberColumn<Element> {
      try column(.relation(semantics, part), of: element)
    }
    let parts = Digraph.Parts(
      forwardOffsets: try part(.forwardOffsets).indexBuffer,
      targets: try part(.targets).indexBuffer,
      backwardOffsets: try part(.backwardOffsets).indexBuffer,
      sources: try part(.sources).indexBuffer,
      arcs: try part(.arcs).indexBuffer
    )
    guard let digraph = try? Digraph(trusting: parts), digraph.nodeCount == nodeCount else {
      throw .damaged
    }
    let kinds = try part(.kinds, of: UInt16.self)
    let origins = try part(.origins)
    let sequences = try part(.sequences)
    guard [kinds.count, origins.count, sequences.count].allSatisfy({ $0 == digraph.arcCount })
    else { throw .damaged }
    return RelationTable(digraph: digraph, kinds: kinds, origins: origins, sequences: sequences)
  }
}

extension TextIndex {
  /// Whether the chain is that of `texts`, or none as where no two are equal.
  fileprivate func fits(_ texts: TextColumn) -> Bool {
    chain.isEmpty || chain.count == texts.count
  }
}
