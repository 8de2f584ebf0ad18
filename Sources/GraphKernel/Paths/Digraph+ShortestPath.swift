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
    return shortestDetour(from: source, to: target, passing: [], barred: [], in: region)
  }

  /// The same for the end of a path that has passed some nodes already, and whose next arc must not
  /// be one of some.
  ///
  /// - Precondition: neither end was passed, and both lie in the region.
  func shortestDetour(
    from source: NodeIndex,
    to target: NodeIndex,
    passing passed: some Collection<NodeIndex>,
    barred: Set<ArcIndex>,
    in region: NodeSet?
  ) -> [ArcIndex]? {
    if source == target { return barred.isEmpty ? [] : nil }
    return forward.withRows { forward in
      backward.withRows { backward in
        pool.withWorkspace { first in
          pool.withWorkspace { second in
            for work in [first, second] {
              if let region { work.shut(outside: region) }
              for node in passed { _ = work.insert(node.offset) }
            }
            var search = PathSearch(
              forward,
              backward,
              from: source.offset,
              to: target.offset,
              (first, second)
            )
            let path = search.run(
              isBarred: barred.isEmpty ? nil : { barred.contains(ArcIndex($0)) }
            )
            search.forget()
            for work in [first, second] {
              if region != nil { work.forgetAll() }
              for node in passed { work.remove(node.offset) }
            }
            return path
          }
        }
      }
    }
  }
}
