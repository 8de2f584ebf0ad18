internal import CPrefetch

extension Digraph {
  /// The weakly connected components: the classes of nodes that are connected when arcs may be
  /// followed either way, numbered by their lowest node.
  ///
  /// The first two arcs of each node join most of what belongs together; the arcs of nodes that are
  /// then in the largest class cannot join anything that their other ends do not.
  ///
  /// Sources: Sutton, Ben-Nun and Barak, “Optimizing parallel graph connectivity computation via
  /// subgraph sampling” (Afforest), IPDPS 2018; Patwary, Blair and Manne, “Experiments on
  /// union-find algorithms for the disjoint-set data structure”, SEA 2010 (Rem's algorithm with
  /// splicing).
  ///
  /// - Complexity: O(*v* + *e* log *v*) time, nearly linear in practice; O(*v*) memory.
  public func weaklyConnectedComponents() -> Partition {
    forward.withRows { rows in
      backward.withRows { columns in
        let forest = DisjointSets(count: rows.nodeCount)
        for round in 0..<2 {
          forest.join(rows, round)
          forest.flatten()
        }
        let largest = forest.commonestRoot()
        for node in 0..<UInt32(rows.nodeCount) where forest.parents[node] != largest {
          for slot in rows.slots(of: node).dropFirst(2) { forest.join(node, rows[slot]) }
          for slot in columns.slots(of: node) { forest.join(node, columns[slot]) }
        }
        return forest.partition()
      }
    }
  }
}

/// A forest whose roots are the lowest nodes of their trees.
private struct DisjointSets: ~Copyable {
  let parents: Scratch<UInt32>

  init(count: Int) {
    parents = Scratch(capacity: count)
    for node in 0..<count {
      parents[node] = UInt32(truncatingIfNeeded: node)
    }
  }

  /// Joins each node with the neighbour that is its first, or second, and so on.
  func join(_ rows: Rows, _ round: Int) {
    let last = rows.neighbors.count - 1
    for node in 0..<UInt32(rows.nodeCount) {
      let slot = rows.slots(of: node).lowerBound + round
      if let start = rows.neighbors.baseAddress, last >= 0 {
        prefetch_for_reading(parents.start + Int(start[min(slot + 48, last)]))
      }
      if slot < rows.slots(of: node).upperBound { join(node, rows[slot]) }
    }
  }

  /// Climbs from both nodes at once, the one whose parent is higher first, and hangs what it passes
  /// under the parent of the other.
  func join(_ left: UInt32, _ right: UInt32) {
    let parents = parents.start
    var (left, right) = (left, right)
    var (above, beside) = (parents[Int(left)], parents[Int(right)])
    while above != beside {
      if above > beside {
        parents[Int(left)] = beside
        if above == left { return }
        left = above
        above = parents[Int(left)]
      } else {
        parents[Int(right)] = above
        if beside == right { return }
        right = beside
        beside = parents[Int(right)]
      }
    }
  }

  /// Hangs every node under its root. A parent is lower than its child, so it hangs there already.
  func flatten() {
    for node in 0..<parents.count {
      parents[node] = parents[parents[node]]
    }
  }

  /// The root of more than half the nodes of a sample, or else of some of them, in a flat forest.
  ///
  /// Source: Boyer and Moore, “MJRTY, a fast majority vote algorithm”, 1991.
  func commonestRoot() -> UInt32 {
    var (root, votes): (UInt32, Int) = (0, 0)
    for node in stride(from: 0, to: parents.count, by: max(1, parents.count / 1_024)) {
      if votes == 0 { root = parents[node] }
      votes += parents[node] == root ? 1 : -1
    }
    return root
  }

  func partition() -> Partition {
    var count: UInt32 = 0
    let labels = IndexBuffer(count: parents.count) { labels in
      for node in labels.indices {
        // A parent is never higher than its child, so it has its label already.
        let parent = Int(parents[node])
        if parent == node {
          labels[node] = count
          count += 1
        } else {
          labels[node] = labels[parent]
        }
      }
    }
    return Partition(labels: labels, count: Int(count))
  }
}
