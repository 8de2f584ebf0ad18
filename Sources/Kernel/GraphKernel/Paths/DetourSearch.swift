/// ``Detours`` in a graph whose arcs have lengths, by searches that know how far the target is.
///
/// What is known of nodes is kept between searches by stamps, so that a search costs what it looks
/// at. A class of its own, since its memory is shared by all copies of an iterator, none of which
/// leaves anything behind.
final class DetourSearch: Detours {
  private let paths: ShortestPaths
  private let weights: ArcWeights
  private var lengths: [Double]
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0
  private var passed: Set<NodeIndex> = []

  init(_ paths: ShortestPaths, _ weights: ArcWeights) {
    self.paths = paths
    self.weights = weights
    lengths = [Double](repeating: 0, count: paths.graph.nodeCount)
    stamps = [UInt32](repeating: 0, count: paths.graph.nodeCount)
  }

  func start() { passed = [] }

  func pass(_ node: NodeIndex) { passed.insert(node) }

  func shortest(
    from start: NodeIndex,
    at length: Double,
    barred: Set<ArcIndex>
  ) -> WeightedPath? {
    guard paths.remaining[start.position].isFinite else { return nil }
    if start == paths.target {
      return barred.isEmpty ? WeightedPath(arcs: [], length: length) : nil
    }
    stamp += 1
    guard let whole = flood(from: start, at: length, barred) else { return nil }
    return WeightedPath(arcs: lowest(from: start, barred), length: whole)
  }

  /// Finds the length of every node that can lie on a shortest path; gives the target's.
  ///
  /// It goes on until all nodes that are as good as the target have been looked at, so that of
  /// several shortest paths the lowest is among them.
  private func flood(
    from start: NodeIndex,
    at length: Double,
    _ barred: Set<ArcIndex>
  ) -> Double? {
    let graph = paths.graph
    var queue = LengthQueue()
    var done: Set<NodeIndex> = []
    set(start, length)
    queue.insert(LengthQueue.Entry(length: 0, node: start.offset))
    var whole = Double.infinity
    while let entry = queue.popFirst() {
      // Sums in different orders differ in their last digits.
      guard entry.length <= whole + abs(whole) * 1e-12 || whole == .infinity else { break }
      let node = NodeIndex(offset: entry.node)
      guard done.insert(node).inserted else { continue }
      if node == paths.target {
        whole = lengths[node.position] + paths.remaining[node.position]
        continue
      }
      for arc in graph.arcs(of: node) where node != start || !barred.contains(arc.index) {
        let neighbor = arc.neighbor
        let rest = paths.remaining[neighbor.position]
        guard rest.isFinite, !passed.contains(neighbor), isOpen(neighbor) else { continue }
        let next = lengths[node.position] + weights[arc.index]
        guard self.length(neighbor) > next else { continue }
        set(neighbor, next)
        done.remove(neighbor)
        queue.insert(LengthQueue.Entry(length: next + rest, node: neighbor.offset))
      }
    }
    return whole.isFinite ? whole : nil
  }

  private func isOpen(_ node: NodeIndex) -> Bool {
    paths.region?.contains(node) ?? true
  }

  private func length(_ node: NodeIndex) -> Double {
    stamps[node.position] == stamp ? lengths[node.position] : .infinity
  }

  private func set(_ node: NodeIndex, _ length: Double) {
    lengths[node.position] = length
    stamps[node.position] = stamp
  }

  /// Of the paths whose arcs each make the length of the next node, the lowest.
  private func lowest(from start: NodeIndex, _ barred: Set<ArcIndex>) -> [ArcIndex] {
    let leading = leadingToTarget(start, barred)
    var (node, arcs): (NodeIndex, [ArcIndex]) = (start, [])
    var passed: Set = [start]
    // Arcs of no length can lead in circles: what was passed is tried no more, and what led
    // nowhere is taken back.
    while node != paths.target {
      let next = paths.graph.arcs(of: node).first {
        isTight($0, from: node, start, barred) && leading.contains($0.neighbor)
          && !passed.contains($0.neighbor)
      }
      if let next {
        arcs.append(next.index)
        node = next.neighbor
        passed.insert(node)
      } else if let last = arcs.popLast() {
        node = paths.graph.source(of: last)
      } else {
        preconditionFailure("a path that was found cannot be found again")
      }
    }
    return arcs
  }

  /// The nodes from which tight arcs lead to the target.
  private func leadingToTarget(_ start: NodeIndex, _ barred: Set<ArcIndex>) -> Set<NodeIndex> {
    var leading: Set = [paths.target]
    var open = [paths.target]
    while let node = open.popLast() {
      for arc in paths.graph.arcs(of: node, .reverse) {
        let tight = Arc(index: arc.index, neighbor: node)
        guard isTight(tight, from: arc.neighbor, start, barred) else { continue }
        if leading.insert(arc.neighbor).inserted { open.append(arc.neighbor) }
      }
    }
    return leading
  }

  /// Whether the arc gives its target the length that was found for it.
  private func isTight(
    _ arc: Arc,
    from node: NodeIndex,
    _ start: NodeIndex,
    _ barred: Set<ArcIndex>
  ) -> Bool {
    length(node).isFinite && length(arc.neighbor) == length(node) + weights[arc.index]
      && (node != start || !barred.contains(arc.index))
  }
}
