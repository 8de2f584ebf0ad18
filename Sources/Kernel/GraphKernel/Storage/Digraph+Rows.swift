extension Digraph {
  /// The graph of arcs that are sorted by source already.
  ///
  /// - Parameters:
  ///   - offsets: where the arcs that leave each node begin, and at the end how many there are.
  ///   - targets: the target of each arc.
  /// - Precondition: the offsets ascend from zero to the number of targets, each of which is a node.
  ///   Only the ends are checked: this is for whoever has just counted.
  /// - Complexity: O(*v* + *e*) time and memory, for the arcs the other way.
  package init(offsets: IndexBuffer, targets: IndexBuffer) {
    precondition(
      offsets.first == 0 && offsets.last.map(Int.init) == targets.count,
      "rows begin at zero and end with their arcs"
    )
    self.init(forward: Adjacency(offsets: offsets, neighbors: targets))
  }
}
