extension Digraph {
  /// The arcs that leave `node` (forward) or enter it (reverse), in ascending order.
  ///
  /// - Complexity: O(1); nothing is copied.
  @inlinable
  public func arcs(of node: NodeIndex, _ direction: Direction = .forward) -> Arcs {
    let neighbors = neighbors(of: node, direction)
    switch direction {
    case .forward: return Arcs(neighbors: neighbors, arcs: nil)
    case .reverse: return Arcs(neighbors: neighbors, arcs: backwardArcs)
    }
  }
}
