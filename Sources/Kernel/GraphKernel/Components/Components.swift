/// The strongly connected components of a graph, numbered in topological order.
///
/// Every arc leads from a component to itself or to one with a higher number. Which of the
/// possible orders it is depends on the graph alone.
public struct Components: Hashable, Sendable {
  /// Which node is in which component.
  public let partition: Partition

  private let looped: [Bool]

  init(partition: Partition, looped: [Bool]) {
    self.partition = partition
    self.looped = looped
  }

  /// How many components there are.
  public var count: Int { partition.count }

  /// All components, in topological order.
  public var indices: Range<ComponentIndex> { partition.indices }

  /// The component that `node` is in.
  ///
  /// - Complexity: O(1).
  public func component(of node: NodeIndex) -> ComponentIndex {
    partition.component(of: node)
  }

  /// The nodes of `component`, in ascending order; never empty.
  ///
  /// - Complexity: O(1); nothing is copied.
  public func members(of component: ComponentIndex) -> NodeSlice {
    partition.members(of: component)
  }

  /// Whether a cycle runs through the nodes of `component`: it has several, or one with a
  /// self-loop.
  ///
  /// - Complexity: O(1).
  public func isCyclic(_ component: ComponentIndex) -> Bool {
    partition.size(of: component) > 1 || looped[component.position]
  }

  /// Whether `node` lies on a cycle: ``Digraph/liesOnCycle(_:in:)`` of the whole graph, at once.
  ///
  /// - Complexity: O(1).
  public func liesOnCycle(_ node: NodeIndex) -> Bool {
    isCyclic(component(of: node))
  }
}
