extension Digraph {
  /// The shortest path from `source` to `target`: the arcs of one with the fewest arcs, in order;
  /// `nil` when there is none, and empty when the two are one node.
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
    shortestPath(from: source, to: [target], in: region)
  }

  /// The shortest path from `source` to the nearest of `targets`: the arcs of one with the fewest
  /// arcs, in order; `nil` when there is none, and empty when `source` is a target itself.
  ///
  /// Of several shortest paths, to one target or to several, it is the one whose first arc is the
  /// lowest, then its second, and so on. In reverse this is the path *from* the nearest of the
  /// targets, read from its end: each node is entered from the lowest node before it.
  ///
  /// Source: Pohl, “Bi-directional search”, Machine Intelligence 6, 1971.
  ///
  /// - Parameters:
  ///   - source: the node that the path leaves.
  ///   - targets: the nodes of which the path reaches one; their order and repeats do not matter.
  ///   - direction: `reverse` to follow arcs from their targets to their sources.
  ///   - region: the nodes to stay within, as if there were no others; a target outside it is none.
  ///     `nil` for all.
  /// - Complexity: O(*v* + *e*) time over the part reached, and with a region a bit for each node of
  ///   the graph; O(*targets*) memory beside what the graph keeps for its searches.
  public func shortestPath(
    from source: NodeIndex,
    to targets: [NodeIndex],
    _ direction: Direction = .forward,
    in region: NodeSet? = nil
  ) -> [ArcIndex]? {
    check(source)
    targets.forEach(check)
    check(region)
    let open = targets.filter { region?.contains($0) ?? true }
    guard region?.contains(source) ?? true, !open.isEmpty else { return nil }
    return withDetours(to: open, direction, in: region) { $0.shortest(from: source, barred: []) }
  }
}
