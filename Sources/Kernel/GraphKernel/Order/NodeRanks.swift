internal import CPrefetch

/// Longest ways over components, straight over the graph's own arcs: a condensed graph would cost
/// more than it saves.
///
/// Components are visited in topological order, and each takes its rank from the nodes before it;
/// what is to be read soon is asked for ahead.
struct NodeRanks: ~Copyable {
  let ranks: Scratch<UInt32>
  private let rows: Rows
  private let members: UnsafeBufferPointer<UInt32>

  /// - Parameters:
  ///   - rows: the arcs against `direction`.
  ///   - components: the nodes of each component.
  init(_ rows: Rows, _ direction: Direction, members components: Rows) {
    self.rows = rows
    members = components.neighbors
    // Of a node that has no rank yet the next higher one is 0: such is a node of the component that
    // is being ranked, and no other, so nobody has to ask where a neighbour lies.
    ranks = Scratch(repeating: .max, count: rows.nodeCount)
    let count = components.nodeCount
    let step = direction == .forward ? 1 : -1
    for turn in 0..<count {
      let component = UInt32(truncatingIfNeeded: step > 0 ? turn : count - 1 - turn)
      let slots = components.slots(of: component)
      var rank: UInt32 = 0
      for slot in slots {
        let position = step > 0 ? slot : slots.upperBound - 1 - (slot - slots.lowerBound)
        ask(around: position, step)
        let node = members[position]
        for arc in rows.slots(of: node) { rank = max(rank, ranks[rows[arc]] &+ 1) }
      }
      for slot in slots { ranks[members[slot]] = rank }
    }
  }

  @inline(__always)
  private func ask(around position: Int, _ step: Int) {
    guard rows.areLarge else { return }
    let (far, middle, near) = (position + 24 * step, position + 12 * step, position + 5 * step)
    if members.indices.contains(far) { rows.prefetchOffsets(of: members[far]) }
    if members.indices.contains(middle) { rows.prefetchNeighbors(of: members[middle]) }
    if members.indices.contains(near) {
      for slot in rows.slots(of: members[near]).prefix(6) {
        prefetch_for_reading(ranks.start + Int(rows[slot]))
      }
    }
  }
}
