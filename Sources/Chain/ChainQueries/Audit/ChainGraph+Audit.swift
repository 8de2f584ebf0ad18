import Bilingual
public import ChainModel
import GraphKernel

extension ChainGraph {
  /// What the data contradicts or leaves open, by rule in their order, then in the order of the
  /// data.
  ///
  /// - Complexity: O(*v* + *e*) and, for each node, O(its wholes).
  public func audit(rules: [AuditRule] = AuditRule.allCases) -> [AuditRule.Finding] {
    rules.flatMap { rule in
      findings(of: rule).map { AuditRule.Finding(node: $0.node, rule: rule, message: $0.message) }
    }
  }

  typealias Finding = (node: NodeIndex, message: BilingualText)

  private func findings(of rule: AuditRule) -> [Finding] {
    switch rule {
    case .noLeader: missingLeaders()
    case .noLead: missingLeads()
    case .noBuilder: missingBuilders()
    case .sumMismatch: sumMismatches()
    case .stageAgainstFlow: stagesAgainstFlow()
    case .unassigned: unassignedTasks()
    case .conflict: conflicts()
    case .override: overrides()
    case .counterpartDiffers: differingCounterparts()
    case .noCounterpart: missingCounterparts()
    case .tierUnreached: unreachedTiers()
    case .noValueTarget: missingValueTargets()
    case .openList: openLists()
    case .offChain: offChain()
    case .idleParty: idleParties()
    case .openEnterprises: openEnterpriseLists()
    case .namedOfTarget: namedOfTarget()
    case .signOnGap: signsOnGaps()
    case .contradiction: contradictions()
    case .generalOnly: presumedSegments()
    case .surveyExpired: expiredSurveys()
    case .surveyDate: misdatedSurveys()
    case .surveyWithoutEnd: endlessSurveys()
    case .generalStatement: generalStatements()
    case .looseSegment: looseSegments()
    case .oneOwner: commonOwners()
    case .looseProject: looseProjects()
    case .selfSupply: selfSuppliers()
    case .emptyPeriod: emptyPeriods()
    case .unlikeSuccessor: unlikeSuccessors()
    case .idleSuccession: idleSuccessions()
    case .vacantPost: vacantPosts()
    }
  }

  func names(_ nodes: some Sequence<NodeIndex>, _ language: Language) -> String {
    nodes.map { name(of: $0) }.joined(separator: language == .zh ? "、" : ", ")
  }
}
