/// Why some numbers are not the parts of a graph.
public enum DigraphFault: Error, Hashable, Sendable {
  /// There must be one offset more than nodes, both ways.
  case offsetCounts(forward: Int, backward: Int)

  /// There must be as many targets as sources as arcs.
  case arcCounts(targets: Int, sources: Int, arcs: Int)

  /// The offsets do not begin at zero, do not end at the number of arcs, or descend after `node`.
  case offsets(Direction, node: Int)

  /// The neighbour in `slot` is no node of the graph.
  case neighbor(Direction, slot: Int)

  /// The slot of the backward rows holds no arc, one with other ends, or one out of order.
  case backwardSlot(Int)
}

extension DigraphFault: CustomStringConvertible {
  /// What does not fit, in English; for people the reader of a file says which file it was.
  public var description: String {
    switch self {
    case .offsetCounts(let forward, let backward):
      "\(forward) forward and \(backward) backward offsets are not one more than the nodes"
    case .arcCounts(let targets, let sources, let arcs):
      "\(targets) targets, \(sources) sources and \(arcs) arcs differ in number"
    case .offsets(let direction, let node):
      "the \(direction) offsets do not fit at node \(node)"
    case .neighbor(let direction, let slot):
      "the \(direction) neighbour in slot \(slot) is no node"
    case .backwardSlot(let slot):
      "the backward slot \(slot) does not hold the arc that belongs there"
    }
  }
}
