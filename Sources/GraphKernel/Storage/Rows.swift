/// A view of an ``Adjacency`` for hot loops: positions are checked in debug builds only.
///
/// It is valid inside `withRows` alone. Its positions come from the adjacency itself, which was
/// checked when it was built.
struct Rows {
  let offsets: UnsafeBufferPointer<UInt32>
  let neighbors: UnsafeBufferPointer<UInt32>

  var nodeCount: Int { offsets.count - 1 }

  func first(of node: UInt32) -> UInt32 { offsets[Int(node)] }

  func end(of node: UInt32) -> UInt32 { offsets[Int(node) + 1] }

  func slots(of node: UInt32) -> Range<Int> {
    Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])
  }

  subscript(slot: UInt32) -> UInt32 { neighbors[Int(slot)] }

  subscript(slot: Int) -> UInt32 { neighbors[slot] }
}

extension Adjacency {
  func withRows<Result>(_ body: (Rows) -> Result) -> Result {
    offsets.withUnsafeBufferPointer { offsets in
      neighbors.withUnsafeBufferPointer { neighbors in
        body(Rows(offsets: offsets, neighbors: neighbors))
      }
    }
  }
}
