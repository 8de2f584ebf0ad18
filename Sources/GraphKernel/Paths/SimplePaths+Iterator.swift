extension SimplePaths {
  /// A depth-first search that stops at each path.
  public struct Iterator: IteratorProtocol {
    private let paths: SimplePaths

    /// The arcs of the path so far, and for each of its nodes the next arc to try.
    private var path: [ArcIndex] = []
    private var cursors: [Range<Int>] = []
    private var nodes: [NodeIndex] = []
    private var onPath: NodeSet

    private var budget: Int

    /// Whether the search was given up before it had looked everywhere.
    private(set) var isExhausted = false

    /// - Parameter budget: the most arcs to try and to hand out.
    init(_ paths: SimplePaths, budget: Int) {
      self.paths = paths
      self.budget = budget
      onPath = NodeSet(universe: paths.graph.nodeCount)
      if paths.isWithinReach(paths.source, after: 0) { enter(paths.source) }
    }

    /// The arcs of the next path, in order, or `nil` after the last.
    ///
    /// - Complexity: exponential in the worst case; O(*v*) memory.
    public mutating func next() -> [ArcIndex]? {
      while let slots = cursors.last, let node = nodes.last {
        // The target is entered only when it is the source too: that path is empty.
        if node == paths.target {
          leave()
          return []
        }
        guard let arc = slots.first else {
          leave()
          continue
        }
        guard budget > 0 else {
          isExhausted = true
          return nil
        }
        budget -= 1
        cursors[cursors.count - 1] = slots.dropFirst()
        if let found = follow(ArcIndex(arc)) { return found }
      }
      return nil
    }

    /// Goes on along `arc` where that can still succeed; the whole path when it has.
    private mutating func follow(_ arc: ArcIndex) -> [ArcIndex]? {
      let neighbor = paths.graph.target(of: arc)
      guard !onPath.contains(neighbor), paths.isWithinReach(neighbor, after: path.count + 1) else {
        return nil
      }
      if neighbor == paths.target {
        budget -= Swift.min(budget, path.count + 1)
        return path + [arc]
      }
      path.append(arc)
      enter(neighbor)
      return nil
    }

    private mutating func enter(_ node: NodeIndex) {
      nodes.append(node)
      cursors.append(paths.graph.forward.slots(of: node))
      onPath.insert(node)
    }

    private mutating func leave() {
      cursors.removeLast()
      if let node = nodes.popLast() { onPath.remove(node) }
      _ = path.popLast()
    }
  }

  /// Whether the target can still be reached from `node` when `length` arcs have been followed.
  func isWithinReach(_ node: NodeIndex, after length: Int) -> Bool {
    let distance = distances[node.position]
    return distance != .max && length + Int(distance) <= maximumLength
  }
}
