extension Digraph {
  /// The dominator tree: the dominators of every node that `roots` reach, as if one more node led
  /// to all of them.
  ///
  /// With `reverse` it tells which nodes every path *to* the roots passes (post-dominators).
  ///
  /// - Parameters:
  ///   - roots: where paths begin; their order and repeats do not matter.
  ///   - direction: `reverse` for post-dominators, against the arcs.
  ///   - region: the nodes to stay within, as if there were no others; a root outside it is none.
  ///     `nil` for the whole graph.
  /// - Complexity: O(*v*² + *e* log *v*) time at worst, nearly linear in practice; O(*v*) memory.
  public func dominators(
    from roots: [NodeIndex],
    _ direction: Direction = .forward,
    in region: NodeSet? = nil
  ) -> DominatorTree {
    roots.forEach(check)
    check(region)
    return adjacency(direction).withRows { rows in
      adjacency(direction.opposite).withRows { predecessors in
        var search = NumberedSearch(rows, region)
        search.run(from: roots.map(\.offset).sorted())
        let semi = SemiNCA(search, predecessors)
        return DominatorTree(search, semi)
      }
    }
  }
}
