extension Digraph {
  /// A feedback arc set: arcs whose removal leaves no cycle: the back arcs of a depth-first search
  /// that starts at the nodes of `order`, one after the other, and takes neighbours in ascending
  /// order.
  ///
  /// A self-loop is a back arc. The set is not the smallest possible (that is NP-hard); with
  /// `order` from sources to sinks it is what a reader would call the arcs that lead back.
  ///
  /// - Precondition: `order` holds every node once.
  /// - Returns: The arcs in ascending order.
  /// - Complexity: O(*v* + *e*) time, O(*v*) memory. Source: Tarjan, Depth-first search and linear
  ///   graph algorithms, 1972.
  public func backArcs(searchingFrom order: [NodeIndex]) -> [ArcIndex] {
    precondition(order.count == nodeCount, "the order must hold every node once")
    enum Mark { case new, open, closed }
    var marks = Array(repeating: Mark.new, count: nodeCount)
    var back: [ArcIndex] = []
    var path: [(node: NodeIndex, next: Int)] = []
    for root in order where marks[root.position] == .new {
      marks[root.position] = .open
      path.append((root, 0))
      while let (node, next) = path.last {
        let arcs = arcs(of: node, .forward)
        guard next < arcs.count else {
          marks[node.position] = .closed
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let arc = arcs[arcs.startIndex + next]
        switch marks[arc.neighbor.position] {
        case .open: back.append(arc.index)
        case .closed: break
        case .new:
          marks[arc.neighbor.position] = .open
          path.append((arc.neighbor, 0))
        }
      }
    }
    return back.sorted()
  }
}
