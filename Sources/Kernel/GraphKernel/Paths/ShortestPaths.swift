/// The k shortest loopless paths between two nodes, in order: as many as are asked for, found one at
/// a time.
///
/// The paths are those on which no node occurs twice, each the arcs that it follows. Paths of one
/// length come in the order of their arcs: the path whose first arc is lower, then the second, and
/// so on. Parallel arcs make paths of their own. From a node to itself there is one path, the empty
/// one.
public struct ShortestPaths: Sequence, Sendable {
  let graph: Digraph
  let source: NodeIndex
  let target: NodeIndex
  let region: NodeSet?

  /// A new run from the shortest path on.
  public func makeIterator() -> Iterator {
    Iterator(self)
  }
}

extension Digraph {
  /// The k shortest loopless paths from `source` to `target`; take as many as are wanted with
  /// `prefix`.
  ///
  /// Each further path turns aside from one before it, by a search from both ends.
  ///
  /// Source: Yen, “Finding the k shortest loopless paths in a network”, Management Science 1971,
  /// with the partition of Lawler, 1972.
  ///
  /// - Parameters:
  ///   - source: the node that the paths leave.
  ///   - target: the node that the paths reach.
  ///   - region: the nodes to stay within, as if there were no others; `nil` for all.
  /// - Complexity: the time of ``shortestPath(from:to:in:)`` for each node of a path handed out, and
  ///   the memory of the paths found but not handed out.
  public func shortestPaths(
    from source: NodeIndex,
    to target: NodeIndex,
    in region: NodeSet? = nil
  ) -> ShortestPaths {
    check(source)
    check(target)
    check(region)
    return ShortestPaths(graph: self, source: source, target: target, region: region)
  }
}
