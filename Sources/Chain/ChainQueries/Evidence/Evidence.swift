public import Bilingual
public import ChainModel
public import GraphKernel

/// A piece of evidence of how things stand with a segment.
public struct Evidence: Sendable, Hashable {
  /// What it gives.
  public let nature: Evidence.Nature
  /// The relation that says so: who gives it, of what, and where that is written.
  public let relation: Relation

  /// Who or what gives it: an enterprise, a project, a brand, a document, a survey.
  public var giver: NodeIndex { relation.source }

  /// Of what: the segment, a part of it, or for a survey the cluster of its chain.
  public var subject: NodeIndex { relation.target }
}

extension Evidence {
  /// What a piece of evidence gives.
  public enum Nature: String, Sendable, Hashable, CaseIterable {
    /// A local enterprise operates in it.
    case operating
    /// A project that fills it is completed.
    case completed
    /// A brand, a platform, a park, a specialty cluster shows that it is here.
    case sign
    /// A document says that it is here.
    case running
    /// A document or survey says that there is too little of it.
    case short
    /// A project that fills it is under way.
    case building
    /// Somebody looked, and the survey holds on the day that is asked about.
    case surveyed
    /// A document says that it is lacking.
    case lacking
    /// A document wants it.
    case wanted
    /// A project for it is planned.
    case planned
    /// General knowledge.
    case general
    /// Somebody looked, and the survey has run out.
    case expired

    /// The word for people.
    public var label: BilingualText {
      switch self {
      case .operating: BilingualText(zh: "从事", en: "operates")
      case .completed: BilingualText(zh: "已投产", en: "completed")
      case .sign: BilingualText(zh: "佐证", en: "evidence")
      case .running: RelationDefinition.Testimony.running.label
      case .short: RelationDefinition.Testimony.short.label
      case .building: BilingualText(zh: "在建", en: "under way")
      case .surveyed: BilingualText(zh: "摸排", en: "surveyed")
      case .lacking: RelationDefinition.Testimony.lacking.label
      case .wanted: RelationDefinition.Testimony.wanted.label
      case .planned: BilingualText(zh: "谋划", en: "planned")
      case .general: BilingualText(zh: "行业常识", en: "general knowledge")
      case .expired: BilingualText(zh: "摸排已过期", en: "survey has run out")
      }
    }
  }
}

/// How a segment stands, and everything that this rests on.
public struct Assessment: Sendable, Hashable {
  /// The segment.
  public let segment: NodeIndex
  /// What may be said of it.
  public let verdict: Verdict
  /// 部分: only parts of it are known to be here or to be built.
  public let isPartial: Bool
  /// Whether a survey that holds closes it: nothing found means missing.
  public let isClosed: Bool
  /// 待定: its reference chain has another edition since, and somebody has yet to look at it.
  public let isPending: Bool
  /// The independent local enterprises that are named for it, in the order of the data; those of one
  /// owner count once, and the first stands for them.
  public let named: [NodeIndex]
  /// All evidence, in the order of the natures, then of the data.
  public let evidence: [Evidence]

  /// The word for people: the verdict's, 部分 where only parts are known, and 待定 where somebody has yet to
  /// look at what its reference chain says since.
  public var label: BilingualText {
    BilingualText(
      zh: verdict.label.zh + (isPartial ? "·部分" : "") + (isPending ? "·待定" : ""),
      en: verdict.label.en + (isPartial ? ", in part" : "") + (isPending ? ", pending" : "")
    )
  }

  /// Whether it is here, and by name.
  public var isNamed: Bool { verdict.isPresent && !named.isEmpty }
}
