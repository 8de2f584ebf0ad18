/// Puts one level of a breadth-first search into ascending node order.
enum LevelOrder {
  /// Sorts `found[start...]` by node; no node may occur there twice.
  ///
  /// A level that holds a fair share of all nodes is numbered through a bit set, in linear time; a
  /// small one is compared, so that a deep and narrow search never pays for the whole graph.
  ///
  /// - Complexity: O(*k* log *k*) for a level of *k* nodes.
  static func sort(_ found: inout [Reached], from start: Int, universe: Int) {
    let count = found.count - start
    guard count > 1 else { return }
    guard count > 64, count > universe / 512 else {
      found[start...].sort { $0.node < $1.node }
      return
    }
    // A copy of the level, not a slice: a slice would make `found` copy itself when written to.
    let unsorted = Array(found[start...])
    let numbering = NodeNumbering(NodeSet(universe: universe, unsorted.lazy.map(\.node)))
    for reached in unsorted {
      guard let number = numbering.number(of: reached.node.offset) else { continue }
      found[start + Int(number)] = reached
    }
  }
}
