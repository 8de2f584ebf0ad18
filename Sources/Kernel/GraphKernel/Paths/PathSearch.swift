/// A bidirectional breadth-first search for the lowest of the shortest paths from a node to the
/// nearest of some others: the cheaper end goes first.
///
/// Source: Pohl, “Bi-directional search”, Machine Intelligence 6, 1971.
struct PathSearch {
  private var ahead: SearchSide
  private var back: SearchSide
  private let source: UInt32

  /// A node that is none of the targets, and two workspaces in which the nodes are marked that must
  /// not be entered; no end is.
  init(
    _ forward: Rows,
    _ backward: Rows,
    from source: UInt32,
    to targets: [UInt32],
    _ works: (Workspace, Workspace)
  ) {
    ahead = SearchSide(forward, starts: [source], works.0)
    back = SearchSide(backward, starts: targets, works.1)
    self.source = source
  }

  /// The slots of the path in the rows ahead, whose first is none of those that `isBarred` tells.
  mutating func run(isBarred: ((Int) -> Bool)? = nil) -> [Int]? {
    guard let meeting = meet(isBarred) else { return nil }
    return path(through: meeting, isBarred)
  }

  /// Takes back the marks that the search has set.
  func forget() {
    for side in [ahead, back] {
      for position in 0..<side.seenCount { side.work.remove(side.work.queue[position]) }
    }
  }

  /// The node that the lowest of the shortest paths passes where the two searches meet. It lies in
  /// the last level of `ahead`, and is seen by `back`.
  private mutating func meet(_ isBarred: ((Int) -> Bool)?) -> UInt32? {
    if let isBarred {
      // With the source done, no path can go back to it and leave it by an arc that is barred.
      _ = back.work.insert(source)
      defer { back.work.remove(source) }
      if let met = ahead.expand(towards: back.work, isWhole: false, barred: isBarred) {
        return met
      }
      return ahead.isStuck ? nil : meetFreely()
    }
    return meetFreely()
  }

  private mutating func meetFreely() -> UInt32? {
    while true {
      if ahead.cost <= back.cost {
        if let met = ahead.expand(towards: back.work, isWhole: false) { return met }
        if ahead.isStuck { return nil }
      } else if back.expand(towards: ahead.work, isWhole: true) != nil {
        for position in ahead.level(ahead.levelCount - 1) {
          let node = ahead.work.queue[position]
          if back.work.contains(node) { return node }
        }
      } else if back.isStuck {
        return nil
      }
    }
  }

  private mutating func path(
    through meeting: UInt32,
    _ isBarred: ((Int) -> Bool)?
  ) -> [Int] {
    var path: [Int] = []
    var node = source
    for way in waysBack(from: meeting).reversed() {
      node = follow(node, &path) { slot, next in
        way.contains(next) && (node != source || !(isBarred?(slot) ?? false))
      }
    }
    while true {
      // No arc comes nearer to a target by two levels: what is still marked lies one level on.
      while back.work.contains(node) { back.forgetLevel() }
      // The last level is that of the targets.
      if back.levelCount == 0 { return path }
      node = follow(node, &path) { _, next in
        back.work.contains(next) && !ahead.work.contains(next)
      }
    }
  }

  /// The nodes of shortest paths from the source to `meeting`, by their distance from the latter;
  /// the source is left out.
  ///
  /// What is marked for `ahead` and not for `back` was seen from the source: what is shut is marked
  /// for both. Afterwards only the source is.
  private mutating func waysBack(from meeting: UInt32) -> [NodeRun] {
    guard ahead.levelCount > 1 else { return [] }
    var ways = [NodeRun([meeting])]
    ahead.forgetLevel()
    while ahead.levelCount > 1, let later = ways.last {
      var earlier: [UInt32] = []
      for node in later.nodes {
        for slot in back.rows.slots(of: node) {
          let neighbor = back.rows[slot]
          // By an arc that is barred the source can lead to any level.
          guard neighbor != source else { continue }
          if ahead.work.contains(neighbor), !back.work.contains(neighbor) {
            earlier.append(neighbor)
          }
        }
      }
      ways.append(NodeRun(earlier))
      ahead.forgetLevel()
    }
    return ways
  }

  private func follow(
    _ node: UInt32,
    _ path: inout [Int],
    _ leadsOn: (Int, UInt32) -> Bool
  ) -> UInt32 {
    for slot in ahead.rows.slots(of: node) where leadsOn(slot, ahead.rows[slot]) {
      path.append(slot)
      return ahead.rows[slot]
    }
    preconditionFailure("node \(node) has no arc towards a target")
  }
}

/// A few nodes in ascending order, each once.
private struct NodeRun {
  let nodes: [UInt32]

  init(_ given: [UInt32]) {
    var nodes: [UInt32] = []
    for node in given.sorted() where node != nodes.last { nodes.append(node) }
    self.nodes = nodes
  }

  func contains(_ node: UInt32) -> Bool {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && nodes[low] == node
  }
}
