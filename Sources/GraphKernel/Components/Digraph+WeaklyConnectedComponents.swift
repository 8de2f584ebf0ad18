internal import CPrefetch

extension Digraph {
  /// The classes of nodes that are connected when arcs may be followed either way, numbered by
  /// their lowest node.
  ///
  /// The first two arcs of each node join most of what belongs together; the arcs of nodes that are
  /// then in the largest class cannot join anything that their other ends do not.
  ///
  /// Sources: Sutton, Ben-Nun and Barak, “Optimizing parallel graph connectivity computation via
  /// subgraph sampling” (Afforest), IPDPS 2018; Tarjan and van Leeuwen, “Worst-case analysis of set
  /// union algorithms”, JACM 1984 (path halving; the lower root is kept).
  ///
  /// - Complexity: O(*v* + *e* log *v*) time, nearly linear in practice; O(*v*) memory.
  public func weaklyConnectedComponents() -> Partition {
    forward.withRows { rows in
      backward.withRows { columns in
        let forest = DisjointSets(count: rows.nodeCount)
        forest.join(rows, rounds: 2)
        forest.flatten()
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

  /// Joins each node with its first neighbours.
  func join(_ rows: Rows, rounds: Int) {
    let last = rows.neighbors.count - 1
    for node in 0..<UInt32(rows.nodeCount) {
      let slots = rows.slots(of: node)
      if let start = rows.neighbors.baseAddress, last >= 0 {
        prefetch_for_reading(parents.start + Int(start[min(slots.lowerBound + 48, last)]))
      }
      for slot in slots.prefix(rounds) { join(node, rows[slot]) }
    }
  }

  func join(_ left: UInt32, _ right: UInt32) {
    let (left, right) = (root(of: left), root(of: right))
    if left < right {
      parents[right] = left
    } else {
      parents[left] = right
    }
  }

  private func root(of node: UInt32) -> UInt32 {
    var node = node
    while parents[node] != node {
      let grandparent = parents[parents[node]]
      parents[node] = grandparent
      node = grandparent
    }
    return node
  }

  /// Hangs every node under its root. A parent is lower than its child, so it hangs there already.
  func flatten() {
    for node in 0..<parents.count {
      parents[node] = parents[parents[node]]
    }
  }

  /// The root of the most nodes out of a sample, in a flat forest.
  func commonestRoot() -> UInt32 {
    var counts: [UInt32: Int] = [:]
    let step = max(1, parents.count / 1_024)
    for node in stride(from: 0, to: parents.count, by: step) {
      counts[parents[node], default: 0] += 1
    }
    // Ties to the lower root, so that nothing depends on the order of a dictionary.
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
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
