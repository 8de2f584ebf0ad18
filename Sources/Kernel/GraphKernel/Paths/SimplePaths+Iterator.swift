extension SimplePaths {
  /// A depth-first search that stops at each path.
  public struct Iterator: IteratorProtocol {
    private let paths: SimplePaths

    /// The arcs of the path so far, and for each of its nodes the next arc to try.
    private var path: [ArcIndex] = []
    private var cursors: [Range<Int>] = []
    private var nodes: [NodeIndex] = []
    private var onPath: NodeSet

    /// The sources not begun with yet, the next one last.
    private var waiting: [NodeIndex]

    private var budget: Int

    /// Whether the search was given up before it had looked everywhere.
    private(set) var isExhausted = false

    /// - Parameter budget: the most arcs to try and to hand out.
    init(_ paths: SimplePaths, budget: Int) {
      self.paths = paths
      self.budget = budget
      onPath = NodeSet(universe: paths.graph.nodeCount)
      waiting = paths.sources.reversed()
    }

    /// The arcs of the next path, in order, or `nil` after the last.
    ///
    /// - Complexity: exponential in the worst case; O(*v*) memory.
    public mutating func next() -> [ArcIndex]? {
      while begin(), let slots = cursors.last, let node = nodes.last {
        // A target is entered only when it is the source too: that path is empty.
        if paths.targets.contains(node) {
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

    /// Enters the next source when the last one is done with; whether there is anything to do.
    private mutating func begin() -> Bool {
      while nodes.isEmpty {
        guard let source = waiting.popLast() else { return false }
        if paths.isWithinReach(source, after: 0) { enter(source) }
      }
      return true
    }

    /// Goes on along `arc` where that can still succeed; the whole path when it has.
    private mutating func follow(_ arc: ArcIndex) -> [ArcIndex]? {
      let neighbor = paths.graph.target(of: arc)
      guard !onPath.contains(neighbor), paths.isWithinReach(neighbor, after: path.count + 1) else {
        return nil
      }
      if paths.targets.contains(neighbor) {
        budget -= Swift.min(budget, path.count + 1)
        return path + [arc]
      }
      if paths.shut?.contains(neighbor) ?? false { return nil }
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
    guard let distance = distances[node] else { return false }
    return length + distance <= maximumLength
  }
}
