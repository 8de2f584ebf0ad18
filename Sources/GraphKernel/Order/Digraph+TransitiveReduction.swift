extension Digraph {
  /// The arcs that say nothing new about what reaches what: those from a node to one that it also
  /// reaches by a longer way, and all but the first of parallel arcs; in ascending order.
  ///
  /// Without them the graph is the transitive reduction of itself, which in an acyclic graph is the
  /// smallest with the same reachability.
  ///
  /// - Precondition: The graph is acyclic.
  /// - Complexity: O(*v* · *e*) time, O(*v*) memory. Source: Aho, Garey and Ullman, The transitive
  ///   reduction of a directed graph, 1972.
  public func transitivelyRedundantArcs() -> [ArcIndex] {
    precondition(findCycle() == nil, "the graph must be acyclic")
    var redundant: [ArcIndex] = []
    for node in nodes where degree(of: node, .forward) > 1 {
      var reached = NodeSet(universe: nodeCount)
      var queue = Array(neighbors(of: node, .forward))
      var next = 0
      while next < queue.count {
        for further in neighbors(of: queue[next], .forward) where reached.insert(further) {
          queue.append(further)
        }
        next += 1
      }
      var seen = NodeSet(universe: nodeCount)
      for arc in arcs(of: node, .forward) {
        if reached.contains(arc.neighbor) || !seen.insert(arc.neighbor) {
          redundant.append(arc.index)
        }
      }
    }
    return redundant
  }
}
