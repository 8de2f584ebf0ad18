internal import CPrefetch

/// Joins the arcs of a breadth-first tree that lie on cycles together.
///
/// Every arc beside the tree closes a cycle with the arcs of the tree between its ends; these belong
/// to one set, and a search for more of them jumps over what is joined already. A set is known by
/// the lowest place at the lower end of one of its arcs, whose parent is the only node by which the
/// set hangs on what is above it. No depth-first search is needed, which would wait for memory at
/// every step.
///
/// Source: Westbrook and Tarjan, “Maintaining bridge-connected and biconnected components on-line”,
/// Algorithmica 1992.
struct CutSearch: ~Copyable {
  private static let none = UInt32.max

  private let rows: BothRows

  /// The nodes in the order in which they were found, and the place of each in it; one place more
  /// for what is written before it is known to be new.
  private let queue: Scratch<UInt32>
  private let places: Scratch<UInt32>

  /// By place: that of the parent in the tree; a root's own.
  private let parents: Scratch<UInt32>

  /// By place, of the arc to the parent: a lower one of the same set, or itself.
  private let sets: Scratch<UInt32>

  /// By place: the first arc between node and parent.
  private let arcs: Scratch<UInt32>

  /// The sets, by their lowest places, in which there is a cycle.
  private let closed: Marks

  init(_ rows: BothRows) {
    self.rows = rows
    let count = rows.nodeCount
    queue = Scratch(capacity: count + 1)
    parents = Scratch(capacity: count + 1)
    places = Scratch(capacity: count)
    sets = Scratch(capacity: count)
    arcs = Scratch(repeating: Self.none, count: count)
    closed = Marks(universe: count)
    findTree()
    for place in 0..<UInt32(count) {
      places[queue[place]] = place
      sets[place] = place
    }
    joinCycles()
  }

  private func findTree() {
    let seen = Marks(universe: rows.nodeCount)
    var tail = 0
    for root in 0..<UInt32(rows.nodeCount) where !seen.contains(root) {
      var head = tail
      parents[tail] = UInt32(truncatingIfNeeded: tail)
      queue[tail] = root
      tail += seen.add(root)
      while head < tail {
        rows.ask(after: head, tail, of: queue.start)
        follow(rows.forward, head, seen, &tail)
        follow(rows.backward, head, seen, &tail)
        head += 1
      }
    }
  }

  @inline(__always)
  private func follow(
    _ rows: Rows,
    _ head: Int,
    _ seen: borrowing Marks,
    _ tail: inout Int
  ) {
    for slot in rows.slots(of: queue[head]) {
      parents[tail] = UInt32(truncatingIfNeeded: head)
      queue[tail] = rows[slot]
      tail += seen.add(rows[slot])
    }
  }

  private func joinCycles() {
    let forward = rows.forward
    for node in 0..<UInt32(rows.nodeCount) {
      let place = places[node]
      for slot in forward.slots(of: node) {
        if slot + 48 < forward.neighbors.count {
          prefetch_for_reading(places.start + Int(forward[slot + 48]))
          prefetch_for_reading(sets.start + Int(places[forward[slot + 16]]))
        }
        join(place, places[forward[slot]], by: UInt32(truncatingIfNeeded: slot))
      }
    }
  }

  /// Joins the arcs of the tree between two places; the first arc that lies beside an arc of the
  /// tree is that arc itself.
  @inline(__always)
  private func join(_ left: UInt32, _ right: UInt32, by arc: UInt32) {
    if sets[left] == sets[right] { return }
    let (low, high) = (max(left, right), min(left, right))
    if parents[low] == high, arcs[low] == Self.none {
      arcs[low] = arc
    } else {
      closeCycle(low, high)
    }
  }

  private func closeCycle(_ low: UInt32, _ high: UInt32) {
    var all = top(low)
    if all == top(high) { return }
    _ = closed.insert(all)
    var (low, high) = (parents[all], high)
    while low != high {
      if low < high { (low, high) = (high, low) }
      let set = top(low)
      _ = closed.insert(set)
      low = parents[set]
      sets[max(set, all)] = min(set, all)
      all = min(set, all)
    }
  }

  private func top(_ place: UInt32) -> UInt32 {
    var place = place
    while sets[place] != place {
      let beyond = sets[sets[place]]
      sets[place] = beyond
      place = beyond
    }
    return place
  }

  /// The nodes by which a set hangs on something else, in no order, some of them repeated; and the
  /// arcs that are a set of their own.
  ///
  /// A root hangs on nothing: only where there is a second set below it do they hang together by it.
  func outcome() -> (nodes: [UInt32], bridges: [UInt32]) {
    var (nodes, bridges): ([UInt32], [UInt32]) = ([], [])
    let roots = Marks(universe: rows.nodeCount)
    for place in 0..<UInt32(rows.nodeCount) {
      let parent = parents[place]
      guard sets[place] == place, parent != place else { continue }
      if !closed.contains(place) { bridges.append(arcs[place]) }
      if parents[parent] != parent || !roots.insert(parent) { nodes.append(queue[parent]) }
    }
    return (nodes, bridges)
  }
}
