extension Digraph {
  /// Whether a path of at least one arc leads from `node` back to it; a self-loop is such a path.
  ///
  /// - Parameters:
  ///   - node: the node that the path starts from and comes back to.
  ///   - region: the nodes to stay within, as if there were no others; `nil` for all.
  /// - Complexity: O(*v* + *e*) time over the part reached; with a region, a bit for each node of the
  ///   graph in time.
  public func liesOnCycle(_ node: NodeIndex, in region: NodeSet? = nil) -> Bool {
    check(node)
    check(region)
    guard region?.contains(node) ?? true else { return false }
    return pool.withWorkspace { workspace in
      if let region { workspace.shut(outside: region) }
      var found = 0
      defer { if region == nil { workspace.forget(first: found) } else { workspace.forgetAll() } }
      return forward.withRows { rows in
        // The node itself is not marked at first: it is reached again where it lies on a cycle.
        func comesBack(from next: UInt32) -> Bool {
          for slot in rows.slots(of: next) where workspace.insert(rows[slot]) {
            if rows[slot] == node.offset {
              workspace.remove(node.offset)
              return true
            }
            workspace.queue[found] = rows[slot]
            found += 1
          }
          return false
        }
        if comesBack(from: node.offset) { return true }
        var position = 0
        while position < found {
          if comesBack(from: workspace.queue[position]) { return true }
          position += 1
        }
        return false
      }
    }
  }
}
