/// ``Detours`` in a graph whose arcs have no lengths, by searches from both ends.
final class HopDetours: Detours {
  private let forward: Rows
  private let backward: Rows
  private let target: NodeIndex
  private let works: (Workspace, Workspace)
  private var passed: [NodeIndex] = []

  /// The workspaces, which must outlive the value, have marks where nodes are shut.
  fileprivate init(
    _ forward: Rows,
    _ backward: Rows,
    to target: NodeIndex,
    _ works: (Workspace, Workspace)
  ) {
    (self.forward, self.backward, self.target, self.works) = (forward, backward, target, works)
  }

  func start() {
    for node in passed {
      works.0.remove(node.offset)
      works.1.remove(node.offset)
    }
    passed = []
  }

  func pass(_ node: NodeIndex) {
    passed.append(node)
    _ = works.0.insert(node.offset)
    _ = works.1.insert(node.offset)
  }

  func shortest(
    from node: NodeIndex,
    at length: Double,
    barred: Set<ArcIndex>
  ) -> WeightedPath? {
    arcs(from: node, barred: barred).map {
      WeightedPath(arcs: $0, length: length + Double($0.count))
    }
  }

  func arcs(from node: NodeIndex, barred: Set<ArcIndex>) -> [ArcIndex]? {
    // The empty path is the only one to the node itself.
    if node == target { return barred.isEmpty ? [] : nil }
    var search = PathSearch(forward, backward, from: node.offset, to: target.offset, works)
    defer { search.forget() }
    return search.run(isBarred: barred.isEmpty ? nil : { barred.contains(ArcIndex($0)) })
  }
}

extension Digraph {
  /// Lets `body` look for one path and the ways that turn aside from it.
  func withHopDetours<Result>(
    to target: NodeIndex,
    in region: NodeSet?,
    _ body: (HopDetours) -> Result
  ) -> Result {
    forward.withRows { forward in
      backward.withRows { backward in
        pool.withWorkspace { first in
          pool.withWorkspace { second in
            if let region {
              first.shut(outside: region)
              second.shut(outside: region)
            }
            let detours = HopDetours(forward, backward, to: target, (first, second))
            let result = body(detours)
            detours.start()
            if region != nil {
              first.forgetAll()
              second.forgetAll()
            }
            return result
          }
        }
      }
    }
  }
}
