/// A dominator tree: which nodes every path from the roots has to pass.
///
/// Node *a* dominates node *b* when every path from a root to *b* runs through *a*. The nodes that
/// dominate *b* form a chain, of which the nearest is its immediate dominator; together they form a
/// forest below the roots.
public struct DominatorTree: Hashable, Sendable {
  /// A node's place in a pre-order walk of the tree; `UInt32.max` where no root reaches it.
  let places: [UInt32]

  /// The node at each place.
  let nodes: [UInt32]

  /// The place of the immediate dominator of each place; `UInt32.max` at the top.
  let parents: [UInt32]

  /// Where the subtree of each place ends.
  let ends: [UInt32]

  /// Whether a root reaches `node`; every root reaches itself.
  ///
  /// - Complexity: O(1).
  public func isReachable(_ node: NodeIndex) -> Bool {
    place(of: node) != nil
  }

  /// The nearest node that every path from the roots to `node` passes before it.
  ///
  /// `nil` where there is none: `node` is a root, is reached from several roots by ways that share
  /// no node, or is not reached at all.
  ///
  /// - Complexity: O(1).
  public func immediateDominator(of node: NodeIndex) -> NodeIndex? {
    guard let place = place(of: node), parents[place] != .max else { return nil }
    return NodeIndex(offset: nodes[Int(parents[place])])
  }

  /// Whether every path from the roots to `node` passes `dominator`.
  ///
  /// A node dominates itself. Where either is not reached from the roots, the answer is `false`.
  ///
  /// - Complexity: O(1).
  public func dominates(_ dominator: NodeIndex, _ node: NodeIndex) -> Bool {
    guard let above = place(of: dominator), let below = place(of: node) else { return false }
    return above <= below && below < Int(ends[above])
  }

  /// The nodes that no root reaches without passing `node`, in ascending order.
  ///
  /// `node` itself is left out; there are none for a node that no root reaches.
  ///
  /// - Complexity: O(*k* log *k*) time, O(*k*) memory for *k* nodes.
  public func dominated(by node: NodeIndex) -> [NodeIndex] {
    guard let place = place(of: node) else { return [] }
    return nodes[(place + 1)..<Int(ends[place])].sorted().map(NodeIndex.init(offset:))
  }

  /// How many nodes ``dominated(by:)`` gives.
  ///
  /// - Complexity: O(1).
  public func dominatedCount(by node: NodeIndex) -> Int {
    place(of: node).map { Int(ends[$0]) - $0 - 1 } ?? 0
  }

  private func place(of node: NodeIndex) -> Int? {
    precondition(
      node.position < places.count,
      "node \(node.offset) is outside a graph of \(places.count) nodes"
    )
    let place = places[node.position]
    return place == .max ? nil : Int(place)
  }
}
