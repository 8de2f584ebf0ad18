extension ShortestPaths {
  /// Hands out one path after the other.
  ///
  /// All paths not handed out yet fall into classes, each given by the arcs they begin with and the
  /// arcs that must not come next. Of each class the first path is kept; the first of all is handed
  /// out, and when another is asked for, its class falls into smaller ones.
  public struct Iterator: IteratorProtocol {
    private struct Candidate {
      let path: WeightedPath

      /// How many arcs the paths of the class have in common, and what must not follow them.
      let shared: Int
      let barred: Set<ArcIndex>

      func precedes(_ other: Candidate) -> Bool {
        path.length != other.path.length
          ? path.length < other.path.length
          : path.arcs.lexicographicallyPrecedes(other.path.arcs)
      }
    }

    private let paths: ShortestPaths

    /// `nil` where arcs have no lengths.
    private let search: DetourSearch?

    /// Descending, so that the next is the last.
    private var candidates: [Candidate] = []

    /// What was handed out last, whose class is still whole.
    private var last: Candidate?

    init(_ paths: ShortestPaths) {
      self.paths = paths
      search = paths.weights.map { DetourSearch(paths, $0) }
      let isOpen = [paths.source, paths.target].allSatisfy { paths.region?.contains($0) ?? true }
      if isOpen { add([firstPath()].compactMap(\.self)) }
    }

    /// The next path, or `nil` after the last.
    public mutating func next() -> WeightedPath? {
      if let last {
        if let search {
          add(detours(from: last, search))
        } else {
          let found = paths.graph.withHopDetours(to: [paths.target], in: paths.region) {
            detours(from: last, $0)
          }
          add(found)
        }
      }
      last = candidates.popLast()
      return last?.path
    }

    private func firstPath() -> Candidate? {
      let path: WeightedPath?
      if let search {
        path = search.shortest(from: paths.source, at: 0, barred: [])
      } else {
        path = paths.graph.shortestPath(from: paths.source, to: paths.target, in: paths.region)
          .map { WeightedPath(arcs: $0, length: Double($0.count)) }
      }
      return path.map { Candidate(path: $0, shared: 0, barred: []) }
    }

    /// The first path of each class that turns aside from a path at one of its nodes.
    private func detours(from found: Candidate, _ search: some Detours) -> [Candidate] {
      var candidates: [Candidate] = []
      var (node, length) = (paths.source, 0.0)
      search.start()
      for (position, arc) in found.path.arcs.enumerated() {
        if position >= found.shared {
          let barred = position == found.shared ? found.barred.union([arc]) : [arc]
          if let rest = search.shortest(from: node, at: length, barred: barred) {
            let path = WeightedPath(
              arcs: found.path.arcs[..<position] + rest.arcs,
              length: rest.length
            )
            candidates.append(Candidate(path: path, shared: position, barred: barred))
          }
        }
        search.pass(node)
        node = paths.graph.target(of: arc)
        length += paths.weights?[arc] ?? 1
      }
      return candidates
    }

    private mutating func add(_ found: [Candidate]) {
      for candidate in found {
        var (low, high) = (0, candidates.count)
        while low < high {
          let middle = (low + high) / 2
          if candidate.precedes(candidates[middle]) { low = middle + 1 } else { high = middle }
        }
        candidates.insert(candidate, at: low)
      }
    }
  }
}

/// Searches for ways on from the nodes of a path, one after the other.
protocol Detours: AnyObject {
  /// Begins with a new path, of which no node has been passed.
  func start()

  /// Shuts a node that the path has passed.
  func pass(_ node: NodeIndex)

  /// The shortest path to the target from a node, past all that is shut; the lowest of several.
  ///
  /// - Parameters:
  ///   - node: where it begins; it is not shut.
  ///   - length: that of the way to the node, which counts as well.
  ///   - barred: arcs that must not be its first.
  func shortest(from node: NodeIndex, at length: Double, barred: Set<ArcIndex>) -> WeightedPath?
}
