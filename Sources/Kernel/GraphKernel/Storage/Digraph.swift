/// An immutable directed graph over dense indices, in compressed sparse rows (CSR) both ways.
///
/// Parallel arcs and self-loops are arcs like any other. A graph takes twelve bytes an arc and
/// eight a node (see ``byteCount``), and is never changed after it is built, so it may be shared
/// among threads. It may lie in memory that another keeps, such as a mapped file: see
/// ``init(validating:)``.
public struct Digraph: Hashable, Sendable {
  /// Targets by source: slot *a* is arc *a*.
  @usableFromInline let forward: Adjacency

  /// Sources by target; within one target in the order of the arcs, so sources ascend.
  @usableFromInline let backward: Adjacency

  /// The arc of each slot of `backward`.
  @usableFromInline let backwardArcs: IndexBuffer

  /// What searches work in. It makes no difference to the graph, and copies share it.
  let pool: WorkspacePool

  /// - Complexity: O(*v* + *e*) time and memory.
  init(forward: Adjacency) {
    self.forward = forward
    (backward, backwardArcs) = forward.transposed()
    pool = WorkspacePool(universe: forward.nodeCount)
  }

  init(forward: Adjacency, backward: Adjacency, backwardArcs: IndexBuffer) {
    self.forward = forward
    self.backward = backward
    self.backwardArcs = backwardArcs
    pool = WorkspacePool(universe: forward.nodeCount)
  }

  /// Whether both have the same nodes and the same arcs in the same order.
  ///
  /// - Complexity: O(*v* + *e*), or O(1) for copies.
  public static func == (left: Digraph, right: Digraph) -> Bool {
    left.forward == right.forward
  }

  /// Feeds the arcs.
  ///
  /// - Complexity: O(*v* + *e*).
  public func hash(into hasher: inout Hasher) {
    hasher.combine(forward)
  }

  /// How many nodes there are.
  @inlinable public var nodeCount: Int { forward.nodeCount }

  /// How many arcs there are, parallel ones counted one by one.
  @inlinable public var arcCount: Int { forward.neighbors.count }

  /// All nodes, in ascending order.
  @inlinable public var nodes: Range<NodeIndex> { NodeIndex(0)..<NodeIndex(nodeCount) }

  /// All arcs, in ascending order.
  @inlinable public var arcs: Range<ArcIndex> { ArcIndex(0)..<ArcIndex(arcCount) }

  /// How many bytes its arcs take at rest, both ways: 12 an arc, 8 a node and 8 more, whether the
  /// memory is the graph's own or borrowed.
  ///
  /// - Complexity: O(1).
  public var byteCount: Int {
    [
      forward.offsets, forward.neighbors, backward.offsets, backward.neighbors, backwardArcs,
    ].reduce(0) { $0 + $1.byteCount }
  }

  /// The rows to follow in `direction`.
  @inlinable
  func adjacency(_ direction: Direction) -> Adjacency {
    switch direction {
    case .forward: forward
    case .reverse: backward
    }
  }
}

extension Digraph {
  @inlinable
  func check(_ node: NodeIndex) {
    precondition(
      node.position < nodeCount,
      "node \(node.offset) is outside a graph of \(nodeCount) nodes"
    )
  }

  @inlinable
  func check(_ arc: ArcIndex) {
    precondition(
      arc.position < arcCount,
      "arc \(arc.offset) is outside a graph of \(arcCount) arcs"
    )
  }

  func check(_ region: NodeSet?) {
    guard let region else { return }
    precondition(
      region.universe == nodeCount,
      "a set out of \(region.universe) nodes does not fit a graph of \(nodeCount) nodes"
    )
  }
}
