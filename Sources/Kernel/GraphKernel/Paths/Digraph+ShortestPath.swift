extension Digraph {
  /// The arcs of a path with the fewest arcs from `source` to `target`, in order; `nil` when there
  /// is none, and empty when the two are one node.
  ///
  /// Of several shortest paths it is the one whose first arc is the lowest, then its second, and so
  /// on.
  ///
  /// Both ends search towards each other, the cheaper one first.
  /// Source: Pohl, “Bi-directional search”, Machine Intelligence 6, 1971.
  ///
  /// - Parameters:
  ///   - source: the node that the path leaves.
  ///   - target: the node that the path reaches.
  ///   - region: the nodes to stay within, as if there were no others; `nil` for all.
  /// - Complexity: O(*v* + *e*) time over the part reached, and with a region a bit for each node of
  ///   the graph; no memory beside what the graph keeps for its searches.
  public func shortestPath(
    from source: NodeIndex,
    to target: NodeIndex,
    in region: NodeSet? = nil
  ) -> [ArcIndex]? {
    check(source)
    check(target)
    check(region)
    if let region, !region.contains(source) || !region.contains(target) { return nil }
    return withHopDetours(to: target, in: region) { $0.arcs(from: source, barred: []) }
  }
}
