extension Digraph {
  /// The graph of the given arcs, and for each of its arcs the position it was given at.
  ///
  /// Arcs are sorted by source; those of one source keep the order given. An owner that keeps a
  /// record per arc puts the records into `order` once, and finds them by ``ArcIndex`` ever after.
  ///
  /// - Precondition: every source and target lies in 0 ..< `nodeCount`, and there are fewer than
  ///   2³² − 1 nodes and arcs each.
  /// - Complexity: O(*v* + *e*) time and memory.
  public static func build(
    nodeCount: Int,
    arcs: [(source: NodeIndex, target: NodeIndex)]
  ) -> (graph: Digraph, order: [Int]) {
    let (graph, order) = build(
      nodeCount: nodeCount,
      sources: IndexBuffer(arcs.lazy.map(\.source.offset)),
      targets: IndexBuffer(arcs.lazy.map(\.target.offset))
    )
    return (graph, order.map(Int.init))
  }

  /// The graph of arcs given as columns; see ``build(nodeCount:arcs:)``, of which it is the fast
  /// way for millions of arcs.
  ///
  /// - Parameters:
  ///   - nodeCount: how many nodes there are.
  ///   - sources: the source of each arc.
  ///   - targets: the target of each arc.
  /// - Returns: The graph, and for each of its arcs the position it was given at.
  /// - Precondition: there are as many targets as sources, all of them in 0 ..< `nodeCount`, and
  ///   fewer than 2³² − 1 nodes and arcs each.
  /// - Complexity: O(*v* + *e*) time; beside the graph 2 bytes an arc, and 8 an arc of those that
  ///   begin or end among the busiest hundredth of consecutive nodes.
  public static func build(
    nodeCount: Int,
    sources: IndexBuffer,
    targets: IndexBuffer
  ) -> (graph: Digraph, order: IndexBuffer) {
    precondition(nodeCount >= 0 && nodeCount < Int(UInt32.max), "a graph of \(nodeCount) nodes")
    precondition(sources.count < Int(UInt32.max), "a graph of \(sources.count) arcs")
    precondition(
      sources.count == targets.count,
      "\(sources.count) sources and \(targets.count) targets"
    )
    check(sources, targets, nodeCount: nodeCount)
    return sources.withUnsafeBufferPointer { sources in
      targets.withUnsafeBufferPointer { targets in
        let sorted = ArcSort.sorted(nodeCount: nodeCount, keys: sources) { visit in
          for position in 0..<sources.count {
            visit(sources[position], targets[position], UInt32(truncatingIfNeeded: position))
          }
        }
        return (Digraph(forward: sorted.rows), sorted.numbers)
      }
    }
  }

  private static func check(_ sources: IndexBuffer, _ targets: IndexBuffer, nodeCount: Int) {
    guard !sources.isEmpty, Int(max(sources.highest, targets.highest)) >= nodeCount else { return }
    for position in sources.indices {
      precondition(
        Int(max(sources[position], targets[position])) < nodeCount,
        "arc \(position), \(sources[position]) → \(targets[position]), leaves a graph of "
          + "\(nodeCount) nodes"
      )
    }
  }
}

extension IndexBuffer {
  /// The highest number; 0 of none.
  fileprivate var highest: UInt32 {
    withUnsafeBufferPointer { numbers in
      // A loop over a pointer compares many numbers at once, the library's `max()` one at a time.
      var highest: UInt32 = 0
      for number in numbers where number > highest { highest = number }
      return highest
    }
  }
}
