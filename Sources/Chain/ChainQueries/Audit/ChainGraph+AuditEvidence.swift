import Bilingual
public import ChainModel
public import GraphKernel

/// Rules about evidence: what is open, stale, or carried by general knowledge alone.
extension ChainGraph {
  func openEnterpriseLists() -> [Finding] {
    clustersWithChain().compactMap { cluster in
      // A register names its firms without an end; the document's list is what is open.
      let enterprises = enterprises(of: cluster).filter { enterprise in
        enterprise.isNamed
          && !enterprise.relations.allSatisfy { $0.origin.basis == .register }
      }
      let open = enterprises.filter(\.isOpen).map(\.enterprise)
      guard !open.isEmpty else { return nil }
      let (name, count) = (name(of: cluster), enterprises.count)
      return (
        cluster,
        BilingualText(
          zh: "“\(name)”点名企业 \(count) 家，名单以“等”结尾：\(names(open, .zh))",
          en: "'\(name)' names \(count) enterprises in lists that are open: \(names(open, .en))"
        )
      )
    }
  }

  func namedOfTarget() -> [Finding] {
    clustersWithChain().compactMap { cluster in
      guard let target = enterpriseTarget(of: cluster) else { return nil }
      let (name, count) = (name(of: cluster), enterprises(of: cluster).count(where: \.isNamed))
      return (
        cluster,
        BilingualText(
          zh: "“\(name)”点名企业 \(count) 家，规上企业目标 \(target)",
          en: "'\(name)' names \(count) enterprises; its target for those above scale is \(target)"
        )
      )
    }
  }

  func signsOnGaps() -> [Finding] {
    assessedSegments().compactMap { assessment in
      let signs = assessment.evidence.filter(\.nature.isPresence).map(\.giver).uniqued()
      guard !signs.isEmpty, assessment.evidence.contains(where: { $0.nature == .lacking }) else {
        return nil
      }
      let name = name(of: assessment.segment)
      return (
        assessment.segment,
        BilingualText(
          zh: "文件称缺“\(name)”，又有佐证：\(names(signs, .zh))",
          en: "a document says that '\(name)' is lacking, and there is evidence of it: "
            + names(signs, .en)
        )
      )
    }
  }

  func presumedSegments() -> [Finding] {
    assessedSegments().filter { $0.verdict == .presumed }.map { assessment in
      let name = name(of: assessment.segment)
      let givers = assessment.evidence.map(\.giver)
      return (
        assessment.segment,
        BilingualText(
          zh: "“\(name)”只凭行业常识推定：\(names(givers, .zh))",
          en: "'\(name)' is presumed by general knowledge alone: \(names(givers, .en))"
        )
      )
    }
  }

  func expiredSurveys() -> [Finding] {
    nodes(of: .survey).filter { hasEnded($0) }.map { survey in
      let name = name(of: survey)
      let day = self.day?.description ?? ""
      return (
        survey,
        BilingualText(
          zh: "“\(name)”在 \(day) 已不生效，不再能说明其环节是缺",
          en: "'\(name)' does not hold on \(day): by it no segment is missing any more"
        )
      )
    }
  }

  func commonOwners() -> [Finding] {
    assessedSegments().compactMap { assessment in
      let named = assessment.evidence.filter { $0.nature == .operating }.map(\.giver)
      let byOwner = Dictionary(grouping: Set(named).sorted()) { ultimateOwner(of: $0) }
      guard let shared = byOwner.values.filter({ $0.count > 1 }).min(by: { $0[0] < $1[0] }) else {
        return nil
      }
      let (name, owner) = (name(of: assessment.segment), name(of: ultimateOwner(of: shared[0])))
      return (
        assessment.segment,
        BilingualText(
          zh: "“\(name)”上的\(names(shared, .zh))同属\(owner)，只计一家",
          en: "on '\(name)', \(names(shared, .en)) belong to \(owner) and count once"
        )
      )
    }
  }

  func looseProjects() -> [Finding] {
    nodes(of: .project).filter { project in
      !relations(of: project, at: .source, .presence).isEmpty
        && relations(of: project, at: .source, .containment).isEmpty
    }.map { project in
      let name = name(of: project)
      return (
        project,
        BilingualText(
          zh: "“\(name)”补强链上环节，却不属于任何任务或集群",
          en: "'\(name)' fills a chain and is part of no task or cluster"
        )
      )
    }
  }

  private func assessedSegments() -> [Assessment] {
    ontology.flowKinds.flatMap { nodes(of: $0) }.map { assessment(of: $0) }
  }

  /// What a cluster is to have of enterprises above scale, where a target of its own counts them.
  public func enterpriseTarget(of cluster: NodeIndex) -> Quantity? {
    relations(of: cluster, at: .target, .containment).map(\.source)
      .compactMap { target -> Quantity? in
        guard kind(of: target) == .target,
          case .quantity(let quantity) = attribute(.value, of: target),
          quantity.unit.dimension == "count",
          case .text(let metric) = attribute(.metric, of: target),
          metric.contains("规上") || metric.contains("above scale")
        else { return nil }
        return quantity
      }
      .first
  }
}
