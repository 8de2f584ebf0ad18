/// A bit per node for hot loops: a ``NodeSet`` whose positions are checked in debug builds only.
struct Marks: ~Copyable {
  private let words: Scratch<UInt64>

  /// No node marked.
  init(universe: Int) {
    words = Scratch(repeating: 0, count: NodeSet.wordCount(universe))
  }

  /// Every node marked that a search confined to `region` must not enter; none when it is `nil`.
  ///
  /// To start from the nodes that are shut out makes a confined search as cheap as a free one.
  init(universe: Int, outside region: NodeSet?) {
    self.init(universe: universe)
    guard let region else { return }
    for position in 0..<words.count {
      words[position] = ~region.words[position]
    }
  }

  func contains(_ node: UInt32) -> Bool {
    words[node >> 6] & (1 << UInt64(node & 63)) != 0
  }

  /// Whether `node` was not yet marked.
  func insert(_ node: UInt32) -> Bool {
    let word = words[node >> 6]
    let bit: UInt64 = 1 << UInt64(node & 63)
    guard word & bit == 0 else { return false }
    words[node >> 6] = word | bit
    return true
  }

  /// Marks `node`; 1 where it was not yet marked, 0 where it was, without a branch on which it is.
  @inline(__always)
  func add(_ node: UInt32) -> Int {
    let old = words[node >> 6]
    words[node >> 6] = old | 1 << UInt64(node & 63)
    return Int(~(old >> UInt64(node & 63)) & 1)
  }

  func remove(_ node: UInt32) {
    words[node >> 6] &= ~(1 << UInt64(node & 63))
  }

  /// The marked nodes that lie in `region`; all of them when it is `nil`.
  func marked(universe: Int, in region: NodeSet?) -> NodeSet {
    let all = NodeSet(universe: universe, words: words.prefix(words.count))
    return region.map(all.intersection) ?? all
  }
}
