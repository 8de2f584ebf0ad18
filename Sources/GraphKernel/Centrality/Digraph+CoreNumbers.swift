internal import CPrefetch

extension Digraph {
  /// For each node the greatest *k* such that it belongs to a part of the graph in which every node
  /// has at least *k* arcs to or from other nodes of the part.
  ///
  /// Arcs count either way and parallel ones one by one; self-loops do not count.
  ///
  /// Source: Batagelj and Zaveršnik, “An O(m) algorithm for cores decomposition of networks”, 2003.
  ///
  /// - Parameter progress: told the share of the nodes done, now and then; when it throws, the
  ///   search ends with its error.
  /// - Complexity: O(*v* + *e*) time, 16 bytes a node.
  public func coreNumbers<Failure: Error>(
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) -> [Int] {
    try forward.withRows { forward throws(Failure) in
      try backward.withRows { backward throws(Failure) in
        let peeling = Peeling(forward, backward)
        try peeling.run(progress: progress)
        return (0..<nodeCount).map { Int(peeling.degrees[$0]) }
      }
    }
  }

  /// ``coreNumbers(progress:)`` without a look at its progress.
  public func coreNumbers() -> [Int] {
    coreNumbers { _ in }
  }
}

/// Takes away the node with the fewest arcs left, again and again.
private struct Peeling: ~Copyable {
  private let forward: Rows
  private let backward: Rows

  /// The arcs left of each node; of a node that was taken, its core number.
  let degrees: Scratch<UInt32>

  /// The nodes sorted by degree, where each stands, and where each degree begins.
  private let order: Scratch<UInt32>
  private let places: Scratch<UInt32>
  private let starts: Scratch<UInt32>

  init(_ forward: Rows, _ backward: Rows) {
    self.forward = forward
    self.backward = backward
    let count = forward.nodeCount
    degrees = Scratch(repeating: 0, count: count)
    var most: UInt32 = 0
    for node in 0..<UInt32(count) {
      for slot in forward.slots(of: node) where forward[slot] != node { degrees[node] += 1 }
      for slot in backward.slots(of: node) where backward[slot] != node { degrees[node] += 1 }
      most = max(most, degrees[node])
    }
    starts = Scratch(repeating: 0, count: Int(most) + 2)
    order = Scratch(capacity: count)
    places = Scratch(capacity: count)
    for node in 0..<count { starts[degrees[node] + 1] += 1 }
    for degree in 0...Int(most) { starts[degree + 1] += starts[degree] }
    for node in 0..<UInt32(count) {
      let degree = degrees[node]
      places[node] = starts[degree]
      order[starts[degree]] = node
      starts[degree] += 1
    }
    // Each start has run on to the end of its degree, where the next one begins.
    for degree in stride(from: Int(most) + 1, to: 0, by: -1) { starts[degree] = starts[degree - 1] }
    starts[0] = 0
  }

  func run<Failure: Error>(progress: (Double) throws(Failure) -> Void) throws(Failure) {
    for position in 0..<order.count {
      if position % Pause.interval == 0 { try progress(Double(position) / Double(order.count)) }
      if forward.areLarge { ask(after: position) }
      let node = order[position]
      let degree = degrees[node]
      for slot in forward.slots(of: node) { lower(forward[slot], above: degree) }
      for slot in backward.slots(of: node) { lower(backward[slot], above: degree) }
    }
    try progress(1)
  }

  /// Asks for what the next nodes need; most of them keep their places until their turn.
  @inline(__always)
  private func ask(after position: Int) {
    let (far, middle, near) = (position + 24, position + 12, position + 5)
    guard far < order.count else { return }
    forward.prefetchOffsets(of: order[far])
    backward.prefetchOffsets(of: order[far])
    forward.prefetchNeighbors(of: order[middle])
    backward.prefetchNeighbors(of: order[middle])
    for slot in forward.slots(of: order[near]).prefix(6) {
      prefetch_for_writing(degrees.start + Int(forward[slot]))
    }
    for slot in backward.slots(of: order[near]).prefix(6) {
      prefetch_for_writing(degrees.start + Int(backward[slot]))
    }
  }

  /// Moves a node to the front of those of its degree, and then below them.
  private func lower(_ node: UInt32, above limit: UInt32) {
    let degree = degrees[node]
    guard degree > limit else { return }
    let (place, front) = (places[node], starts[degree])
    let other = order[front]
    order[front] = node
    order[place] = other
    places[node] = front
    places[other] = place
    starts[degree] += 1
    degrees[node] = degree - 1
  }
}
