extension NodeSet {
  /// The nodes of either set.
  ///
  /// - Precondition: both sets have one universe.
  /// - Complexity: O(*universe* / 64) time and memory.
  public func union(_ other: NodeSet) -> NodeSet {
    combined(with: other) { $0 | $1 }
  }

  /// The nodes of both sets.
  ///
  /// - Precondition: both sets have one universe.
  /// - Complexity: O(*universe* / 64) time and memory.
  public func intersection(_ other: NodeSet) -> NodeSet {
    combined(with: other) { $0 & $1 }
  }

  /// The nodes of this set that are not in `other`.
  ///
  /// - Precondition: both sets have one universe.
  /// - Complexity: O(*universe* / 64) time and memory.
  public func subtracting(_ other: NodeSet) -> NodeSet {
    combined(with: other) { $0 & ~$1 }
  }

  private func combined(
    with other: NodeSet,
    _ combine: (UInt64, UInt64) -> UInt64
  ) -> NodeSet {
    precondition(
      universe == other.universe,
      "sets out of \(universe) and out of \(other.universe) nodes do not combine"
    )
    return NodeSet(universe: universe, words: zip(words, other.words).map(combine))
  }
}
