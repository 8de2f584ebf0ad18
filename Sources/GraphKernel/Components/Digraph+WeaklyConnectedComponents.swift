extension Digraph {
  /// The classes of nodes that are connected when arcs may be followed either way, numbered by
  /// their lowest node.
  ///
  /// Source: Tarjan and van Leeuwen, “Worst-case analysis of set union algorithms”, JACM 1984 (path
  /// halving; the lower root is kept).
  ///
  /// - Complexity: O(*v* + *e* log *v*) time, nearly linear in practice; O(*v*) memory.
  public func weaklyConnectedComponents() -> Partition {
    forward.withRows { rows in
      let forest = DisjointSets(count: rows.nodeCount)
      for source in 0..<UInt32(rows.nodeCount) {
        for slot in rows.slots(of: source) {
          forest.join(source, rows[slot])
        }
      }
      return forest.partition()
    }
  }
}

/// A forest whose roots are the lowest nodes of their trees.
private struct DisjointSets: ~Copyable {
  private let parents: Scratch<UInt32>

  init(count: Int) {
    parents = Scratch(capacity: count)
    for node in 0..<count {
      parents[node] = UInt32(node)
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
