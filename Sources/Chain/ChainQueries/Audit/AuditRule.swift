public import Bilingual
public import GraphKernel

/// What the audit looks for.
public enum AuditRule: String, Sendable, Hashable, CaseIterable {
  /// A cluster that no leader is accountable for.
  case noLeader = "no-leader"
  /// Responsible departments are named, and nobody leads them.
  case noLead = "no-lead"
  /// A project that nobody is said to build.
  case noBuilder = "no-builder"
  /// The parts of a target do not add up to it.
  case sumMismatch = "sum-mismatch"
  /// A declared stage lies after a stage that the segment feeds.
  case stageAgainstFlow = "stage-against-flow"
  /// A task that nobody answers for in any role.
  case unassigned
  /// Two statements, equally near, name different parties for one role.
  case conflict
  /// An item's own statement names others than the whole that it is part of.
  case override
  /// The city's counterpart of a provincial cluster does not lead the city's cluster.
  case counterpartDiffers = "counterpart-differs"
  /// A provincial cluster to which no city cluster corresponds.
  case noCounterpart = "no-counterpart"
  /// The figures of a cluster stay below what its tier label says.
  case tierUnreached = "tier-unreached"
  /// A cluster with a tier label and no figure in money.
  case noValueTarget = "no-value-target"
  /// A list of parties ends with 等.
  case openList = "open-list"
  /// An enterprise or a project that stands on no segment.
  case offChain = "off-chain"
  /// A leader or a department that no statement names.
  case idleParty = "idle-party"
  /// A list of a cluster's enterprises is open.
  case openEnterprises = "open-enterprises"
  /// The enterprises that are named, beside a target for enterprises above scale.
  case namedOfTarget = "named-of-target"
  /// A segment that is said to be lacking, and evidence that it is here.
  case signOnGap = "sign-on-gap"
  /// A survey that found nothing, or found enough, where others say otherwise.
  case contradiction
  /// A verdict that only general knowledge would carry.
  case generalOnly = "general-only"
  /// A survey that has run out.
  case surveyExpired = "survey-expired"
  /// A survey without a date, that ends before it begins, or that is later than the day asked about.
  case surveyDate = "survey-date"
  /// A survey that holds for ever.
  case surveyWithoutEnd = "survey-without-end"
  /// A statement of a document, or a survey, that is marked as general knowledge and counts nothing.
  case generalStatement = "general-statement"
  /// A segment that is part of no cluster.
  case looseSegment = "loose-segment"
  /// Two enterprises of one owner on one segment, which count once.
  case oneOwner = "one-owner"
  /// A project that fills a chain and is part of nothing.
  case looseProject = "loose-project"
  /// A segment that supplies itself.
  case selfSupply = "self-supply"
  /// An entry that ends before it begins: it is taken to hold always.
  case emptyPeriod = "empty-period"
  /// Something that succeeds what is of another kind, which hands nothing over.
  case unlikeSuccessor = "unlike-successor"
  /// A succession, or an edition of a document, that changes nothing: a circle, an item that only inherits, a
  /// document without a day.
  case idleSuccession = "idle-succession"
  /// A statement that still holds of a party that has ended, and that nobody succeeded.
  case vacantPost = "vacant-post"

  /// Whether the finding is a fault that `check` warns of; the others are what the document leaves
  /// open.
  public var isWarning: Bool {
    switch self {
    case .noLeader, .noLead, .noBuilder, .sumMismatch, .stageAgainstFlow, .surveyDate,
      .generalStatement, .selfSupply, .emptyPeriod, .unlikeSuccessor, .idleSuccession, .vacantPost:
      true
    default: false
    }
  }

  /// The word for people.
  public var label: BilingualText {
    switch self {
    case .noLeader: BilingualText(zh: "无责任领导", en: "no accountable leader")
    case .noLead: BilingualText(zh: "无牵头单位", en: "no lead department")
    case .noBuilder: BilingualText(zh: "无建设单位", en: "no builder")
    case .sumMismatch: BilingualText(zh: "分项与合计不符", en: "parts do not add up")
    case .stageAgainstFlow: BilingualText(zh: "环节位置与流向矛盾", en: "stage against the flow")
    case .unassigned: BilingualText(zh: "无人负责", en: "nobody answers")
    case .conflict: BilingualText(zh: "责任冲突", en: "conflicting statements")
    case .override: BilingualText(zh: "另行指定", en: "overrides its whole")
    case .counterpartDiffers: BilingualText(zh: "对接领导不一致", en: "counterpart differs")
    case .noCounterpart: BilingualText(zh: "市级无对应集群", en: "no city counterpart")
    case .tierUnreached: BilingualText(zh: "目标低于量级", en: "targets below tier")
    case .noValueTarget: BilingualText(zh: "无产值目标", en: "no target in money")
    case .openList: BilingualText(zh: "名单未尽", en: "open list")
    case .offChain: BilingualText(zh: "不在链上", en: "off the chain")
    case .idleParty: BilingualText(zh: "无职责", en: "no duties")
    case .openEnterprises: BilingualText(zh: "企业名单未尽", en: "open list of enterprises")
    case .namedOfTarget: BilingualText(zh: "点名企业与目标", en: "named of target")
    case .signOnGap: BilingualText(zh: "称缺而有佐证", en: "evidence on a gap")
    case .contradiction: BilingualText(zh: "说法不一", en: "statements that differ")
    case .generalOnly: BilingualText(zh: "只凭行业常识", en: "general knowledge alone")
    case .surveyExpired: BilingualText(zh: "摸排已过期", en: "survey has run out")
    case .surveyDate: BilingualText(zh: "摸排日期", en: "date of a survey")
    case .surveyWithoutEnd: BilingualText(zh: "摸排无有效期", en: "survey without an end")
    case .generalStatement: BilingualText(zh: "称述无出处", en: "statement without a source")
    case .looseSegment: BilingualText(zh: "环节无归属", en: "segment in no chain")
    case .oneOwner: BilingualText(zh: "同一控股方", en: "one owner")
    case .looseProject: BilingualText(zh: "项目无归属", en: "project part of nothing")
    case .selfSupply: BilingualText(zh: "供给自身", en: "supplies itself")
    case .emptyPeriod: BilingualText(zh: "止早于起", en: "ends before it begins")
    case .unlikeSuccessor: BilingualText(zh: "承接者类别不同", en: "successor of another kind")
    case .idleSuccession: BilingualText(zh: "承接不起作用", en: "succession without effect")
    case .vacantPost: BilingualText(zh: "责任空缺", en: "vacant post")
    }
  }
}

extension AuditRule {
  /// Something that the data, or the document behind it, contradicts or leaves open.
  public struct Finding: Sendable, Hashable {
    /// The node that it is found on.
    public let node: NodeIndex
    /// The rule that found it.
    public let rule: AuditRule
    /// What was found, with names.
    public let message: BilingualText
  }
}
