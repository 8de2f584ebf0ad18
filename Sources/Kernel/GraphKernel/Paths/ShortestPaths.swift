/// The paths between two nodes on which no node occurs twice, the shortest first, found one at a
/// time.
///
/// Paths of one length come in the order of their arcs: the path whose first arc is lower, then the
/// second, and so on. Parallel arcs make paths of their own. From a node to itself there is one
/// path, the empty one.
public struct ShortestPaths: Sequence, Sendable {
  let graph: Digraph
  let source: NodeIndex
  let target: NodeIndex
  let weights: ArcWeights?
  let region: NodeSet?

  /// How long the way from each node to the target is when nothing is in the way; empty where arcs
  /// have no lengths, since a search from both ends is then faster than to know it.
  let remaining: [Double]

  /// A new run from the shortest path on.
  public func makeIterator() -> Iterator {
    Iterator(self)
  }
}

extension Digraph {
  /// The paths from `source` to `target` on which no node occurs twice, the shortest first; take as
  /// many as are wanted with `prefix`.
  ///
  /// Each further path turns aside from one before it. Where arcs have lengths, a first search from
  /// the target tells every node how far it is, and the searches that look for the next path run
  /// straight towards it; where they have none, both ends search towards each other.
  ///
  /// Sources: Yen, “Finding the k shortest loopless paths in a network”, Management Science 1971,
  /// with the partition of Lawler, 1972; Hart, Nilsson and Raphael (A*), 1968.
  ///
  /// - Parameters:
  ///   - source: the node that the paths leave.
  ///   - target: the node that the paths reach.
  ///   - weights: the length of each arc; `nil` to count arcs.
  ///   - region: the nodes to stay within, as if there were no others; `nil` for all.
  /// - Complexity: with lengths O((*v* + *e*) log *v*) time before the first path, and at worst as
  ///   much again for each node of a path handed out, far less where paths differ little; O(*v* +
  ///   *e*) memory. Without, that of ``shortestPath(from:to:in:)`` for each node of a path handed
  ///   out. Beside, the paths found but not handed out.
  public func shortestPaths(
    from source: NodeIndex,
    to target: NodeIndex,
    weights: ArcWeights? = nil,
    in region: NodeSet? = nil
  ) -> ShortestPaths {
    check(source)
    check(target)
    check(region)
    check(weights)
    let remaining = weights.map { lengths(from: [target], .reverse, weights: $0, in: region) }
    return ShortestPaths(
      graph: self,
      source: source,
      target: target,
      weights: weights,
      region: region,
      remaining: remaining ?? []
    )
  }
}
