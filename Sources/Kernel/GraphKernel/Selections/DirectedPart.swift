/// The arcs of a graph, as they are or turned round, as a part of a
/// ``Digraph/union(nodeCount:of:)``.
public struct DirectedPart: Sendable {
  /// The graph whose arcs are taken.
  public let graph: Digraph

  /// `reverse` where each arc is to lead from its target to its source.
  public let direction: Direction

  /// The arcs of `graph` in `direction`.
  public init(_ graph: Digraph, _ direction: Direction = .forward) {
    self.graph = graph
    self.direction = direction
  }
}
