extension Digraph {
  /// Whether a path of at least one arc leads from `node` back to it; a self-loop is such a path.
  ///
  /// - Parameters:
  ///   - node: the node that the path starts from and comes back to.
  ///   - region: the nodes to stay within, as if there were no others; `nil` for all.
  /// - Complexity: O(*v* + *e*) time over the part reached, O(*v*) memory, and a bit for each node
  ///   of the graph.
  public func liesOnCycle(_ node: NodeIndex, in region: NodeSet? = nil) -> Bool {
    check(node)
    check(region)
    let visited = Marks(universe: nodeCount, outside: region)
    guard visited.insert(node.offset) else { return false }
    return forward.withRows { rows in
      var open = [node.offset]
      while let current = open.popLast() {
        for slot in rows.slots(of: current) {
          let neighbor = rows[slot]
          if neighbor == node.offset { return true }
          if visited.insert(neighbor) { open.append(neighbor) }
        }
      }
      return false
    }
  }
}
