/// Some nodes in the order of their owner, whose storage they share: nothing is copied.
public struct NodeSlice: RandomAccessCollection, Sendable {
  @usableFromInline let base: IndexBuffer
  @usableFromInline let slots: Range<Int>

  @inlinable
  init(base: IndexBuffer, slots: Range<Int>) {
    self.base = base
    self.slots = slots
  }

  /// Zero.
  @inlinable public var startIndex: Int { 0 }

  /// How many there are.
  @inlinable public var endIndex: Int { slots.count }

  /// The node at `position`.
  @inlinable
  public subscript(position: Int) -> NodeIndex {
    precondition(
      position >= 0 && position < slots.count,
      "position \(position) is outside a slice of \(slots.count) nodes"
    )
    return NodeIndex(offset: base[slots.lowerBound + position])
  }
}
