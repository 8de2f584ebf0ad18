/// One end of a search from both ends: the nodes seen, by their distance.
struct SearchSide: ~Copyable {
  let rows: Rows
  let start: UInt32
  let visited: Marks
  private let region: NodeSet?

  /// The nodes at each distance from the start, the start itself first.
  var levels: [[UInt32]]

  /// How many arcs the next level has to look at.
  private(set) var cost: Int

  init(_ rows: Rows, start: UInt32, _ region: NodeSet?) {
    self.rows = rows
    self.start = start
    self.region = region
    visited = Marks(universe: rows.nodeCount)
    _ = visited.insert(start)
    levels = [[start]]
    cost = rows.slots(of: start).count
  }

  var lastLevel: [UInt32] { levels[levels.count - 1] }

  /// Adds the next level; whether it has any node.
  mutating func expand() -> Bool {
    var next: [UInt32] = []
    cost = 0
    for node in lastLevel {
      for slot in rows.slots(of: node) {
        let neighbor = rows[slot]
        guard isOpen(neighbor), visited.insert(neighbor) else { continue }
        next.append(neighbor)
        cost += rows.slots(of: neighbor).count
      }
    }
    levels.append(next)
    return !next.isEmpty
  }

  private func isOpen(_ node: UInt32) -> Bool {
    region?.contains(NodeIndex(offset: node)) ?? true
  }
}
