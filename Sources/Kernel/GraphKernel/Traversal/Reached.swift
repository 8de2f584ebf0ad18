/// A node that a search came to, and how.
public struct Reached: Hashable, Sendable {
  /// The node.
  public let node: NodeIndex

  /// The node the search came from: a start, or a node reached one step earlier.
  public let via: NodeIndex

  /// The arc between the two, whichever way it was followed.
  public let arc: ArcIndex

  private let steps: UInt32

  init(node: NodeIndex, via: NodeIndex, arc: ArcIndex, distance: UInt32) {
    self.node = node
    self.via = via
    self.arc = arc
    steps = distance
  }

  /// How many arcs lie between the node and the nearest start; at least 1.
  public var distance: Int { Int(steps) }
}
