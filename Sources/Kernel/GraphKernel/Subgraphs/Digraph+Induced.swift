extension Digraph {
  /// The given nodes and every arc between two of them.
  ///
  /// Nodes and arcs keep their order, whatever the order of `nodes`, so that ties fall in the part
  /// as they do in the whole; a repeated node counts once.
  ///
  /// - Complexity: O(*k* log *k* + *e*) time and O(*k* + *e*) memory for *k* nodes with *e* arcs,
  ///   however large the graph is.
  public func induced(on nodes: [NodeIndex]) -> Subgraph {
    nodes.forEach(check)
    var ascending: [NodeIndex] = []
    ascending.reserveCapacity(nodes.count)
    for node in nodes.sorted() where node != ascending.last { ascending.append(node) }
    return induced(onAscending: ascending)
  }

  /// The nodes of `region` and every arc between two of them; see ``induced(on:)-([NodeIndex])``.
  ///
  /// - Precondition: the universe of `region` is this graph.
  public func induced(on region: NodeSet) -> Subgraph {
    check(region)
    return induced(onAscending: Array(region))
  }

  private func induced(onAscending nodes: [NodeIndex]) -> Subgraph {
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(nodes.count + 1)
    var targets: [UInt32] = []
    var arcs: [ArcIndex] = []
    pool.withWorkspace { workspace in
      // The queue tells the number of each marked node: it need not be cleared.
      for (number, node) in nodes.enumerated() {
        _ = workspace.insert(node.offset)
        workspace.queue[node.offset] = UInt32(truncatingIfNeeded: number)
      }
      forward.withRows { rows in
        for node in nodes {
          for arc in rows.slots(of: node.offset) where workspace.contains(rows[arc]) {
            targets.append(workspace.queue[rows[arc]])
            arcs.append(ArcIndex(arc))
          }
          offsets.append(UInt32(truncatingIfNeeded: targets.count))
        }
      }
      workspace.forget(nodes)
    }
    return Subgraph(
      graph: Digraph(
        forward: Adjacency(offsets: IndexBuffer(offsets), neighbors: IndexBuffer(targets))
      ),
      nodes: nodes,
      arcs: arcs,
      universe: nodeCount
    )
  }
}
