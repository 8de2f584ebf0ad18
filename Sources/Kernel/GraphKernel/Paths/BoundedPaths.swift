/// The first of the paths between two nodes, and whether there may be more.
public struct BoundedPaths: Hashable, Sendable {
  /// The arcs of each path, in the order of ``SimplePaths``.
  public let paths: [[ArcIndex]]

  /// Whether the list may be incomplete: there are more paths than were asked for, or the steps
  /// ran out before that was known. When it is `false`, these are all the paths there are.
  public let isCut: Bool
}

extension SimplePaths {
  /// The first `limit` paths, found in a bounded number of steps.
  ///
  /// A step is an arc tried, or an arc of a path handed out, so neither dead ends nor long paths
  /// make the search run away.
  ///
  /// - Parameters:
  ///   - limit: the most paths to give; not negative.
  ///   - steps: when to give up; ten million take well under a second.
  /// - Complexity: O(*v* + *steps*) time and memory.
  public func first(_ limit: Int, steps: Int = 10_000_000) -> BoundedPaths {
    precondition(limit >= 0, "the first \(limit) paths")
    precondition(steps >= 0, "a search of \(steps) steps")
    var iterator = Iterator(self, budget: steps)
    var paths: [[ArcIndex]] = []
    while let path = iterator.next() {
      guard paths.count < limit else { return BoundedPaths(paths: paths, isCut: true) }
      paths.append(path)
    }
    return BoundedPaths(paths: paths, isCut: iterator.isExhausted)
  }
}
