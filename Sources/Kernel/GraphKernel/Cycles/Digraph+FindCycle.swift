extension Digraph {
  /// The nodes of one cycle in the order of its arcs, the lowest first; `nil` when there is none.
  ///
  /// The last node has an arc to the first; no node occurs twice; a self-loop gives one node. Of
  /// several cycles it is the first that a depth-first search in node and arc order closes, which
  /// need not be the shortest.
  ///
  /// - Complexity: O(*v* + *e*) time, O(*v*) memory.
  public func findCycle() -> [NodeIndex]? {
    forward.withRows { rows in
      let states = Scratch<SearchState>(repeating: .new, count: rows.nodeCount)
      var path: [(node: UInt32, slot: UInt32)] = []
      for root in 0..<UInt32(rows.nodeCount) where states[root] == .new {
        states[root] = .open
        path.append((root, rows.first(of: root)))
        while let (node, slot) = path.last {
          guard slot < rows.end(of: node) else {
            states[node] = .done
            path.removeLast()
            continue
          }
          path[path.count - 1].slot += 1
          let neighbor = rows[slot]
          switch states[neighbor] {
          case .done: continue
          case .open: return Self.cycle(on: path.map(\.node), from: neighbor)
          case .new:
            states[neighbor] = .open
            path.append((neighbor, rows.first(of: neighbor)))
          }
        }
      }
      return nil
    }
  }

  /// The end of `path` from `start` on, turned so that its lowest node comes first.
  private static func cycle(on path: [UInt32], from start: UInt32) -> [NodeIndex] {
    let cycle = path.drop { $0 != start }
    let lowest = cycle.min() ?? start
    let turned = cycle.drop { $0 != lowest } + cycle.prefix { $0 != lowest }
    return turned.map(NodeIndex.init(offset:))
  }
}

private enum SearchState: UInt8, BitwiseCopyable {
  case new
  case open
  case done
}
