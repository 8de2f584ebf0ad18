import ChainModel
public import GraphKernel

/// What the loss of some nodes changes.
public struct Impact: Sendable {
  /// What is taken away, in the order of the data.
  public let removed: [NodeIndex]
  /// What falls with it, in the order of the data: the projects that nobody else builds.
  public let fallen: [NodeIndex]
  /// The segments that are left and changed: those that lose all supply first, then those that fall
  /// to a single source, then the others; by how far their verdict falls, then in name order.
  public let segments: [Impact.Segment]
  /// The clusters of which less is known to be here, in name order.
  public let clusters: [Impact.Cluster]
  /// Who must be told: whoever answers, in any role and by inheritance too, for what is taken away
  /// or changed. Those with the most items first, ties in name order.
  public let notified: [Impact.NotifiedParty]
}

extension Impact {
  /// What happens to the supply of a segment.
  public enum SupplyChange: String, Sendable, Hashable, CaseIterable {
    /// 失去已知本地供给: it had suppliers that are known, and none is left.
    case lost
    /// It had several suppliers, and one is left.
    case single
  }
}

extension Impact {
  /// A segment whose verdict or supply changes.
  public struct Segment: Sendable, Hashable {
    /// The segment.
    public let segment: NodeIndex
    /// What may be said of it before.
    public let before: Verdict
    /// What may be said of it after.
    public let after: Verdict
    /// Who supplies it before: the local enterprises named and the completed projects on the
    /// segments that feed it directly, and on their parts; in the order of the data.
    public let sourcesBefore: [NodeIndex]
    /// Who supplies it after.
    public let sourcesAfter: [NodeIndex]

    /// What happens to its supply; `nil` when it neither loses all nor falls to a single source, and
    /// where it was not known to be here before.
    public var supply: Impact.SupplyChange? {
      guard before.isPresent else { return nil }
      return switch (sourcesBefore.count, sourcesAfter.count) {
      case (1..., 0): .lost
      case (2..., 1): .single
      default: nil
      }
    }
  }
}

extension Impact {
  /// A cluster whose completeness changes.
  public struct Cluster: Sendable, Hashable {
    /// The cluster.
    public let cluster: NodeIndex
    /// Its completeness before.
    public let before: Completeness
    /// Its completeness after.
    public let after: Completeness
  }
}

extension Impact {
  /// A party that must be told.
  public struct NotifiedParty: Sendable, Hashable {
    /// The party.
    public let party: NodeIndex
    /// What it answers for among what is taken away or changed: what is taken away first, then
    /// segments, then clusters.
    public let items: [NodeIndex]
  }
}
