/// A reachability index: a graph that keeps what its giant component reaches and what reaches it,
/// for repeated questions.
///
/// In most large graphs one strongly connected component holds much of everything, and most
/// closures run through it. Whoever asks many of them condenses once: from a node of the component
/// the answer is there already, and from other nodes only what lies outside is searched. It keeps
/// two bits and eight bytes a node.
public struct StoredClosures: Sendable {
  /// The graph.
  public let graph: Digraph

  /// Its strongly connected components.
  public let components: Components

  /// Those that the giant component reaches and that reach it, its own members among them.
  private let after: NodeSet
  private let before: NodeSet
  private let counts: (after: Int, before: Int)

  /// - Complexity: O(*v* + *e*) time, O(*v*) memory.
  public init(_ graph: Digraph) {
    self.init(graph, graph.stronglyConnectedComponents())
  }

  /// The same for a graph whose components are known already.
  ///
  /// - Precondition: `components` are those of `graph`.
  public init(_ graph: Digraph, _ components: Components) {
    self.graph = graph
    self.components = components
    let giant = components.indices.max { left, right in
      components.partition.size(of: left) < components.partition.size(of: right)
    }
    var members: [NodeIndex] = []
    if let giant, components.partition.size(of: giant) > 1 {
      members = Array(components.members(of: giant))
    }
    func closed(_ direction: Direction) -> NodeSet {
      graph.closure(of: members, direction)
        .union(NodeSet(universe: graph.nodeCount, members))
    }
    (after, before) = (closed(.forward), closed(.reverse))
    counts = (after.count, before.count)
  }

  /// ``Digraph/closure(of:_:depth:in:)`` of one node in the whole graph.
  ///
  /// - Complexity: O(*v* / 64) time and memory for a node of the giant component; for another also
  ///   the time of what it reaches beside it.
  public func closure(of node: NodeIndex, _ direction: Direction = .forward) -> NodeSet {
    var (stored, isInside) = self.stored(node, direction)
    if isInside {
      stored?.remove(node)
      return stored ?? NodeSet(universe: graph.nodeCount)
    }
    let rest = graph.closure(of: [node], direction, in: stored.map(NodeSet.init(complementing:)))
    return stored.map(rest.union) ?? rest
  }

  /// How many nodes ``closure(of:_:)`` holds.
  ///
  /// - Complexity: O(1) for a node of the giant component; for another the time of what it reaches
  ///   beside it, and O(*v* / 64) where it reaches the component.
  public func closureCount(of node: NodeIndex, _ direction: Direction = .forward) -> Int {
    let (stored, isInside) = self.stored(node, direction)
    let count = direction == .forward ? counts.after : counts.before
    if isInside { return count - 1 }
    guard let stored else { return graph.closureCount(of: [node], direction) }
    return count + graph.closureCount(of: [node], direction, in: NodeSet(complementing: stored))
  }

  /// What the giant component reaches, where `node` reaches it; and whether `node` is a member.
  private func stored(_ node: NodeIndex, _ direction: Direction) -> (NodeSet?, Bool) {
    let (ahead, behind) = direction == .forward ? (after, before) : (before, after)
    guard behind.contains(node) else { return (nil, false) }
    return (ahead, ahead.contains(node))
  }
}
