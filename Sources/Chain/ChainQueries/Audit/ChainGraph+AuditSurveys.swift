import Bilingual
import ChainModel
package import GraphKernel

/// Rules about surveys and statements that do not say what they seem to say.
extension ChainGraph {
  /// Surveys whose date keeps them from counting, or lets them count for ever.
  func misdatedSurveys() -> [Finding] {
    nodes(of: .survey).compactMap { survey in
      guard let fault = dateFault(of: survey) else { return nil }
      let name = name(of: survey)
      return (
        survey,
        BilingualText(zh: "“\(name)”\(fault.zh)", en: "'\(name)' \(fault.en)")
      )
    }
  }

  private func dateFault(of survey: NodeIndex) -> BilingualText? {
    guard case .date(let begin) = attribute(.date, of: survey) else {
      return BilingualText(
        zh: "没有日期，无从知道何时算数",
        en: "has no date: nobody can tell when it holds"
      )
    }
    if case .date(let end) = attribute(.validUntil, of: survey), end.isBefore(begin) {
      return BilingualText(
        zh: "的有效期至 \(end)，早于其日期 \(begin)",
        en: "is valid until \(end), before its date \(begin)"
      )
    }
    guard let day, day.isBefore(begin) else { return nil }
    return BilingualText(
      zh: "在 \(begin)，晚于所问的 \(day)，不算数；用 --at 或改数据集的日期",
      en: "is of \(begin), later than \(day), and does not count yet; use --at, or change the date "
        + "of the data set"
    )
  }

  /// Surveys that nothing ends.
  func endlessSurveys() -> [Finding] {
    nodes(of: .survey).filter { attribute(.validUntil, of: $0) == nil }.map { survey in
      let name = name(of: survey)
      return (
        survey,
        BilingualText(
          zh: "“\(name)”没有有效期，永远算数",
          en: "'\(name)' says not until when it is valid, and holds for ever"
        )
      )
    }
  }

  /// Statements of documents and surveys that stand as general knowledge, which says nothing of what
  /// is here or lacking.
  func generalStatements() -> [Finding] {
    [Semantics.testimony, .survey].flatMap { semantics -> [Finding] in
      let digraph = digraph(semantics)
      guard digraph.arcCount > 0 else { return [] }
      return nodes.filter { digraph.degree(of: $0, .reverse) > 0 }
        .flatMap { relations(of: $0, at: .target, semantics) }
        .filter { !$0.origin.basis.isStated }.map { generalStatement($0) }
    }
  }

  private func generalStatement(_ relation: Relation) -> Finding {
    let phrase = ontology[relation.kind]?.label ?? BilingualText(same: relation.kind.name)
    let (source, target) = (name(of: relation.source), name(of: relation.target))
    return (
      relation.target,
      BilingualText(
        zh: "“\(source)”\(phrase.zh)“\(target)”按行业常识记录，不算数；写明出处",
        en: "'\(source)' \(phrase.en) '\(target)' by general knowledge, which counts for nothing; "
          + "give its source"
      )
    )
  }

  func looseSegments() -> [Finding] {
    segmentsOfNoChain().map { segment in
      let name = name(of: segment)
      return (
        segment,
        BilingualText(
          zh: "“\(name)”不属于任何集群，不在各链的清单中",
          en: "'\(name)' is part of no cluster and stands in no list of a chain"
        )
      )
    }
  }

  /// The segments that belong to no cluster, in the order of the data.
  ///
  /// - Complexity: O(nodes + relations of containment).
  package func segmentsOfNoChain() -> [NodeIndex] {
    let clusters = clustersWithChain()
    let members = digraph(.containment).closure(of: clusters, .reverse)
    return ontology.flowKinds.flatMap { nodes(of: $0) }.filter { !members.contains($0) }
  }
}
