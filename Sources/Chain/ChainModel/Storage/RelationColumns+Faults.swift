package import Columns
internal import GraphKernel

extension RelationColumns {
  /// The relations that the ontology does not allow between nodes of their kinds, in the order of
  /// their entry.
  func forbidden(_ ends: RelationEnds, kinds ofNodes: NumberColumn<UInt16>) -> [Int] {
    var found: [Int] = []
    ofNodes.withUnsafeBufferPointer { ofNodes in
      sources.withUnsafeBufferPointer { sources in
        targets.withUnsafeBufferPointer { targets in
          for (relation, kind) in kinds.enumerated() {
            let isAllowed = ends.allow(
              Int(kind & ~RelationTable.openMark),
              from: Int(ofNodes[Int(sources[relation])]),
              to: Int(ofNodes[Int(targets[relation])])
            )
            if !isAllowed { found.append(relation) }
          }
        }
      }
    }
    return found
  }
}

extension RelationTable {
  /// Whether the ontology allows every relation between nodes of its ends' kinds.
  ///
  /// - Precondition: The kinds of relations and of nodes are declared.
  /// - Complexity: O(*v* + *e*).
  package func isAllowed(by ontology: Ontology, kinds ofNodes: NumberColumn<UInt16>) -> Bool {
    let ends = RelationEnds(ontology)
    let parts = digraph.parts
    return ofNodes.withUnsafeBufferPointer { ofNodes in
      parts.forwardOffsets.withUnsafeBufferPointer { offsets in
        parts.targets.withUnsafeBufferPointer { targets in
          kinds.withUnsafeBufferPointer { kinds in
            ofNodes.indices.allSatisfy { source in
              (Int(offsets[source])..<Int(offsets[source + 1])).allSatisfy { arc in
                ends.allow(
                  Int(kinds[arc] & ~Self.openMark),
                  from: Int(ofNodes[source]),
                  to: Int(ofNodes[Int(targets[arc])])
                )
              }
            }
          }
        }
      }
    }
  }

  /// The relations that stand a second time on some day, each with the first of its like, by their order
  /// of entry; in the order of the arcs.
  ///
  /// - Parameters:
  ///   - outside: relations that do not count, by their order of entry.
  ///   - periods: the origins, by which a relation may hold in several periods that have no day in common.
  /// - Complexity: O(*v* + *e*); a hash table for one node's arcs at a time, and for those alone that
  ///   lead to a node twice.
  func duplicates(
    outside: Set<Int>,
    periods: OriginTable
  ) -> [(relation: Int, first: Int)] {
    let parts = digraph.parts
    var found: [(relation: Int, first: Int)] = []
    // For each node the last source that led to it: a pair seen twice is one seen from this source.
    var latest: [UInt32] = []
    parts.forwardOffsets.withUnsafeBufferPointer { offsets in
      parts.targets.withUnsafeBufferPointer { targets in
        for source in 0..<digraph.nodeCount {
          let row = Int(offsets[source])..<Int(offsets[source + 1])
          guard row.count > 1 else { continue }
          var repeats = false
          if row.count <= Self.shortRow {
            for slot in row.dropFirst() {
              for earlier in row.lowerBound..<slot where targets[earlier] == targets[slot] {
                repeats = true
              }
            }
          } else {
            if latest.isEmpty { latest = Array(repeating: .max, count: digraph.nodeCount) }
            for slot in row {
              repeats = repeats || latest[Int(targets[slot])] == UInt32(source)
              latest[Int(targets[slot])] = UInt32(source)
            }
          }
          if repeats { found += duplicates(in: row, targets, outside: outside, periods) }
        }
      }
    }
    return found
  }

  /// How many arcs are compared each with each, which reads nothing but them.
  private static let shortRow = 24

  /// The duplicates among the arcs of one node.
  private func duplicates(
    in row: Range<Int>,
    _ targets: UnsafeBufferPointer<UInt32>,
    outside: Set<Int>,
    _ periods: OriginTable
  ) -> [(relation: Int, first: Int)] {
    var seen: [Key: [(relation: Int, period: Origin.Period)]] = [:]
    var found: [(relation: Int, first: Int)] = []
    for slot in row {
      let relation = Int(sequences[slot])
      if outside.contains(relation) { continue }
      let key = Key(target: Int(targets[slot]), kind: kind(of: slot))
      let period = periods.period(origins[slot])
      if let first = seen[key]?.first(where: { $0.period.overlaps(period) }) {
        found.append((relation, first.relation))
      } else {
        seen[key, default: []].append((relation, period))
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
    ) -> ChainGraphBuilder.RelationHandle {
      kinds.append(UInt16(kind) | (isOpen ? RelationTable.openMark : 0))
      sources.append(source.offset)
      targets.append(target.offset)
      origins.append(origin)
      return ChainGraphBuilder.RelationHandle(position: kinds.count - 1)
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
