/// A flow of units along the arcs of a graph, none of which takes more than one; if it is asked
/// for, no node does either.
///
/// A node has two sides, where units come in and where they go out; a unit passes from one to the
/// other once where nodes pass one. Where nodes are limited, arcs need no limit: what they carry
/// passes a node.
///
/// The states of the search are sides: 2 *v* is where units come into *v*, 2 *v* + 1 where they go
/// out.
struct UnitFlow {
  private let graph: Digraph
  private let passesNodesOnce: Bool
  private let region: NodeSet?

  /// Which arcs carry a unit, and which nodes pass one.
  private var carries: NodeSet
  private var passes: NodeSet

  private var isSource: NodeSet
  private var isTarget: NodeSet

  /// The distance of each side from the sources in what is left of the network.
  private var levels: [UInt32] = []

  /// The next way to try from each side, while one set of levels lasts.
  private var cursors: [UInt32] = []

  init(_ graph: Digraph, passesNodesOnce: Bool, _ region: NodeSet?) {
    self.graph = graph
    self.passesNodesOnce = passesNodesOnce
    self.region = region
    carries = NodeSet(universe: graph.arcCount)
    passes = NodeSet(universe: graph.nodeCount)
    isSource = NodeSet(universe: graph.nodeCount)
    isTarget = NodeSet(universe: graph.nodeCount)
  }

  /// Whether units from the sources can still come to where `node` takes them in.
  func isNear(_ node: NodeIndex) -> Bool { levels[2 * node.position] != .max }

  /// Whether they can still come to where it hands them on.
  func isNearBehind(_ node: NodeIndex) -> Bool { levels[2 * node.position + 1] != .max }

  /// Sends as many units as there is room for.
  mutating func saturate(from sources: [NodeIndex], to targets: [NodeIndex]) {
    isSource = NodeSet(universe: graph.nodeCount, sources)
    isTarget = NodeSet(universe: graph.nodeCount, targets)
    while findLevels(sources) {
      cursors = [UInt32](repeating: 0, count: 2 * graph.nodeCount)
      for source in sources {
        while send(from: source) {}
      }
    }
  }

  /// Whether a target can be reached yet. Unlike a search that only needs the nearest target, it
  /// looks everywhere when there is none, so that the levels then show the cut.
  private mutating func findLevels(_ sources: [NodeIndex]) -> Bool {
    levels = [UInt32](repeating: .max, count: 2 * graph.nodeCount)
    var queue: [UInt32] = []
    for source in sources {
      levels[2 * source.position] = 0
      levels[2 * source.position + 1] = 0
      queue.append(2 * source.offset + 1)
    }
    var head = 0
    while head < queue.count {
      let side = queue[head]
      head += 1
      var way: UInt32 = 0
      while let next = step(from: side, way) {
        way += 1
        guard let next = next.side, levels[Int(next)] == .max else { continue }
        levels[Int(next)] = levels[Int(side)] + 1
        if isTarget.contains(NodeIndex(offset: next / 2)) { return true }
        queue.append(next)
      }
    }
    return false
  }

  /// One way on from a side: where it leads, if there is room, and what it fills or frees.
  private struct Step {
    var side: UInt32?
    var arc: ArcIndex?
    var isForward = true
  }

  /// The way numbered `way` from `side`; `nil` after the last.
  private func step(from side: UInt32, _ way: UInt32) -> Step? {
    let node = NodeIndex(offset: side / 2)
    // The first way is the one through the node.
    if way == 0 { return through(node, side) }
    let position = Int(way) - 1
    if side % 2 == 1 {
      let arcs = graph.arcs(of: node)
      guard position < arcs.count else { return nil }
      let arc = arcs[position]
      let hasRoom = passesNodesOnce || !carries.contains(NodeIndex(offset: arc.index.offset))
      guard hasRoom, isOpen(arc.neighbor), !isSource.contains(arc.neighbor) else { return Step() }
      return Step(side: 2 * arc.neighbor.offset, arc: arc.index)
    }
    // A unit that came in can be sent back, to where it went out.
    let arcs = graph.arcs(of: node, .reverse)
    guard position < arcs.count else { return nil }
    let arc = arcs[position]
    guard carries.contains(NodeIndex(offset: arc.index.offset)) else { return Step() }
    return Step(side: 2 * arc.neighbor.offset + 1, arc: arc.index, isForward: false)
  }

  private func through(_ node: NodeIndex, _ side: UInt32) -> Step {
    if isTarget.contains(node) || isSource.contains(node) { return Step() }
    if side % 2 == 0 {
      let hasRoom = !passesNodesOnce || !passes.contains(node)
      return Step(side: hasRoom ? side + 1 : nil)
    }
    let canTurn = !passesNodesOnce || passes.contains(node)
    return Step(side: canTurn ? side - 1 : nil, isForward: false)
  }

  private func isOpen(_ node: NodeIndex) -> Bool { region?.contains(node) ?? true }

  /// Sends one unit along the levels, if there is room, by a depth-first search.
  private mutating func send(from source: NodeIndex) -> Bool {
    var sides = [2 * source.offset + 1]
    var steps: [Step] = []
    while let side = sides.last {
      if isTarget.contains(NodeIndex(offset: side / 2)) {
        for (step, from) in zip(steps, sides) { take(step, from) }
        return true
      }
      guard let step = step(from: side, cursors[Int(side)]) else {
        sides.removeLast()
        // Nothing leads on from here: the way that led here is not tried again.
        if steps.popLast() != nil, let before = sides.last { cursors[Int(before)] += 1 }
        continue
      }
      if let next = step.side, levels[Int(next)] == levels[Int(side)] + 1 {
        sides.append(next)
        steps.append(step)
      } else {
        cursors[Int(side)] += 1
      }
    }
    return false
  }

  private mutating func take(_ step: Step, _ side: UInt32) {
    if let arc = step.arc {
      let bit = NodeIndex(offset: arc.offset)
      if step.isForward { carries.insert(bit) } else { carries.remove(bit) }
    } else if passesNodesOnce {
      let node = NodeIndex(offset: side / 2)
      if step.isForward { passes.insert(node) } else { passes.remove(node) }
    }
  }
}
