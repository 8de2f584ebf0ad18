internal import CPrefetch

/// Tarjan's search without recursion.
struct StrongSearch: ~Copyable {
  struct Frame: BitwiseCopyable {
    var node: UInt32
    var slot: UInt32
    var number: UInt32
  }

  private static let lastLabel = UInt32.max - 1

  private let rows: Rows

  /// Zero: not visited. While open: the lowest visit number the node is known to reach. Closed: the
  /// component, counted down from `lastLabel`, above every visit number.
  private let lows: Scratch<UInt32>

  /// The way from the root to the current node.
  private let frames: Scratch<Frame>
  private var depth = 0

  /// The visited nodes whose component is still open.
  private let pending: Scratch<UInt32>
  private var pendingCount = 0

  private var number: UInt32 = 1
  private var label = lastLabel
  private var loops: [UInt32] = []

  /// The nodes that were closed without a visit.
  private var unvisited = 0

  /// The visit number at which to tell the progress again.
  private var nextPause = Pause.interval

  init(_ rows: Rows) {
    self.rows = rows
    lows = Scratch(repeating: 0, count: rows.nodeCount)
    frames = Scratch(capacity: rows.nodeCount)
    pending = Scratch(capacity: rows.nodeCount)
  }

  /// The share of all nodes that are visited or closed; 1 of none.
  var share: Double {
    rows.nodeCount == 0 ? 1 : Double(Int(number) - 1 + unvisited) / Double(rows.nodeCount)
  }

  mutating func run<Failure: Error>(
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) {
    for root in 0..<UInt32(rows.nodeCount) {
      try run(from: root, progress: progress)
    }
    try progress(share)
  }

  mutating func run<Failure: Error>(
    from root: UInt32,
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) {
    guard lows[root] == 0 else { return }
    open(root)
    while depth > 0 {
      advance()
      guard number >= nextPause else { continue }
      nextPause = Int(number) + Pause.interval
      try progress(share)
    }
  }

  /// Puts an unvisited node into the component that ``finishComponent(of:)`` ends.
  mutating func close(_ node: UInt32) {
    lows[node] = label
    unvisited += 1
  }

  mutating func finishComponent(of member: UInt32) {
    // Of several members no self-loop is needed to know that they lie on a cycle.
    if rows.slots(of: member).contains(where: { rows[$0] == member }) { loops.append(member) }
    label -= 1
  }

  /// Follows the arcs of the current node up to the first unvisited one, or closes the node.
  private mutating func advance() {
    let frame = frames[depth - 1]
    var low = lows[frame.node]
    let end = rows.end(of: frame.node)
    var slot = frame.slot
    while slot < end {
      let neighbor = rows[slot]
      slot += 1
      let reached = lows[neighbor]
      if reached == 0 {
        lows[frame.node] = low
        frames[depth - 1].slot = slot
        open(neighbor)
        return
      }
      if reached < low { low = reached }
      if neighbor == frame.node { loops.append(neighbor) }
    }
    depth -= 1
    if low == frame.number {
      closeComponent(of: frame.node)
    } else {
      lows[frame.node] = low
      let parent = frames[depth - 1].node
      if low < lows[parent] { lows[parent] = low }
    }
  }

  private mutating func open(_ node: UInt32) {
    if rows.areLarge { askForNeighbors(of: node) }
    lows[node] = number
    frames[depth] = Frame(node: node, slot: rows.first(of: node), number: number)
    depth += 1
    number += 1
    pending[pendingCount] = node
    pendingCount += 1
  }

  /// Asks for the neighbours' numbers and offsets together, not for one after the other.
  @inline(__always)
  private func askForNeighbors(of node: UInt32) {
    var slot = rows.first(of: node)
    let end = min(rows.end(of: node), slot + 6)
    while slot < end {
      prefetch_for_reading(lows.start + Int(rows[slot]))
      rows.prefetchOffsets(of: rows[slot])
      slot += 1
    }
  }

  private mutating func closeComponent(of root: UInt32) {
    var node: UInt32
    repeat {
      pendingCount -= 1
      node = pending[pendingCount]
      lows[node] = label
    } while node != root
    label -= 1
  }

  /// Components close from the sinks up, so labels that count down are in topological order.
  consuming func components() -> Components {
    let lowest = label + 1
    let count = Int(Self.lastLabel - label)
    let labels = IndexBuffer(count: rows.nodeCount) { labels in
      for node in labels.indices { labels[node] = lows[node] - lowest }
    }
    var looped = [Bool](repeating: false, count: count)
    for node in loops {
      looped[Int(labels[Int(node)])] = true
    }
    return Components(partition: Partition(labels: labels, count: count), looped: looped)
  }
}
