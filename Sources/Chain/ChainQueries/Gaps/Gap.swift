public import Bilingual
import ChainModel
public import GraphKernel

extension Gap {
  /// How a gap lies in its chain.
  public enum Pattern: String, Sendable, Hashable, CaseIterable {
    /// 断链: present segments on both sides.
    case `break`
    /// 外购: present segments downstream alone.
    case openHead = "open-head"
    /// 延链: present segments upstream alone.
    case openTail = "open-tail"

    /// The word for people.
    public var label: BilingualText {
      switch self {
      case .break: BilingualText(zh: "断链", en: "break")
      case .openHead: BilingualText(zh: "外购", en: "open head")
      case .openTail: BilingualText(zh: "延链", en: "open tail")
      }
    }
  }
}

extension Gap {
  /// The nearest segment on one side of a gap where somebody works, and who.
  public struct NearestActors: Sendable, Hashable {
    /// The segment.
    public let segment: NodeIndex
    /// The least number of flows to it.
    public let distance: Int
    /// The enterprises there, in the order of the data.
    public let enterprises: [NodeIndex]
  }
}

/// A segment of a chain that nobody covers, why it is one, and what it would unlock.
public struct Gap: Sendable, Hashable {
  /// The segment.
  public let segment: NodeIndex
  /// The cluster in whose chain it lies.
  public let cluster: NodeIndex
  /// Its coverage.
  public let state: Coverage
  /// How it lies between what is present; `nil` when nothing up or down the flow is, and for segments
  /// that are not missing.
  public let pattern: Gap.Pattern?
  /// The present segments downstream, in name order.
  public let feeds: [NodeIndex]
  /// The present segments that no supply path reaches without it, in name order.
  public let blocks: [NodeIndex]
  /// The projects that fill it, none of them built: empty for a missing segment.
  public let projects: [NodeIndex]
  /// The nearest enterprises up the flow: all segments at the least distance, in name order.
  public let nearestUpstream: [Gap.NearestActors]
  /// The nearest enterprises down the flow.
  public let nearestDownstream: [Gap.NearestActors]
}
