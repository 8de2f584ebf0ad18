import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// What is taken away at the left, then the segments that lose supply or coverage, the clusters whose
/// completeness changes, and who must be told; each card says its state before and after.
struct ImpactView {
  private enum Place: String, CaseIterable {
    case removed
    case segments
    case clusters
    case notified = "told"
  }

  let context: ViewContext
  private let impact: Impact

  init(of nodes: [NodeIndex], _ context: ViewContext) {
    self.context = context
    impact = context.graph.impact(removing: nodes)
  }

  private var graph: ChainGraph { context.graph }

  func outcome() -> Outcome {
    let (first, isCut) = (impact.removed.prefix(3), impact.removed.count > 3)
    let subject = BilingualText(
      zh: graph.names(first, .zh) + (isCut ? "……" : ""),
      en: graph.names(first, .en) + (isCut ? ", …" : "")
    )
    let titles = context.titles(of: .impact, subject)
    let links = links()
    return Outcome(
      title: titles.picture,
      answer: Answer.impact(impact, in: graph).asList(of: .impact, title: titles.list)
    ) {
      Picture(
        name: "impact",
        language: context.language.rawValue,
        title: titles.picture[context.language],
        subtitle: subtitle,
        columns: columns(),
        cards: removedCards() + changedCards(),
        links: links,
        legend: legend(links),
        footnotes: [context.sourceNote, context.numberNote]
      )
    }
  }

  private var subtitle: String {
    let lost = impact.segments.count { $0.supply == .lost }
    let single = impact.segments.count { $0.supply == .single }
    let covered = impact.segments.count { $0.before != $0.after }
    return context.say(
      "失去已知本地供给 \(lost) 个环节，来源只剩一个 \(single) 个，结论变化 \(covered) 个；完整度变化 \(impact.clusters.count) 个集群；"
        + "需告知 \(impact.notified.count) 方",
      "segments that lose all known local supply: \(lost), that fall to a single source: \(single), "
        + "whose verdict changes: \(covered); clusters that change: \(impact.clusters.count); "
        + "parties to be told: \(impact.notified.count)"
    )
  }

  // MARK: Cards

  private func columns() -> [Picture.Column] {
    func column(_ place: Place, _ zh: String, _ en: String, _ count: Int) -> Picture.Column {
      Picture.Column(id: place.rawValue, heading: context.say(zh, en), note: String(count))
    }
    return [
      column(.removed, "移除", "Taken away", impact.removed.count + impact.fallen.count),
      column(.segments, "受影响的环节", "Segments that change", impact.segments.count),
      column(.clusters, "受影响的集群", "Clusters that change", impact.clusters.count),
      column(.notified, "需告知", "To be told", impact.notified.count),
    ]
  }

  private func removedCards() -> [Picture.Card] {
    (impact.removed + impact.fallen).enumerated().map { position, node in
      var card = context.card(
        node,
        in: Place.removed.rawValue,
        tag: position < impact.removed.count
          ? context.say("移除", "taken away") : context.say("随之失去", "goes with it")
      )
      card.prominence = .focus
      return card
    }
  }

  private func changedCards() -> [Picture.Card] {
    // Where kinds of a data set's own are parties and segments at once, a node has several cards.
    var seen = Set(impact.removed + impact.fallen)
    return impact.rows.enumerated().map { position, row in
      let place: Place =
        switch row {
        case .segment: .segments
        case .cluster: .clusters
        case .notified: .notified
        }
      let isFirst = seen.insert(row.node).inserted
      var card = context.card(
        row.node,
        in: place.rawValue,
        number: position + 1,
        copy: isFirst ? nil : place.rawValue
      )
      switch row {
      case .segment(let segment): describe(segment, on: &card)
      case .cluster(let cluster):
        let change = "\(cluster.before.figures) → \(cluster.after.figures)"
        card.lines = [Picture.Line(text: change, role: .emphasis)]
      case .notified(let notified):
        let count = notified.items.count
        card.tag = context.say("\(count) 项", count == 1 ? "1 item" : "\(count) items")
      }
      return card
    }
  }

  /// The card looks as the segment will, and says how it was.
  private func describe(_ segment: Impact.Segment, on card: inout Picture.Card) {
    let language = context.language
    var lines: [Picture.Line] = []
    if segment.before != segment.after {
      lines.append(
        Picture.Line(
          text: "\(segment.before.label[language]) → \(segment.after.label[language])",
          role: .emphasis
        )
      )
    }
    let (before, after) = (segment.sourcesBefore.count, segment.sourcesAfter.count)
    if segment.supply != nil {
      lines.append(
        Picture.Line(
          text: context.say("已知供给方 \(before) → \(after)", "known suppliers \(before) → \(after)")
        )
      )
    }
    card.tag = segment.effects.first?.tag[language]
    card.lines = lines
    card.style = segment.after.cardStyle
    card.prominence = segment.supply == .lost || segment.after.isGap ? .urgent : .usual
  }

  // MARK: Links

  /// What hangs together: who stood where, what fed what, what is part of which cluster.
  private func links() -> [Picture.Link] {
    let notified = Set(impact.notified.map(\.party))
    let nodes =
      impact.removed + impact.fallen + impact.rows.map(\.node).filter { !notified.contains($0) }
    let order = Dictionary(
      (impact.removed + impact.fallen).map { ($0, 0) } + impact.segments.map { ($0.segment, 1) }
        + impact.clusters.map { ($0.cluster, 2) },
      uniquingKeysWith: { first, _ in first }
    )
    return context.links(for: context.relations(among: nodes), isLabelled: false) {
      order[$0] ?? 0
    }
  }

  private func legend(_ links: [Picture.Link]) -> [Picture.LegendItem] {
    let states = Set(impact.segments.map(\.after))
    let after = Verdict.allCases.filter { states.contains($0) }.map { state in
      Picture.LegendItem(
        symbol: .card(state.cardStyle),
        text: context.say("之后：\(state.label.zh)", "after: \(state.label.en)")
      )
    }
    return after + context.relationLegend(links)
  }
}
