/// The paths between two nodes on which no node occurs twice, found one at a time.
///
/// In the order of their arcs: the path whose first arc is lower comes first, then the second, and
/// so on; not the shortest first. Parallel arcs make paths of their own. From a node to itself
/// there is one path, the empty one.
///
/// There can be exponentially many paths, and exponentially many dead ends before the next path:
/// use ``first(_:steps:)`` unless the graph is known to be tame.
public struct SimplePaths: Sequence, Sendable {
  let graph: Digraph
  let source: NodeIndex
  let target: NodeIndex
  let maximumLength: Int

  /// How many arcs each node is from the target; `UInt32.max` where it is too far.
  let distances: [UInt32]

  /// A new run from the first path on.
  public func makeIterator() -> Iterator {
    Iterator(self, budget: .max)
  }
}

extension Digraph {
  /// The paths from `source` to `target` on which no node occurs twice, in the order of their arcs.
  ///
  /// Nodes too far from the target to arrive within the length left are never entered.
  ///
  /// - Parameters:
  ///   - source: the node that the paths leave.
  ///   - target: the node that the paths reach.
  ///   - maximumLength: the most arcs on a path; `nil` for any number.
  ///   - region: the nodes to stay within, as if there were no others; `nil` for all.
  /// - Complexity: O(*v* + *e*) time and O(*v*) memory before the first path.
  public func simplePaths(
    from source: NodeIndex,
    to target: NodeIndex,
    maximumLength: Int? = nil,
    in region: NodeSet? = nil
  ) -> SimplePaths {
    check(source)
    check(target)
    check(region)
    precondition(maximumLength ?? 0 >= 0, "a path of at most \(maximumLength ?? 0) arcs")
    let length = min(maximumLength ?? .max, nodeCount - 1)
    var distances = [UInt32](repeating: .max, count: nodeCount)
    if region?.contains(target) ?? true { distances[target.position] = 0 }
    for reached in reach(from: [target], .reverse, depth: length, in: region) {
      distances[reached.node.position] = UInt32(reached.distance)
    }
    return SimplePaths(
      graph: self,
      source: source,
      target: target,
      maximumLength: length,
      distances: distances
    )
  }
}
