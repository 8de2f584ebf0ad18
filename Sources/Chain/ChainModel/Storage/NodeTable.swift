package import Columns
package import GraphKernel

/// What is stored of each node, a column for each thing.
package struct NodeTable: Sendable {
  /// The position of each node's kind in the ontology.
  package let kinds: NumberColumn<UInt16>
  package let spellings: SpellingColumn
  package let identities: IdentityColumn
  package let attributes: AttributeColumn
  /// The number of each node's origin.
  package let origins: NumberColumn<UInt32>
  /// The nodes by kind, ascending within each.
  package let byKind: KindIndex

  /// A table given as columns that are equally long.
  package init(
    kinds: NumberColumn<UInt16>,
    spellings: SpellingColumn,
    identities: IdentityColumn,
    attributes: AttributeColumn,
    origins: NumberColumn<UInt32>,
    byKind: KindIndex
  ) {
    let count = kinds.count
    precondition(
      spellings.nodeCount == count && origins.count == count && byKind.nodes.count == count
        && (attributes.offsets.isEmpty || attributes.offsets.count == count + 1),
      "the columns of a table are equally long"
    )
    self.kinds = kinds
    self.spellings = spellings
    self.identities = identities
    self.attributes = attributes
    self.origins = origins
    self.byKind = byKind
  }

  package var count: Int { kinds.count }

  package var byteCount: Int {
    kinds.byteCount + spellings.byteCount + identities.byteCount + attributes.byteCount
      + origins.byteCount + byKind.nodes.byteCount + byKind.offsets.byteCount
  }
}

/// The names of nodes: of each its name and behind it its aliases.
package struct SpellingColumn: Sendable {
  package let texts: TextColumn
  /// Where the spellings of each node begin, and where the last end; nothing where each node has
  /// its name alone.
  package let starts: NumberColumn<UInt32>

  /// Spellings given as columns.
  ///
  /// - Precondition: `starts` is empty, or ascends from zero to the number of `texts`.
  package init(texts: TextColumn, starts: NumberColumn<UInt32>) {
    precondition(
      starts.isEmpty || (starts.first == 0 && starts.last.map(Int.init) == texts.count),
      "the starts of spellings begin at zero and end with their texts"
    )
    self.texts = texts
    self.starts = starts
  }

  package var nodeCount: Int { starts.isEmpty ? texts.count : starts.count - 1 }

  /// The spellings of a node; the first is its name.
  package func range(of node: Int) -> Range<Int> {
    starts.isEmpty ? node..<node + 1 : Int(starts[node])..<Int(starts[node + 1])
  }

  /// The spelling that is the name of a node.
  package func name(of node: Int) -> Int { starts.isEmpty ? node : Int(starts[node]) }

  /// The node that a spelling belongs to.
  ///
  /// - Complexity: O(log *n*).
  package func node(of spelling: Int) -> Int {
    starts.isEmpty ? spelling : starts.partitioningIndex { $0 > spelling } - 1
  }

  package var byteCount: Int { texts.byteCount + starts.byteCount }
}

/// The identities that data gives to nodes; the others have `kind:name`, which is not stored.
package struct IdentityColumn: Sendable {
  package let texts: TextColumn
  /// The nodes that the texts belong to, ascending; nothing where every node has one.
  package let nodes: NumberColumn<UInt32>

  package init(texts: TextColumn, nodes: NumberColumn<UInt32>) {
    precondition(nodes.isEmpty || nodes.count == texts.count, "an identity belongs to a node")
    self.texts = texts
    self.nodes = nodes
  }

  /// The text that is the identity of a node; `nil` where it is `kind:name`.
  ///
  /// - Complexity: O(log *n*), O(1) where every node has one.
  package func text(of node: Int) -> Int? {
    guard !nodes.isEmpty else { return texts.count == 0 ? nil : node }
    let position = nodes.partitioningIndex { $0 >= node }
    return position < nodes.count && nodes[position] == node ? position : nil
  }

  /// The node that a text belongs to.
  package func node(of text: Int) -> Int { nodes.isEmpty ? text : Int(nodes[text]) }

  package var byteCount: Int { texts.byteCount + nodes.byteCount }
}

/// The nodes of each kind.
package struct KindIndex: Sendable {
  /// Where the nodes of each kind begin, and where the last end.
  package let offsets: NumberColumn<UInt32>
  /// The nodes by kind, ascending within each.
  package let nodes: NumberColumn<UInt32>

  package init(offsets: NumberColumn<UInt32>, nodes: NumberColumn<UInt32>) {
    self.offsets = offsets
    self.nodes = nodes
  }

  /// Sorts nodes by their kinds.
  ///
  /// - Complexity: O(*v*).
  package init(kinds: NumberColumn<UInt16>, kindCount: Int) {
    var offsets = Array(repeating: UInt32(0), count: kindCount + 1)
    for kind in kinds { offsets[Int(kind) + 1] += 1 }
    for kind in 0..<kindCount { offsets[kind + 1] += offsets[kind] }
    var cursors = offsets
    nodes = NumberColumn(count: kinds.count) { nodes in
      for (node, kind) in kinds.enumerated() {
        nodes[Int(cursors[Int(kind)])] = UInt32(node)
        cursors[Int(kind)] += 1
      }
    }
    self.offsets = NumberColumn(offsets)
  }

  /// The nodes of a kind, ascending.
  package func nodes(of kind: Int) -> [NodeIndex] {
    nodes[Int(offsets[kind])..<Int(offsets[kind + 1])].map { NodeIndex(offset: $0) }
  }
}

extension NumberColumn {
  /// The first position whose element fulfils the condition, where all behind it do too.
  ///
  /// - Complexity: O(log *n*).
  fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
