import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// Segments in columns by their place along the flow, and the flows among them: the ground of every
/// picture of how a flow network hangs together.
struct FlowMap {
  let context: ViewContext
  private let steps: [[NodeIndex]]

  /// The map of `segments`.
  ///
  /// - Throws: that there is nothing to draw, or more than a page can hold.
  init(of segments: [NodeIndex], _ context: ViewContext) throws(ViewFailure) {
    guard !segments.isEmpty else { throw .hasNothing }
    guard segments.count <= SetView.mostCards else {
      throw .isTooLarge(segments.count, limit: SetView.mostCards)
    }
    self.context = context
    steps = Self.steps(segments, in: context.graph)
  }

  /// The segments by their place on the longest way along the flow among them; those on a cycle
  /// stand together.
  static func steps(_ segments: [NodeIndex], in graph: ChainGraph) -> [[NodeIndex]] {
    let part = graph.digraph(.flow).induced(on: segments)
    let condensation = part.graph.condensation()
    let ranks = condensation.ranks(.forward)
    let byRank = Dictionary(grouping: segments) { segment in
      part.local(of: segment)
        .map { Int(ranks[condensation.components.component(of: $0).position]) } ?? 0
    }
    return byRank.keys.sorted().compactMap { byRank[$0] }
  }

  /// A picture of the map.
  ///
  /// - Parameters:
  ///   - view: What it is a view of.
  ///   - titles: Its headings.
  ///   - subtitle: Its figures.
  ///   - describe: Says on the card of a segment what the view has to say of it.
  ///   - emphasis: Whether a flow stands out.
  func picture(
    of view: QuestionName,
    _ titles: ViewTitles,
    subtitle: String,
    describe: (NodeIndex, inout Picture.Card) -> Void,
    emphasis: (Relation) -> Bool = { _ in false }
  ) -> Picture {
    Picture(
      name: view.rawValue,
      language: context.language.rawValue,
      title: titles.picture[context.language],
      subtitle: subtitle,
      columns: columns,
      cards: cards(describe),
      links: links(emphasis),
      legend: context.chainLegend,
      footnotes: [context.sourceNote, context.numberNote]
    )
  }

  private var columns: [Picture.Column] {
    steps.enumerated().map { step, segments in
      Picture.Column(
        id: String(step),
        heading: context.say("第 \(step + 1) 步", "Step \(step + 1)"),
        note: String(segments.count)
      )
    }
  }

  private func cards(_ describe: (NodeIndex, inout Picture.Card) -> Void) -> [Picture.Card] {
    steps.enumerated().flatMap { step, segments in
      segments.map { segment in
        var card = context.card(segment, in: String(step))
        describe(segment, &card)
        return card
      }
    }
  }

  private func links(_ emphasis: (Relation) -> Bool) -> [Picture.Link] {
    let place = Dictionary(
      steps.enumerated().flatMap { step, segments in segments.map { ($0, step) } },
      uniquingKeysWith: { first, _ in first }
    )
    let net = FlowNet(of: steps.flatMap(\.self), context)
    func links(_ isOn: (Relation) -> Bool) -> [Picture.Link] {
      net.links(isOn: isOn) { place[$0.target, default: 0] >= place[$0.source, default: 0] }
    }
    return links { !emphasis($0) }
      + links(emphasis).map { link in
        var link = link
        link.prominence = .focus
        return link
      }
  }
}

extension ViewFailure {
  /// That a view of the structure of flows found nothing that it could draw.
  static var hasNothing: ViewFailure {
    .isEmpty(BilingualText(zh: "没有可画的环节", en: "there are no segments to draw"))
  }
}

extension ViewContext {
  /// What a view of a flow network is of: the scope, else the whole data set.
  func titles(of view: QuestionName, scope: NodeIndex?) -> ViewTitles {
    titles(of: view, scope.map { graph.name(of: $0) } ?? dataset.jurisdiction)
  }
}
