extension Digraph {
  /// A minimum arc cut: the fewest arcs without which nothing leads from `sources` to `targets` any
  /// more, in ascending order; of several such sets the one nearest to the sources.
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
  ///   - progress: told, now and then, how large the cut is at least; when it throws, the search ends
  ///     with its error.
  /// - Complexity: O(*e* · min(*v*^⅔, √*e*)) time, near O(*e*) for small cuts; 28 bytes a node and a bit an arc.
  public func minimumArcCut<Failure: Error>(
    from sources: [NodeIndex],
    to targets: [NodeIndex],
    in region: NodeSet? = nil,
    progress: (Int) throws(Failure) -> Void
  ) throws(Failure) -> [ArcIndex]? {
    guard let (sources, targets) = ends(sources, targets, region) else { return nil }
    return try withFlow(sources, targets, passesNodesOnce: false, region, progress: progress) {
      flow in
      var cut: [ArcIndex] = []
      for source in nodes where flow.isNear(source) {
        for arc in arcs(of: source) where !flow.isNear(arc.neighbor) {
          if region?.contains(arc.neighbor) ?? true { cut.append(arc.index) }
        }
      }
      return cut
    }
  }

  /// A minimum vertex cut: the fewest nodes without which nothing leads from `sources` to `targets`
  /// any more, in ascending order: how many must fail before the targets lose all supply. Of
  /// several such sets it is the one nearest to the sources.
  ///
  /// Sources and targets themselves are never among them. There are as many as paths that share no
  /// node (Menger). It is empty where nothing leads there anyway, and `nil` where no nodes between
  /// them are enough: an arc leads straight from a source to a target, or a node is both.
  ///
  /// - Parameters:
  ///   - sources: where ways begin; their order and repeats do not matter.
  ///   - targets: where ways end.
  ///   - region: the nodes to stay within, as if there were no others; `nil` for all.
  ///   - progress: told, now and then, how large the cut is at least; when it throws, the search ends
  ///     with its error.
  /// - Complexity: O(*e* · √*v*) time, near O(*e*) for small cuts; 28 bytes a node and a bit an arc.
  public func minimumNodeCut<Failure: Error>(
    from sources: [NodeIndex],
    to targets: [NodeIndex],
    in region: NodeSet? = nil,
    progress: (Int) throws(Failure) -> Void
  ) throws(Failure) -> [NodeIndex]? {
    guard let (sources, targets) = ends(sources, targets, region) else { return nil }
    let isTarget = NodeSet(universe: nodeCount, targets)
    let isLinked = sources.contains { source in
      neighbors(of: source).contains { isTarget.contains($0) }
    }
    if isLinked { return nil }
    return try withFlow(sources, targets, passesNodesOnce: true, region, progress: progress) {
      flow in
      var cut: [NodeIndex] = []
      for node in nodes where flow.isNear(node) && !flow.isNearBehind(node) { cut.append(node) }
      return cut
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

  /// Lets `body` look at a network that takes no more.
  private func withFlow<Result, Failure: Error>(
    _ sources: [NodeIndex],
    _ targets: [NodeIndex],
    passesNodesOnce: Bool,
    _ region: NodeSet?,
    progress: (Int) throws(Failure) -> Void,
    _ body: (borrowing UnitFlow) -> Result
  ) throws(Failure) -> Result {
    try forward.withRows { forward throws(Failure) in
      try backward.withRows { backward throws(Failure) in
        try backwardArcs.withUnsafeBufferPointer { arcs throws(Failure) in
          var flow = UnitFlow(
            forward,
            backward,
            arcs,
            passesNodesOnce: passesNodesOnce,
            from: sources,
            to: targets,
            in: region
          )
          try flow.saturate(progress: progress)
          return body(flow)
        }
      }
    }
  }
}

extension Digraph {
  /// ``minimumArcCut(from:to:in:progress:)`` without a look at its progress.
  public func minimumArcCut(
    from sources: [NodeIndex],
    to targets: [NodeIndex],
    in region: NodeSet? = nil
  ) -> [ArcIndex]? {
    minimumArcCut(from: sources, to: targets, in: region) { _ in }
  }

  /// ``minimumNodeCut(from:to:in:progress:)`` without a look at its progress.
  public func minimumNodeCut(
    from sources: [NodeIndex],
    to targets: [NodeIndex],
    in region: NodeSet? = nil
  ) -> [NodeIndex]? {
    minimumNodeCut(from: sources, to: targets, in: region) { _ in }
  }
}
