import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// A cluster's chain with its segments of some verdicts and what they touch in colour, each with its
/// number in the list: its gaps, what is weak, what is wanted, what nobody has looked at.
struct GapsView {
  let context: ViewContext
  private let question: VerdictQuestion
  private let chain: Chain
  private let gaps: [Gap]

  init(_ name: QuestionName, _ chain: Chain, _ context: ViewContext) {
    self.context = context
    self.chain = chain
    question = VerdictQuestion(name, context)
    gaps = chain.gaps(question.verdicts)
  }

  private var graph: ChainGraph { context.graph }

  func outcome() -> Outcome {
    question.outcome(listing: gaps, of: chain.cluster) { picture(title: $0) }
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
      name: question.name.rawValue,
      language: context.language.rawValue,
      title: title,
      subtitle: diagram.figures,
      columns: diagram.columns,
      cards: diagram.cards(
        number: { numbers[$0] },
        isInColour: { seen.contains($0) },
        showsTargets: true
      ),
      links: links,
      legend: diagram.legend,
      footnotes: diagram.footnotes
    )
  }
}

/// The segments of some verdicts in all chains as a table of heat: a row for each cluster and a column
/// for each stage, in each cell those that it has there by their numbers in the list.
struct AllGapsView {
  let context: ViewContext
  private let question: VerdictQuestion
  private let clusters: [NodeIndex]
  private let gaps: [Gap]

  init(_ name: QuestionName, _ context: ViewContext) {
    self.context = context
    let (graph, question) = (context.graph, VerdictQuestion(name, context))
    self.question = question
    clusters = graph.clustersWithChain()
    gaps = clusters.flatMap { graph.chain(of: $0).gaps(question.verdicts) }
  }

  func outcome() -> Outcome {
    question.outcome(listing: gaps, of: nil) { title in
      let cells = cells()
      return Picture(
        name: question.name.rawValue,
        language: context.language.rawValue,
        title: title,
        subtitle: subtitle,
        columns: columns(cells),
        cards: cells.map { card(for: $0) },
        legend: legend(cells),
        footnotes: [context.sourceNote, context.numberNote]
      )
    }
  }

  private var language: Language { context.language }

  private var subtitle: String {
    let clusters = Set(gaps.map(\.cluster)).count
    guard question.verdicts != Verdict.gaps else {
      return context.say(
        "缺链环节 \(gaps.count) 个，在 \(clusters) 个集群；未查不等于没有",
        "\(gaps.count) gaps in \(clusters) clusters; unknown does not mean absent"
      )
    }
    let words = question.words[language]
    let head = context.say(
      "\(words)环节 \(gaps.count) 个，在 \(clusters) 个集群",
      "\(gaps.count) segments (\(words)) in \(clusters) clusters"
    )
    guard question.verdicts.contains(.unknown) else { return head }
    return head + context.say("；未查不等于没有", "; unknown does not mean absent")
  }

  private func columns(_ cells: [Cell]) -> [Picture.Column] {
    Stage.allCases.map { stage in
      Picture.Column(
        id: stage.rawValue,
        heading: stage.label[language],
        note: String(cells.count { $0.stage == stage })
      )
    }
  }

  /// One cluster at one stage: its segments there, and those of the list with their numbers.
  private struct Cell {
    let row: Int
    let cluster: NodeIndex
    let stage: Stage
    let segments: [NodeIndex]
    let gaps: [(number: Int, segment: NodeIndex)]
  }

  private func cells() -> [Cell] {
    clusters.enumerated().flatMap { row, cluster in
      let layers = context.graph.chain(of: cluster).layers()
      return Stage.allCases.compactMap { stage -> Cell? in
        let segments = layers.filter { $0.stage == stage }.map(\.segment)
        guard !segments.isEmpty else { return nil }
        let inside = Set(segments)
        let listed = gaps.enumerated()
          .filter { $0.element.cluster == cluster && inside.contains($0.element.segment) }
          .map { (number: $0.offset + 1, segment: $0.element.segment) }
        return Cell(row: row, cluster: cluster, stage: stage, segments: segments, gaps: listed)
      }
    }
  }

  /// The hotter, the more of it is in the list; without any, what is known decides.
  private func card(for cell: Cell) -> Picture.Card {
    let graph = context.graph
    var card = context.card(
      cell.cluster,
      in: cell.stage.rawValue,
      copy: cell.stage.rawValue,
      tag: cell.gaps.isEmpty ? nil : context.say("\(cell.gaps.count) 项", "\(cell.gaps.count)")
    )
    let verdicts = cell.segments.map { graph.verdict(of: $0) }.filter { $0 != .uncounted }
    let known = verdicts.count { $0 != .unknown && $0 != .presumed }
    card.row = cell.row
    card.style =
      verdicts.isEmpty ? .uncounted : style(of: cell, isMostlyKnown: known * 2 >= verdicts.count)
    // Red is for gaps alone, whatever is listed.
    let gaps = cell.gaps.count { graph.verdict(of: $0.segment).isGap }
    card.prominence = gaps > 0 && gaps * 3 >= verdicts.count ? .urgent : .usual
    card.lines =
      [Picture.Line(text: words(known, of: verdicts.count), role: .muted)]
      + cell.gaps.map { Picture.Line(text: "\($0.number) \(graph.name(of: $0.segment))") }
    return card
  }

  /// 有据可说 4/6. It stands before the names, so that a card with too many cuts none but names.
  private func words(_ known: Int, of all: Int) -> String {
    guard all > 0 else { return context.say("无计入环节", "nothing counts") }
    return context.say("有据可说 \(known)/\(all)", "evidence on \(known)/\(all)")
  }

  /// Of what is listed there, the worst; without any, how much is known.
  private func style(of cell: Cell, isMostlyKnown: Bool) -> Picture.CardStyle {
    let listed = Set(cell.gaps.map { context.graph.verdict(of: $0.segment) })
    if let worst = Self.heat.first(where: { listed.contains($0) }) { return worst.cardStyle }
    return isMostlyKnown ? .plain : .unknown
  }

  /// The verdicts from what a chain lacks to what it has.
  private static let heat: [Verdict] = [
    .missing, .lacking, .short, .single, .wanted, .building, .presumed, .unknown, .unnamed, .many,
    .uncounted,
  ]

  private func legend(_ cells: [Cell]) -> [Picture.LegendItem] {
    let listed = Set(gaps.map(\.verdict))
    return Self.heat.filter { listed.contains($0) }.map { verdict in
      Picture.LegendItem(symbol: .card(verdict.cardStyle), text: verdict.label[language])
    } + others + uncounted(cells)
  }

  /// Of cells in which nothing counts.
  private func uncounted(_ cells: [Cell]) -> [Picture.LegendItem] {
    let isListed = gaps.contains { $0.verdict == .uncounted }
    guard !isListed,
      cells.contains(where: { !$0.segments.contains(where: context.graph.isCounted) })
    else { return [] }
    return [
      Picture.LegendItem(
        symbol: .card(.uncounted),
        text: context.say("无计入环节：资源、市场、公共", "nothing counts: resource, market, public")
      )
    ]
  }

  /// Of cells without anything that is listed; a style that is told already stands for one thing.
  private var others: [Picture.LegendItem] {
    let known = Picture.LegendItem(
      symbol: .card(.plain),
      text: context.say("无清单所列；一半以上有据可说", "none listed; evidence on at least half")
    )
    guard !gaps.contains(where: { $0.verdict == .unknown }) else { return [known] }
    return [
      known,
      Picture.LegendItem(
        symbol: .card(.unknown),
        text: context.say("无清单所列；多数未查", "none listed; most is unknown")
      ),
    ]
  }
}

/// A question for the segments of some verdicts.
private struct VerdictQuestion {
  let name: QuestionName
  let verdicts: Set<Verdict>
  private let context: ViewContext

  init(_ name: QuestionName, _ context: ViewContext) {
    self.name = name
    self.context = context
    verdicts =
      switch name {
      case .weak: Verdict.weak
      case .wanted: [.wanted]
      case .unknown: [.unknown]
      default: context.options.verdicts
      }
  }

  /// The verdicts by their labels: 单一企业、未查.
  var words: BilingualText {
    let labels = Verdict.allCases.filter(verdicts.contains).map(\.label)
    return BilingualText(
      zh: labels.map(\.zh).joined(separator: "、"),
      en: labels.map(\.en).joined(separator: ", ")
    )
  }

  func outcome(
    listing gaps: [Gap],
    of cluster: NodeIndex?,
    picture: @escaping (String) -> Picture
  ) -> Outcome {
    let graph = context.graph
    let titles = titles(of: cluster.map { graph.name(of: $0) } ?? context.dataset.jurisdiction)
    let list: Answer =
      name == .unknown
      ? .survey(gaps, scope: cluster, in: graph)
      : .gaps(gaps, scope: cluster, in: graph, isExplaining: context.options.isExplaining)
    return Outcome(title: titles.picture, answer: list.asList(of: name, title: titles.list)) {
      picture(titles.picture[context.language])
    }
  }

  /// Nothing is headed as gaps that is none: 泳装产业集群 · 环节清单（未查）.
  private func titles(of subject: String) -> ViewTitles {
    guard name == .gaps, verdicts != Verdict.gaps else { return context.titles(of: name, subject) }
    return ViewTitles(
      picture: BilingualText(
        zh: "\(subject) · 环节图（\(words.zh)）",
        en: "\(subject): segments (\(words.en))"
      ),
      list: BilingualText(
        zh: "\(subject) · 环节清单（\(words.zh)）",
        en: "\(subject): list of segments (\(words.en))"
      )
    )
  }
}
