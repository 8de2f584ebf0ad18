/// Puts one level of a breadth-first search into ascending node order.
enum LevelOrder {
  /// Sorts `found[start...]` by node; no node may occur there twice.
  ///
  /// A level that holds a fair share of all nodes is numbered through a bit set, in linear time; a
  /// small one is compared, so that a deep and narrow search never pays for the whole graph.
  ///
  /// - Complexity: O(*k* log *k*) for a level of *k* nodes.
  static func sort(_ found: inout [Reached], from start: Int, universe: Int) {
    let level = found[start...]
    guard level.count > 1 else { return }
    guard level.count > 64, level.count > universe / 512 else {
      found[start...].sort { $0.node < $1.node }
      return
    }
    let numbering = NodeNumbering(NodeSet(universe: universe, level.lazy.map(\.node)))
    let unsorted = Array(level)
    for reached in unsorted {
      guard let number = numbering.number(of: reached.node.offset) else { continue }
      found[start + Int(number)] = reached
    }
  }
}
