/// A bit set of nodes out of a fixed universe, the nodes 0 ..< `universe`.
///
/// Two sets are equal when their universes and their nodes are.
public struct NodeSet: Hashable, Sendable {
  /// How many nodes there are to choose from.
  public let universe: Int

  /// Bit *n* & 63 of word *n* / 64 stands for node *n*; bits from `universe` on are never set.
  var words: [UInt64]

  init(universe: Int, words: [UInt64]) {
    self.universe = universe
    self.words = words
  }

  /// No node, out of `universe` nodes.
  ///
  /// - Complexity: O(*universe* / 64) time and memory.
  public init(universe: Int) {
    precondition(universe >= 0, "a universe of \(universe) nodes")
    self.init(universe: universe, words: Array(repeating: 0, count: Self.wordCount(universe)))
  }

  /// The given nodes, out of `universe` nodes; a repeated node counts once.
  ///
  /// - Complexity: O(*universe* / 64 + *nodes*) time, O(*universe* / 64) memory.
  public init(universe: Int, _ nodes: some Sequence<NodeIndex>) {
    self.init(universe: universe)
    for node in nodes {
      insert(node)
    }
  }

  /// The nodes that are not in `set`.
  ///
  /// - Complexity: O(*universe* / 64) time and memory.
  public init(complementing set: NodeSet) {
    self.init(universe: set.universe, words: set.words.map(~))
    // Bits beyond the universe are never set.
    if universe % 64 != 0 { words[words.count - 1] &= 1 << UInt64(universe % 64) - 1 }
  }

  static func wordCount(_ universe: Int) -> Int {
    (universe + 63) / 64
  }

  private func bit(of node: NodeIndex) -> UInt64 {
    precondition(
      node.position < universe,
      "node \(node.offset) is outside a universe of \(universe) nodes"
    )
    return 1 << UInt64(node.offset & 63)
  }
}

extension NodeSet {
  /// Whether `node` is in the set.
  ///
  /// - Complexity: O(1).
  public func contains(_ node: NodeIndex) -> Bool {
    let bit = bit(of: node)
    return words[node.position / 64] & bit != 0
  }

  /// Puts `node` into the set; whether it was not there before.
  ///
  /// - Complexity: O(1) when the storage is not shared.
  @discardableResult
  public mutating func insert(_ node: NodeIndex) -> Bool {
    let bit = bit(of: node)
    let isNew = words[node.position / 64] & bit == 0
    words[node.position / 64] |= bit
    return isNew
  }

  /// Takes `node` out of the set; whether it was there before.
  ///
  /// - Complexity: O(1) when the storage is not shared.
  @discardableResult
  public mutating func remove(_ node: NodeIndex) -> Bool {
    let bit = bit(of: node)
    let wasThere = words[node.position / 64] & bit != 0
    words[node.position / 64] &= ~bit
    return wasThere
  }

  /// How many nodes are in the set.
  ///
  /// - Complexity: O(*universe* / 64).
  public var count: Int {
    words.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// Whether no node is in the set.
  ///
  /// - Complexity: O(*universe* / 64).
  public var isEmpty: Bool {
    words.allSatisfy { $0 == 0 }
  }
}
