import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// A cluster's chain with its gaps and what they touch in colour, each gap with its number in the
/// list of gaps; with other states asked for, the segments in those states.
struct GapsView {
  let context: ViewContext
  private let chain: Chain
  private let gaps: [Gap]

  init(_ chain: Chain, _ context: ViewContext) {
    self.context = context
    self.chain = chain
    gaps = chain.gaps(states: context.options.states)
  }

  private var graph: ChainGraph { context.graph }

  func outcome() -> Outcome {
    let titles = context.titles(of: .gaps, graph.name(of: chain.cluster))
    let list = context.list(of: gaps, scope: chain.cluster)
    return Outcome(title: titles.picture, answer: list.asList(of: .gaps, title: titles.list)) {
      picture(title: titles.picture[context.language])
    }
  }

  private func picture(title: String) -> Picture {
    let diagram = ChainDiagram(chain, context)
    let numbers = Dictionary(
      zip(gaps.map(\.segment), 1...),
      uniquingKeysWith: { first, _ in first }
    )
    let neighbours = chain.flows.flatMap { flow -> [NodeIndex] in
      numbers[flow.source] == nil && numbers[flow.target] == nil ? [] : [flow.source, flow.target]
    }
    let seen = Set(neighbours).union(numbers.keys)
    // A flow between two segments that are there is background, though both touch a gap.
    let listed = Set(gaps.map { graph.id(of: $0.segment) })
    let links = diagram.links().map { link in
      var link = link
      let touchesGap = listed.contains(link.from) || listed.contains(link.to)
      if link.style == .feedback || !touchesGap { link.prominence = .faded }
      return link
    }
    return Picture(
      name: "gaps",
      language: context.language.rawValue,
      title: title,
      subtitle: diagram.figures,
      columns: diagram.columns,
      cards: diagram.cards(number: { numbers[$0] }, isInColour: { seen.contains($0) }),
      links: links,
      legend: diagram.legend,
      footnotes: diagram.footnotes
    )
  }
}

/// The gaps of all chains, a column for each cluster.
struct AllGapsView {
  let context: ViewContext
  private let gaps: [Gap]

  init(_ context: ViewContext) {
    self.context = context
    let graph = context.graph
    gaps = graph.clustersWithChain().flatMap {
      graph.chain(of: $0).gaps(states: context.options.states)
    }
  }

  func outcome() -> Outcome {
    let titles = context.titles(of: .gaps, context.dataset.jurisdiction)
    let list = context.list(of: gaps, scope: nil)
    return Outcome(title: titles.picture, answer: list.asList(of: .gaps, title: titles.list)) {
      Picture(
        name: "gaps",
        language: context.language.rawValue,
        title: titles.picture[context.language],
        subtitle: subtitle,
        columns: columns(),
        cards: cards(),
        legend: Gap.Pattern.allCases.map {
          Picture.LegendItem(
            symbol: .tag($0.label[context.language]),
            text: $0.legend[context.language]
          )
        },
        footnotes: [context.sourceNote, context.numberNote]
      )
    }
  }

  private var subtitle: String {
    let breaks = gaps.count { $0.pattern == .break }
    let states = context.options.states
    guard states != [.missing] else {
      return context.say(
        "缺链环节 \(gaps.count) 个，其中断链 \(breaks) 个",
        "\(gaps.count) gaps, \(breaks) of them breaks"
      )
    }
    let words = Coverage.allCases.filter(states.contains).map { $0.label[context.language] }
      .joined(separator: context.say("、", ", "))
    return context.say(
      "\(words)环节 \(gaps.count) 个，其中断链 \(breaks) 个",
      "\(gaps.count) segments (\(words)), \(breaks) of them breaks"
    )
  }

  private func columns() -> [Picture.Column] {
    context.graph.clustersWithChain().map { cluster in
      let count = gaps.count { $0.cluster == cluster }
      return Picture.Column(
        id: context.graph.id(of: cluster),
        heading: context.graph.name(of: cluster),
        note: String(count)
      )
    }
  }

  private func cards() -> [Picture.Card] {
    var seen: Set<NodeIndex> = []
    return gaps.enumerated().map { position, gap in
      // A segment of two clusters is a gap of both.
      let isFirst = seen.insert(gap.segment).inserted
      let cluster = context.graph.id(of: gap.cluster)
      var card = context.card(
        gap.segment,
        in: cluster,
        number: position + 1,
        copy: isFirst ? nil : cluster,
        tag: gap.pattern?.label[context.language]
      )
      card.prominence = gap.pattern == .break ? .urgent : .usual
      return card
    }
  }
}

extension ViewContext {
  fileprivate func list(of gaps: [Gap], scope: NodeIndex?) -> Answer {
    .gaps(gaps, scope: scope, in: graph, isExplaining: options.isExplaining)
  }
}
