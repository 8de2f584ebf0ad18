internal import CPrefetch

/// The working memory of one search at a time, used again by the next: nothing is cleared that was
/// not touched, so a small search costs what it reaches and not what there is.
final class Workspace {
  /// Room for every node, and one place more for what is written before it is known to be new.
  let queue: Scratch<UInt32>

  /// A bit a node; all zero between two searches.
  let words: Scratch<UInt64>

  /// Where each level of a search ends in the queue: room for one a node, and for the starts.
  let levelEnds: Scratch<UInt32>

  init(universe: Int) {
    queue = Scratch(capacity: universe + 1)
    levelEnds = Scratch(capacity: universe + 1)
    words = Scratch(repeating: 0, count: NodeSet.wordCount(universe))
  }

  /// Clears the bits of the first `count` nodes of the queue.
  func forget(first count: Int) {
    guard count < words.count else { return forgetAll() }
    for position in 0..<count {
      words[queue[position] >> 6] = 0
    }
  }

  /// Clears the bits of the given nodes.
  func forget(_ nodes: some Collection<NodeIndex>) {
    guard nodes.count < words.count else { return forgetAll() }
    for node in nodes {
      words[node.offset >> 6] = 0
    }
  }

  func forgetAll() {
    words.start.update(repeating: 0, count: words.count)
  }

  /// Marks every node that a search confined to `region` must not enter.
  ///
  /// To start from the nodes that are shut out makes a confined search as cheap as a free one.
  func shut(outside region: NodeSet) {
    for position in 0..<words.count {
      words[position] = ~region.words[position]
    }
  }

  func contains(_ node: UInt32) -> Bool {
    words[node >> 6] & (1 << UInt64(node & 63)) != 0
  }

  func insert(_ node: UInt32) -> Bool {
    let bit: UInt64 = 1 << UInt64(node & 63)
    guard words[node >> 6] & bit == 0 else { return false }
    words[node >> 6] |= bit
    return true
  }

  func remove(_ node: UInt32) {
    words[node >> 6] &= ~(1 << UInt64(node & 63))
  }
}

/// The workspaces of one graph that nobody uses at the moment, shared by all copies of the graph.
///
/// Threads take and return them without waiting: each place holds one or none. A thread that finds
/// none makes one; one too many is freed. At most four are kept, of an eighth of a byte and eight
/// bytes a node each, of which the system provides only what was written.
final class WorkspacePool: @unchecked Sendable {
  private static let size = 4
  private let universe: Int
  private let slots: UnsafeMutablePointer<UnsafeMutableRawPointer?>

  init(universe: Int) {
    self.universe = universe
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: nil, count: Self.size)
  }

  deinit {
    for slot in 0..<Self.size {
      if let kept = slots[slot] { Unmanaged<Workspace>.fromOpaque(kept).release() }
    }
    slots.deallocate()
  }

  /// Lends a workspace to `body`, which must leave its bits all zero.
  ///
  /// When `body` throws, the workspace is not kept, since its bits may be in any state.
  func withWorkspace<Result, Failure: Error>(
    _ body: (Workspace) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let workspace = take()
    let result = try body(workspace)
    put(workspace)
    return result
  }

  private func take() -> Workspace {
    for slot in 0..<Self.size {
      guard let kept = take_from_slot(slots + slot) else { continue }
      return Unmanaged<Workspace>.fromOpaque(kept).takeRetainedValue()
    }
    return Workspace(universe: universe)
  }

  private func put(_ workspace: Workspace) {
    let kept = Unmanaged.passRetained(workspace)
    for slot in 0..<Self.size where put_into_slot(slots + slot, kept.toOpaque()) != 0 {
      return
    }
    kept.release()
  }
}
