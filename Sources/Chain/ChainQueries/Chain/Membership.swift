public import ChainModel
public import GraphKernel

extension ChainGraph {
  /// Something that belongs to something else, or that something belongs to.
  public struct Membership: Sendable, Hashable {
    /// The node.
    public let node: NodeIndex
    /// The least number of relations between.
    public let distance: Int
    /// The node before it on the way.
    public let via: NodeIndex
  }
}

/// What belongs to what: parts to their wholes, and a project also to the segments that it fills.
extension ChainGraph {
  /// Everything that `node` belongs to, nearest first; `node` itself is left out.
  ///
  /// - Complexity: O(what it belongs to).
  public func belongings(of node: NodeIndex) -> [ChainGraph.Membership] {
    memberships(from: node) { directBelongings(of: $0) }
  }

  /// Everything that belongs to `whole`, nearest first; `whole` itself is left out.
  ///
  /// - Complexity: O(what belongs to it).
  public func members(of whole: NodeIndex) -> [ChainGraph.Membership] {
    memberships(from: whole) { directMembers(of: $0) }
  }

  /// What `node` is part of and, for a project, the segments that it fills.
  func directBelongings(of node: NodeIndex) -> [NodeIndex] {
    let wholes = digraph(.containment).neighbors(of: node, .forward)
    guard kind(of: node) == .project else { return Array(wholes) }
    return Array(wholes) + Array(digraph(.presence).neighbors(of: node, .forward))
  }

  /// The parts of `node` and, of a segment, the projects that fill it.
  func directMembers(of node: NodeIndex) -> [NodeIndex] {
    let parts = Array(digraph(.containment).neighbors(of: node, .reverse))
    let present = digraph(.presence).neighbors(of: node, .reverse)
    return present.isEmpty ? parts : parts + present.filter { kind(of: $0) == .project }
  }

  private func memberships(
    from start: NodeIndex,
    _ next: (NodeIndex) -> [NodeIndex]
  ) -> [ChainGraph.Membership] {
    var (seen, found): (Set<NodeIndex>, [ChainGraph.Membership]) = ([start], [])
    var level = [start]
    var distance = 0
    while !level.isEmpty {
      distance += 1
      var reached: [NodeIndex] = []
      for node in level {
        for other in next(node) where seen.insert(other).inserted {
          found.append(ChainGraph.Membership(node: other, distance: distance, via: node))
          reached.append(other)
        }
      }
      level = reached
    }
    return found
  }
}

/// An enterprise of a cluster, and by what it is one.
public struct ClusterEnterprise: Sendable, Hashable {
  /// The enterprise.
  public let enterprise: NodeIndex
  /// The segments of the chain in which it operates, in the order of the data.
  public let segments: [NodeIndex]
  /// The projects of the cluster that it builds, in the order of the data.
  public let projects: [NodeIndex]
  /// Whether it leads the cluster as an anchor.
  public let isAnchor: Bool
  /// Whether it is a local one that a document names: what is presumed, or from elsewhere, is counted
  /// by nobody.
  public let isNamed: Bool
  /// What says so, the relations that it rests on in the order of the data.
  public let relations: [Relation]

  /// Whether a list that names it is open: there are others that nobody names.
  public var isOpen: Bool { relations.contains(where: \.isOpen) }
}

extension ChainGraph {
  /// The enterprises of `cluster`: those that operate in its chain, build its projects, lead it or
  /// belong to it; of all clusters, and of none, for `nil`. In the order of the data.
  ///
  /// - Complexity: O(enterprises + their relations).
  public func enterprises(of cluster: NodeIndex?) -> [ClusterEnterprise] {
    let inside = cluster.map { Set([$0] + members(of: $0).map(\.node)) }
    return nodes(of: .enterprise).compactMap { enterprise in
      func relations(_ semantics: Semantics) -> [Relation] {
        self.relations(of: enterprise, at: .source, semantics)
          .filter { inside?.contains($0.target) ?? true }
      }
      let (presence, action) = (relations(.presence), relations(.action))
      let anchoring = action.filter { $0.kind == .anchors }
      let building = action.filter { kind(of: $0.target) == .project }
      let belonging = relations(.containment)
      let named = presence + building + anchoring + belonging
      guard cluster == nil || !named.isEmpty else { return nil }
      return ClusterEnterprise(
        enterprise: enterprise,
        segments: presence.map(\.target),
        projects: building.map(\.target),
        isAnchor: !anchoring.isEmpty,
        isNamed: !hasFlag(.external, enterprise)
          && named.contains { $0.origin.basis.isStated },
        relations: named
      )
    }
  }
}
