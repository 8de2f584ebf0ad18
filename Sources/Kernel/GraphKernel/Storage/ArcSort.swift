/// Sorts arcs by one of their ends into compressed rows, in time linear in nodes and arcs.
///
/// Arcs of one node keep the order in which they came. A counting sort writes all over its output,
/// which on graphs that exceed the cache costs a miss an arc; so nodes are first divided into groups
/// whose rows fit into the cache, and each group's rows are sorted where the division put them.
/// Beside the output this takes two bytes an arc and room for the largest group.
enum ArcSort {
  /// Graphs of up to so many nodes are sorted in one go: all cursors stay in the second cache.
  private static let singleLimit = 1 << 17

  /// An arc as it comes: the end that it is sorted by, the other end, and its number.
  typealias Visit = (_ key: UInt32, _ value: UInt32, _ number: UInt32) -> Void

  /// What the rows are, by arc: the other end and the number of the arc.
  struct Sorted {
    let rows: Adjacency
    let numbers: IndexBuffer
  }

  /// - Parameters:
  ///   - keys: the end that each arc is sorted by, below `nodeCount`, which is not checked.
  ///   - forEachArc: calls its argument with each arc, in order, and must be inlined.
  @inline(__always)
  static func sorted(
    nodeCount: Int,
    keys: UnsafeBufferPointer<UInt32>,
    forEachArc: (Visit) -> Void
  ) -> Sorted {
    let offsets = IndexStorage.make(count: nodeCount + 1)
    let values = IndexStorage.make(count: keys.count)
    let numbers = IndexStorage.make(count: keys.count)
    let (valueStart, numberStart) = (values.start, numbers.start)
    offsets.start[nodeCount] = UInt32(truncatingIfNeeded: keys.count)
    if nodeCount <= singleLimit || keys.count <= singleLimit {
      let cursors = Scratch<UInt32>(repeating: 0, count: nodeCount)
      let start = cursors.start
      for key in keys { start[Int(key)] &+= 1 }
      layRows(start, count: nodeCount, from: 0, offsets.start)
      forEachArc { key, value, number in
        let slot = Int(start[Int(key)])
        start[Int(key)] = UInt32(truncatingIfNeeded: slot &+ 1)
        valueStart[slot] = value
        numberStart[slot] = number
      }
    } else {
      let groups = Groups(nodeCount: nodeCount, keys: keys)
      let (ends, places, bits) = (groups.ends.start, groups.places.start, groups.bits)
      forEachArc { key, value, number in
        let group = Int(key >> bits)
        let slot = Int(ends[group])
        ends[group] = UInt32(truncatingIfNeeded: slot &+ 1)
        places[slot] = UInt16(truncatingIfNeeded: key & (1 << bits - 1))
        valueStart[slot] = value
        numberStart[slot] = number
      }
      groups.sort(values: valueStart, numbers: numberStart, offsets: offsets.start)
    }
    return Sorted(
      rows: Adjacency(
        offsets: IndexBuffer(base: offsets.start, count: nodeCount + 1, owner: offsets),
        neighbors: IndexBuffer(base: values.start, count: keys.count, owner: values)
      ),
      numbers: IndexBuffer(base: numbers.start, count: keys.count, owner: numbers)
    )
  }

  /// Turns the lengths of rows into where each begins, and writes that down as its offset too.
  @inline(__always)
  private static func layRows(
    _ cursors: UnsafeMutablePointer<UInt32>,
    count: Int,
    from first: UInt32,
    _ offsets: UnsafeMutablePointer<UInt32>
  ) {
    var next = first
    for node in 0..<count {
      let length = cursors[node]
      offsets[node] = next
      cursors[node] = next
      next &+= length
    }
  }

  /// The nodes in groups of consecutive ones.
  ///
  /// Each group is written to at a place of its own, and a processor keeps few hundred places near:
  /// so there are at most 256 groups, as long as the place of a node within its group takes 16 bits.
  private struct Groups: ~Copyable {
    let nodeCount: Int

    /// A group has 2 to the power of this many nodes, the last one perhaps fewer.
    let bits: UInt32
    let count: Int

    /// Where the next arc of each group goes: at first where the group begins, at last where it ends.
    let ends: Scratch<UInt32>

    /// The place within its group of the node of each arc.
    let places: Scratch<UInt16>

    init(nodeCount: Int, keys: UnsafeBufferPointer<UInt32>) {
      self.nodeCount = nodeCount
      let width = Int.bitWidth - (nodeCount - 1).leadingZeroBitCount
      bits = UInt32(min(max(width - 8, 11), 16))
      count = (nodeCount - 1) >> Int(bits) + 1
      ends = Scratch(repeating: 0, count: count)
      places = Scratch(capacity: keys.count)
      let start = ends.start
      for key in keys { start[Int(key >> bits)] &+= 1 }
      var next: UInt32 = 0
      for group in 0..<count {
        let length = start[group]
        start[group] = next
        next &+= length
      }
    }

    /// Sorts the arcs of each group by node, once all are in their groups.
    func sort(
      values: UnsafeMutablePointer<UInt32>,
      numbers: UnsafeMutablePointer<UInt32>,
      offsets: UnsafeMutablePointer<UInt32>
    ) {
      var (first, largest): (UInt32, UInt32) = (0, 0)
      for group in 0..<count {
        largest = max(largest, ends[group] - first)
        first = ends[group]
      }
      let oldValues = Scratch<UInt32>(capacity: Int(largest))
      let oldNumbers = Scratch<UInt32>(capacity: Int(largest))
      let cursors = Scratch<UInt32>(capacity: 1 << Int(bits))
      let cursor = cursors.start
      var start = 0
      for group in 0..<count {
        let end = Int(ends[group])
        let firstNode = group << Int(bits)
        let nodes = min(1 << Int(bits), nodeCount - firstNode)
        let (mine, length) = (places.start + start, end - start)
        oldValues.start.update(from: values + start, count: length)
        oldNumbers.start.update(from: numbers + start, count: length)
        cursor.update(repeating: 0, count: nodes)
        for arc in 0..<length { cursor[Int(mine[arc])] &+= 1 }
        layRows(cursor, count: nodes, from: UInt32(truncatingIfNeeded: start), offsets + firstNode)
        for arc in 0..<length {
          let place = Int(mine[arc])
          let slot = Int(cursor[place])
          cursor[place] = UInt32(truncatingIfNeeded: slot &+ 1)
          values[slot] = oldValues.start[arc]
          numbers[slot] = oldNumbers.start[arc]
        }
        start = end
      }
    }
  }
}
