/// Nodes by a length, the least first; ties by node.
///
/// Each node of the heap has four children: a heap half as high, whose children share a line of
/// memory. A node may be put in again with a lesser length; who takes it out again later must know
/// that it is done.
///
/// Source: LaMarca and Ladner, “The influence of caches on the performance of heaps”, 1996.
struct LengthQueue {
  struct Entry: Comparable {
    let length: Double
    let node: UInt32

    static func < (left: Entry, right: Entry) -> Bool {
      (left.length, left.node) < (right.length, right.node)
    }
  }

  private var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }

  var first: Entry? { entries.first }

  mutating func insert(_ entry: Entry) {
    var hole = entries.count
    entries.append(entry)
    while hole > 0 {
      let parent = (hole - 1) / 4
      guard entry < entries[parent] else { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = entry
  }

  mutating func popFirst() -> Entry? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return first }
    var hole = 0
    while true {
      let first = 4 * hole + 1
      guard first < entries.count else { break }
      var least = first
      for child in first..<min(first + 4, entries.count) where entries[child] < entries[least] {
        least = child
      }
      guard entries[least] < last else { break }
      entries[hole] = entries[least]
      hole = least
    }
    entries[hole] = last
    return first
  }
}
