extension Digraph {
  /// The graph of the given arcs, and for each of its arcs the position it was given at.
  ///
  /// Arcs are sorted by source; those of one source keep the order given. An owner that keeps a
  /// record per arc puts the records into `order` once, and finds them by ``ArcIndex`` ever after.
  ///
  /// - Precondition: every source and target lies in 0 ..< `nodeCount`, and there are fewer than
  ///   2³² − 1 nodes and arcs each.
  /// - Complexity: O(*v* + *e*) time and memory.
  public static func build(
    nodeCount: Int,
    arcs: [(source: NodeIndex, target: NodeIndex)]
  ) -> (graph: Digraph, order: [Int]) {
    precondition(nodeCount >= 0 && nodeCount < Int(UInt32.max), "a graph of \(nodeCount) nodes")
    precondition(arcs.count < Int(UInt32.max), "a graph of \(arcs.count) arcs")
    for (position, arc) in arcs.enumerated() {
      precondition(
        arc.source.position < nodeCount && arc.target.position < nodeCount,
        "arc \(position), \(arc.source.offset) → \(arc.target.offset), leaves a graph of "
          + "\(nodeCount) nodes"
      )
    }
    let offsets = CountingSort.offsets(
      of: arcs.lazy.map(\.source.offset),
      bucketCount: nodeCount
    )
    var cursors = offsets
    var targets = [UInt32](repeating: 0, count: arcs.count)
    var order = [Int](repeating: 0, count: arcs.count)
    for (position, arc) in arcs.enumerated() {
      let slot = Int(cursors[arc.source.position])
      cursors[arc.source.position] += 1
      targets[slot] = arc.target.offset
      order[slot] = position
    }
    return (Digraph(forward: Adjacency(offsets: offsets, neighbors: targets)), order)
  }
}
