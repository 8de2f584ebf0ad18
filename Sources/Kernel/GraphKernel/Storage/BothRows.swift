/// The arcs of a graph both ways, for searches that follow them either way.
struct BothRows {
  let forward: Rows
  let backward: Rows

  var nodeCount: Int { forward.nodeCount }

  /// Asks for what the next nodes of a queue need: for the offsets of those farther on, and for the
  /// neighbours of those whose offsets should have arrived.
  @inline(__always)
  func ask(after head: Int, _ tail: Int, of queue: UnsafeMutablePointer<UInt32>) {
    if head + 16 < tail {
      forward.prefetchOffsets(of: queue[head + 16])
      backward.prefetchOffsets(of: queue[head + 16])
    }
    if head + 8 < tail {
      forward.prefetchNeighbors(of: queue[head + 8])
      backward.prefetchNeighbors(of: queue[head + 8])
    }
  }
}

extension Digraph {
  func withBothRows<Result: ~Copyable, Failure: Error>(
    _ body: (BothRows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try forward.withRows { forward throws(Failure) in
      try backward.withRows { backward throws(Failure) in
        try body(BothRows(forward: forward, backward: backward))
      }
    }
  }
}
