/// How far each node of a graph is from the nearest of some starts.
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
  /// How many arcs every node is from the nearest of `starts`.
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

  /// The length of the shortest path from the nearest of `starts` to every node, by the lengths of
  /// its arcs; 0 for a start, infinite where no path leads.
  ///
  /// Source: Dijkstra, “A note on two problems in connexion with graphs”, 1959.
  ///
  /// - Parameters:
  ///   - starts: where paths begin; their order and repeats do not matter.
  ///   - direction: `reverse` for the lengths to the starts.
  ///   - weights: the length of each arc.
  ///   - region: the nodes to stay within, as if there were no others; a start outside it is none.
  ///   - progress: told the share of all nodes done, now and then, which ends below 1 where some
  ///     are out of reach; when it throws, the search ends with its error.
  /// - Complexity: O((*v* + *e*) log *v*) time, O(*v* + *e*) memory.
  public func lengths<Failure: Error>(
    from starts: [NodeIndex],
    _ direction: Direction = .forward,
    weights: ArcWeights,
    in region: NodeSet? = nil,
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) -> [Double] {
    starts.forEach(check)
    check(region)
    check(weights)
    var lengths = [Double](repeating: .infinity, count: nodeCount)
    var queue = LengthQueue()
    var done = 0
    for start in starts where region?.contains(start) ?? true {
      lengths[start.position] = 0
      queue.insert(LengthQueue.Entry(length: 0, node: start.offset))
    }
    while let (length, node) = queue.popFirst().map({ ($0.length, NodeIndex(offset: $0.node)) }) {
      guard length <= lengths[node.position] else { continue }
      if done % 4_096 == 0 { try progress(Double(done) / Double(nodeCount)) }
      done += 1
      for arc in arcs(of: node, direction) where region?.contains(arc.neighbor) ?? true {
        let next = length + weights[arc.index]
        guard next < lengths[arc.neighbor.position] else { continue }
        lengths[arc.neighbor.position] = next
        queue.insert(LengthQueue.Entry(length: next, node: arc.neighbor.offset))
      }
    }
    return lengths
  }

  /// ``lengths(from:_:weights:in:progress:)`` without a look at its progress.
  public func lengths(
    from starts: [NodeIndex],
    _ direction: Direction = .forward,
    weights: ArcWeights,
    in region: NodeSet? = nil
  ) -> [Double] {
    lengths(from: starts, direction, weights: weights, in: region) { _ in }
  }
}
