extension Digraph {
  /// The set of nodes that can be reached from `starts`: ``reach(from:_:depth:in:)`` without its
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
  /// - Complexity: O(*v* + *e*) time over the part reached, O(*v*) memory, and a bit for each node
  ///   of the graph.
  public func closure(
    of starts: [NodeIndex],
    _ direction: Direction = .forward,
    depth: Int? = nil,
    in region: NodeSet? = nil
  ) -> NodeSet {
    starts.forEach(check)
    check(region)
    precondition(depth ?? 0 >= 0, "a depth of \(depth ?? 0)")
    let visited = Marks(universe: nodeCount, outside: region)
    adjacency(direction).withRows { rows in
      Self.flood(rows, from: starts, depth: depth ?? .max, visited)
    }
    starts.forEach { visited.remove($0.offset) }
    return visited.marked(universe: nodeCount, in: region)
  }

  private static func flood(
    _ rows: Rows,
    from starts: [NodeIndex],
    depth: Int,
    _ visited: borrowing Marks
  ) {
    // Each node enters once, and unwritten memory costs nothing.
    let queue = Scratch<UInt32>(capacity: rows.nodeCount)
    var head = 0
    var tail = 0
    for start in starts where visited.insert(start.offset) {
      queue[tail] = start.offset
      tail += 1
    }
    var distance = 0
    while head < tail, distance < depth {
      let levelEnd = tail
      distance += 1
      while head < levelEnd {
        for slot in rows.slots(of: queue[head]) {
          let neighbor = rows[slot]
          guard visited.insert(neighbor) else { continue }
          queue[tail] = neighbor
          tail += 1
        }
        head += 1
      }
    }
  }
}
