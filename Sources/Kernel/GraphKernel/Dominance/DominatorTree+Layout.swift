extension DominatorTree {
  /// The tree laid out so that every subtree is one run of places.
  ///
  /// A dominator has a lower number than what it dominates, so sizes add up in one pass down and
  /// places are handed out in one pass up: no walk is needed.
  ///
  /// - Complexity: O(*v*) time and memory.
  init(_ search: borrowing NumberedSearch, _ semi: borrowing SemiNCA) {
    let count = Int(search.count)
    let sizes = Scratch<UInt32>(repeating: 1, count: count + 1)
    for number in stride(from: count, to: 0, by: -1) {
      sizes[semi.dominators[number]] += sizes[number]
    }
    var places = [UInt32](repeating: .max, count: search.rows.nodeCount)
    var nodes = [UInt32](repeating: 0, count: count)
    var parents = [UInt32](repeating: .max, count: count)
    var ends = [UInt32](repeating: 0, count: count)
    let placeOfNumber = Scratch<UInt32>(repeating: .max, count: count + 1)
    let free = Scratch<UInt32>(repeating: 0, count: count + 1)
    for number in stride(from: 1, through: count, by: 1) {
      let dominator = semi.dominators[number]
      let place = free[dominator]
      free[dominator] += sizes[number]
      free[number] = place + 1
      placeOfNumber[number] = place
      places[Int(search.nodes[number])] = place
      nodes[Int(place)] = search.nodes[number]
      parents[Int(place)] = placeOfNumber[dominator]
      ends[Int(place)] = place + sizes[number]
    }
    self.init(places: places, nodes: nodes, parents: parents, ends: ends)
  }
}
