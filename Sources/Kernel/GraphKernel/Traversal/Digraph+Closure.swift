extension Digraph {
  /// The transitive closure of `starts`, the set of nodes that can be reached from them:
  /// ``reach(from:_:depth:in:)`` without its
  /// order, distances and arcs, for a fraction of the time.
  ///
  /// The starts themselves are left out, even when they lie on a cycle.
  ///
  /// - Parameters:
  ///   - starts: where paths begin; their order and repeats do not matter.
  ///   - direction: `reverse` for the nodes from which the starts can be reached.
  ///   - depth: the most arcs to follow; `nil` for all.
  ///   - region: the nodes to stay within, as if there were no others; a start outside it reaches
  ///     nothing. `nil` for the whole graph.
  /// - Complexity: O(*v* + *e*) time over the part reached, and a bit for each node of the graph in
  ///   time and memory; ``levels(from:_:depth:in:)`` does without these.
  public func closure(
    of starts: [NodeIndex],
    _ direction: Direction = .forward,
    depth: Int? = nil,
    in region: NodeSet? = nil
  ) -> NodeSet {
    flood(from: starts, direction, depth: depth, in: region) { flood, workspace in
      var words = workspace.words.prefix(workspace.words.count)
      if let region {
        for position in words.indices { words[position] &= region.words[position] }
      }
      for start in starts {
        words[start.position / 64] &= ~(1 << UInt64(start.offset & 63))
      }
      return NodeSet(universe: nodeCount, words: words)
    }
  }

  /// How many nodes ``closure(of:_:depth:in:)`` holds.
  ///
  /// - Complexity: O(*v* + *e*) time over the part reached; no memory beside what the graph keeps
  ///   for its searches.
  public func closureCount(
    of starts: [NodeIndex],
    _ direction: Direction = .forward,
    depth: Int? = nil,
    in region: NodeSet? = nil
  ) -> Int {
    flood(from: starts, direction, depth: depth, in: region) { flood, _ in
      flood.tail - flood.startCount
    }
  }
}

extension Digraph {
  /// Runs a search in a workspace of the graph's, and hands its outcome to `body`.
  ///
  /// The queue then holds the starts within the region, each once, and what they reach; the bits
  /// are those of the nodes in the queue and of all nodes outside the region.
  func flood<Result>(
    from starts: [NodeIndex],
    _ direction: Direction,
    depth: Int?,
    in region: NodeSet?,
    _ body: (borrowing Flood, Workspace) -> Result
  ) -> Result {
    starts.forEach(check)
    check(region)
    precondition(depth ?? 0 >= 0, "a depth of \(depth ?? 0)")
    return pool.withWorkspace { workspace in
      adjacency(direction).withRows { rows in
        if let region { workspace.shut(outside: region) }
        var flood = Flood(rows, workspace)
        for start in starts { flood.start(at: start.offset) }
        var left = depth ?? .max
        while left > 0, flood.advance() { left -= 1 }
        let result = body(flood, workspace)
        if region == nil { workspace.forget(first: flood.tail) } else { workspace.forgetAll() }
        return result
      }
    }
  }
}
