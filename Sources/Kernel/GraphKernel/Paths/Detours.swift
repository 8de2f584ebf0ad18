/// Searches for ways on from the nodes of a path, one after the other, each from both ends.
final class Detours {
  private let ahead: Rows
  private let behind: Rows

  /// The arc of each slot ahead, or `nil` where a slot is its own arc.
  private let arcs: IndexBuffer?
  private let targets: [UInt32]
  private let works: (Workspace, Workspace)
  private var passed: [NodeIndex] = []

  /// The workspaces, which must outlive the value, have marks where nodes are shut.
  fileprivate init(
    _ ahead: Rows,
    _ behind: Rows,
    _ arcs: IndexBuffer?,
    to targets: [UInt32],
    _ works: (Workspace, Workspace)
  ) {
    (self.ahead, self.behind, self.arcs) = (ahead, behind, arcs)
    (self.targets, self.works) = (targets, works)
  }

  /// Begins with a new path, of which no node has been passed.
  func start() {
    for node in passed {
      works.0.remove(node.offset)
      works.1.remove(node.offset)
    }
    passed = []
  }

  /// Shuts a node that the path has passed.
  func pass(_ node: NodeIndex) {
    passed.append(node)
    _ = works.0.insert(node.offset)
    _ = works.1.insert(node.offset)
  }

  /// The shortest path to a target from a node, past all that is shut; the lowest of several.
  ///
  /// - Parameters:
  ///   - node: where it begins; it is not shut.
  ///   - barred: arcs that must not be its first.
  func shortest(from node: NodeIndex, barred: Set<ArcIndex>) -> [ArcIndex]? {
    // The empty path is the only one to the node itself.
    if targets.contains(node.offset) { return barred.isEmpty ? [] : nil }
    var search = PathSearch(ahead, behind, from: node.offset, to: targets, works)
    defer { search.forget() }
    return search.run(isBarred: barred.isEmpty ? nil : { barred.contains(self.arc($0)) })?
      .map(arc)
  }

  private func arc(_ slot: Int) -> ArcIndex {
    arcs.map { ArcIndex(offset: $0[slot]) } ?? ArcIndex(slot)
  }
}

extension Digraph {
  /// Lets `body` look for one path and the ways that turn aside from it.
  func withDetours<Result>(
    to targets: [NodeIndex],
    _ direction: Direction = .forward,
    in region: NodeSet?,
    _ body: (Detours) -> Result
  ) -> Result {
    adjacency(direction).withRows { ahead in
      adjacency(direction.opposite).withRows { behind in
        pool.withWorkspace { first in
          pool.withWorkspace { second in
            if let region {
              first.shut(outside: region)
              second.shut(outside: region)
            }
            let detours = Detours(
              ahead,
              behind,
              direction == .forward ? nil : backwardArcs,
              to: targets.map(\.offset),
              (first, second)
            )
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
