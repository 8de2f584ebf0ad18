/// What a search reached, one distance after the other.
///
/// Within a distance the order is that of discovery: by the arcs of the nodes one step nearer. It
/// follows from the graph alone.
public struct Levels: Sendable {
  private let reached: IndexBuffer

  /// Where each distance from 1 on begins, and the end.
  private let bounds: [Int]

  init(reached: IndexBuffer, bounds: [Int]) {
    self.reached = reached
    self.bounds = bounds
  }

  /// All nodes reached, nearest first; the starts are left out.
  public var nodes: NodeSlice { NodeSlice(base: reached, slots: reached.indices) }

  /// The greatest distance at which there is a node; 0 when nothing was reached.
  public var depth: Int { bounds.count - 1 }

  /// The nodes whose distance from the nearest start is `distance`.
  ///
  /// - Precondition: `distance` lies in 1 ... ``depth``.
  /// - Complexity: O(1); nothing is copied.
  public func nodes(at distance: Int) -> NodeSlice {
    precondition(distance >= 1 && distance <= depth, "distance \(distance) of \(depth)")
    return NodeSlice(base: reached, slots: bounds[distance - 1]..<bounds[distance])
  }
}

extension Digraph {
  /// The nodes that can be reached from `starts`, level by level: what a question of small depth
  /// should ask, since it costs only what it reaches.
  ///
  /// The starts themselves are left out, even when they lie on a cycle.
  ///
  /// - Parameters:
  ///   - starts: where paths begin; their repeats do not matter.
  ///   - direction: `reverse` for the nodes from which the starts can be reached.
  ///   - depth: the most arcs to follow; `nil` for all.
  ///   - region: the nodes to stay within, as if there were no others; a start outside it reaches
  ///     nothing. `nil` for the whole graph.
  /// - Complexity: O(*v* + *e*) time and O(*v*) memory over the part reached; with a region, a bit
  ///   for each node of the graph in time.
  public func levels(
    from starts: [NodeIndex],
    _ direction: Direction = .forward,
    depth: Int? = nil,
    in region: NodeSet? = nil
  ) -> Levels {
    var ends: [Int] = []
    return flood(
      from: starts,
      direction,
      depth: depth,
      in: region,
      eachLevel: { ends.append($0) },
      { flood, _ in
        Levels(
          reached: IndexBuffer(
            UnsafeBufferPointer(
              start: flood.queue + flood.startCount,
              count: flood.tail - flood.startCount
            )
          ),
          bounds: ends.map { $0 - flood.startCount }
        )
      }
    )
  }
}
