import GraphKernel

/// A graph as oracles see it: a list of arcs, searched from end to end.
struct PlainGraph {
  struct PlainArc: Equatable {
    let id: Int
    let source: Int
    let target: Int
  }

  let nodeCount: Int

  /// In forward order; a part of a graph keeps the ids of the whole.
  let arcs: [PlainArc]

  init(nodeCount: Int, arcs: [PlainArc]) {
    self.nodeCount = nodeCount
    self.arcs = arcs
  }

  /// Sorts arcs by source and, at equal sources, by position.
  init(nodeCount: Int, given: [(source: Int, target: Int)]) {
    let order = given.indices.sorted { (given[$0].source, $0) < (given[$1].source, $1) }
    self.init(
      nodeCount: nodeCount,
      arcs: order.enumerated().map { id, position in
        PlainArc(id: id, source: given[position].source, target: given[position].target)
      }
    )
  }

  /// The same with all other nodes cut off.
  func confined(to region: Set<Int>) -> PlainGraph {
    PlainGraph(
      nodeCount: nodeCount,
      arcs: arcs.filter { region.contains($0.source) && region.contains($0.target) }
    )
  }

  func turned(_ direction: Direction) -> PlainGraph {
    guard direction == .reverse else { return self }
    return PlainGraph(
      nodeCount: nodeCount,
      arcs: arcs.map { PlainArc(id: $0.id, source: $0.target, target: $0.source) }
    )
  }
}
