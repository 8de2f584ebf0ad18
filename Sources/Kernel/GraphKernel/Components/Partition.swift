/// A partition of the nodes of a graph into classes, each node in exactly one.
public struct Partition: Hashable, Sendable {
  private let labels: IndexBuffer
  private let offsets: IndexBuffer
  private let grouped: IndexBuffer

  /// - Complexity: O(*v* + *count*) time and memory.
  init(labels: IndexBuffer, count: Int) {
    self.labels = labels
    (offsets, grouped) = labels.withUnsafeBufferPointer { labels in
      let offsets = CountingSort.offsets(of: labels, bucketCount: count)
      let cursors = CountingSort.cursors(offsets)
      let grouped = IndexBuffer(count: labels.count) { grouped in
        for (node, label) in labels.enumerated() {
          grouped[Int(cursors[label])] = UInt32(truncatingIfNeeded: node)
          cursors[label] += 1
        }
      }
      return (offsets, grouped)
    }
  }

  /// How many nodes the partition covers.
  public var nodeCount: Int { labels.count }

  /// How many classes there are.
  public var count: Int { offsets.count - 1 }

  /// All classes, in ascending order.
  public var indices: Range<ComponentIndex> { ComponentIndex(0)..<ComponentIndex(count) }

  /// The class that `node` is in.
  ///
  /// - Complexity: O(1).
  public func component(of node: NodeIndex) -> ComponentIndex {
    precondition(
      node.position < nodeCount,
      "node \(node.offset) is outside a partition of \(nodeCount) nodes"
    )
    return ComponentIndex(offset: labels[node.position])
  }

  /// The nodes of `component`, in ascending order; never empty.
  ///
  /// - Complexity: O(1); nothing is copied.
  public func members(of component: ComponentIndex) -> NodeSlice {
    NodeSlice(base: grouped, slots: slots(of: component))
  }

  /// How many nodes `component` has; at least 1.
  ///
  /// - Complexity: O(1).
  public func size(of component: ComponentIndex) -> Int {
    slots(of: component).count
  }

  private func slots(of component: ComponentIndex) -> Range<Int> {
    precondition(
      component.position < count,
      "component \(component.offset) is outside a partition into \(count)"
    )
    return Int(offsets[component.position])..<Int(offsets[component.position + 1])
  }
}

extension Partition {
  /// The label of each node and the members of each class, for hot loops.
  func withRows<Result>(_ body: (_ labels: UnsafeBufferPointer<UInt32>, Rows) -> Result) -> Result {
    labels.withUnsafeBufferPointer { labels in
      Adjacency(offsets: offsets, neighbors: grouped).withRows { body(labels, $0) }
    }
  }
}
