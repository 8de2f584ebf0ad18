extension Digraph {
  /// Brandes' betweenness centrality: how many shortest paths run through each node, over all pairs
  /// of other nodes: where a pair has several shortest paths, each counts for its share of them.
  ///
  /// Ends do not count. Parallel arcs make paths of their own; self-loops lie on no shortest path.
  /// The values are not divided by the number of pairs.
  ///
  /// Source: Brandes, “A faster algorithm for betweenness centrality”, J. Math. Sociology 2001,
  /// with lists of successors in place of predecessors as in Madduri et al., 2009.
  ///
  /// - Parameter progress: told the share of the sources done after each one; when it throws, the
  ///   search ends with its error.
  /// - Complexity: O(*v* · *e*) time, 32 bytes a node and 4 an arc.
  public func betweenness<Failure: Error>(
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) -> [Double] {
    try betweenness(from: Array(nodes), progress: progress)
  }

  /// ``betweenness(progress:)`` of the paths that begin at the given nodes alone; a source given
  /// twice counts twice.
  ///
  /// - Complexity: O(*k* · *e*) time for *k* sources, 32 bytes a node and 4 an arc.
  public func betweenness<Failure: Error>(
    from sources: [NodeIndex],
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) -> [Double] {
    sources.forEach(check)
    return try forward.withRows { rows throws(Failure) in
      let search = PathCounting(rows)
      for (position, source) in sources.enumerated() {
        search.add(pathsFrom: source.offset)
        try progress(Double(position + 1) / Double(sources.count))
      }
      return search.totals.prefix(nodeCount)
    }
  }

  /// Sampled betweenness: an estimate of ``betweenness(progress:)`` from the paths that begin at
  /// `count` nodes drawn at random, without repeats, scaled up to all nodes.
  ///
  /// The estimate is right on average; of *n* values each is off by more than
  /// √(ln *n* / *count*) of its possible range with small probability. The same generator gives the
  /// same estimate.
  ///
  /// Source: Brandes and Pich, “Centrality estimation in large networks”, 2007.
  ///
  /// - Precondition: `count` is positive; more than there are nodes means all of them.
  /// - Complexity: O(*count* · *e*) time, 32 bytes a node and 4 an arc.
  public func sampledBetweenness<Failure: Error>(
    sources count: Int,
    using generator: inout some RandomNumberGenerator,
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) -> [Double] {
    precondition(count > 0, "a sample of \(count) nodes")
    guard count < nodeCount else { return try betweenness(progress: progress) }
    var order = Array(nodes)
    for position in 0..<count {
      order.swapAt(position, Int.random(in: position..<nodeCount, using: &generator))
    }
    let sums = try betweenness(from: Array(order[..<count]), progress: progress)
    let scale = Double(nodeCount) / Double(count)
    return sums.map { $0 * scale }
  }
}

extension Digraph {
  /// ``betweenness(progress:)`` without a look at its progress.
  public func betweenness() -> [Double] {
    betweenness { _ in }
  }

  /// ``betweenness(from:progress:)`` without a look at its progress.
  public func betweenness(from sources: [NodeIndex]) -> [Double] {
    betweenness(from: sources) { _ in }
  }

  /// ``sampledBetweenness(sources:using:progress:)`` without a look at its progress.
  public func sampledBetweenness(
    sources count: Int,
    using generator: inout some RandomNumberGenerator
  ) -> [Double] {
    sampledBetweenness(sources: count, using: &generator) { _ in }
  }
}
