internal import GraphKernel

extension RelationColumns {
  /// The relations that the ontology does not allow between nodes of their kinds, in the order of
  /// their entry.
  func forbidden(_ ends: RelationEnds, kinds ofNodes: NumberColumn<UInt16>) -> [Int] {
    kinds.indices.filter { relation in
      !ends.allow(
        kind(of: relation),
        from: Int(ofNodes[Int(sources[relation])]),
        to: Int(ofNodes[Int(targets[relation])])
      )
    }
  }
}

extension RelationTable {
  /// The relations that stand a second time, each with the first of its like, by their order of
  /// entry; in the order of the arcs.
  ///
  /// - Parameter outside: relations that do not count, by their order of entry.
  /// - Complexity: O(*v* + *e*); a hash table for one node's arcs at a time, and for those alone that
  ///   lead to a node twice.
  func duplicates(outside: Set<Int>) -> [(relation: Int, first: Int)] {
    // For each node the last arc that led to it: a pair seen twice is one seen from this source.
    var latest = Array(repeating: -1, count: digraph.nodeCount)
    var seen: [Key: Int] = [:]
    var found: [(relation: Int, first: Int)] = []
    for source in digraph.nodes {
      let arcs = digraph.arcs(of: source, .forward)
      guard let start = arcs.first?.index.position else { continue }
      if !seen.isEmpty { seen.removeAll(keepingCapacity: true) }
      for arc in arcs {
        let (slot, target) = (arc.index.position, arc.neighbor.position)
        let relation = Int(sequences[slot])
        if !outside.isEmpty, outside.contains(relation) { continue }
        if latest[target] >= start {
          let earlier = Key(target: target, kind: kind(of: latest[target]))
          if seen[earlier] == nil { seen[earlier] = Int(sequences[latest[target]]) }
          let key = Key(target: target, kind: kind(of: slot))
          if let first = seen[key] {
            found.append((relation, first))
          } else {
            seen[key] = relation
          }
        }
        latest[target] = slot
      }
    }
    return found
  }

  private struct Key: Hashable {
    let target: Int
    let kind: Int
  }
}

extension RelationColumns {
  /// Gathers relations.
  struct Builder: Sendable {
    private var kinds: [UInt16] = []
    private var sources: [UInt32] = []
    private var targets: [UInt32] = []
    private var origins: [UInt32] = []

    mutating func append(
      kind: Int,
      isOpen: Bool,
      source: NodeIndex,
      target: NodeIndex,
      origin: UInt32
    ) -> RelationHandle {
      kinds.append(UInt16(kind) | (isOpen ? RelationTable.openMark : 0))
      sources.append(source.offset)
      targets.append(target.offset)
      origins.append(origin)
      return RelationHandle(position: kinds.count - 1)
    }

    func finish() -> RelationColumns {
      RelationColumns(
        kinds: NumberColumn(kinds),
        sources: NumberColumn(sources),
        targets: NumberColumn(targets),
        origins: NumberColumn(origins)
      )
    }
  }
}
