internal import CPrefetch

/// A breadth-first search that only says what it reaches: the innermost loop of every closure.
///
/// Each node of the queue is looked at twice before its turn, so that its offsets and then its
/// neighbours are on their way from memory when they are needed: this is worth a factor of three on
/// graphs that exceed the cache. Whether a neighbour is new is not branched on, since no processor
/// can predict it: it is written to the end of the queue, which moves on if it is new.
struct Flood {
  let rows: Rows
  let queue: UnsafeMutablePointer<UInt32>
  let words: UnsafeMutablePointer<UInt64>

  /// The nodes in the queue: those before `head` have been followed.
  private(set) var head = 0
  private(set) var tail = 0

  /// Where each level ends in the queue, that of the starts first.
  private let ends: UnsafeMutablePointer<UInt32>
  private var levelCount = 1

  /// The workspace must outlive the value.
  init(_ rows: Rows, _ workspace: Workspace) {
    self.rows = rows
    queue = workspace.queue.start
    words = workspace.words.start
    ends = workspace.levelEnds.start
    ends[0] = 0
  }

  /// How many nodes the search began with.
  var startCount: Int { Int(ends[0]) }

  /// Where each level ends in the queue, that of the starts first; valid for the next search alone.
  var levelEnds: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: ends, count: levelCount) }

  /// Puts a node into the first level; all of them before anything is followed.
  mutating func start(at node: UInt32) {
    push(node)
    ends[0] = UInt32(truncatingIfNeeded: tail)
  }

  /// Follows the arcs of the nodes now in the queue; whether that added any.
  mutating func advance() -> Bool {
    let end = tail
    expand(until: end)
    guard tail > end else { return false }
    ends[levelCount] = UInt32(truncatingIfNeeded: tail)
    levelCount += 1
    return true
  }

  /// Follows arcs until nothing new is found; `pause` is called now and then, and ends the search
  /// when it throws.
  mutating func finish<Failure: Error>(pause: () throws(Failure) -> Void) throws(Failure) {
    var next = Pause.interval
    while advance() {
      guard tail >= next else { continue }
      next = tail + Pause.interval
      try pause()
    }
  }

  @inline(__always)
  private mutating func push(_ node: UInt32) {
    let word = Int(node >> 6)
    let old = words[word]
    words[word] = old | 1 << UInt64(node & 63)
    queue[tail] = node
    tail += Int(~(old >> UInt64(node & 63)) & 1)
  }

  @inline(__always)
  private mutating func expand(until end: Int) {
    guard let offsets = rows.offsets.baseAddress, let neighbors = rows.neighbors.baseAddress else {
      head = end
      return
    }
    while head < end {
      if head + 16 < tail { rows.prefetchOffsets(of: queue[head + 16]) }
      if head + 8 < tail { rows.prefetchNeighbors(of: queue[head + 8]) }
      let node = Int(queue[head])
      head += 1
      var slot = Int(offsets[node])
      let last = Int(offsets[node + 1])
      while slot < last {
        push(neighbors[slot])
        slot += 1
      }
    }
  }
}
