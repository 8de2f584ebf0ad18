internal import CPrefetch

/// Counts shortest paths out of one source after the other, and adds up what runs through nodes.
///
/// All that is known of a node lies in one record, so that a neighbour costs one look into memory.
/// What is new is not branched on, as in ``Flood``.
struct PathCounting: ~Copyable {
  struct Record: BitwiseCopyable {
    /// First the number of shortest paths from the source, then, once all nodes farther off are
    /// done, what each of these paths carries on: (1 + dependency) / paths.
    var paths: Double
    var distance: UInt32
    var unused: UInt32 = 0
  }

  private static let far = UInt32.max - 1

  private let rows: Rows
  private let records: Scratch<Record>
  private let queue: Scratch<UInt32>

  /// The sum over all sources so far.
  let totals: Scratch<Double>

  init(_ rows: Rows) {
    self.rows = rows
    records = Scratch(
      repeating: Record(paths: 0, distance: Self.far),
      count: rows.nodeCount
    )
    queue = Scratch(capacity: rows.nodeCount + 1)
    totals = Scratch(repeating: 0, count: rows.nodeCount)
  }

  func add(pathsFrom source: UInt32) {
    let count = countPaths(from: source)
    collect(count)
    for position in 0..<count {
      records[queue[position]] = Record(paths: 0, distance: Self.far)
    }
  }

  /// How many nodes `source` reaches, itself counted; they lie in the queue, nearest first.
  private func countPaths(from source: UInt32) -> Int {
    let (queue, records) = (queue.start, records.start)
    records[Int(source)] = Record(paths: 1, distance: 0)
    queue[0] = source
    var (head, tail) = (0, 1)
    while head < tail {
      ask(head, ahead: 1, tail)
      let node = queue[head]
      head += 1
      let paths = records[Int(node)].paths
      let next = records[Int(node)].distance + 1
      for slot in rows.slots(of: node) {
        let neighbor = rows[slot]
        let distance = records[Int(neighbor)].distance
        queue[tail] = neighbor
        tail += distance == Self.far ? 1 : 0
        records[Int(neighbor)].distance = min(distance, next)
        records[Int(neighbor)].paths += distance >= next ? paths : 0
      }
    }
    return tail
  }

  /// Hands on from the farthest nodes to the nearest what their paths carry.
  private func collect(_ count: Int) {
    let (queue, records) = (queue.start, records.start)
    var position = count - 1
    while position > 0 {
      ask(position, ahead: -1, count)
      let node = queue[position]
      let next = records[Int(node)].distance + 1
      var sum = 0.0
      for slot in rows.slots(of: node) {
        let neighbor = records[Int(rows[slot])]
        sum += neighbor.distance == next ? neighbor.paths : 0
      }
      let paths = records[Int(node)].paths
      totals[node] += sum * paths
      records[Int(node)].paths = (1 + sum * paths) / paths
      position -= 1
    }
  }

  /// Asks for what the queue needs soon.
  @inline(__always)
  private func ask(_ position: Int, ahead step: Int, _ count: Int) {
    let (far, middle, near) = (position + 16 * step, position + 9 * step, position + 4 * step)
    if far >= 0, far < count {
      rows.prefetchOffsets(of: queue[far])
      prefetch_for_writing(records.start + Int(queue[far]))
    }
    if middle >= 0, middle < count { rows.prefetchNeighbors(of: queue[middle]) }
    if near >= 0, near < count {
      for slot in rows.slots(of: queue[near]) {
        prefetch_for_writing(records.start + Int(rows[slot]))
      }
    }
  }
}
