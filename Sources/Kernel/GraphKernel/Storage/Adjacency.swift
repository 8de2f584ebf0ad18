/// Compressed sparse rows: the neighbours of all nodes in one array, a node's in one run of it.
///
/// The run of node *v* is `offsets[v] ..< offsets[v + 1]`; four bytes a node and four an arc.
@usableFromInline
struct Adjacency: Hashable, Sendable {
  @usableFromInline let offsets: IndexBuffer
  @usableFromInline let neighbors: IndexBuffer

  init(offsets: IndexBuffer, neighbors: IndexBuffer) {
    self.offsets = offsets
    self.neighbors = neighbors
  }

  @inlinable var nodeCount: Int { offsets.count - 1 }

  @inlinable
  func slots(of node: NodeIndex) -> Range<Int> {
    Int(offsets[node.position])..<Int(offsets[node.position + 1])
  }
}

extension Adjacency {
  /// The same arcs turned round, in order of their arc, and the arc of each slot.
  ///
  /// - Complexity: O(*v* + *e*) time and memory.
  func transposed() -> (rows: Adjacency, arcs: IndexBuffer) {
    withRows { rows in
      let sorted = ArcSort.sorted(nodeCount: nodeCount, keys: rows.neighbors) { visit in
        for source in 0..<UInt32(truncatingIfNeeded: rows.nodeCount) {
          for arc in rows.slots(of: source) {
            visit(rows[arc], source, UInt32(truncatingIfNeeded: arc))
          }
        }
      }
      return (sorted.rows, sorted.numbers)
    }
  }
}
