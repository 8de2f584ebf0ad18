/// Shortest-path distances: how far each node of a graph is from the nearest of some starts.
public struct Distances: Sendable {
  private let values: IndexBuffer

  init(values: IndexBuffer) {
    self.values = values
  }

  /// The arcs of a shortest path to `node`: 0 for a start, `nil` where none leads there.
  ///
  /// - Complexity: O(1).
  public subscript(node: NodeIndex) -> Int? {
    let value = values[node.position]
    return value == .max ? nil : Int(value)
  }

  /// How many nodes there are, reached or not.
  public var count: Int { values.count }
}

extension Digraph {
  /// Breadth-first distances: how many arcs every node is from the nearest of `starts`.
  ///
  /// - Parameters:
  ///   - starts: where paths begin; their order and repeats do not matter.
  ///   - direction: `reverse` for the distances to the starts.
  ///   - depth: the most arcs to follow; `nil` for all.
  ///   - region: the nodes to stay within, as if there were no others; a start outside it is none.
  /// - Complexity: O(*v* + *e*) time, 4 bytes a node. Where only what is near matters, ask
  ///   ``levels(from:_:depth:in:)``.
  public func distances(
    from starts: [NodeIndex],
    _ direction: Direction = .forward,
    depth: Int? = nil,
    in region: NodeSet? = nil
  ) -> Distances {
    flood(from: starts, direction, depth: depth, in: region) { flood, _ in
      Distances(
        values: IndexBuffer(count: nodeCount) { values in
          values.update(repeating: .max)
          var position = 0
          for (distance, end) in flood.levelEnds.enumerated() {
            while position < Int(end) {
              values[Int(flood.queue[position])] = UInt32(truncatingIfNeeded: distance)
              position += 1
            }
          }
        }
      )
    }
  }
}
