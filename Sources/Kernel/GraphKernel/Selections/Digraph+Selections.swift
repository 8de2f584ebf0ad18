extension Digraph {
  /// The union: the graph of all arcs of several graphs over the same nodes, each as it is or
  /// turned round.
  ///
  /// This is how a selection of relations becomes one graph that every algorithm runs on at full
  /// speed, and how relations of different directions are followed together: what answers for a
  /// thing is found over containment as it is and responsibility turned round. Build it once and
  /// keep it: 12 bytes an arc and 8 a node.
  ///
  /// An owner that keeps each arc in the graph of its relation alone has all relations for 12 bytes
  /// an arc and 8 a node and relation, and pays for a union only where it keeps one.
  ///
  /// The arcs of a node come in the order of the parts, and within a part in its order; arcs that
  /// several parts have are kept as parallel arcs.
  ///
  /// - Precondition: the parts have `nodeCount` nodes each.
  /// - Complexity: O(*v* + *e*) time and memory.
  public static func union(nodeCount: Int, of parts: [DirectedPart]) -> Digraph {
    for part in parts {
      precondition(
        part.graph.nodeCount == nodeCount,
        "a part of \(part.graph.nodeCount) nodes does not fit a graph of \(nodeCount)"
      )
    }
    var starts: [Int] = []
    var total = 0
    for part in parts {
      starts.append(total)
      total += part.graph.arcCount
    }
    let sources = IndexStorage.make(count: total)
    let targets = IndexBuffer(count: total) { targets in
      for (part, start) in zip(parts, starts) {
        part.graph.forward.withRows { rows in
          for node in 0..<UInt32(nodeCount) {
            for slot in rows.slots(of: node) {
              let isForward = part.direction == .forward
              sources.start[start + slot] = isForward ? node : rows[slot]
              targets[start + slot] = isForward ? rows[slot] : node
            }
          }
        }
      }
    }
    return build(
      nodeCount: nodeCount,
      sources: IndexBuffer(base: sources.start, count: total, owner: sources),
      targets: targets
    ).graph
  }

  /// The graph of the arcs that `isIncluded` accepts, over the same nodes.
  ///
  /// Arcs keep their order. `isIncluded` is asked once for each arc, in ascending order.
  ///
  /// - Complexity: O(*v* + *e*) time and memory.
  public func filtered<Failure: Error>(
    _ isIncluded: (_ arc: ArcIndex, _ source: NodeIndex, _ target: NodeIndex) throws(Failure) ->
      Bool
  ) throws(Failure) -> Digraph {
    var targets: [UInt32] = []
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(nodeCount + 1)
    for source in nodes {
      for arc in arcs(of: source) where try isIncluded(arc.index, source, arc.neighbor) {
        targets.append(arc.neighbor.offset)
      }
      offsets.append(UInt32(truncatingIfNeeded: targets.count))
    }
    return Digraph(
      forward: Adjacency(offsets: IndexBuffer(offsets), neighbors: IndexBuffer(targets))
    )
  }
}
