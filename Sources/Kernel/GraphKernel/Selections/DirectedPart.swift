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

/// A graph made of arcs of other graphs, and where each of its arcs comes from.
public struct Selection: Sendable {
  /// The graph.
  public let graph: Digraph

  /// For each arc of the graph its number, when the arcs of the parts are counted through.
  private let order: IndexBuffer

  /// The number of the first arc of each part.
  private let starts: [Int]

  init(graph: Digraph, order: IndexBuffer, starts: [Int]) {
    self.graph = graph
    self.order = order
    self.starts = starts
  }

  /// Which part `arc` was taken from, and which arc it is there.
  ///
  /// - Complexity: O(log *p*) for *p* parts.
  public func origin(of arc: ArcIndex) -> (part: Int, arc: ArcIndex) {
    let number = Int(order[arc.position])
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= number { low = middle } else { high = middle }
    }
    return (low, ArcIndex(number - starts[low]))
  }
}
