internal import CPrefetch

/// A view of an ``Adjacency`` for hot loops: positions are checked in debug builds only.
///
/// It is valid inside `withRows` alone. Its positions come from the adjacency itself, which was
/// checked when it was built.
struct Rows {
  let offsets: UnsafeBufferPointer<UInt32>
  let neighbors: UnsafeBufferPointer<UInt32>

  var nodeCount: Int { offsets.count - 1 }

  /// Whether what is kept of each node may lie outside the nearer caches (512 KB at four bytes a
  /// node): else it is dearer to ask for it ahead than to wait for it.
  var areLarge: Bool { nodeCount > 1 << 17 }

  func first(of node: UInt32) -> UInt32 { offsets[Int(node)] }

  func end(of node: UInt32) -> UInt32 { offsets[Int(node) + 1] }

  /// The offsets ascend, which was checked when they were made: no need to check again here.
  func slots(of node: UInt32) -> Range<Int> {
    Range(uncheckedBounds: (Int(offsets[Int(node)]), Int(offsets[Int(node) + 1])))
  }

  subscript(slot: UInt32) -> UInt32 { neighbors[Int(slot)] }

  subscript(slot: Int) -> UInt32 { neighbors[slot] }

  /// Asks for the offsets of a node that is to be followed soon.
  @inline(__always)
  func prefetchOffsets(of node: UInt32) {
    if let start = offsets.baseAddress { prefetch_for_reading(start + Int(node)) }
  }

  /// Asks for the neighbours of a node whose offsets should have arrived: the first and the last.
  ///
  /// Every fourth short row lies in two lines of memory, and a search that waits for the second of
  /// them waits as often as it would without any asking for a quarter of all nodes.
  @inline(__always)
  func prefetchNeighbors(of node: UInt32) {
    if let start = neighbors.baseAddress {
      prefetch_for_reading(start + Int(offsets[Int(node)]))
      prefetch_for_reading(start + Int(offsets[Int(node) + 1]) - 1)
    }
  }
}

extension Adjacency {
  func withRows<Result: ~Copyable, Failure: Error>(
    _ body: (Rows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try offsets.withUnsafeBufferPointer { offsets throws(Failure) in
      try neighbors.withUnsafeBufferPointer { neighbors throws(Failure) in
        try body(Rows(offsets: offsets, neighbors: neighbors))
      }
    }
  }
}
