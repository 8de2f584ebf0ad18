/// A flow of units along the arcs of a graph, none of which takes more than one; if it is asked
/// for, no node does either.
///
/// A node has two sides, where units come in and where they go out; a unit passes from one to the
/// other once where nodes pass one. Where nodes are limited, arcs need no limit: what they carry
/// passes a node.
///
/// The states of the search are sides: 2 *v* is where units come into *v*, 2 *v* + 1 where they go
/// out.
struct UnitFlow: ~Copyable {
  private static let none = UInt32.max

  private let forward: Rows
  private let backward: Rows
  private let backwardArcs: UnsafeBufferPointer<UInt32>
  private let passesNodesOnce: Bool

  /// Nodes out of the region.
  private let isShut: Marks

  /// Which arcs carry a unit, and which nodes pass one.
  private let carries: Marks
  private let passes: Marks

  private let isSource: Marks
  private let isTarget: Marks
  private let sources: [UInt32]

  /// The distance of each side from the sources in what is left of the network.
  private let levels: Scratch<UInt32>

  /// The next way to try from each side, while one set of levels lasts.
  private let cursors: Scratch<UInt32>

  private let queue: Scratch<UInt32>

  /// How many units flow.
  private(set) var units = 0

  init(
    _ forward: Rows,
    _ backward: Rows,
    _ backwardArcs: UnsafeBufferPointer<UInt32>,
    passesNodesOnce: Bool,
    from sources: [NodeIndex],
    to targets: [NodeIndex],
    in region: NodeSet?
  ) {
    self.forward = forward
    self.backward = backward
    self.backwardArcs = backwardArcs
    self.passesNodesOnce = passesNodesOnce
    let count = forward.nodeCount
    isShut = Marks(universe: count, outside: region)
    carries = Marks(universe: forward.neighbors.count)
    passes = Marks(universe: count)
    isSource = Marks(universe: count)
    isTarget = Marks(universe: count)
    levels = Scratch(capacity: 2 * count)
    cursors = Scratch(capacity: 2 * count)
    queue = Scratch(capacity: 2 * count)
    self.sources = sources.map(\.offset)
    for source in sources { _ = isSource.insert(source.offset) }
    for target in targets { _ = isTarget.insert(target.offset) }
  }

  /// Whether units from the sources can still come to where `node` takes them in.
  func isNear(_ node: NodeIndex) -> Bool { levels[2 * node.position] != Self.none }

  /// Whether they can still come to where it hands them on.
  func isNearBehind(_ node: NodeIndex) -> Bool { levels[2 * node.position + 1] != Self.none }

  /// Sends as many units as there is room for.
  ///
  /// - Parameter progress: told how many units flow, after each round.
  mutating func saturate<Failure: Error>(
    progress: (Int) throws(Failure) -> Void
  ) throws(Failure) {
    while findLevels() {
      cursors.start.update(repeating: 0, count: cursors.count)
      for source in sources {
        while send(from: source) { units += 1 }
      }
      try progress(units)
    }
  }

  /// Whether a target can be reached yet. Unlike a search that only needs the nearest target, it
  /// looks everywhere when there is none, so that the levels then show the cut.
  private func findLevels() -> Bool {
    levels.start.update(repeating: Self.none, count: levels.count)
    var (head, tail) = (0, 0)
    for source in sources {
      levels[2 * source] = 0
      levels[2 * source + 1] = 0
      queue[tail] = 2 * source + 1
      tail += 1
    }
    while head < tail {
      let side = queue[head]
      head += 1
      var way: UInt32 = 0
      while let step = step(from: side, way) {
        way += 1
        guard step.side != Self.none, levels[step.side] == Self.none else { continue }
        levels[step.side] = levels[side] + 1
        if isTarget.contains(step.side / 2) { return true }
        queue[tail] = step.side
        tail += 1
      }
    }
    return false
  }

  /// One way on from a side: where it leads, `none` where there is no room, and what it fills or
  /// frees: an arc, or the node itself where that is `none`.
  private struct Step {
    var side = UnitFlow.none
    var arc = UnitFlow.none
    var isForward = true
  }

  /// The way numbered `way` from `side`, the first being the one through the node; `nil` after the
  /// last.
  @inline(__always)
  private func step(from side: UInt32, _ way: UInt32) -> Step? {
    let node = side / 2
    if way == 0 { return through(node, side) }
    if side % 2 == 1 {
      let arc = forward.first(of: node) + way - 1
      guard arc < forward.end(of: node) else { return nil }
      let next = forward[arc]
      let isOpen = (passesNodesOnce || !carries.contains(arc)) && !isShut.contains(next)
      return isOpen && !isSource.contains(next) ? Step(side: 2 * next, arc: arc) : Step()
    }
    // A unit that came in can be sent back, to where it went out.
    let slot = backward.first(of: node) + way - 1
    guard slot < backward.end(of: node) else { return nil }
    let arc = backwardArcs[Int(slot)]
    guard carries.contains(arc) else { return Step() }
    return Step(side: 2 * backward[slot] + 1, arc: arc, isForward: false)
  }

  private func through(_ node: UInt32, _ side: UInt32) -> Step {
    if isTarget.contains(node) || isSource.contains(node) { return Step() }
    if side % 2 == 0 {
      let hasRoom = !passesNodesOnce || !passes.contains(node)
      return Step(side: hasRoom ? side + 1 : Self.none)
    }
    let canTurn = !passesNodesOnce || passes.contains(node)
    return Step(side: canTurn ? side - 1 : Self.none, isForward: false)
  }

  /// Sends one unit along the levels, if there is room, by a depth-first search.
  private func send(from source: UInt32) -> Bool {
    var sides = [2 * source + 1]
    var steps: [Step] = []
    while let side = sides.last {
      if isTarget.contains(side / 2) {
        for (step, from) in zip(steps, sides) { take(step, from) }
        return true
      }
      guard let step = step(from: side, cursors[side]) else {
        sides.removeLast()
        // Nothing leads on from here: the way that led here is not tried again.
        if steps.popLast() != nil, let before = sides.last { cursors[before] += 1 }
        continue
      }
      if step.side != Self.none, levels[step.side] == levels[side] + 1 {
        sides.append(step.side)
        steps.append(step)
      } else {
        cursors[side] += 1
      }
    }
    return false
  }

  private func take(_ step: Step, _ side: UInt32) {
    if step.arc != Self.none {
      if step.isForward { _ = carries.insert(step.arc) } else { carries.remove(step.arc) }
    } else if passesNodesOnce {
      if step.isForward { _ = passes.insert(side / 2) } else { passes.remove(side / 2) }
    }
  }
}
