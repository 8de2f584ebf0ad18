import Columns
internal import CPrefetch
internal import GraphKernel

/// Some of a graph's relations, in the order of their entry: a reader of millions has them in many
/// parts, and joins them by sorting them.
package struct RelationPart: Sendable {
  /// The position of each relation's kind in the ontology, with ``RelationTable/openMark``.
  let kinds: [UInt16]
  let sources: [UInt32]
  let targets: [UInt32]
  /// The number of each relation's origin; nothing where all are general knowledge.
  let origins: [UInt32]

  /// - Precondition: The columns are equally long, but for `origins`, which may be empty.
  package init(kinds: [UInt16], sources: [UInt32], targets: [UInt32], origins: [UInt32]) {
    precondition(
      sources.count == kinds.count && targets.count == kinds.count
        && (origins.isEmpty || origins.count == kinds.count),
      "the columns of relations are equally long"
    )
    self.kinds = kinds
    self.sources = sources
    self.targets = targets
    self.origins = origins
  }
}

extension [RelationPart] {
  /// A table for each semantics that has relations.
  ///
  /// All relations are sorted by source in two passes, one to count and one to place them. The parts
  /// are freed before the arcs are turned round, where nobody else keeps them.
  ///
  /// - Precondition: Kinds, sources and targets exist.
  /// - Complexity: O(*v* + *e*).
  consuming func tables(_ ontology: Ontology, nodeCount: Int) -> [Semantics: RelationTable] {
    var parts = self
    var filled: [Semantics: Int] = [:]
    for (relation, count) in zip(ontology.relations, parts.countsByKind(ontology)) where count > 0 {
      filled[relation.semantics, default: 0] += count
    }
    guard !filled.isEmpty else { return [:] }
    let semantics = Semantics.allCases.filter { filled[$0] != nil }
    let rows = semantics.map { UnsortedRows(count: filled[$0] ?? 0, nodeCount: nodeCount) }
    // Where each kind's relations go.
    let places = ontology.relations.map { relation in
      rows[semantics.firstIndex(of: relation.semantics) ?? 0].pointers
    }
    for part in parts { part.count(into: places, nodeCount: nodeCount) }
    for row in rows { row.pointers.beginRows(nodeCount) }
    var first = 0
    for part in parts {
      part.sort(into: places, first: first)
      first += part.kinds.count
    }
    parts = []
    return Dictionary(uniqueKeysWithValues: zip(semantics, rows.map { $0.table() }))
  }

  private func countsByKind(_ ontology: Ontology) -> [Int] {
    var counts = Array<Int>(repeating: 0, count: ontology.relations.count)
    for part in self {
      for kind in part.kinds { counts[Int(kind & ~RelationTable.openMark)] += 1 }
    }
    return counts
  }
}

extension RelationPart {
  /// How many relations ahead memory is asked for.
  private static let lookahead = 16

  private static func kind(_ marked: UInt16) -> Int { Int(marked & ~RelationTable.openMark) }

  /// Counts the relations of each source.
  fileprivate func count(into places: [RowPointers], nodeCount: Int) {
    // Unsafe: a measured loop over columns that are equally long; their numbers are checked here.
    kinds.withUnsafeBufferPointer { kinds in
      sources.withUnsafeBufferPointer { sources in
        targets.withUnsafeBufferPointer { targets in
          places.withUnsafeBufferPointer { places in
            var highest: UInt32 = 0
            for relation in kinds.indices {
              highest = max(highest, sources[relation], targets[relation])
            }
            precondition(kinds.isEmpty || Int(highest) < nodeCount, "a relation to an unknown node")
            for relation in kinds.indices {
              places[Self.kind(kinds[relation])].cursors[Int(sources[relation])] += 1
            }
          }
        }
      }
    }
  }

  /// Puts the relations into the rows of their sources; the first of them is the `first` of all.
  fileprivate func sort(into places: [RowPointers], first: Int) {
    // Unsafe: the same loop once more, after the numbers were checked.
    kinds.withUnsafeBufferPointer { kinds in
      sources.withUnsafeBufferPointer { sources in
        targets.withUnsafeBufferPointer { targets in
          origins.withUnsafeBufferPointer { origins in
            places.withUnsafeBufferPointer { places in
              for relation in kinds.indices {
                let (near, far) = (relation + Self.lookahead, relation + 2 * Self.lookahead)
                if far < kinds.count {
                  places[Self.kind(kinds[far])].prefetchCursor(Int(sources[far]))
                }
                if near < kinds.count {
                  places[Self.kind(kinds[near])].prefetchSlot(Int(sources[near]))
                }
                let row = places[Self.kind(kinds[relation])]
                let slot = Int(row.cursors[Int(sources[relation])])
                row.cursors[Int(sources[relation])] += 1
                row.targets[slot] = targets[relation]
                row.kinds[slot] = kinds[relation]
                row.origins[slot] =
                  origins.isEmpty ? OriginTable.industryKnowledge : origins[relation]
                row.sequences[slot] = UInt32(truncatingIfNeeded: first + relation)
              }
            }
          }
        }
      }
    }
  }
}

/// Where the relations of a table are sorted to; the memory is that of ``UnsortedRows``.
private struct RowPointers: BitwiseCopyable {
  /// Of each node how many relations leave it, then where its next one goes to, and in the end where
  /// its last one ends.
  let cursors: UnsafeMutablePointer<UInt32>
  let targets: UnsafeMutablePointer<UInt32>
  let kinds: UnsafeMutablePointer<UInt16>
  let origins: UnsafeMutablePointer<UInt32>
  let sequences: UnsafeMutablePointer<UInt32>

  /// Turns numbers of relations into where each node's begin.
  func beginRows(_ nodeCount: Int) {
    var total: UInt32 = 0
    for node in 0..<nodeCount {
      let count = cursors[node]
      cursors[node] = total
      total += count
    }
  }

  @inline(__always)
  func prefetchCursor(_ source: Int) { prefetch_for_writing(cursors + source) }

  @inline(__always)
  func prefetchSlot(_ source: Int) {
    let slot = Int(cursors[source])
    prefetch_for_writing(targets + slot)
    prefetch_for_writing(kinds + slot)
    prefetch_for_writing(origins + slot)
    prefetch_for_writing(sequences + slot)
  }
}

/// The columns of a table while its relations are sorted into them.
private struct UnsortedRows {
  private let offsets: ColumnMemory<UInt32>
  private let targets: ColumnMemory<UInt32>
  private let kinds: ColumnMemory<UInt16>
  private let origins: ColumnMemory<UInt32>
  private let sequences: ColumnMemory<UInt32>

  init(count: Int, nodeCount: Int) {
    offsets = ColumnMemory(count: nodeCount + 1)
    targets = ColumnMemory(count: count)
    kinds = ColumnMemory(count: count)
    origins = ColumnMemory(count: count)
    sequences = ColumnMemory(count: count)
    offsets.start.update(repeating: 0, count: nodeCount + 1)
  }

  /// Valid for as long as these rows are.
  var pointers: RowPointers {
    RowPointers(
      // Where a node's last relation ends, the next node's first one begins.
      cursors: offsets.start + 1,
      targets: targets.start,
      kinds: kinds.start,
      origins: origins.start,
      sequences: sequences.start
    )
  }

  func table() -> RelationTable {
    RelationTable(
      digraph: Digraph(
        offsets: NumberColumn(offsets).indexBuffer,
        targets: NumberColumn(targets).indexBuffer
      ),
      kinds: NumberColumn(kinds),
      origins: NumberColumn(origins),
      sequences: NumberColumn(sequences)
    )
  }
}
