internal import CPrefetch

/// One end of a search from both ends: the nodes seen lie in the queue of a workspace, level after
/// level, and are marked in its bits beside those that are shut.
struct SearchSide {
  let rows: Rows
  let work: Workspace

  /// Where each level begins in the queue, and the end of the last.
  private(set) var bounds: [Int]

  /// How many arcs the next level has to look at.
  private(set) var cost: Int

  /// The nodes that must not be entered have to be marked already; none of `starts` is among them.
  init(_ rows: Rows, starts: [UInt32], _ work: Workspace) {
    self.rows = rows
    self.work = work
    var (count, cost) = (0, 0)
    for start in starts where work.insert(start) {
      work.queue[count] = start
      count += 1
      cost += rows.slots(of: start).count
    }
    bounds = [0, count]
    self.cost = cost
  }

  var levelCount: Int { bounds.count - 1 }

  var seenCount: Int { bounds[levelCount] }

  func level(_ number: Int) -> Range<Int> { bounds[number]..<bounds[number + 1] }

  /// Adds the next level up to the first of its nodes that `other` has seen, and gives that node.
  ///
  /// Nodes are found in the order of the lowest shortest paths to them, so the node given is the one
  /// with the lowest path of all that this level has in common with `other`.
  ///
  /// - Parameters:
  ///   - other: the search from the other end.
  ///   - isWhole: whether to add the rest of the level even so.
  ///   - barred: whether an arc of the level must not be followed.
  mutating func expand(
    towards other: Workspace,
    isWhole: Bool,
    barred: (Int) -> Bool = { _ in false }
  ) -> UInt32? {
    let (queue, seen, others) = (work.queue.start, work.words.start, other.words.start)
    let level = level(levelCount - 1)
    var tail = level.upperBound
    var meeting: UInt32?
    search: for position in level {
      if position + 8 < level.upperBound { rows.prefetchNeighbors(of: queue[position + 8]) }
      for slot in rows.slots(of: queue[position]) where !barred(slot) {
        let neighbor = rows[slot]
        let (word, bit) = (Int(neighbor >> 6), UInt64(1) << UInt64(neighbor & 63))
        let old = seen[word]
        // Whether a node is new is not branched on: what is not is written over by the next.
        seen[word] = old | bit
        queue[tail] = neighbor
        tail &+= old & bit == 0 ? 1 : 0
        guard others[word] & bit & ~old != 0, meeting == nil else { continue }
        meeting = neighbor
        if !isWhole { break search }
      }
    }
    bounds.append(tail)
    if meeting == nil { addUpCost() }
    return meeting
  }

  /// Whether the last level is empty: then there is no way on.
  var isStuck: Bool { level(levelCount - 1).isEmpty }

  /// Takes the last level back.
  mutating func forgetLevel() {
    for position in level(levelCount - 1) { work.remove(work.queue[position]) }
    bounds.removeLast()
  }

  private mutating func addUpCost() {
    let queue = work.queue.start
    let level = level(levelCount - 1)
    cost = 0
    for position in level {
      if position + 16 < level.upperBound { rows.prefetchOffsets(of: queue[position + 16]) }
      cost += rows.slots(of: queue[position]).count
    }
  }
}
