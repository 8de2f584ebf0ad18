/// Compressed sparse rows: the neighbours of all nodes in one array, a node's in one run of it.
///
/// The run of node *v* is `offsets[v] ..< offsets[v + 1]`; four bytes a node and four an arc.
@usableFromInline
struct Adjacency: Hashable, Sendable {
  @usableFromInline let offsets: [UInt32]
  @usableFromInline let neighbors: [UInt32]

  init(offsets: [UInt32], neighbors: [UInt32]) {
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
  func transposed() -> (rows: Adjacency, arcs: [UInt32]) {
    let offsets = CountingSort.offsets(of: neighbors, bucketCount: nodeCount)
    var sources = [UInt32](repeating: 0, count: neighbors.count)
    var arcs = [UInt32](repeating: 0, count: neighbors.count)
    var cursors = offsets
    for source in 0..<nodeCount {
      for arc in slots(of: NodeIndex(source)) {
        let target = Int(neighbors[arc])
        let slot = Int(cursors[target])
        cursors[target] += 1
        sources[slot] = UInt32(source)
        arcs[slot] = UInt32(arc)
      }
    }
    return (Adjacency(offsets: offsets, neighbors: sources), arcs)
  }
}
