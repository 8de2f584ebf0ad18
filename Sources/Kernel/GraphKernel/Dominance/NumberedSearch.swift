internal import CPrefetch

/// A depth-first search that numbers the nodes it enters from 1; 0 is the node above all roots.
struct NumberedSearch: ~Copyable {
  static let shut = UInt32.max

  let rows: Rows

  /// The number of each node; 0 where it was not entered, `shut` where it must not be.
  let numbers: Scratch<UInt32>

  /// The node of each number, and the number it was entered from; number 0 is nobody.
  let nodes: Scratch<UInt32>
  let parents: Scratch<UInt32>

  /// The roots' numbers: a node above leads straight to them.
  private(set) var roots: [UInt32] = []

  /// How many nodes were entered.
  private(set) var count: UInt32 = 0

  init(_ rows: Rows, _ region: NodeSet?) {
    self.rows = rows
    numbers = Scratch(repeating: 0, count: rows.nodeCount)
    nodes = Scratch(capacity: rows.nodeCount + 1)
    parents = Scratch(capacity: rows.nodeCount + 1)
    parents[0] = 0
    guard let region else { return }
    for node in 0..<rows.nodeCount where !region.contains(NodeIndex(node)) {
      numbers[node] = Self.shut
    }
  }

  mutating func run(from starts: [UInt32]) {
    // The next arc to try at each depth; the path itself is the chain of parents.
    let cursors = Scratch<UInt32>(capacity: rows.nodeCount)
    for start in starts where numbers[start] != Self.shut {
      if numbers[start] == 0 { search(from: start, cursors) }
      roots.append(numbers[start])
    }
  }

  private mutating func search(from start: UInt32, _ cursors: borrowing Scratch<UInt32>) {
    enter(start, from: 0)
    var current = count
    var depth = 0
    cursors[0] = rows.first(of: start)
    while current != 0 {
      var slot = cursors[depth]
      let end = rows.end(of: nodes[current])
      while slot < end, numbers[rows[slot]] != 0 {
        slot += 1
      }
      if slot < end {
        cursors[depth] = slot + 1
        enter(rows[slot], from: current)
        current = count
        depth += 1
        cursors[depth] = rows.first(of: nodes[current])
      } else {
        current = parents[current]
        depth -= 1
      }
    }
  }

  /// Asks for the neighbours' numbers and offsets together, not for one after the other.
  @inline(__always)
  private func askForNeighbors(of node: UInt32) {
    for slot in rows.slots(of: node).prefix(6) {
      prefetch_for_reading(numbers.start + Int(rows[slot]))
      rows.prefetchOffsets(of: rows[slot])
    }
  }

  private mutating func enter(_ node: UInt32, from parent: UInt32) {
    if rows.areLarge { askForNeighbors(of: node) }
    count += 1
    numbers[node] = count
    nodes[count] = node
    parents[count] = parent
  }
}
