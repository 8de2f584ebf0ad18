public import Bilingual
import ChainModel
public import GraphKernel

extension Gap {
  /// Where a gap lies in its chain: what is here around it.
  public enum Position: String, Sendable, Hashable, CaseIterable {
    /// 中间缺环: something is here on both sides.
    case inner
    /// 上游本地未见: downstream alone.
    case head
    /// 可向下延伸: upstream alone.
    case tail
    /// 独立: neither.
    case apart

    /// The word for people.
    public var label: BilingualText {
      switch self {
      case .inner: BilingualText(zh: "中间缺环", en: "inner")
      case .head: BilingualText(zh: "上游本地未见", en: "head")
      case .tail: BilingualText(zh: "可向下延伸", en: "tail")
      case .apart: BilingualText(zh: "独立", en: "apart")
      }
    }
  }

  /// What might be done about a segment: a suggestion, told as such.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// 补链.
    case fill
    /// 延链.
    case extend
    /// 强链.
    case strengthen
    /// 跟踪: a project is under way.
    case track

    /// The word for people.
    public var label: BilingualText {
      switch self {
      case .fill: BilingualText(zh: "补链", en: "fill")
      case .extend: BilingualText(zh: "延链", en: "extend")
      case .strengthen: BilingualText(zh: "强链", en: "strengthen")
      case .track: BilingualText(zh: "跟踪", en: "track")
      }
    }
  }

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

/// A segment of a chain that is asked about for its verdict, mostly a gap: why it is one, who needs
/// it, and what it would unlock.
public struct Gap: Sendable, Hashable {
  /// The segment.
  public let segment: NodeIndex
  /// The cluster in whose chain it lies.
  public let cluster: NodeIndex
  /// What may be said of it, and by what evidence.
  public let assessment: Assessment
  /// Where it lies between what is here; `nil` for what is no gap.
  public let position: Gap.Position?
  /// The segments that it feeds directly where enterprises are named: local demand, in name order.
  public let demand: [NodeIndex]
  /// The segments downstream that are here, in name order.
  public let feeds: [NodeIndex]
  /// The segments here that no supply path reaches without it, in name order.
  public let blocks: [NodeIndex]
  /// The projects that fill it.
  public let projects: [NodeIndex]
  /// The nearest enterprises up the flow: all segments at the least distance, in name order.
  public let nearestUpstream: [Gap.NearestActors]
  /// The nearest enterprises down the flow.
  public let nearestDownstream: [Gap.NearestActors]

  /// What may be said of it.
  public var verdict: Verdict { assessment.verdict }

  /// Whether a document says by name that it is lacking.
  public var isStated: Bool { assessment.evidence.contains { $0.nature == .lacking } }

  /// What might be done, as a suggestion; `nil` where nothing follows from what is known.
  public var measure: Gap.Measure? {
    switch verdict {
    case .missing, .lacking: position == .tail ? .extend : position == .apart ? nil : .fill
    case .short, .single: .strengthen
    case .building: .track
    case .many, .unnamed, .wanted, .presumed, .unknown, .uncounted: nil
    }
  }
}
