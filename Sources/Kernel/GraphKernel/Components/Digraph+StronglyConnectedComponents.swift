extension Digraph {
  /// The strongly connected components: the classes of nodes that can reach one another, numbered
  /// in topological order.
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
  /// - Parameter progress: told the share of the nodes visited, now and then; when it throws, the
  ///   search ends with its error.
  /// - Complexity: O(*v* + *e*) time, O(*v*) memory.
  public func stronglyConnectedComponents<Failure: Error>(
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) -> Components {
    try stronglyConnectedComponents(withGiantFrom: 256, progress: progress)
  }

  /// ``stronglyConnectedComponents(progress:)`` without a look at its progress.
  public func stronglyConnectedComponents() -> Components {
    stronglyConnectedComponents { _ in }
  }

  /// The same where a giant class is looked for in graphs of at least so many nodes: tests look for
  /// one in graphs that an oracle can follow.
  package func stronglyConnectedComponents<Failure: Error>(
    withGiantFrom least: Int,
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) -> Components {
    try forward.withRows { rows throws(Failure) in
      var search = StrongSearch(rows)
      if nodeCount >= max(least, 1) {
        try backward.withRows { columns throws(Failure) in
          try findGiant(rows, columns, &search, progress: progress)
        }
      }
      try search.run(progress: progress)
      return search.components()
    }
  }

  /// Closes the class of a busy node, after all classes that it leads to.
  private func findGiant<Failure: Error>(
    _ rows: Rows,
    _ columns: Rows,
    _ search: inout StrongSearch,
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) {
    let hub = busiestNode(rows, columns)
    try pool.withWorkspace { ahead throws(Failure) in
      var after = Flood(rows, ahead)
      after.start(at: hub)
      try after.finish { () throws(Failure) in try progress(search.share) }
      // What leads nowhere much lies in no giant class, and a smaller class is not worth the second
      // search.
      if after.tail > nodeCount / 4 {
        try pool.withWorkspace { behind throws(Failure) in
          var before = Flood(columns, behind)
          before.start(at: hub)
          try before.finish { () throws(Failure) in try progress(search.share) }
          for position in 0..<after.tail where !behind.contains(ahead.queue[position]) {
            try search.run(from: ahead.queue[position], progress: progress)
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
