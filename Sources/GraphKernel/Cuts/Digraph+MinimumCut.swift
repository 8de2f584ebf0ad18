extension Digraph {
  /// The fewest arcs without which nothing leads from `sources` to `targets` any more, in ascending
  /// order; of several such sets the one nearest to the sources.
  ///
  /// There are as many as paths that share no arc (Menger). It is empty where nothing leads there
  /// anyway, and `nil` where a node is both source and target: no cut parts it from itself.
  ///
  /// Sources: Dinic, “Algorithm for solution of a problem of maximum flow”, 1970; Even and Tarjan,
  /// “Network flow and testing graph connectivity”, SIAM J. Comput. 1975.
  ///
  /// - Parameters:
  ///   - sources: where ways begin; their order and repeats do not matter.
  ///   - targets: where ways end.
  ///   - region: the nodes to stay within, as if there were no others; `nil` for all.
  /// - Complexity: O(*e* · min(*v*^⅔, √*e*)) time, near O(*e*) for small cuts; O(*v* + *e*) memory.
  public func minimumArcCut(
    from sources: [NodeIndex],
    to targets: [NodeIndex],
    in region: NodeSet? = nil
  ) -> [ArcIndex]? {
    guard let (sources, targets) = ends(sources, targets, region) else { return nil }
    return withNetwork(passesNodesOnce: false, region) { flow in
      flow.saturate(from: sources, to: targets)
      return arcs(inside: region).filter { arc in
        flow.isNear(source(of: arc)) && !flow.isNear(target(of: arc))
      }
    }
  }

  /// The fewest nodes without which nothing leads from `sources` to `targets` any more, in
  /// ascending order: how many must fail before the targets lose all supply. Of several such sets
  /// it is the one nearest to the sources.
  ///
  /// Sources and targets themselves are never among them. There are as many as paths that share no
  /// node (Menger). It is empty where nothing leads there anyway, and `nil` where no nodes between
  /// them are enough: an arc leads straight from a source to a target, or a node is both.
  ///
  /// - Parameters:
  ///   - sources: where ways begin; their order and repeats do not matter.
  ///   - targets: where ways end.
  ///   - region: the nodes to stay within, as if there were no others; `nil` for all.
  /// - Complexity: O(*e* · √*v*) time, near O(*e*) for small cuts; O(*v* + *e*) memory.
  public func minimumNodeCut(
    from sources: [NodeIndex],
    to targets: [NodeIndex],
    in region: NodeSet? = nil
  ) -> [NodeIndex]? {
    guard let (sources, targets) = ends(sources, targets, region) else { return nil }
    let isTarget = NodeSet(universe: nodeCount, targets)
    let isLinked = sources.contains { source in
      neighbors(of: source).contains { isTarget.contains($0) }
    }
    if isLinked { return nil }
    return withNetwork(passesNodesOnce: true, region) { flow in
      flow.saturate(from: sources, to: targets)
      return nodes.filter { flow.isNear($0) && !flow.isNearBehind($0) }
    }
  }

  /// The ends that lie in the region, each once; `nil` where a node is both.
  private func ends(
    _ sources: [NodeIndex],
    _ targets: [NodeIndex],
    _ region: NodeSet?
  ) -> (sources: [NodeIndex], targets: [NodeIndex])? {
    (sources + targets).forEach(check)
    check(region)
    let open = [sources, targets].map { nodes in
      NodeSet(universe: nodeCount, nodes.filter { region?.contains($0) ?? true })
    }
    guard open[0].intersection(open[1]).isEmpty else { return nil }
    return (Array(open[0]), Array(open[1]))
  }

  private func arcs(inside region: NodeSet?) -> [ArcIndex] {
    guard let region else { return Array(arcs) }
    return region.flatMap { source in
      arcs(of: source).filter { region.contains($0.neighbor) }.map(\.index)
    }
  }

  private func withNetwork<Result>(
    passesNodesOnce: Bool,
    _ region: NodeSet?,
    _ body: (inout UnitFlow) -> Result
  ) -> Result {
    var flow = UnitFlow(self, passesNodesOnce: passesNodesOnce, region)
    return body(&flow)
  }
}
