import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// What lies up or down the flow of a segment, in a column for each number of steps; the start
/// stands out.
struct ReachView {
  let context: ViewContext
  private let name: QuestionName
  private let start: NodeIndex
  private let reach: ChainReach

  init(of start: NodeIndex, _ name: QuestionName, _ context: ViewContext) {
    self.context = context
    self.name = name
    self.start = start
    let graph = context.graph
    let depth = context.options.depth
    reach =
      name == .upstream
      ? graph.upstream(of: start, depth: depth, withReturns: context.options.followsReturns)
      : graph.downstream(of: start, depth: depth, withReturns: context.options.followsReturns)
  }

  private var graph: ChainGraph { context.graph }

  func outcome() -> Outcome {
    let titles = context.titles(of: name, graph.name(of: start))
    let list = Answer.reach(
      reach,
      from: start,
      command: name.rawValue,
      in: graph,
      isExplaining: context.options.isExplaining
    )
    return Outcome(title: titles.picture, answer: list.asList(of: name, title: titles.list)) {
      Picture(
        name: name.rawValue,
        language: context.language.rawValue,
        title: titles.picture[context.language],
        subtitle: subtitle,
        columns: columns(),
        cards: cards(),
        links: FlowNet(of: [start] + reach.steps.map(\.segment), context)
          .links(isForward: forwardTest()),
        legend: context.chainLegend,
        footnotes: [context.sourceNote, context.numberNote]
      )
    }
  }

  private func cards() -> [Picture.Card] {
    var first = context.card(start, in: "0")
    first.prominence = .focus
    return [first]
      + reach.steps.enumerated().map { position, step in
        context.card(step.segment, in: String(step.distance), number: position + 1)
      }
  }

  private var subtitle: String {
    let count = reach.steps.count
    let most = reach.steps.map(\.distance).max() ?? 0
    let figures = context.say(
      "\(count) 个环节，最远 \(most) 步",
      "\(count) segments, at most \(most) steps away"
    )
    guard reach.isOnCycle else { return figures }
    return figures + context.say("；起点位于循环上", "; the start lies on a cycle")
  }

  /// The columns in the direction of the flow: upstream the farthest comes first.
  private func columns() -> [Picture.Column] {
    let most = reach.steps.map(\.distance).max() ?? 0
    let columns = (0...most).map { distance in
      let count = distance == 0 ? 1 : reach.steps.count { $0.distance == distance }
      return Picture.Column(
        id: String(distance),
        heading: distance == 0
          ? context.say("起点", "Start")
          : context.say("第 \(distance) 步", "Step \(distance)"),
        note: String(count)
      )
    }
    return name == .upstream ? columns.reversed() : columns
  }

  /// Whether a flow runs with the columns: away from the start downstream, towards it upstream.
  private func forwardTest() -> (Relation) -> Bool {
    let distance = Dictionary(
      reach.steps.map { ($0.segment, $0.distance) },
      uniquingKeysWith: { first, _ in first }
    )
    return { [name] flow in
      let step = distance[flow.target, default: 0] - distance[flow.source, default: 0]
      return name == .upstream ? step <= 0 : step >= 0
    }
  }
}

/// The flows among some segments.
struct FlowNet {
  let context: ViewContext
  private let flows: [Relation]

  /// The flows between any two different ones of `segments`, each in the order of the data; and what
  /// comes back, where it is followed.
  init(of segments: [NodeIndex], _ context: ViewContext) {
    self.context = context
    let inside = Set(segments)
    let semantics: [Semantics] = context.options.followsReturns ? [.flow, .return] : [.flow]
    flows = segments.flatMap { segment in
      semantics.flatMap { context.graph.relations(of: segment, at: .source, $0) }
        .filter { $0.target != segment && inside.contains($0.target) }
    }
  }

  /// A link for each flow that is asked for; one that does not run with the columns is feedback.
  func links(
    isOn: (Relation) -> Bool = { _ in true },
    isForward: (Relation) -> Bool
  ) -> [Picture.Link] {
    flows.filter(isOn).map { context.link($0, style: isForward($0) ? nil : .feedback) }
  }
}

extension ViewContext {
  /// Verdict, and what a flow rests on.
  var chainLegend: [Picture.LegendItem] {
    Verdict.allCases.map {
      Picture.LegendItem(symbol: .card($0.cardStyle), text: $0.label[language])
    } + [
      Picture.LegendItem(symbol: .link(.flow), text: say("供给（文件所载）", "supplies (stated)")),
      Picture.LegendItem(
        symbol: .link(.inferred),
        text: say("供给（行业常识）", "supplies (industry knowledge)")
      ),
      Picture.LegendItem(
        symbol: .link(.feedback),
        text: say("回用、逆向供给", "returns, supplies backwards")
      ),
    ]
  }
}
