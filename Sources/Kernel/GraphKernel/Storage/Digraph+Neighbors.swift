extension Digraph {
  /// The targets of the arcs that leave `node` (forward) or the sources of those that enter it.
  ///
  /// In the order of the arcs; reverse neighbours therefore ascend. A node appears once for each
  /// parallel arc, and `node` itself once for each self-loop.
  ///
  /// - Complexity: O(1); nothing is copied.
  @inlinable
  public func neighbors(of node: NodeIndex, _ direction: Direction = .forward) -> NodeSlice {
    check(node)
    let rows = adjacency(direction)
    return NodeSlice(base: rows.neighbors, slots: rows.slots(of: node))
  }

  /// How many arcs leave `node` (forward) or enter it (reverse); a self-loop counts once each way.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func degree(of node: NodeIndex, _ direction: Direction = .forward) -> Int {
    check(node)
    return adjacency(direction).slots(of: node).count
  }
}
