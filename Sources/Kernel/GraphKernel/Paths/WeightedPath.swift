/// A path and its length.
public struct WeightedPath: Hashable, Sendable {
  /// The arcs of the path, in order.
  public let arcs: [ArcIndex]

  /// The sum of their lengths; the number of arcs where arcs have none.
  public let length: Double
}

extension Digraph {
  /// The shortest path from `source` to `target` by the lengths of its arcs; `nil` when there is
  /// none, and empty when the two are one node.
  ///
  /// Of several shortest paths it is one on which no node occurs twice and whose first arc is the
  /// lowest such, then its second, and so on.
  ///
  /// - Parameters:
  ///   - source: the node that the path leaves.
  ///   - target: the node that the path reaches.
  ///   - weights: the length of each arc.
  ///   - region: the nodes to stay within, as if there were no others; `nil` for all.
  /// - Complexity: O((*v* + *e*) log *v*) time, O(*v* + *e*) memory.
  public func shortestPath(
    from source: NodeIndex,
    to target: NodeIndex,
    weights: ArcWeights,
    in region: NodeSet? = nil
  ) -> WeightedPath? {
    var paths = shortestPaths(from: source, to: target, weights: weights, in: region).makeIterator()
    return paths.next()
  }
}
