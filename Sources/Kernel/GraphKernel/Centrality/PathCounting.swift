internal import CPrefetch

/// Counts shortest paths out of one source after the other, and adds up what runs through nodes.
///
/// A search numbers the nodes in the order in which it finds them, and from then on speaks of
/// places in that order: the nodes one step farther lie side by side, so counting paths touches
/// little memory at a time. The arcs that shortest paths follow are written down as places too, so
/// that the way back reads them in sequence and never looks at the graph again.
struct PathCounting: ~Copyable {
  private static let new = UInt32.max

  private let rows: Rows

  /// The place of each node in the queue, `new` before it is found.
  private let places: Scratch<UInt32>
  private let queue: Scratch<UInt32>

  /// The arcs of shortest paths, by the places of their targets, and where those of each place
  /// begin.
  private let followed: Scratch<UInt32>
  private let starts: Scratch<UInt32>

  /// By place: first the number of shortest paths from the source, then, once all nodes farther
  /// off are done, what each of these paths carries on, (1 + dependency) / paths. Zero between two
  /// searches.
  private let paths: Scratch<Double>

  /// The sum over all sources so far, by node.
  let totals: Scratch<Double>

  init(_ rows: Rows) {
    self.rows = rows
    places = Scratch(repeating: Self.new, count: rows.nodeCount)
    queue = Scratch(capacity: rows.nodeCount + 1)
    followed = Scratch(capacity: rows.neighbors.count + 1)
    starts = Scratch(capacity: rows.nodeCount + 1)
    paths = Scratch(repeating: 0, count: rows.nodeCount + 1)
    totals = Scratch(repeating: 0, count: rows.nodeCount)
  }

  func add(pathsFrom source: UInt32) {
    let count = countPaths(from: source)
    collect(count)
    for position in 0..<count { places[queue[position]] = Self.new }
    paths.start.update(repeating: 0, count: count)
  }

  /// How many nodes `source` reaches, itself counted.
  ///
  /// Whether a neighbour is new, and whether an arc lies on a shortest path, is not branched on: it
  /// is written where the next will be written over it if not.
  private func countPaths(from source: UInt32) -> Int {
    let (queue, places, paths) = (queue.start, places.start, paths.start)
    places[Int(source)] = 0
    queue[0] = source
    paths[0] = 1
    var (head, tail, kept) = (0, 1, 0)
    while head < tail {
      let levelEnd = tail
      while head < levelEnd {
        ask(head, tail)
        let (node, mine) = (queue[head], paths[head])
        starts[head] = UInt32(truncatingIfNeeded: kept)
        head += 1
        for slot in rows.slots(of: node) {
          let neighbor = rows[slot]
          let old = places[Int(neighbor)]
          let isNew = old == Self.new
          let place = isNew ? UInt32(truncatingIfNeeded: tail) : old
          places[Int(neighbor)] = place
          queue[tail] = neighbor
          tail &+= isNew ? 1 : 0
          // All bits where the place lies beyond the level, none elsewhere: a choice between two
          // numbers would be compiled into the branch that no processor can predict.
          let farther = UInt64(bitPattern: Int64(levelEnd &- 1 &- Int(place)) >> 63)
          paths[Int(place)] += Double(bitPattern: mine.bitPattern & farther)
          followed[kept] = place
          kept &+= Int(farther & 1)
        }
      }
    }
    starts[tail] = UInt32(truncatingIfNeeded: kept)
    return tail
  }

  /// Hands on from the farthest nodes to the nearest what their paths carry.
  private func collect(_ count: Int) {
    let (followed, paths, totals) = (followed.start, paths.start, totals.start)
    var place = count - 1
    while place > 0 {
      if place >= 16 { prefetch_for_writing(totals + Int(queue[place - 16])) }
      var sum = 0.0
      for arc in Int(starts[place])..<Int(starts[place + 1]) { sum += paths[Int(followed[arc])] }
      let mine = paths[place]
      totals[Int(queue[place])] += sum * mine
      paths[place] = 1 / mine + sum
      place -= 1
    }
  }

  /// Asks for what the queue needs soon.
  @inline(__always)
  private func ask(_ head: Int, _ tail: Int) {
    guard rows.areLarge else { return }
    if head + 16 < tail { rows.prefetchOffsets(of: queue[head + 16]) }
    if head + 9 < tail { rows.prefetchNeighbors(of: queue[head + 9]) }
    if head + 4 < tail {
      for slot in rows.slots(of: queue[head + 4]).prefix(12) {
        prefetch_for_writing(places.start + Int(rows[slot]))
      }
    }
  }
}
