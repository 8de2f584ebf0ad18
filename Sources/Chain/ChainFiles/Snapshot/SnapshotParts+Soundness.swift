import CSV
import ChainModel
import Columns
import GraphKernel

/// Whether what lies inside the parts fits: every number that leads to a place is looked at before it
/// leads anywhere.
extension SnapshotParts {
  private func isIntact(_ parts: [SnapshotLayout.NodePart]) -> Bool {
    parts.allSatisfy { sections.isIntact(.node($0)) }
  }

  var areNodesSound: Bool {
    isIntact([
      .kinds, .spellingOffsets, .spellingBytes, .spellingStarts, .identityOffsets, .identityBytes,
      .identityNodes, .attributeOffsets, .attributeBytes, .origins, .kindOffsets, .kindNodes,
    ])
      && nodes.kinds.areBelow(UInt16(clamping: ontology.kinds.count))
      && nodes.spellings.texts.isSound
      && nodes.spellings.starts.ascends(strictly: true)
      && nodes.identities.texts.isSound
      && nodes.identities.nodes.ascends(strictly: true)
      && nodes.identities.nodes.areBelow(UInt32(nodes.count))
      && nodes.attributes.isSound(nodeCount: nodes.count) { UTF8Check.check($0) == .valid }
      && nodes.origins.areBelow(UInt32(clamping: origins.count))
      && nodes.byKind.isSound(kinds: nodes.kinds)
  }

  var areOriginsSound: Bool {
    isIntact([.originDocuments, .placeOffsets, .placeBytes])
      && (origins.periods.isEmpty || isIntact([.originPeriods]))
      && origins.places.isSound
      && origins.arePeriodsSound
      && origins.areWithin(nodeCount: nodes.count)
  }

  var areNamesSound: Bool {
    isIntact([.spellingSlots, .spellingChain, .identitySlots, .identityChain])
      && names.spellings.isSound(entryCount: nodes.spellings.texts.count)
      && names.identities.isSound(entryCount: nodes.identities.texts.count)
  }

  /// Whether a table fits alone; how it fits the others, ``areSequencesSound`` says.
  func isSound(_ table: RelationTable, _ semantics: Semantics) -> Bool {
    // What may stand at the ends of a relation is told by the kinds of nodes.
    guard isVocabularySmall, isIntact([.kinds]),
      nodes.kinds.areBelow(UInt16(clamping: ontology.kinds.count)),
      SnapshotLayout.RelationPart.allCases.allSatisfy({
        sections.isIntact(.relation(semantics, $0))
      }),
      (try? Digraph(validating: table.digraph.parts)) != nil,
      table.origins.areBelow(UInt32(clamping: origins.count)),
      table.sequences.areBelow(UInt32(clamping: relationCount))
    else { return false }
    let isOfSemantics = ontology.relations.map { $0.semantics == semantics }
    let areKinds = table.kinds.withUnsafeBufferPointer { kinds in
      kinds.allSatisfy { kind in
        let kind = Int(kind & ~RelationTable.openMark)
        return kind < isOfSemantics.count && isOfSemantics[kind]
      }
    }
    guard areKinds, table.isAllowed(by: ontology, kinds: nodes.kinds) else { return false }
    // Whoever climbs from a part to its whole expects to arrive.
    return semantics != .containment || table.digraph.findCycle() == nil
  }

  /// A table of every relation with every kind is made below; a vocabulary that was made up to fill
  /// the memory is none.
  private var isVocabularySmall: Bool {
    ontology.kinds.count * ontology.relations.count <= 1 << 24
  }

  private var relationCount: Int { relations.values.reduce(0) { $0 + $1.digraph.arcCount } }

  /// Whether the relations of all tables together stand at one place each in the order of their
  /// entry, and no place is without one: lists of all relations are filled by it.
  var areSequencesSound: Bool {
    let count = relationCount
    var taken = Array(repeating: UInt64(0), count: count / 64 + 1)
    return relations.allSatisfy { semantics, table in
      guard sections.isIntact(.relation(semantics, .sequences)) else { return false }
      return table.sequences.withUnsafeBufferPointer { sequences in
        for sequence in sequences {
          let (word, bit) = (Int(sequence) / 64, UInt64(1) << UInt64(sequence % 64))
          guard Int(sequence) < count, taken[word] & bit == 0 else { return false }
          taken[word] |= bit
        }
        return true
      }
    }
  }
}

// The loops below go over millions: over pointers, since those of columns are not specialized here.

extension TextColumn {
  /// Whether each text has its bytes, and they are UTF-8: whoever reads names byte by byte trusts
  /// that what a first byte promises follows.
  fileprivate var isSound: Bool {
    guard offsets.ascends(strictly: false) else { return false }
    return offsets.withUnsafeBufferPointer { offsets in
      bytes.withUnsafeBufferPointer { bytes in
        guard UTF8Check.check(bytes) == .valid else { return false }
        for offset in offsets where Int(offset) < bytes.count {
          if bytes[Int(offset)] & 0xC0 == 0x80 { return false }
        }
        return true
      }
    }
  }
}

extension KindIndex {
  /// Whether each kind has the nodes that are of it, ascending; so each node stands once.
  fileprivate func isSound(kinds: NumberColumn<UInt16>) -> Bool {
    guard offsets.ascends(strictly: false), nodes.areBelow(UInt32(clamping: kinds.count)) else {
      return false
    }
    return offsets.withUnsafeBufferPointer { offsets in
      nodes.withUnsafeBufferPointer { nodes in
        kinds.withUnsafeBufferPointer { kinds in
          for kind in 0..<offsets.count - 1 {
            var earliest: UInt32 = 0
            for place in Int(offsets[kind])..<Int(offsets[kind + 1]) {
              let node = nodes[place]
              guard Int(kinds[Int(node)]) == kind, node >= earliest else { return false }
              earliest = node + 1
            }
          }
          return true
        }
      }
    }
  }
}

extension NumberColumn where Element: FixedWidthInteger {
  fileprivate func areBelow(_ bound: Element) -> Bool {
    withUnsafeBufferPointer { elements in
      // Without an early end, so that many are compared at a time.
      var highest: Element = 0
      for element in elements { highest = Swift.max(highest, element) }
      return elements.isEmpty || highest < bound
    }
  }

  fileprivate func ascends(strictly isStrict: Bool) -> Bool {
    withUnsafeBufferPointer { elements in
      guard elements.count > 1 else { return true }
      var isAscending = true
      for place in 1..<elements.count {
        let (before, after) = (elements[place - 1], elements[place])
        isAscending = isAscending && (isStrict ? before < after : before <= after)
      }
      return isAscending
    }
  }
}
