import Bilingual
import ChainModel
import GraphKernel

/// Rules about clusters, their targets and their chains.
extension ChainGraph {
  func missingBuilders() -> [Finding] {
    nodes(of: .project).filter { project in
      !relations(of: project, at: .target, .action).contains { kind(of: $0.source) == .enterprise }
    }.map { project in
      let name = name(of: project)
      return (project, BilingualText(zh: "“\(name)”没有建设单位", en: "'\(name)' has no builder"))
    }
  }

  func sumMismatches() -> [Finding] {
    nodes(of: .target).compactMap { total in
      let parts = relations(of: total, at: .target, .containment).map(\.source)
        .filter { kind(of: $0) == .target }
      guard let whole = figure(of: total) else { return nil }
      let figures = parts.compactMap { figure(of: $0) }
        .filter { $0.unit.dimension == whole.unit.dimension }
      // What measures something else, as growth in a revenue, is no addend.
      guard !figures.isEmpty else { return nil }
      let sum = figures.reduce(0) { $0 + $1.baseAmount }
      // Sums of decimals carry the rounding of binary fractions.
      guard abs(sum - whole.baseAmount) > abs(whole.baseAmount) * 1e-9 else { return nil }
      let stated = Quantity(amount: sum / whole.unit.factor, unit: whole.unit)
      return (
        total,
        BilingualText(
          zh: "“\(name(of: total))”为 \(whole)，各分项合计 \(stated)",
          en: "'\(name(of: total))' is \(whole), its parts add up to \(stated)"
        )
      )
    }
  }

  func stagesAgainstFlow() -> [Finding] {
    clustersWithChain().flatMap { cluster in
      chain(of: cluster).stageContradictions().map { contradiction in
        let (later, fed) = (name(of: contradiction.segment), name(of: contradiction.fed))
        return (
          contradiction.segment,
          BilingualText(
            zh: "“\(later)”标注的位置在它所供给的“\(fed)”之后",
            en: "'\(later)' declares a later stage than '\(fed)', which it feeds"
          )
        )
      }
    }
  }

  func differingCounterparts() -> [Finding] {
    alignment().flatMap { aligned -> [Finding] in
      aligned.cityClusters.compactMap { cityCluster in
        let leaders = owners(of: cityCluster).filter { $0.role == .accountable }.map(\.party)
        guard !aligned.cityLeaders.isEmpty, !leaders.isEmpty,
          Set(aligned.cityLeaders).isDisjoint(with: leaders)
        else { return nil }
        let province = name(of: aligned.cluster)
        let city = name(of: cityCluster)
        return (
          aligned.cluster,
          BilingualText(
            zh: "省“\(province)”由\(names(aligned.cityLeaders, .zh))对接，"
              + "对应的“\(city)”责任领导为\(names(leaders, .zh))",
            en: "\(names(aligned.cityLeaders, .en)) liaises on the province's '\(province)'; "
              + "accountable for the city's '\(city)': \(names(leaders, .en))"
          )
        )
      }
    }
  }

  func missingCounterparts() -> [Finding] {
    alignment().filter(\.cityClusters.isEmpty).map { aligned in
      let name = name(of: aligned.cluster)
      return (
        aligned.cluster,
        BilingualText(
          zh: "“\(name)”没有对应的市级集群",
          en: "no city cluster corresponds to '\(name)'"
        )
      )
    }
  }

  func unreachedTiers() -> [Finding] {
    nodes(of: .cluster).compactMap { cluster in
      guard let tier = tierQuantity(of: cluster),
        let largest = valueTargets(of: cluster, like: tier)
          .max(by: { $0.baseAmount < $1.baseAmount }),
        largest.baseAmount < tier.baseAmount
      else { return nil }
      let name = name(of: cluster)
      return (
        cluster,
        BilingualText(
          zh: "“\(name)”量级为 \(tier)，目标最高为 \(largest)",
          en: "the tier of '\(name)' is \(tier), its highest target \(largest)"
        )
      )
    }
  }

  func missingValueTargets() -> [Finding] {
    nodes(of: .cluster).compactMap { cluster in
      guard option(.level, of: cluster) == "city", let tier = tierQuantity(of: cluster),
        valueTargets(of: cluster, like: tier).isEmpty
      else { return nil }
      let name = name(of: cluster)
      return (
        cluster,
        BilingualText(
          zh: "“\(name)”没有以金额表示的目标",
          en: "'\(name)' has no target in money"
        )
      )
    }
  }

  func offChain() -> [Finding] {
    (nodes(of: .enterprise) + nodes(of: .project)).filter { actor in
      // A firm of elsewhere that could fill a gap stands nowhere, and need not.
      stands(actor).isEmpty && relations(of: actor, at: .source, .couldFill).isEmpty
    }.map { actor in
      let name = name(of: actor)
      return (actor, BilingualText(zh: "“\(name)”不在任何环节上", en: "'\(name)' stands on no segment"))
    }
  }

  private func tierQuantity(of cluster: NodeIndex) -> Quantity? {
    guard case .option(let tier) = attribute(.tier, of: cluster) else { return nil }
    return tier.quantity
  }

  /// The targets set for the cluster itself that are measured like its tier.
  private func valueTargets(of cluster: NodeIndex, like tier: Quantity) -> [Quantity] {
    relations(of: cluster, at: .target, .containment)
      .compactMap { kind(of: $0.source) == .target ? figure(of: $0.source) : nil }
      .filter { $0.unit.dimension == tier.unit.dimension }
  }

  private func figure(of target: NodeIndex) -> Quantity? {
    guard case .quantity(let quantity) = attribute(.value, of: target) else { return nil }
    return quantity
  }
}
