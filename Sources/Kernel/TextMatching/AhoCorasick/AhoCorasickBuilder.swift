/// Builds the double array of an ``AhoCorasick`` automaton: first a trie of lists, then slots.
struct AhoCorasickBuilder {
  private typealias State = AhoCorasick.State

  private struct Node {
    var child: Int32 = -1
    var sibling: Int32 = -1
    var pattern: Int32 = -1
    let byte: UInt8
  }

  var states: [AhoCorasick.State] = []
  var firstPattern: [Int32] = []
  var nextPattern: [Int32]
  private var nodes = [Node(byte: 0)]
  /// No slot before this one is free.
  private var firstFree = 1

  init(_ patterns: [[UInt8]]) {
    nextPattern = [Int32](repeating: -1, count: patterns.count)
    // From the last to the first, so that the lists of doubles come out in order.
    for (number, pattern) in patterns.enumerated().reversed() where !pattern.isEmpty {
      let end = insert(pattern)
      nextPattern[number] = nodes[end].pattern
      nodes[end].pattern = Int32(number)
    }
  }

  /// Children are kept in the order of their bytes.
  private mutating func insert(_ pattern: [UInt8]) -> Int {
    var node = 0
    for byte in pattern {
      var before: Int32 = -1
      var child = nodes[node].child
      while child >= 0, nodes[Int(child)].byte < byte {
        before = child
        child = nodes[Int(child)].sibling
      }
      if child < 0 || nodes[Int(child)].byte != byte {
        let new = Int32(nodes.count)
        nodes.append(Node(sibling: child, byte: byte))
        if before < 0 { nodes[node].child = new } else { nodes[Int(before)].sibling = new }
        child = new
      }
      node = Int(child)
    }
    return node
  }

  /// Breadth first, so that a state's failure is placed before it.
  mutating func build() {
    grow(to: 1)
    states[0].parent = 0
    firstPattern[0] = -1
    var queue: [(node: Int32, state: Int32)] = [(0, 0)]
    var head = 0
    while head < queue.count {
      let (node, state) = queue[head]
      head += 1
      place(childrenOf: Int(node), at: Int(state), queue: &queue)
    }
  }

  private mutating func place(
    childrenOf node: Int,
    at state: Int,
    queue: inout [(node: Int32, state: Int32)]
  ) {
    guard nodes[node].child >= 0 else {
      // No slot has this parent, whatever byte is added.
      states[state].base = 0
      return
    }
    let base = freeBase(forChildrenOf: node)
    grow(to: base + 256)
    states[state].base = Int32(base)
    var child = nodes[node].child
    while child >= 0 {
      let slot = base + Int(nodes[Int(child)].byte)
      let failure = state == 0 ? 0 : target(of: states[state].failure, over: nodes[Int(child)].byte)
      let pattern = nodes[Int(child)].pattern
      states[slot] = State(
        base: 0,
        parent: Int32(state),
        failure: failure,
        report: pattern >= 0 ? Int32(slot) : states[Int(failure)].report
      )
      firstPattern[slot] = pattern
      queue.append((child, Int32(slot)))
      child = nodes[Int(child)].sibling
    }
  }

  private func target(of start: Int32, over byte: UInt8) -> Int32 {
    var state = start
    while true {
      let child = Int(states[Int(state)].base) + Int(byte)
      if child > 0, child < states.count, states[child].parent == state { return Int32(child) }
      if state == 0 { return 0 }
      state = states[Int(state)].failure
    }
  }

  /// First fit; where hardly a slot is free up to the place found, the next search begins there.
  private mutating func freeBase(forChildrenOf node: Int) -> Int {
    let first = Int(nodes[Int(nodes[node].child)].byte)
    while firstFree < states.count, states[firstFree].parent != State.free { firstFree += 1 }
    var slot = max(firstFree, first + 1)
    var taken = 0
    while !fits(childrenOf: node, base: slot - first) {
      if slot < states.count, states[slot].parent != State.free { taken += 1 }
      slot += 1
    }
    if slot - firstFree > 64, taken * 20 > (slot - firstFree) * 19 { firstFree = slot }
    return slot - first
  }

  private func fits(childrenOf node: Int, base: Int) -> Bool {
    var child = nodes[node].child
    while child >= 0 {
      let slot = base + Int(nodes[Int(child)].byte)
      if slot < states.count, states[slot].parent != State.free { return false }
      child = nodes[Int(child)].sibling
    }
    return true
  }

  private mutating func grow(to count: Int) {
    guard states.count < count else { return }
    let added = count - states.count
    states.append(contentsOf: repeatElement(State(), count: added))
    firstPattern.append(contentsOf: repeatElement(-1, count: added))
  }
}
