extension Digraph {
  /// Breadth-first search: every node that can be reached from `starts`, nearest first; ties in
  /// ascending node order.
  ///
  /// The starts themselves are left out, even when they lie on a cycle. Each node is reached from
  /// the lowest node one step nearer that has an arc to it, by the lowest arc between the two, so
  /// following `via` gives one shortest path back to a start.
  ///
  /// - Parameters:
  ///   - starts: where paths begin; their order and repeats do not matter.
  ///   - direction: `reverse` for the nodes from which the starts can be reached.
  ///   - depth: the most arcs to follow; `nil` for all.
  ///   - region: the nodes to stay within, as if there were no others; a start outside it reaches
  ///     nothing. `nil` for the whole graph.
  /// - Complexity: O(*v* log *v* + *e*) time and O(*v*) memory over the part reached; with a region,
  ///   a bit for each node of the graph in time.
  public func reach(
    from starts: [NodeIndex],
    _ direction: Direction = .forward,
    depth: Int? = nil,
    in region: NodeSet? = nil
  ) -> [Reached] {
    starts.forEach(check)
    check(region)
    precondition(depth ?? 0 >= 0, "a depth of \(depth ?? 0)")
    return adjacency(direction).withRows { rows in
      backwardArcs.withUnsafeBufferPointer { arcs in
        pool.withWorkspace { workspace in
          if let region { workspace.shut(outside: region) }
          var search = ReachSearch(
            rows: rows,
            arcs: direction == .forward ? nil : arcs,
            visited: workspace
          )
          search.run(from: starts.map(\.offset), depth: depth ?? .max)
          if region == nil {
            workspace.forget(starts)
            workspace.forget(search.found.lazy.map(\.node))
          } else {
            workspace.forgetAll()
          }
          return search.found
        }
      }
    }
  }
}

/// A breadth-first search, level by level.
private struct ReachSearch {
  let rows: Rows

  /// The arc of each slot, or `nil` where a slot is its own arc.
  let arcs: UnsafeBufferPointer<UInt32>?

  /// The nodes found, the starts, and those outside the region.
  let visited: Workspace
  var found: [Reached] = []

  mutating func run(from starts: [UInt32], depth: Int) {
    guard depth > 0 else { return }
    let entered = starts.sorted().filter { visited.insert($0) }
    for start in entered {
      expand(start, distance: 1)
    }
    var level = 0..<found.count
    var distance = 1
    while !level.isEmpty {
      LevelOrder.sort(&found, from: level.lowerBound, universe: rows.nodeCount)
      guard distance < depth else { return }
      distance += 1
      for position in level {
        expand(found[position].node.offset, distance: UInt32(distance))
      }
      level = level.upperBound..<found.count
    }
  }

  private mutating func expand(_ node: UInt32, distance: UInt32) {
    for slot in rows.slots(of: node) where visited.insert(rows[slot]) {
      found.append(
        Reached(
          node: NodeIndex(offset: rows[slot]),
          via: NodeIndex(offset: node),
          arc: ArcIndex(offset: arcs?[slot] ?? UInt32(slot)),
          distance: distance
        )
      )
    }
  }
}
