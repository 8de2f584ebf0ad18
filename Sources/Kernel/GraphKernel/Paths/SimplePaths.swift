/// The simple paths between two nodes or two sets of nodes, on which no node occurs twice, found
/// one at a time.
///
/// In the order of their sources and then of their arcs: the path whose first arc is lower comes
/// first, then the second, and so on; not the shortest first. Parallel arcs make paths of their
/// own. From a node to itself there is one path, the empty one.
///
/// There can be exponentially many paths, and exponentially many dead ends before the next path:
/// use ``first(_:steps:)`` unless the graph is known to be tame.
public struct SimplePaths: Sequence, Sendable {
  let graph: Digraph

  /// Ascending, each once.
  let sources: [NodeIndex]
  let targets: NodeSet

  /// The nodes on which a path must not pass by: the sources, where they are several.
  let shut: NodeSet?
  let maximumLength: Int

  /// How many arcs each node is from the nearest target, where it is not too far.
  let distances: Distances

  /// A new run from the first path on.
  public func makeIterator() -> Iterator {
    Iterator(self, budget: .max)
  }
}

extension Digraph {
  /// The simple paths from `source` to `target`, on which no node occurs twice, in the order of
  /// their arcs.
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
    simplePaths(from: [source], to: [target], maximumLength: maximumLength, in: region)
  }

  /// The simple paths from any of `sources` to any of `targets`, on which no node occurs twice, and
  /// which pass no source and no target between their ends; in the order of their sources and arcs.
  ///
  /// A node that is both makes one path, the empty one.
  ///
  /// - Parameters:
  ///   - sources: the nodes that the paths leave; their order and repeats do not matter.
  ///   - targets: the nodes that the paths reach.
  ///   - maximumLength: the most arcs on a path; `nil` for any number.
  ///   - region: the nodes to stay within, as if there were no others; `nil` for all.
  /// - Complexity: O(*v* + *e*) time and O(*v*) memory before the first path.
  public func simplePaths(
    from sources: [NodeIndex],
    to targets: [NodeIndex],
    maximumLength: Int? = nil,
    in region: NodeSet? = nil
  ) -> SimplePaths {
    (sources + targets).forEach(check)
    check(region)
    precondition(maximumLength ?? 0 >= 0, "a path of at most \(maximumLength ?? 0) arcs")
    let length = min(maximumLength ?? .max, max(nodeCount - 1, 0))
    let starts = NodeSet(universe: nodeCount, sources)
    return SimplePaths(
      graph: self,
      sources: Array(starts),
      targets: NodeSet(universe: nodeCount, targets),
      shut: starts.count > 1 ? starts : nil,
      maximumLength: length,
      distances: distances(from: targets, .reverse, depth: length, in: region)
    )
  }
}
