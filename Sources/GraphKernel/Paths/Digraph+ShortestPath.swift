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
  /// - Complexity: O(*v* + *e*) time over the part reached, O(*v*) memory, and two bits for each
  ///   node of the graph.
  public func shortestPath(
    from source: NodeIndex,
    to target: NodeIndex,
    in region: NodeSet? = nil
  ) -> [ArcIndex]? {
    check(source)
    check(target)
    check(region)
    if let region, !region.contains(source) || !region.contains(target) { return nil }
    return forward.withRows { forward in
      backward.withRows { backward in
        var search = PathSearch(
          ahead: SearchSide(forward, start: source.offset, region),
          back: SearchSide(backward, start: target.offset, region)
        )
        return search.run()
      }
    }
  }
}

/// A search from both ends.
private struct PathSearch: ~Copyable {
  var ahead: SearchSide
  var back: SearchSide

  mutating func run() -> [ArcIndex]? {
    var meeting = ahead.levels[0].filter { back.visited.contains($0) }
    while meeting.isEmpty {
      if ahead.cost <= back.cost {
        guard ahead.expand() else { return nil }
        meeting = ahead.lastLevel.filter { back.visited.contains($0) }
      } else {
        guard back.expand() else { return nil }
        meeting = back.lastLevel.filter { ahead.visited.contains($0) }
      }
    }
    retrace(from: meeting)
    return lowestPath()
  }

  /// Carries the levels of `back` on to the source, over nodes of shortest paths alone.
  private mutating func retrace(from meeting: [UInt32]) {
    var level = meeting
    while let passed = ahead.levels.popLast(), !ahead.levels.isEmpty {
      // What is left of `ahead` is nearer to the source, so a node before this level that is still
      // marked lies exactly one level earlier.
      for node in passed { ahead.visited.remove(node) }
      var earlier: [UInt32] = []
      for node in level {
        for slot in back.rows.slots(of: node) {
          let neighbor = back.rows[slot]
          guard ahead.visited.contains(neighbor), back.visited.insert(neighbor) else { continue }
          earlier.append(neighbor)
        }
      }
      back.levels.append(earlier)
      level = earlier
    }
  }

  /// Takes the lowest arc towards the target at each step.
  private mutating func lowestPath() -> [ArcIndex] {
    var path: [ArcIndex] = []
    var node = ahead.start
    while let passed = back.levels.popLast(), !back.levels.isEmpty {
      // Every mark left is nearer to the target, and no arc comes nearer by two levels.
      for node in passed { back.visited.remove(node) }
      let slots = ahead.rows.slots(of: node)
      guard let slot = slots.first(where: { back.visited.contains(ahead.rows[$0]) }) else {
        preconditionFailure("node \(node) has no arc towards the target")
      }
      path.append(ArcIndex(offset: UInt32(slot)))
      node = ahead.rows[slot]
    }
    return path
  }
}
