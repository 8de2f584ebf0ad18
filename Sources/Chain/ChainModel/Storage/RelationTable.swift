package import Columns
package import GraphKernel

/// The relations of one semantics: an adjacency, and for each arc what is known of it.
///
/// A class, because questions about single nodes ask for their table millions of times, and a copy
/// of all its columns would cost more than most answers.
package final class RelationTable: Sendable {
  package let digraph: Digraph
  /// Of each arc the position of its kind in the ontology, and whether its list is open.
  package let kinds: NumberColumn<UInt16>
  /// The number of each arc's origin.
  package let origins: NumberColumn<UInt32>
  /// Where each relation stood among all as they were entered: the order of the lists that people
  /// wrote.
  package let sequences: NumberColumn<UInt32>

  /// A table given as columns, parallel to the arcs of `digraph`.
  package init(
    digraph: Digraph,
    kinds: NumberColumn<UInt16>,
    origins: NumberColumn<UInt32>,
    sequences: NumberColumn<UInt32>
  ) {
    let count = digraph.arcCount
    precondition(
      kinds.count == count && origins.count == count && sequences.count == count,
      "the columns of a table are equally long"
    )
    self.digraph = digraph
    self.kinds = kinds
    self.origins = origins
    self.sequences = sequences
  }

  /// The table without relations between `nodeCount` nodes.
  package init(nodeCount: Int) {
    digraph = Digraph.build(nodeCount: nodeCount, arcs: []).graph
    kinds = NumberColumn([])
    origins = NumberColumn([])
    sequences = NumberColumn([])
  }

  /// The position of an arc's kind in the ontology.
  package func kind(of arc: Int) -> Int { Int(kinds[arc] & ~Self.openMark) }

  /// Whether the list that an arc comes from ended with 等.
  package func isOpen(_ arc: Int) -> Bool { kinds[arc] & Self.openMark != 0 }

  /// Marks a kind as that of an open list.
  package static let openMark: UInt16 = 1 << 15

  package var byteCount: Int {
    digraph.byteCount + kinds.byteCount + origins.byteCount + sequences.byteCount
  }
}

/// Relations in the order of their entry, a column for each thing.
package struct RelationColumns: Sendable {
  /// The position of each relation's kind in the ontology, with ``RelationTable/openMark``.
  package var kinds: NumberColumn<UInt16>
  package var sources: NumberColumn<UInt32>
  package var targets: NumberColumn<UInt32>
  /// The number of each relation's origin.
  package var origins: NumberColumn<UInt32>

  /// Relations given as columns that are equally long.
  package init(
    kinds: NumberColumn<UInt16>,
    sources: NumberColumn<UInt32>,
    targets: NumberColumn<UInt32>,
    origins: NumberColumn<UInt32>
  ) {
    precondition(
      sources.count == kinds.count && targets.count == kinds.count && origins.count == kinds.count,
      "the columns of relations are equally long"
    )
    self.kinds = kinds
    self.sources = sources
    self.targets = targets
    self.origins = origins
  }

  package var count: Int { kinds.count }

  package func kind(of relation: Int) -> Int { Int(kinds[relation] & ~RelationTable.openMark) }
}
