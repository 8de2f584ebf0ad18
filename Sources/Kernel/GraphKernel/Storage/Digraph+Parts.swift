extension Digraph {
  /// A graph taken apart into the runs of numbers that it is stored as, to be written to a file.
  ///
  /// With *v* nodes and *e* arcs it takes 12 *e* + 8 (*v* + 1) bytes.
  public struct Parts: Hashable, Sendable {
    /// Where the arcs that leave each node begin, and at the end how many there are: *v* + 1.
    public let forwardOffsets: IndexBuffer

    /// The target of each arc, arcs sorted by source: *e*.
    public let targets: IndexBuffer

    /// Where the slots of the arcs that enter each node begin, and at the end *e*: *v* + 1.
    public let backwardOffsets: IndexBuffer

    /// The source of the arc in each slot, slots sorted by target: *e*.
    public let sources: IndexBuffer

    /// The arc in each slot; within one target they ascend: *e*.
    public let arcs: IndexBuffer

    /// Parts that may or may not fit one another.
    public init(
      forwardOffsets: IndexBuffer,
      targets: IndexBuffer,
      backwardOffsets: IndexBuffer,
      sources: IndexBuffer,
      arcs: IndexBuffer
    ) {
      self.forwardOffsets = forwardOffsets
      self.targets = targets
      self.backwardOffsets = backwardOffsets
      self.sources = sources
      self.arcs = arcs
    }
  }

  /// The parts that the graph is stored as, which share its memory.
  ///
  /// - Complexity: O(1).
  public var parts: Parts {
    Parts(
      forwardOffsets: forward.offsets,
      targets: forward.neighbors,
      backwardOffsets: backward.offsets,
      sources: backward.neighbors,
      arcs: backwardArcs
    )
  }

  /// The graph that `parts` make, after a look at every number: nothing is copied.
  ///
  /// Whatever the parts hold, the outcome is a graph or an error. Between the check and the last
  /// use of the graph nobody may write to the memory: of a mapped file, keep others from the file.
  ///
  /// - Throws: ``DigraphFault`` for the first thing that does not fit.
  /// - Complexity: O(*v* + *e*) time, O(1) memory.
  public init(validating parts: Parts) throws(DigraphFault) {
    try self.init(trusting: parts)
    try forward.validate(.forward)
    try backward.validate(.reverse)
    try validateBackward()
  }

  /// The graph that `parts` make, after a look at their sizes and ends alone: for parts whose
  /// integrity is known, such as those of a file that this library wrote and whose checksum agrees.
  ///
  /// Parts that are wrong inside give a graph whose use may end the program or read foreign memory;
  /// where in doubt, use ``init(validating:)``.
  ///
  /// - Throws: ``DigraphFault`` where the sizes do not fit.
  /// - Complexity: O(1).
  public init(trusting parts: Parts) throws(DigraphFault) {
    let nodes = parts.forwardOffsets.count - 1
    guard nodes >= 0, parts.backwardOffsets.count == nodes + 1, nodes < Int(UInt32.max) else {
      throw .offsetCounts(
        forward: parts.forwardOffsets.count,
        backward: parts.backwardOffsets.count
      )
    }
    let counts = [parts.targets.count, parts.sources.count, parts.arcs.count]
    guard counts.allSatisfy({ $0 == counts[0] }), counts[0] < Int(UInt32.max) else {
      throw .arcCounts(targets: counts[0], sources: counts[1], arcs: counts[2])
    }
    for (direction, offsets) in [
      (Direction.forward, parts.forwardOffsets), (.reverse, parts.backwardOffsets),
    ] where offsets[0] != 0 || Int(offsets[nodes]) != counts[0] {
      throw .offsets(direction, node: offsets[0] == 0 ? nodes : 0)
    }
    self.init(
      forward: Adjacency(offsets: parts.forwardOffsets, neighbors: parts.targets),
      backward: Adjacency(offsets: parts.backwardOffsets, neighbors: parts.sources),
      backwardArcs: parts.arcs
    )
  }

  /// Whether each slot of `backward` holds an arc with those ends, and no arc is held twice.
  ///
  /// Within one target arcs ascend, and an arc has one target: so no two slots hold the same, and
  /// there are as many slots as arcs.
  private func validateBackward() throws(DigraphFault) {
    let wrong: Int? = forward.withRows { forward in
      backward.withRows { backward in
        backwardArcs.withUnsafeBufferPointer { arcs in
          for target in 0..<UInt32(backward.nodeCount) {
            var previous = -1
            for slot in backward.slots(of: target) {
              let arc = Int(arcs[slot])
              guard arc > previous, arc < forward.neighbors.count, forward[arc] == target,
                forward.slots(of: backward[slot]).contains(arc)
              else { return slot }
              previous = arc
            }
          }
          return nil
        }
      }
    }
    if let wrong { throw .backwardSlot(wrong) }
  }
}

extension Adjacency {
  fileprivate func validate(_ direction: Direction) throws(DigraphFault) {
    let fault: DigraphFault? = withRows { rows in
      var start: UInt32 = 0
      for node in 0..<rows.nodeCount {
        let end = rows.offsets[node + 1]
        if end < start { return .offsets(direction, node: node) }
        start = end
      }
      let count = UInt32(truncatingIfNeeded: rows.nodeCount)
      return rows.neighbors.firstIndex { $0 >= count }.map { .neighbor(direction, slot: $0) }
    }
    if let fault { throw fault }
  }
}
