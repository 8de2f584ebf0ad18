import Bilingual
import ChainModel
import ChainQueries
import GraphKernel

extension ChainGraph {
  /// What is to be said of nodes that a question names and that are not there on its day, or were succeeded by
  /// then: nothing found would read as if nothing had ever been stated.
  ///
  /// One for each, in their order; none where the graph is not that of one day.
  ///
  /// - Complexity: O(successions of the nodes).
  func absences(of nodes: [NodeIndex]) -> [BilingualText] {
    guard let day = standing?.day else { return [] }
    return nodes.uniqued().compactMap { absence(of: $0, on: day) }
  }

  private func absence(of node: NodeIndex, on day: CalendarDate) -> BilingualText? {
    let (name, period) = (name(of: node), period(of: node))
    if !isPresent(node), let from = period.from?.firstDay, from > day {
      return BilingualText(
        zh: "“\(name)”自 \(from) 起才有，\(day) 还没有",
        en: "'\(name)' begins on \(from), after \(day)"
      )
    }
    let heirs = successors(of: node, by: day)
    let names = (
      zh: heirs.map { self.name(of: $0) }.joined(separator: "、"),
      en: heirs.map { self.name(of: $0) }.joined(separator: ", ")
    )
    if !isPresent(node), let until = period.until?.lastDay {
      return BilingualText(
        zh: "“\(name)”止于 \(until)，\(day) 已不在" + (heirs.isEmpty ? "" : "，由\(names.zh)承接"),
        en: "'\(name)' ended on \(until), before \(day)"
          + (heirs.isEmpty ? "" : "; it was succeeded by \(names.en)")
      )
    }
    guard !heirs.isEmpty, ontology.partyKinds.contains(kind(of: node)) else { return nil }
    return BilingualText(
      zh: "“\(name)”到 \(day) 已由\(names.zh)承接，它名下的责任由承接者担任",
      en: "by \(day) '\(name)' was succeeded by \(names.en), who answers for what it answered for"
    )
  }

  /// Who succeeded `node` by a day, in the order of the data; those of its kind alone.
  private func successors(of node: NodeIndex, by day: CalendarDate) -> [NodeIndex] {
    relations(of: node, at: .target, .succeeds).filter { relation in
      let from = relation.period.from?.firstDay ?? date(.until, of: node)?.nextDay
      return kind(of: relation.source) == kind(of: node) && relation.source != node
        && from.map { $0 <= day } ?? true
    }.map(\.source).uniqued()
  }
}

extension ViewFailure {
  /// The failure with what is to be said of the subjects, where that is why there is nothing to show.
  func explained(by absences: [BilingualText], in graph: ChainGraph) -> Self {
    let reason: BilingualText
    switch self {
    case .isEmpty(let words): reason = words
    case .hasNoSegments: reason = fault(in: graph).message
    default: return self
    }
    guard !absences.isEmpty else { return self }
    return .isEmpty(
      BilingualText(
        zh: reason.zh + "；" + absences.map(\.zh).joined(separator: "；") + "；问别的日子用 --at",
        en: reason.en + "; " + absences.map(\.en).joined(separator: "; ")
          + "; --at asks for another day"
      )
    )
  }
}
