extension Digraph {
  /// The classes of nodes that can reach one another, numbered in topological order.
  ///
  /// A node on no cycle is a class of its own.
  ///
  /// Most large graphs have one giant class. What a busy node reaches and what reaches it have that
  /// class in common, and two breadth-first searches find it at a fraction of the price of a
  /// depth-first search, which waits for memory at every step; the rest is left to Tarjan.
  ///
  /// Sources: Fleischer, Hendrickson and Pinar, “On identifying strongly connected components in
  /// parallel”, 2000; Tarjan, “Depth-first search and linear graph algorithms”, SIAM J. Comput.
  /// 1972, with one number a node as in Pearce, “A space-efficient algorithm for finding strongly
  /// connected components”, IPL 2016.
  ///
  /// - Complexity: O(*v* + *e*) time, O(*v*) memory.
  public func stronglyConnectedComponents() -> Components {
    stronglyConnectedComponents(withGiantFrom: 256)
  }

  /// The same where a giant class is looked for in graphs of at least so many nodes: tests look for
  /// one in graphs that an oracle can follow.
  package func stronglyConnectedComponents(withGiantFrom least: Int) -> Components {
    forward.withRows { rows in
      var search = StrongSearch(rows)
      if nodeCount >= max(least, 1) {
        backward.withRows { columns in findGiant(rows, columns, &search) }
      }
      search.run()
      return search.components()
    }
  }

  /// Closes the class of a busy node, after all classes that it leads to.
  private func findGiant(_ rows: Rows, _ columns: Rows, _ search: inout StrongSearch) {
    let hub = busiestNode(rows, columns)
    pool.withWorkspace { ahead in
      var after = Flood(rows, ahead)
      after.start(at: hub)
      while after.advance() {}
      // What leads nowhere much lies in no giant class, and a smaller class is not worth the second
      // search.
      if after.tail > nodeCount / 4 {
        pool.withWorkspace { behind in
          var before = Flood(columns, behind)
          before.start(at: hub)
          while before.advance() {}
          for position in 0..<after.tail where !behind.contains(ahead.queue[position]) {
            search.run(from: ahead.queue[position])
          }
          for position in 0..<after.tail where behind.contains(ahead.queue[position]) {
            search.close(ahead.queue[position])
          }
          search.finishComponent(of: hub)
          behind.forget(first: before.tail)
        }
      }
      ahead.forget(first: after.tail)
    }
  }

  private func busiestNode(_ rows: Rows, _ columns: Rows) -> UInt32 {
    var (hub, most): (UInt32, Int) = (0, -1)
    for node in 0..<UInt32(rows.nodeCount) {
      let ways = rows.slots(of: node).count * columns.slots(of: node).count
      if ways > most { (hub, most) = (node, ways) }
    }
    return hub
  }
}
