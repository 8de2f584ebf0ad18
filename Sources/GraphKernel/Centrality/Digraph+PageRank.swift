internal import CPrefetch

/// How much of a random walk is spent at each node.
public struct PageRank: Sendable {
  /// The share of each node; together they make 1.
  public let shares: [Double]

  /// How many rounds were made.
  public let rounds: Int

  /// By how much the last round changed the shares, summed over all nodes.
  public let change: Double
}

extension Digraph {
  /// The share of time that a walk spends at each node that follows an arc with probability
  /// `damping`, each arc of a node as often, and goes to any node otherwise.
  ///
  /// From a node without arcs the walk goes to any node. Parallel arcs are followed more often, and
  /// a self-loop stays. What a node passes along is stored in 32 bits: shares are right to about
  /// six digits.
  ///
  /// Source: Brin and Page, “The anatomy of a large-scale hypertextual web search engine”, 1998.
  ///
  /// - Parameters:
  ///   - damping: from 0 to below 1.
  ///   - tolerance: the change at which to stop; 0 to make all rounds.
  ///   - rounds: the most rounds to make.
  ///   - direction: `reverse` to walk against the arcs.
  ///   - progress: told the share of the rounds made after each one; when it throws, the search
  ///     ends with its error.
  /// - Complexity: O(*v* + *e*) time a round, 20 bytes a node.
  public func pageRank<Failure: Error>(
    _ direction: Direction = .forward,
    damping: Double = 0.85,
    tolerance: Double = 1e-6,
    rounds: Int = 100,
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) -> PageRank {
    precondition(damping >= 0 && damping < 1, "a damping of \(damping)")
    precondition(rounds >= 0, "\(rounds) rounds")
    let count = nodeCount
    guard count > 0 else { return PageRank(shares: [], rounds: 0, change: 0) }
    var shares = [Double](repeating: 1 / Double(count), count: count)
    let leaving = adjacency(direction).withRows(Leaving.init)
    let passed = Scratch<Float>(capacity: count)
    var (made, change) = (0, Double.infinity)
    while made < rounds, change > tolerance || tolerance == 0 {
      let lost = leaving.pass(shares, to: passed)
      let base = (1 - damping + damping * lost) / Double(count)
      change = adjacency(direction.opposite).withRows { behind in
        Self.collect(behind, passed, base: base, damping: damping, &shares)
      }
      made += 1
      try progress(Double(made) / Double(rounds))
    }
    return PageRank(shares: shares, rounds: made, change: change)
  }

  /// The shares of the next round, and by how much they differ from the last.
  private static func collect(
    _ rows: Rows,
    _ passed: borrowing Scratch<Float>,
    base: Double,
    damping: Double,
    _ shares: inout [Double]
  ) -> Double {
    guard let offsets = rows.offsets.baseAddress, let sources = rows.neighbors.baseAddress else {
      return 0
    }
    let values = passed.start
    let last = max(rows.neighbors.count - 1, 0)
    var change = 0.0
    shares.withUnsafeMutableBufferPointer { shares in
      var slot = 0
      for node in shares.indices {
        let end = Int(offsets[node + 1])
        var sum = 0.0
        while slot < end {
          prefetch_for_reading(values + Int(sources[min(slot + 32, last)]))
          sum += Double(values[Int(sources[slot])])
          slot += 1
        }
        let share = base + damping * sum
        change += abs(share - shares[node])
        shares[node] = share
      }
    }
    return change
  }
}

/// What the walk does at each node, which is the same in every round.
private struct Leaving: ~Copyable {
  /// How likely each single arc of a node is; 0 of a node without arcs.
  private let chances: Scratch<Float>

  /// The nodes without arcs.
  private let sinks: [UInt32]

  init(_ rows: Rows) {
    chances = Scratch(capacity: rows.nodeCount)
    var sinks: [UInt32] = []
    for node in 0..<UInt32(rows.nodeCount) {
      let degree = rows.end(of: node) - rows.first(of: node)
      chances[node] = degree == 0 ? 0 : 1 / Float(degree)
      if degree == 0 { sinks.append(node) }
    }
    self.sinks = sinks
  }

  /// Writes what each node passes along each of its arcs; gives what nodes without arcs hold.
  func pass(_ shares: [Double], to passed: borrowing Scratch<Float>) -> Double {
    let (chances, passed) = (chances.start, passed.start)
    return shares.withUnsafeBufferPointer { shares in
      // No branch and no sum: the compiler then makes several steps of one.
      for node in shares.indices { passed[node] = Float(shares[node]) * chances[node] }
      return sinks.reduce(0) { $0 + shares[Int($1)] }
    }
  }
}

extension Digraph {
  /// ``pageRank(_:damping:tolerance:rounds:progress:)`` without a look at its progress.
  public func pageRank(
    _ direction: Direction = .forward,
    damping: Double = 0.85,
    tolerance: Double = 1e-6,
    rounds: Int = 100
  ) -> PageRank {
    pageRank(direction, damping: damping, tolerance: tolerance, rounds: rounds) { _ in }
  }
}
