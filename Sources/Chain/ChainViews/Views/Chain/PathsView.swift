import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// The ways from one segment to another, laid over each other: each segment once, in a column for
/// the fewest steps from the start.
struct PathsView {
  let context: ViewContext
  private let start: NodeIndex
  private let end: NodeIndex
  private let found: FlowPaths
  /// The segments on the ways with the fewest steps from the start, nearest first.
  private let steps: [(segment: NodeIndex, distance: Int)]

  init(from start: NodeIndex, to end: NodeIndex, _ context: ViewContext) {
    self.context = context
    self.start = start
    self.end = end
    let graph = context.graph
    found = graph.flowPaths(
      from: start,
      to: end,
      limit: context.options.limit,
      withReturns: context.options.followsReturns
    )
    var distance: [NodeIndex: Int] = [:]
    for path in found.paths {
      for (step, segment) in path.enumerated() {
        distance[segment] = min(distance[segment] ?? step, step)
      }
    }
    // The end stands last, however short the shortest way is.
    let last = distance.values.max() ?? 0
    if start != end, !found.paths.isEmpty { distance[end] = max(last, distance[end] ?? 0) }
    let ordered = graph.inNameOrder(distance.keys).map { ($0, distance[$0] ?? 0) }
    steps = ordered.enumerated()
      .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
      .map { (segment: $0.element.0, distance: $0.element.1) }
  }

  private var graph: ChainGraph { context.graph }

  func outcome() -> Outcome {
    let titles = context.titles(
      of: .paths,
      "\(graph.name(of: start)) → \(graph.name(of: end))"
    )
    return Outcome(title: titles.picture, answer: answer(title: titles.list)) {
      () throws(ViewFailure) in
      guard !found.paths.isEmpty else { throw .isEmpty(noPath) }
      return Picture(
        name: "paths",
        language: context.language.rawValue,
        title: titles.picture[context.language],
        subtitle: subtitle,
        columns: columns(),
        cards: cards(),
        links: links(),
        legend: context.chainLegend,
        footnotes: [context.sourceNote, context.numberNote]
      )
    }
  }

  private var noPath: BilingualText {
    let (from, to) = (graph.name(of: start), graph.name(of: end))
    return BilingualText(
      zh: "从“\(from)”没有到“\(to)”的供给路径",
      en: "no supplies lead from '\(from)' to '\(to)'"
    )
  }

  private var subtitle: String {
    let lengths = found.paths.map { $0.count - 1 }
    let (least, most) = (lengths.min() ?? 0, lengths.max() ?? 0)
    let figures = context.say(
      "\(found.paths.count) 条路径，\(least)–\(most) 步",
      "\(found.paths.count) paths of \(least)–\(most) steps"
    )
    guard found.isCut else { return figures }
    return figures + context.say("；还有更多未画出（--limit）", "; there are more (--limit)")
  }

  private func columns() -> [Picture.Column] {
    let last = steps.map(\.distance).max() ?? 0
    return (0...last).map { distance in
      Picture.Column(
        id: String(distance),
        heading: context.say("第 \(distance) 步", "Step \(distance)"),
        note: String(steps.count { $0.distance == distance })
      )
    }
  }

  private func cards() -> [Picture.Card] {
    steps.enumerated().map { position, step in
      var card = context.card(step.segment, in: String(step.distance), number: position + 1)
      if step.segment == start || step.segment == end { card.prominence = .focus }
      return card
    }
  }

  /// Each flow between two segments that follow each other on a way.
  private func links() -> [Picture.Link] {
    let pairs = Set(
      found.paths.flatMap { path in zip(path, path.dropFirst()).map { [$0, $1] } }
    )
    let distance = Dictionary(
      steps.map { ($0.segment, $0.distance) },
      uniquingKeysWith: { first, _ in first }
    )
    return FlowNet(of: steps.map(\.segment), context).links(
      isOn: { pairs.contains([$0.source, $0.target]) },
      isForward: { distance[$0.target, default: 0] >= distance[$0.source, default: 0] }
    )
  }

  /// The ways, then the segments on them by the numbers of the picture.
  private func answer(title: BilingualText) -> Answer {
    let isExplaining = context.options.isExplaining
    let ways = Answer.paths(found, from: start, to: end, in: graph, isExplaining: isExplaining)
    return Answer(
      command: ways.command,
      subject: ways.subject,
      title: title,
      sections: ways.sections + [
        Answer.Section(
          key: "segments",
          title: BilingualText(zh: "途经环节", en: "segments on the paths"),
          content: .table(segments().numbered())
        )
      ],
      notes: ways.notes + (found.paths.isEmpty ? [noPath] : [])
    )
  }

  private func segments() -> Answer.Table {
    Answer.Table(
      [
        .id, .kind, .name, Answer.Table.Column("distance", zh: "步数", en: "distance"),
        Answer.Table.Column("paths", zh: "所在路径", en: "on paths"), .verdict, .basis, .source,
      ],
      steps
    ) { step in
      let on = found.paths.enumerated().filter { $0.element.contains(step.segment) }
        .map { Answer.Cell.number($0.offset + 1) }
      let origin = graph.origin(of: step.segment)
      return graph.headCells(step.segment) + [
        .number(step.distance), .list(on),
        Answer.verdictCell(of: graph.assessment(of: step.segment)), graph.basisCell(origin),
        graph.sourceCell(origin),
      ]
    }
  }
}
