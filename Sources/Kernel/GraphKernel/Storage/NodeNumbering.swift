/// The nodes of a set numbered in ascending order: which number has a node, and is it there at all.
///
/// Source: Jacobson, “Space-efficient Static Trees and Graphs”, FOCS 1989 (rank directories).
struct NodeNumbering: Hashable, Sendable {
  let members: NodeSet

  /// How many members lie in the words before each word.
  private let totals: [UInt32]

  /// How many members there are.
  let count: Int

  /// - Complexity: O(*universe* / 64) time and memory.
  init(_ members: NodeSet) {
    self.members = members
    var total: UInt32 = 0
    totals = members.words.map { word in
      defer { total += UInt32(word.nonzeroBitCount) }
      return total
    }
    count = Int(total)
  }

  /// The number of `node`, or `nil` where it is no member.
  ///
  /// - Complexity: O(1).
  func number(of node: UInt32) -> UInt32? {
    let word = members.words[Int(node >> 6)]
    let bit: UInt64 = 1 << UInt64(node & 63)
    guard word & bit != 0 else { return nil }
    return totals[Int(node >> 6)] + UInt32((word & (bit - 1)).nonzeroBitCount)
  }
}
