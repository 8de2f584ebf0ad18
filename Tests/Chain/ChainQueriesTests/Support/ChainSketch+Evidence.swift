import ChainModel
import TestSupport

/// What is known of segments otherwise than by who works there.
extension ChainSketch {
  /// The relations along which something flows; what returns is none.
  static let flowKinds: Set<RelationKind> = [.supplies, .recycles, .equips]

  /// Documents say so of the segments.
  mutating func stated(_ statement: RelationKind, _ segments: String..., by document: String = "意见")
  {
    let document = node(.document, document)
    for segment in segments { link(statement, document, node(.segment, segment)) }
  }

  /// A document says that the segments are lacking: they are gaps, where nothing is known of them.
  mutating func lacking(_ segments: String...) {
    let document = node(.document, "意见")
    for segment in segments { link(.statesLacking, document, node(.segment, segment)) }
  }

  /// A brand, platform, park or cluster shows that the segments are here.
  mutating func sign(
    _ kind: NodeKind,
    _ name: String,
    of segments: String...,
    status: String? = nil
  ) {
    let sign = node(kind, name)
    if let status { set(.status, status, of: sign) }
    for segment in segments { link(.evidences, sign, node(.segment, segment)) }
  }

  /// A survey looked at segments, or at the chains of clusters, that are there already.
  mutating func survey(
    _ name: String,
    of subjects: String...,
    on date: String? = nil,
    until last: String? = nil
  ) {
    let survey = node(.survey, name)
    if let date { set(.date, date: date, of: survey) }
    if let last { set(.validUntil, date: last, of: survey) }
    for subject in subjects { link(.surveys, survey, node(.segment, subject)) }
  }

  mutating func holder(_ holder: String, of enterprises: String...) {
    let holder = node(.enterprise, holder)
    for enterprise in enterprises {
      link(.controlledBy, node(.enterprise, enterprise), holder)
    }
  }

  mutating func role(_ role: String, of segments: String...) {
    for segment in segments { set(.role, role, of: node(.segment, segment)) }
  }

  mutating func builds(_ enterprise: String, _ projects: String..., isOpen: Bool = false) {
    let builder = node(.enterprise, enterprise)
    for project in projects { link(.builds, builder, node(.project, project), isOpen: isOpen) }
  }
}

/// Evidence at random.
extension ChainSketch {
  /// Roles, holders, builders, signs, statements and surveys.
  mutating func addEvidence(_ generator: inout SplitMix64) {
    let segments = all(.segment)
    let roles = ["product", "service", "resource", "market", "public"]
    for segment in segments where generator.oneIn(5) {
      set(.role, roles[generator.number(below: roles.count)], of: segment)
    }
    addHoldersAndBuilders(&generator)
    addSigns(&generator)
    addTestimony(&generator)
    addSurveys(&generator)
  }

  private mutating func addHoldersAndBuilders(_ generator: inout SplitMix64) {
    let enterprises = all(.enterprise)
    for enterprise in enterprises where generator.oneIn(3) {
      let holder = enterprises[generator.number(below: enterprises.count)]
      if holder != enterprise { link(.controlledBy, enterprise, holder) }
    }
    for project in all(.project) {
      for enterprise in enterprises where generator.oneIn(6) {
        link(.builds, enterprise, project, isGeneral: generator.oneIn(6))
      }
    }
  }

  private mutating func addSigns(_ generator: inout SplitMix64) {
    let statuses = ["existing", "building", "planned"]
    for _ in 0..<generator.number(below: 4) {
      let kind = [NodeKind.brand, .platform, .park][generator.number(below: 3)]
      let sign = add(kind, &generator)
      if kind != .brand, !generator.oneIn(3) {
        set(.status, statuses[generator.number(below: 3)], of: sign)
      }
    }
    let signs = all(.brand) + all(.platform) + all(.park) + all(.cluster).prefix(1)
    for sign in signs {
      let isShown = [nil, "existing"].contains(nodes[sign].options[.status])
      for segment in all(.segment) where generator.oneIn(9) {
        link(.evidences, sign, segment, isGeneral: isShown && generator.oneIn(4))
      }
    }
  }

  private mutating func addTestimony(_ generator: inout SplitMix64) {
    guard generator.oneIn(3) == false else { return }
    let statements: [RelationKind] = [.statesRunning, .statesShort, .statesLacking, .statesWanted]
    for _ in 0...generator.number(below: 2) {
      let document = add(.document, &generator)
      for segment in all(.segment) where generator.oneIn(3) {
        link(statements[generator.number(below: 4)], document, segment)
      }
    }
  }

  private mutating func addSurveys(_ generator: inout SplitMix64) {
    guard generator.oneIn(2) else { return }
    let first = [nil, "2022-05-01", "2024-03-15", "2024-03-16"]
    let last = [nil, "2024-03-14", "2024-03-15", "2025-01-01"]
    for _ in 0...generator.number(below: 2) {
      let survey = add(.survey, &generator)
      if let date = first[generator.number(below: 4)] { set(.date, date: date, of: survey) }
      if let date = last[generator.number(below: 4)] { set(.validUntil, date: date, of: survey) }
      for subject in all(.segment) + all(.cluster) where generator.oneIn(5) {
        link(.surveys, survey, subject)
      }
      for segment in all(.segment) where generator.oneIn(9) {
        link(generator.oneIn(2) ? .statesShort : .statesLacking, survey, segment)
      }
    }
  }
}
