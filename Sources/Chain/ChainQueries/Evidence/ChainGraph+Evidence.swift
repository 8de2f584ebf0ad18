public import ChainModel
public import GraphKernel

/// What may be said of segments. Silence is not absence: without evidence a segment is unknown.
extension ChainGraph {
  /// What may be said of `segment`.
  ///
  /// ```swift
  /// let verdict = graph.verdict(of: segment)
  /// print(verdict.label.zh)
  /// ```
  ///
  /// - Complexity: O(parts and evidence); that of a bare segment is a few look-ups.
  public func verdict(of segment: NodeIndex) -> Verdict {
    verdict(of: segment, within: nil)
  }

  /// What may be said of `segment`, and all evidence.
  ///
  /// Evidence of presence and projects on a part counts for the whole, which is then here in part;
  /// absence never falls from a whole to its parts, nor rises from them. Enterprises marked as
  /// external work here and are no evidence.
  ///
  /// - Complexity: O(parts and evidence).
  public func assessment(of segment: NodeIndex) -> Assessment {
    assessment(of: segment, within: nil)
  }

  func verdict(of segment: NodeIndex, within region: NodeSet?) -> Verdict {
    if !isCounted(segment) { return .uncounted }
    // Of a large graph most segments have neither parts nor evidence: no need to look further.
    if digraph(.containment).degree(of: segment, .reverse) == 0,
      digraph(.presence).degree(of: segment, .reverse) == 0,
      digraph(.testimony).degree(of: segment, .reverse) == 0, !hasSurveys
    {
      return .unknown
    }
    return assessment(of: segment, within: region).verdict
  }

  /// The same as if there were no other nodes than those of `region`; `nil` for all.
  func assessment(of segment: NodeIndex, within region: NodeSet?) -> Assessment {
    let own = ownEvidence(on: segment, within: region)
    let lent = parts(of: segment, within: region).flatMap { part in
      ownEvidence(on: part.node, within: region).compactMap(\.forWhole)
        .map { part.isStated ? $0 : $0.presumed }
    }
    let surveys = surveys(of: segment, within: region)
    let evidence = (own + lent + surveys).enumerated()
      .sorted { ($0.element.nature.order, $0.offset) < ($1.element.nature.order, $1.offset) }
      .map(\.element)
    let named = independent(namedEnterprises(evidence, within: region))
    let isClosed = surveys.contains { $0.nature == .surveyed }
    let verdict = verdict(
      by: Set(evidence.map(\.nature)),
      named: named.count,
      hasOthers: evidence.contains { $0.leavesOthersOpen },
      isClosed: isClosed,
      isCounted: isCounted(segment)
    )
    return Assessment(
      segment: segment,
      verdict: verdict,
      isPartial: isPartial(verdict, own),
      isClosed: isClosed,
      isPending: attribute(.pending, of: segment) != nil,
      named: named,
      evidence: evidence
    )
  }

  /// Whether `segment` is a product or service: whether a chain can lack it.
  public func isCounted(_ segment: NodeIndex) -> Bool {
    guard let role = option(.role, of: segment) else { return true }
    return role == "product" || role == "service"
  }

  /// The first verdict that holds.
  private func verdict(
    by natures: Set<Evidence.Nature>,
    named: Int,
    hasOthers: Bool,
    isClosed: Bool,
    isCounted: Bool
  ) -> Verdict {
    if !isCounted { return .uncounted }
    if natures.contains(.short) { return .short }
    if named > 1 { return .many }
    if named == 1, !hasOthers { return .single }
    if named == 1 || !natures.isDisjoint(with: [.completed, .sign, .running]) { return .unnamed }
    if natures.contains(.building) { return .building }
    if isClosed { return .missing }
    if natures.contains(.lacking) { return .lacking }
    if !natures.isDisjoint(with: [.wanted, .planned]) { return .wanted }
    return natures.contains(.general) ? .presumed : .unknown
  }

  /// Whether all that a verdict of presence or of building rests on lies on parts.
  private func isPartial(_ verdict: Verdict, _ own: [Evidence]) -> Bool {
    let natures: Set<Evidence.Nature> =
      switch verdict {
      case .many, .single, .unnamed: [.operating, .completed, .sign, .running]
      case .building: [.building]
      case .short, .missing, .lacking, .wanted, .presumed, .unknown, .uncounted: []
      }
    return !natures.isEmpty && !own.contains { natures.contains($0.nature) }
  }

  // MARK: Evidence

  /// The parts of `segment`, and whether a document says all the way that they are; what is a part by
  /// general knowledge lends no more than a presumption.
  private func parts(
    of segment: NodeIndex,
    within region: NodeSet?
  ) -> [(node: NodeIndex, isStated: Bool)] {
    guard digraph(.containment).degree(of: segment, .reverse) > 0 else { return [] }
    var (seen, parts): (Set<NodeIndex>, [(node: NodeIndex, isStated: Bool)]) = ([segment], [])
    for isStated in [true, false] {
      var next = Array(seen)
      while let whole = next.popLast() {
        for relation in relations(of: whole, at: .target, .containment)
        where (!isStated || relation.origin.basis.isStated)
          && region?.contains(relation.source) ?? true && seen.insert(relation.source).inserted
        {
          parts.append((relation.source, isStated))
          next.append(relation.source)
        }
      }
    }
    return parts.sorted { $0.node < $1.node }
  }

  /// What lies on `segment` itself, in the order of the data.
  private func ownEvidence(on segment: NodeIndex, within region: NodeSet?) -> [Evidence] {
    let present = relations(of: segment, at: .target, .presence)
    let stated = relations(of: segment, at: .target, .testimony)
    return (present + stated).filter { region?.contains($0.source) ?? true }
      .compactMap { relation in
        nature(of: relation).map { Evidence(nature: $0, relation: relation) }
      }
  }

  /// What a relation of presence or testimony gives; `nil` for nothing.
  private func nature(of relation: Relation) -> Evidence.Nature? {
    let (giver, isStated) = (relation.source, relation.origin.basis.isStated)
    if let testimony = ontology[relation.kind]?.testimony {
      // Of general knowledge only presence may be presumed: never absence, nor a wish.
      guard isStated else { return testimony == .running ? .general : nil }
      return switch testimony {
      case .running: .running
      case .short: .short
      case .lacking: .lacking
      case .wanted: .wanted
      }
    }
    switch kind(of: giver) {
    case .enterprise:
      guard !hasFlag(.external, giver) else { return nil }
      return isStated ? .operating : .general
    case .project: return isStated ? Self.nature(ofStatus: option(.status, of: giver)) : .general
    default:
      // A platform or park that is planned shows nothing yet.
      let status = option(.status, of: giver)
      guard status == nil || status == "existing" else { return nil }
      return isStated ? .sign : .general
    }
  }

  private static func nature(ofStatus status: String?) -> Evidence.Nature {
    switch status {
    case "operating": .completed
    // A project of which the data tells no status may be no more than an idea; one that is being
    // prepared is not under way.
    case nil, "planned", "preparing": .planned
    default: .building
    }
  }

  /// The surveys that looked at `segment`, or at the chain of a cluster that it is part of; one that
  /// is made only after the day that is asked about says nothing yet. A segment that came with an edition
  /// of its chain which the data do not speak of was not among what was looked at.
  private func surveys(of segment: NodeIndex, within region: NodeSet?) -> [Evidence] {
    guard hasSurveys else { return [] }
    let isNew = attribute(.since, of: segment) != nil
    let wholes =
      isNew
      ? []
      : digraph(.containment).reach(from: [segment], .forward, in: region).map(\.node)
        .filter { kind(of: $0) == .cluster }
    return ([segment] + wholes).flatMap { relations(of: $0, at: .target, .survey) }
      .filter { (region?.contains($0.source) ?? true) && $0.origin.basis.isStated }
      .filter { hasBegun($0.source) }
      .map { relation in
        Evidence(nature: hasEnded(relation.source) ? .expired : .surveyed, relation: relation)
      }
  }

  /// Whether anything has been surveyed, by a survey of whichever kind.
  var hasSurveys: Bool { digraph(.survey).arcCount > 0 }

  private func hasBegun(_ survey: NodeIndex) -> Bool {
    guard let day, case .date(let first) = attribute(.date, of: survey) else { return true }
    return !day.isBefore(first)
  }

  /// Whether a survey has run out on the day that is asked about, of a month or a year on its last; without
  /// a day, every survey that has an end.
  public func hasEnded(_ survey: NodeIndex) -> Bool {
    guard case .date(let last) = attribute(.validUntil, of: survey) else { return false }
    return day.map { last.isBefore($0.lastDay) } ?? true
  }

  // MARK: Enterprises

  /// The enterprises that evidence names: those that operate, and the builders of what is completed.
  private func namedEnterprises(_ evidence: [Evidence], within region: NodeSet?) -> [NodeIndex] {
    var seen: Set<NodeIndex> = []
    return evidence.flatMap { piece -> [NodeIndex] in
      switch piece.nature {
      case .operating: [piece.giver]
      case .completed: builders(of: piece.giver).filter { region?.contains($0) ?? true }
      default: []
      }
    }.filter { seen.insert($0).inserted }
  }

  /// The local enterprises that a document says build `project`, in the order of the data.
  private func builders(of project: NodeIndex) -> [NodeIndex] {
    relations(of: project, at: .target, .action).filter { $0.origin.basis.isStated }
      .map(\.source)
      .filter { kind(of: $0) == .enterprise && !hasFlag(.external, $0) }
  }

  /// Of enterprises that one owner holds, the first.
  func independent(_ enterprises: [NodeIndex]) -> [NodeIndex] {
    var seen: Set<NodeIndex> = []
    return enterprises.filter { seen.insert(ultimateOwner(of: $0)).inserted }
  }

  /// Who holds `enterprise` in the end; itself where nobody is known to. Of several holders it is the
  /// first, and of owners that hold one another in a ring the first in the data.
  public func ultimateOwner(of enterprise: NodeIndex) -> NodeIndex {
    var path = [enterprise]
    while let next = owner(of: path[path.count - 1]) {
      if let start = path.firstIndex(of: next) { return path[start...].min() ?? next }
      path.append(next)
    }
    return path[path.count - 1]
  }

  /// The first of those that a document says hold `enterprise`.
  private func owner(of enterprise: NodeIndex) -> NodeIndex? {
    relations(of: enterprise, at: .source, .control).first { $0.origin.basis.isStated }?.target
  }
}

extension Evidence {
  /// Whether it says that there are others than those it names: a list that ends in 等, or a sign of
  /// presence beside them.
  fileprivate var leavesOthersOpen: Bool {
    switch nature {
    case .operating, .completed: relation.isOpen
    default: false
    }
  }
}

extension Evidence {
  /// What it gives for the whole of which its segment is part: what is here, or coming, is so in part;
  /// what is short is here; absence, wishes and surveys stay with the part.
  fileprivate var forWhole: Evidence? {
    switch nature {
    case .operating, .completed, .sign, .running, .building, .planned, .general: self
    case .short: Evidence(nature: .running, relation: relation)
    case .surveyed, .lacking, .wanted, .expired: nil
    }
  }
}

extension Evidence {
  /// The same by general knowledge.
  fileprivate var presumed: Evidence { Evidence(nature: .general, relation: relation) }
}

extension Evidence.Nature {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
