extension Digraph {
  /// The node that `arc` leads to.
  ///
  /// - Complexity: O(1).
  public func target(of arc: ArcIndex) -> NodeIndex {
    check(arc)
    return NodeIndex(offset: forward.neighbors[arc.position])
  }

  /// The node that `arc` comes from.
  ///
  /// No source is stored: a binary search finds the row that `arc` lies in.
  ///
  /// - Complexity: O(log *v*) time, O(1) memory.
  public func source(of arc: ArcIndex) -> NodeIndex {
    check(arc)
    var low = 0
    var high = nodeCount
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if forward.offsets[middle] <= arc.offset {
        low = middle
      } else {
        high = middle
      }
    }
    return NodeIndex(low)
  }
}
