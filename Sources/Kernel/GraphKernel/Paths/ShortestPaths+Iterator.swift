extension ShortestPaths {
  /// Hands out one path after the other.
  ///
  /// All paths not handed out yet fall into classes, each given by the arcs they begin with and the
  /// arcs that must not come next. Of each class the first path is kept; the first of all is handed
  /// out, and when another is asked for, its class falls into smaller ones.
  public struct Iterator: IteratorProtocol {
    private struct Candidate: Comparable {
      let path: [ArcIndex]

      /// How many arcs the paths of the class have in common, and what must not follow them.
      let shared: Int
      let barred: Set<ArcIndex>

      static func < (left: Candidate, right: Candidate) -> Bool {
        left.path.count != right.path.count
          ? left.path.count < right.path.count
          : left.path.lexicographicallyPrecedes(right.path)
      }
    }

    private let paths: ShortestPaths
    private var candidates = PriorityQueue<Candidate>()

    /// What was handed out last, whose class is still whole.
    private var last: Candidate?

    init(_ paths: ShortestPaths) {
      self.paths = paths
      let first = paths.graph.shortestPath(from: paths.source, to: paths.target, in: paths.region)
      if let first { candidates.insert(Candidate(path: first, shared: 0, barred: [])) }
    }

    /// The arcs of the next path, in order, or `nil` after the last.
    public mutating func next() -> [ArcIndex]? {
      if let last {
        let found = paths.graph.withDetours(to: [paths.target], in: paths.region) {
          detours(from: last, $0)
        }
        for candidate in found { candidates.insert(candidate) }
      }
      last = candidates.popFirst()
      return last?.path
    }

    /// The first path of each class that turns aside from a path at one of its nodes.
    private func detours(from found: Candidate, _ search: Detours) -> [Candidate] {
      var candidates: [Candidate] = []
      var node = paths.source
      search.start()
      for (position, arc) in found.path.enumerated() {
        if position >= found.shared {
          let barred = position == found.shared ? found.barred.union([arc]) : [arc]
          if let rest = search.shortest(from: node, barred: barred) {
            let path = found.path[..<position] + rest
            candidates.append(Candidate(path: Array(path), shared: position, barred: barred))
          }
        }
        search.pass(node)
        node = paths.graph.target(of: arc)
      }
      return candidates
    }
  }
}
