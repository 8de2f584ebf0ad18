/// The levels of a breadth-first search: what it reached, one distance after the other.
///
/// Within a distance the order is that of discovery: by the arcs of the nodes one step nearer. It
/// follows from the graph alone.
public struct Levels: Sendable {
  /// The nodes, and then where each distance from 1 on begins among them, and the end: in one run,
  /// since a small search takes no longer than two pieces of memory to be had.
  private let numbers: IndexBuffer

  /// How many nodes there are.
  private let count: Int

  init(_ flood: borrowing Flood) {
    let (starts, ends) = (flood.startCount, flood.levelEnds)
    let (count, queue) = (flood.tail - starts, flood.queue)
    self.count = count
    numbers = IndexBuffer(count: count + ends.count) { numbers in
      guard let start = numbers.baseAddress else { return }
      start.update(from: queue + starts, count: count)
      for level in ends.indices {
        start[count + level] = ends[level] - UInt32(truncatingIfNeeded: starts)
      }
    }
  }

  /// All nodes reached, nearest first; the starts are left out.
  public var nodes: NodeSlice { NodeSlice(base: numbers, slots: 0..<count) }

  /// The greatest distance at which there is a node; 0 when nothing was reached.
  public var depth: Int { numbers.count - count - 1 }

  /// The nodes whose distance from the nearest start is `distance`.
  ///
  /// - Precondition: `distance` lies in 1 ... ``depth``.
  /// - Complexity: O(1); nothing is copied.
  public func nodes(at distance: Int) -> NodeSlice {
    precondition(distance >= 1 && distance <= depth, "distance \(distance) of \(depth)")
    let end = count + distance
    return NodeSlice(base: numbers, slots: Int(numbers[end - 1])..<Int(numbers[end]))
  }
}

extension Digraph {
  /// Breadth-first search level by level: the nodes that can be reached from `starts`. What a
  /// question of small depth should ask, since it costs only what it reaches.
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
    flood(from: starts, direction, depth: depth, in: region) { flood, _ in Levels(flood) }
  }
}
