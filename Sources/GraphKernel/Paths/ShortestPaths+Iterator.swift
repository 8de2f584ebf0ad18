extension ShortestPaths {
  /// Hands out one path after the other.
  ///
  /// All paths not handed out yet fall into classes, each given by the arcs they begin with and the
  /// arcs that must not come next. Of each class the first path is kept; the first of all is handed
  /// out, and its class falls into smaller ones.
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

    init(_ paths: ShortestPaths) {
      self.paths = paths
      search = paths.weights.map { DetourSearch(paths, $0) }
      add(prefix: [], barred: [])
    }

    /// The next path, or `nil` after the last.
    public mutating func next() -> WeightedPath? {
      guard let found = candidates.popLast() else { return nil }
      for length in found.shared..<Swift.max(found.path.arcs.count, found.shared) {
        var barred: Set = [found.path.arcs[length]]
        if length == found.shared { barred.formUnion(found.barred) }
        add(prefix: Array(found.path.arcs[..<length]), barred: barred)
      }
      return found.path
    }

    private mutating func add(prefix: [ArcIndex], barred: Set<ArcIndex>) {
      let found: WeightedPath?
      if let search {
        found = search.shortest(prefix: prefix, barred: barred)
      } else {
        found = shortest(prefix: prefix, barred: barred)
      }
      guard let path = found else { return }
      let candidate = Candidate(path: path, shared: prefix.count, barred: barred)
      var (low, high) = (0, candidates.count)
      while low < high {
        let middle = (low + high) / 2
        if candidate.precedes(candidates[middle]) { low = middle + 1 } else { high = middle }
      }
      candidates.insert(candidate, at: low)
    }

    /// The first path of a class where every arc counts as one.
    private func shortest(prefix: [ArcIndex], barred: Set<ArcIndex>) -> WeightedPath? {
      let graph = paths.graph
      let isOpen = [paths.source, paths.target].allSatisfy { paths.region?.contains($0) ?? true }
      guard isOpen else { return nil }
      let rest = graph.shortestDetour(
        from: prefix.last.map(graph.target(of:)) ?? paths.source,
        to: paths.target,
        passing: prefix.map(graph.source(of:)),
        barred: barred,
        in: paths.region
      )
      return rest.map { WeightedPath(arcs: prefix + $0, length: Double(prefix.count + $0.count)) }
    }
  }
}
