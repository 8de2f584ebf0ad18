extension NodeSet: Sequence {
  /// The nodes of a set, in ascending order.
  public struct Iterator: IteratorProtocol {
    private let words: [UInt64]
    private var position = 0
    private var rest: UInt64

    init(words: [UInt64]) {
      self.words = words
      rest = words.first ?? 0
    }

    /// The next node, or `nil` after the last.
    ///
    /// - Complexity: O(1) amortised over the universe's words and the set's nodes.
    public mutating func next() -> NodeIndex? {
      while rest == 0 {
        guard position + 1 < words.count else { return nil }
        position += 1
        rest = words[position]
      }
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      return NodeIndex(position * 64 + bit)
    }
  }

  /// The nodes in ascending order.
  ///
  /// - Complexity: O(*universe* / 64 + *nodes*) to run through them all.
  public func makeIterator() -> Iterator {
    Iterator(words: words)
  }

  /// At least this many nodes follow: all of them, so that an array of them is allocated once.
  public var underestimatedCount: Int { count }
}
