extension Digraph {
  /// What a transitive reduction takes away: the arcs that say nothing new about what reaches what:
  /// those from a node to one that it also reaches by a longer way, and all but the first of
  /// parallel arcs; in ascending order.
  ///
  /// Without them the graph is the transitive reduction of itself, which in an acyclic graph is the
  /// smallest with the same reachability. From each node only nodes of lower rank than its farthest
  /// target are searched: on layered graphs, whose arcs lead to the next layer or the one after,
  /// that is next to nothing.
  ///
  /// Source: Aho, Garey and Ullman, “The transitive reduction of a directed graph”, 1972.
  ///
  /// - Parameter progress: told the share of the nodes done, now and then; when it throws, the
  ///   search ends with its error.
  /// - Precondition: The graph is acyclic; ``condensation()`` is.
  /// - Complexity: O(*v* · *e*) time at worst, O(*v*) memory.
  public func transitivelyRedundantArcs<Failure: Error>(
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) -> [ArcIndex] {
    let components = stronglyConnectedComponents()
    precondition(
      components.count == nodeCount && nodes.allSatisfy { !components.liesOnCycle($0) },
      "the graph must be acyclic"
    )
    let ranks = ranks(.forward, components)
    return try forward.withRows { rows throws(Failure) in
      try pool.withWorkspace { workspace throws(Failure) in
        let seen = Scratch<UInt32>(repeating: .max, count: nodeCount)
        var redundant: [ArcIndex] = []
        for node in 0..<UInt32(nodeCount) {
          if node % 1_024 == 0 { try progress(Double(node) / Double(nodeCount)) }
          let slots = rows.slots(of: node)
          guard slots.count > 1 else { continue }
          let farthest = slots.reduce(0) { max($0, ranks[Int(rows[$1])]) }
          let count = Self.markBelow(rows, slots, workspace) { ranks[Int($0)] <= farthest }
          for slot in slots {
            let target = rows[slot]
            if workspace.contains(target) || seen[target] == node {
              redundant.append(ArcIndex(slot))
            }
            seen[target] = node
          }
          workspace.forget(first: count)
        }
        return redundant
      }
    }
  }

  /// ``transitivelyRedundantArcs(progress:)`` without a look at its progress.
  public func transitivelyRedundantArcs() -> [ArcIndex] {
    transitivelyRedundantArcs { _ in }
  }

  /// Marks what the targets of `slots` lead to; gives how many nodes were marked.
  private static func markBelow(
    _ rows: Rows,
    _ slots: Range<Int>,
    _ workspace: Workspace,
    _ isWanted: (UInt32) -> Bool
  ) -> Int {
    var (head, tail) = (0, 0)
    func follow(_ slots: Range<Int>) {
      for slot in slots where isWanted(rows[slot]) && workspace.insert(rows[slot]) {
        workspace.queue[tail] = rows[slot]
        tail += 1
      }
    }
    for slot in slots { follow(rows.slots(of: rows[slot])) }
    while head < tail {
      follow(rows.slots(of: workspace.queue[head]))
      head += 1
    }
    return tail
  }
}
