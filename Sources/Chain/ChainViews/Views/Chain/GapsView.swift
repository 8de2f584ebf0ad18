import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// A cluster's chain with its gaps and what they touch in colour, each gap with its number in the
/// list of gaps.
struct GapsView {
  let context: ViewContext
  private let diagram: ChainDiagram

  init(_ chain: Chain, _ context: ViewContext) {
    self.context = context
    diagram = ChainDiagram(chain, context)
  }

  private var graph: ChainGraph { context.graph }

  func view() -> ChainView {
    let cluster = diagram.chain.cluster
    let gaps = diagram.gaps
    let numbers = Dictionary(
      zip(gaps.map(\.segment), 1...),
      uniquingKeysWith: { first, _ in first }
    )
    let neighbours = diagram.chain.flows.flatMap { flow -> [NodeIndex] in
      numbers[flow.source] == nil && numbers[flow.target] == nil ? [] : [flow.source, flow.target]
    }
    let seen = Set(neighbours).union(numbers.keys)
    let titles = context.titles(of: .gaps, graph.name(of: cluster))
    // A flow between two segments that are there is background, though both touch a gap.
    let links = diagram.links().map { link in
      var link = link
      if link.style != .gap { link.prominence = .faded }
      return link
    }
    let picture = Picture(
      name: "gaps",
      language: context.language.rawValue,
      title: titles.picture[context.language],
      subtitle: diagram.figures,
      columns: diagram.columns,
      cards: diagram.cards(number: { numbers[$0] }, isInColour: { seen.contains($0) }),
      links: links,
      legend: diagram.legend,
      footnotes: diagram.footnotes
    )
    let list = Answer.gaps(gaps, scope: cluster, in: graph, isExplaining: false)
    return ChainView(
      title: titles.picture,
      picture: picture,
      list: list.asList(of: .gaps, title: titles.list)
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
    gaps = graph.clustersWithChain().flatMap { graph.chain(of: $0).gaps() }
  }

  func view() -> ChainView {
    let graph = context.graph
    let titles = context.titles(of: .gaps, context.dataset.jurisdiction)
    let breaks = gaps.count { $0.pattern == .break }
    let picture = Picture(
      name: "gaps",
      language: context.language.rawValue,
      title: titles.picture[context.language],
      subtitle: context.say(
        "缺链环节 \(gaps.count) 个，其中断链 \(breaks) 个",
        "\(gaps.count) gaps, \(breaks) of them breaks"
      ),
      columns: columns(),
      cards: cards(),
      legend: GapPattern.allCases.map {
        LegendItem(symbol: .tag($0.label[context.language]), text: $0.legend[context.language])
      },
      footnotes: [context.sourceNote, context.numberNote]
    )
    let list = Answer.gaps(gaps, scope: nil, in: graph, isExplaining: false)
    return ChainView(
      title: titles.picture,
      picture: picture,
      list: list.asList(of: .gaps, title: titles.list)
    )
  }

  private func columns() -> [Column] {
    context.graph.clustersWithChain().map { cluster in
      let count = gaps.count { $0.cluster == cluster }
      return Column(
        id: context.graph.id(of: cluster),
        heading: context.graph.name(of: cluster),
        note: String(count)
      )
    }
  }

  private func cards() -> [Card] {
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
