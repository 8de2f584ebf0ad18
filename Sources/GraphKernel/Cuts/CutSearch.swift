internal import CPrefetch

/// A depth-first search over arcs both ways that notes how far back each subtree leads.
struct CutSearch: ~Copyable {
  /// All that is known of a node, in one place: a neighbour costs one look into memory.
  struct Record: BitwiseCopyable {
    /// When the node was entered, from 1 on; 0 before.
    var entered: UInt32 = 0
    /// The earliest entered node that its subtree has an arc to.
    var low: UInt32 = 0
    var parent: UInt32 = .max
    /// How many of its arcs were followed, those that leave it first.
    var next: UInt32 = 0
  }

  private let forward: Rows
  private let backward: Rows
  private let records: Scratch<Record>
  private var marks: NodeSet
  private var entered: UInt32 = 0

  /// The ends of each bridge.
  private(set) var bridges: [(UInt32, UInt32)] = []

  init(_ forward: Rows, _ backward: Rows) {
    self.forward = forward
    self.backward = backward
    records = Scratch(repeating: Record(), count: forward.nodeCount)
    marks = NodeSet(universe: forward.nodeCount)
  }

  func isCutPoint(_ node: UInt32) -> Bool {
    marks.contains(NodeIndex(offset: node))
  }

  mutating func run() {
    for root in 0..<UInt32(forward.nodeCount) where records[root].entered == 0 {
      search(from: root)
    }
  }

  private mutating func search(from root: UInt32) {
    enter(root, from: .max)
    var branches = 0
    var node = root
    while true {
      if let child = advance(node) {
        enter(child, from: node)
        branches += node == root ? 1 : 0
        node = child
        continue
      }
      guard node != root else { break }
      let parent = records[node].parent
      let low = records[node].low
      if low < records[parent].low { records[parent].low = low }
      if low >= records[parent].entered {
        if parent != root { marks.insert(NodeIndex(offset: parent)) }
        if low > records[parent].entered { bridges.append((parent, node)) }
      }
      node = parent
    }
    if branches > 1 { marks.insert(NodeIndex(offset: root)) }
  }

  /// Follows the arcs of `node` up to one that leads to a new node.
  private mutating func advance(_ node: UInt32) -> UInt32? {
    var record = records[node]
    defer { records[node] = record }
    let out = forward.slots(of: node)
    let back = backward.slots(of: node)
    while true {
      let step = Int(record.next & ~Self.parentSeen)
      let neighbor: UInt32
      if step < out.count {
        neighbor = forward[out.lowerBound + step]
      } else if step - out.count < back.count {
        neighbor = backward[back.lowerBound + step - out.count]
      } else {
        return nil
      }
      record.next += 1
      if neighbor == record.parent, record.next & Self.parentSeen == 0 {
        // The arc that the node was entered by; a second one to the parent counts as leading back.
        record.next |= Self.parentSeen
        continue
      }
      let time = records[neighbor].entered
      if time == 0 { return neighbor }
      if time < record.low { record.low = time }
    }
  }

  private static let parentSeen: UInt32 = 1 << 31

  private mutating func enter(_ node: UInt32, from parent: UInt32) {
    entered += 1
    records[node] = Record(entered: entered, low: entered, parent: parent)
    guard forward.areLarge else { return }
    for slot in forward.slots(of: node).prefix(4) { ask(forward[slot]) }
    for slot in backward.slots(of: node).prefix(4) { ask(backward[slot]) }
  }

  @inline(__always)
  private func ask(_ node: UInt32) {
    prefetch_for_writing(records.start + Int(node))
    forward.prefetchOffsets(of: node)
    backward.prefetchOffsets(of: node)
  }
}
