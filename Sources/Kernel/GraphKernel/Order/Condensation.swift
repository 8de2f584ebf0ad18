/// A condensation: a graph with every strongly connected component shrunk to a node, without
/// cycles.
public struct Condensation: Hashable, Sendable {
  /// The components of the graph it was made from.
  public let components: Components

  /// One node for each component, at the same index, so every arc leads to a higher node.
  ///
  /// Parallel arcs are merged and self-loops left out; the arcs of one node ascend by target.
  public let graph: Digraph
}

extension Digraph {
  /// The condensation: the graph over the strongly connected components.
  ///
  /// - Complexity: O(*v* + *e*) time and memory.
  public func condensation() -> Condensation {
    let components = stronglyConnectedComponents()
    let arcs = backward.withRows { rows in
      components.partition.withRows { labels, members in
        mergedArcs(rows, labels: labels, members: members)
      }
    }
    let (graph, _) = Digraph.build(nodeCount: components.count, arcs: arcs)
    return Condensation(components: components, graph: graph)
  }

  /// Each pair of components with an arc between them once, by target.
  ///
  /// To collect them by target and sort them by source afterwards leaves each row ascending.
  private func mergedArcs(
    _ rows: Rows,
    labels: UnsafeBufferPointer<UInt32>,
    members: Rows
  ) -> [(source: NodeIndex, target: NodeIndex)] {
    var arcs: [(source: NodeIndex, target: NodeIndex)] = []
    let lastTargets = Scratch<UInt32>(repeating: .max, count: members.nodeCount)
    for target in 0..<UInt32(members.nodeCount) {
      lastTargets[target] = target
      for member in members.slots(of: target) {
        for slot in rows.slots(of: members[member]) {
          let source = labels[Int(rows[slot])]
          guard lastTargets[source] != target else { continue }
          lastTargets[source] = target
          arcs.append((NodeIndex(offset: source), NodeIndex(offset: target)))
        }
      }
    }
    return arcs
  }
}
