import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// The segments through which the most shortest supply paths run, and the flows among them.
struct BetweennessView {
  let context: ViewContext
  private let scope: NodeIndex?
  private let ranking: BetweennessRanking

  init(of scope: NodeIndex?, _ context: ViewContext) {
    self.context = context
    self.scope = scope
    ranking = context.graph.flowNetwork(of: scope).betweenness(limit: context.options.limit)
  }

  func outcome() -> Outcome {
    let titles = context.titles(of: .betweenness, scope: scope)
    let answer = Answer.betweenness(ranking, scope: scope, in: context.graph)
    return Outcome(
      title: titles.picture,
      answer: answer.asList(of: .betweenness, title: titles.list)
    ) { () throws(ViewFailure) in
      let ranked = ranking.segments.map(\.segment)
      let map = try FlowMap(of: ranked, context)
      let position = context.numbers(of: ranked)
      return map.picture(of: .betweenness, titles, subtitle: subtitle) { segment, card in
        guard let number = position[segment] else { return }
        describe(ranking.segments[number - 1], number, on: &card)
      }
    }
  }

  private var subtitle: String {
    let count = ranking.segments.count
    let figures = context.say("介数最高的 \(count) 个环节", "the \(count) most between segments")
    guard ranking.isCut else { return figures }
    return figures + context.say("；还有更多未画出（--limit）", "; there are more (--limit)")
  }

  private func describe(
    _ between: BetweennessRanking.Segment,
    _ number: Int,
    on card: inout Picture.Card
  ) {
    card.badge = String(number)
    if number == 1 { card.prominence = .focus }
    let value = Answer.decimal(between.value)
    card.lines = [
      Picture.Line(text: context.say("介数 \(value)", "betweenness \(value)"), role: .emphasis)
    ]
  }
}
