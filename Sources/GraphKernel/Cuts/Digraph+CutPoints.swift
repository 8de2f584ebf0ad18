/// What a graph falls apart without, when arcs may be followed either way.
public struct CutPoints: Hashable, Sendable {
  /// The articulation points: nodes without which some class of connected nodes falls apart, in
  /// ascending order.
  public let nodes: [NodeIndex]

  /// The bridges: arcs without which some class of connected nodes falls apart, in ascending order.
  /// Of parallel arcs none is a bridge, nor of two arcs there and back; no self-loop is one.
  public let bridges: [ArcIndex]
}

extension Digraph {
  /// The articulation points and the bridges of the graph, its arcs followed either way.
  ///
  /// Source: Hopcroft and Tarjan, “Efficient algorithms for graph manipulation”, CACM 1973.
  ///
  /// - Complexity: O(*v* + *e*) time, 16 bytes a node.
  public func cutPoints() -> CutPoints {
    forward.withRows { forward in
      backward.withRows { backward in
        var search = CutSearch(forward, backward)
        search.run()
        return CutPoints(
          nodes: nodes.filter { search.isCutPoint($0.offset) },
          bridges: search.bridges.compactMap { arc(between: $0, and: $1) }.sorted()
        )
      }
    }
  }

  /// The arc between two nodes that have one, whichever way it leads.
  private func arc(between left: UInt32, and right: UInt32) -> ArcIndex? {
    let (left, right) = (NodeIndex(offset: left), NodeIndex(offset: right))
    return
      (arcs(of: left).first { $0.neighbor == right }
      ?? arcs(of: right).first { $0.neighbor == left })?.index
  }
}
