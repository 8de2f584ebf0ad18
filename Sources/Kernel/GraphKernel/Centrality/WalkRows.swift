internal import CPrefetch

/// The arcs of a random walk, nodes numbered anew by how many arcs enter them.
///
/// Rows of one length then follow one another, and the processor can predict where each ends; among
/// rows in any other order it is wrong at nearly every node, which takes longer than to add up.
struct WalkRows: ~Copyable {
  /// The node at each place.
  private let nodes: Scratch<UInt32>

  /// How far ahead of its turn the value of an arc is asked for.
  private static let lead = 32

  /// The place that each arc comes from, row after row, and the first place once for each arc that
  /// is asked for beyond the last.
  private let sources: Scratch<UInt32>

  /// The lengths that rows have, and the place at which those of each end.
  private let runs: [(length: Int, end: Int)]

  /// How likely each single arc of a place is to be followed there; 0 without arcs.
  private let chances: Scratch<Float>

  /// The places without arcs to follow.
  private let sinks: [UInt32]

  /// - Parameters:
  ///   - ahead: the arcs as the walk follows them.
  ///   - behind: the same arcs, turned round.
  init(_ ahead: Rows, _ behind: Rows) {
    let count = ahead.nodeCount
    let lengths = Scratch<UInt32>(capacity: count)
    var longest: UInt32 = 0
    for node in 0..<UInt32(count) {
      lengths[node] = behind.end(of: node) - behind.first(of: node)
      longest = max(longest, lengths[node])
    }
    let starts = CountingSort.offsets(
      of: UnsafeBufferPointer(start: lengths.start, count: count),
      bucketCount: Int(longest) + 1
    )
    runs = (0...Int(longest)).compactMap { length in
      starts[length] == starts[length + 1] ? nil : (length, Int(starts[length + 1]))
    }
    let cursors = CountingSort.cursors(starts)
    nodes = Scratch(capacity: count)
    for node in 0..<UInt32(count) {
      nodes[cursors[lengths[node]]] = node
      cursors[lengths[node]] += 1
    }
    let places = Scratch<UInt32>(capacity: count)
    chances = Scratch(capacity: count)
    var sinks: [UInt32] = []
    for place in 0..<UInt32(count) {
      let node = nodes[place]
      places[node] = place
      let degree = ahead.end(of: node) - ahead.first(of: node)
      chances[place] = degree == 0 ? 0 : 1 / Float(degree)
      if degree == 0 { sinks.append(place) }
    }
    self.sinks = sinks
    sources = Scratch(repeating: 0, count: behind.neighbors.count + Self.lead)
    var next = 0
    for place in 0..<count {
      if place + 8 < count { behind.prefetchNeighbors(of: nodes[place + 8]) }
      for slot in behind.slots(of: nodes[place]) {
        sources[next] = places[behind[slot]]
        next += 1
      }
    }
  }

  /// Writes what each place passes along each of its arcs; gives what places without arcs hold.
  func pass(_ shares: borrowing Scratch<Double>, to passed: borrowing Scratch<Float>) -> Double {
    // No branch and no sum: the compiler then makes several steps of one.
    let (given, chances, passed) = (shares.start, chances.start, passed.start)
    for place in 0..<shares.count { passed[place] = Float(given[place]) * chances[place] }
    return sinks.reduce(0) { $0 + given[Int($1)] }
  }

  /// Writes the shares of the next round; gives by how much they differ from the last in all.
  func collect(
    _ passed: borrowing Scratch<Float>,
    base: Double,
    damping: Double,
    to shares: borrowing Scratch<Double>
  ) -> Double {
    let (sources, values, shares) = (sources.start, passed.start, shares.start)
    var (slot, place, change) = (0, 0, 0.0)
    for run in runs {
      while place < run.end {
        let end = slot + run.length
        var sum = 0.0
        while slot < end {
          prefetch_for_reading(values + Int(sources[slot + Self.lead]))
          sum += Double(values[Int(sources[slot])])
          slot += 1
        }
        let share = base + damping * sum
        change += abs(share - shares[place])
        shares[place] = share
        place += 1
      }
    }
    return change
  }

  /// The shares by node.
  func spread(_ shares: borrowing Scratch<Double>) -> [Double] {
    let shares = shares.start
    return [Double](unsafeUninitializedCapacity: nodes.count) { spread, count in
      for place in 0..<nodes.count { spread[Int(nodes[place])] = shares[place] }
      count = nodes.count
    }
  }
}
