package import Bilingual
import ChainDrawing
package import ChainModel
import ChainQueries
package import GraphKernel

/// Two clusters side by side: a card for each segment, with a line for each cluster that says how things
/// stand there.
package struct ComparisonView {
  private let comparison: ChainComparison
  private let left: ViewContext
  private let right: ViewContext
  private let isOneDataset: Bool

  /// Compares a cluster of `dataset` with one of `other`; `nil` for another one of the same data set.
  package init(
    _ cluster: NodeIndex,
    of dataset: Dataset,
    with otherCluster: NodeIndex,
    of other: Dataset?,
    language: Language
  ) {
    left = ViewContext(dataset: dataset, language: language, options: QuestionOptions())
    right = ViewContext(dataset: other ?? dataset, language: language, options: QuestionOptions())
    isOneDataset = other == nil
    comparison = ChainComparison(
      (dataset.graph, cluster),
      (right.graph, otherCluster),
      isOneGraph: other == nil
    )
  }

  /// The picture and the list that equals it.
  package func view() -> ChainView {
    ChainView(title: title("对比图", "comparison"), picture: picture(), list: list())
  }

  private var language: Language { left.language }

  // MARK: Words

  /// What the two are called: the clusters, and with their cities where those differ.
  private var names: [BilingualText] {
    let sides = [(left, comparison.left), (right, comparison.right)]
    return sides.map { context, side in
      let cluster = side.graph.name(of: side.cluster)
      guard !isOneDataset else { return BilingualText(same: cluster) }
      let city = context.dataset.jurisdiction
      return BilingualText(zh: "\(city) \(cluster)", en: "\(city), \(cluster)")
    }
  }

  private func title(_ zh: String, _ en: String) -> BilingualText {
    BilingualText(
      zh: "\(names[0].zh) 与 \(names[1].zh) · \(zh)",
      en: "\(names[0].en) and \(names[1].en): \(en)"
    )
  }

  private func label(of standing: ChainComparison.Standing) -> BilingualText {
    switch standing {
    case .both: BilingualText(zh: "两方有", en: "both")
    case .left: BilingualText(zh: "甲有", en: "A has it")
    case .right: BilingualText(zh: "乙有", en: "B has it")
    case .neither: BilingualText(zh: "未见有", en: "neither known")
    }
  }

  private func count(_ standing: ChainComparison.Standing) -> Int {
    comparison.rows.count { $0.standing == standing }
  }

  /// 甲：葫芦岛市 泳装产业集群；乙：…
  private var sides: BilingualText {
    BilingualText(
      zh: "甲：\(names[0].zh)；乙：\(names[1].zh)",
      en: "A: \(names[0].en); B: \(names[1].en)"
    )
  }

  private var figures: BilingualText {
    func line(_ language: Language) -> String {
      ChainComparison.Standing.allCases.map { "\(label(of: $0)[language]) \(count($0))" }
        .joined(separator: " · ")
    }
    return BilingualText(
      zh: line(.zh) + "；未见有不等于没有",
      en: line(.en) + "; not known does not mean absent"
    )
  }

  /// What is left out, and where the two do not speak of the same.
  private var notes: [BilingualText] {
    var notes = [sides, figures]
    if !comparison.rows.contains(where: { $0.left != nil && $0.right != nil }) {
      notes.append(
        BilingualText(
          zh: "两条链没有共同的环节：能对比的是用同一条参考链、或环节同名的集群",
          en:
            "the two chains have no segment in common: clusters compare that use one reference chain, "
            + "or name segments alike"
        )
      )
    }
    if comparison.uncounted > 0 {
      notes.append(
        BilingualText(
          zh: "未列：资源、市场、公共环节 \(comparison.uncounted) 个",
          en: "not listed: \(comparison.uncounted) resources, markets and public things"
        )
      )
    }
    let (one, two) = (
      comparison.rows.count { $0.right == nil }, comparison.rows.count { $0.left == nil }
    )
    if one + two > 0 {
      notes.append(
        BilingualText(
          zh: "只在甲的链上：\(one) 个环节；只在乙的链上：\(two) 个（记作 —）",
          en: "on the chain of A alone: \(one) segments; of B alone: \(two) (marked —)"
        )
      )
    }
    let (own, others) = (editions(left, comparison.left), editions(right, comparison.right))
    if own != others {
      let common = Self.listed(own.filter(others.contains))
      let (a, b) = (
        Self.listed(own.filter { !others.contains($0) }),
        Self.listed(others.filter { !own.contains($0) })
      )
      notes.append(
        BilingualText(
          zh: "所用参考链：两方 \(common)；只有甲 \(a)；只有乙 \(b)",
          en: "the chains in use: both \(common); A alone \(a); B alone \(b)"
        )
      )
    }
    if isOneDataset {
      notes.append(
        BilingualText(
          zh: "各算各的企业和项目：对方的在这里不算，所以结论可能与全景图不同",
          en:
            "each has its own enterprises and projects: those of the other do not count here, and so a verdict "
            + "may differ from that of a panorama"
        )
      )
    }
    return notes
  }

  private func editions(_ context: ViewContext, _ side: ChainComparison.Side) -> [String] {
    let used = Set(
      side.chain.segments.compactMap {
        side.graph.attribute(.chain, of: $0)?.description(in: .zh)
      }
    )
    return used.sorted()
  }

  private static func listed(_ words: [String]) -> String {
    words.isEmpty ? "—" : words.joined(separator: "、")
  }

  // MARK: Picture and list

  private func picture() -> Picture {
    let columns = Stage.allCases.map { stage in
      Picture.Column(
        id: stage.rawValue,
        heading: stage.label[language],
        note: left.say(
          "\(comparison.rows.count { $0.stage == stage }) 个环节",
          "\(comparison.rows.count { $0.stage == stage }) segments"
        )
      )
    }
    let cards = comparison.rows.enumerated().map { number, row in card(row, number: number + 1) }
    return Picture(
      name: "comparison",
      language: language.rawValue,
      title: title("对比图", "comparison")[language],
      subtitle: figures[language],
      columns: columns,
      cards: cards,
      links: links(),
      legend: legend(cards),
      footnotes: notes.map { $0[language] } + [left.sourceNote]
        + (isOneDataset ? [] : [right.sourceNote]) + [left.numberNote]
    )
  }

  private func card(_ row: ChainComparison.Row, number: Int) -> Picture.Card {
    let context = row.left == nil ? right : left
    var card = context.card(row.shown.segment, in: row.stage.rawValue, number: number)
    card.style = .plain
    card.mark = nil
    card.tag = label(of: row.standing)[language]
    card.lines = [
      line(left.say("甲", "A"), row.left, in: left), line(left.say("乙", "B"), row.right, in: right),
    ]
    card.prominence =
      switch row.standing {
      case .both: .usual
      case .left, .right: .urgent
      case .neither: .faded
      }
    return card
  }

  private func line(
    _ side: String,
    _ place: ChainComparison.Place?,
    in context: ViewContext
  ) -> Picture.Line {
    guard let place else {
      return Picture.Line(text: "\(side) —", role: .muted)
    }
    let verdict = place.assessment.verdict
    let actors = place.actors.enterprises + place.actors.projects
    let named = actors.prefix(Self.mostNames).map {
      place.actors.mark($0) + context.graph.name(of: $0)
    }
    let more = actors.count > Self.mostNames ? ["+\(actors.count - Self.mostNames)"] : []
    let who = (named + more).joined(separator: left.say("、", ", "))
    let words = [side, verdict.label[language]].joined(separator: " ")
    return Picture.Line(
      text: who.isEmpty ? words : words + left.say("：", ": ") + who,
      role: verdict.isPresent ? .normal : .muted
    )
  }

  /// As many as a line has room for; the list names all.
  private static let mostNames = 2

  /// The flows of the left chain, in the background.
  private func links() -> [Picture.Link] {
    let shown = Set(comparison.rows.compactMap { $0.left?.segment })
    let flows = comparison.left.chain.flows.filter {
      $0.source != $0.target && shown.contains($0.source) && shown.contains($0.target)
    }
    let implied = Set(comparison.left.chain.flowLayout().implied)
    return flows.filter { !implied.contains($0) }.map { flow in
      var link = left.link(flow)
      link.prominence = .faded
      return link
    }
  }

  private func legend(_ cards: [Picture.Card]) -> [Picture.LegendItem] {
    let words: [ChainComparison.Standing: BilingualText] = [
      .both: BilingualText(zh: "两方都已知有", en: "both are known to have it"),
      .left: BilingualText(zh: "只知甲有", en: "A alone is known to"),
      .right: BilingualText(zh: "只知乙有", en: "B alone is known to"),
      .neither: BilingualText(zh: "两方都未见有", en: "neither is known to"),
    ]
    return ChainComparison.Standing.allCases.compactMap { standing in
      let tag = label(of: standing)[language]
      guard cards.contains(where: { $0.tag == tag }), let text = words[standing] else { return nil }
      return Picture.LegendItem(symbol: .tag(tag), text: text[language])
    }
  }

  private func list() -> Answer {
    func cells(_ place: ChainComparison.Place?, _ context: ViewContext) -> [Answer.Cell] {
      guard let place else { return [.text("—"), .none, .none] }
      return [
        Answer.verdictCell(of: place.assessment),
        context.graph.cells(place.actors.enterprises, on: place.actors),
        context.graph.cells(place.actors.projects, on: place.actors),
      ]
    }
    func columns(_ key: String, _ zh: String, _ en: String) -> [Answer.Table.Column] {
      [
        Answer.Table.Column("\(key)Verdict", zh: "\(zh)：结论", en: "\(en): verdict"),
        Answer.Table.Column("\(key)Enterprises", zh: "\(zh)：企业", en: "\(en): enterprises"),
        Answer.Table.Column("\(key)Projects", zh: "\(zh)：项目", en: "\(en): projects"),
      ]
    }
    let table = Answer.Table(
      [
        .id, .name, Answer.Table.Column("stage", zh: "位置", en: "stage"),
        Answer.Table.Column("standing", zh: "对比", en: "standing"),
      ] + columns("left", "甲", "A") + columns("right", "乙", "B"),
      comparison.rows
    ) { row in
      let (graph, segment) = ((row.left == nil ? right : left).graph, row.shown.segment)
      return [
        .text(graph.id(of: segment)), .text(graph.name(of: segment)),
        .word(key: row.stage.rawValue, label: row.stage.label),
        .word(key: row.standing.rawValue, label: label(of: row.standing)),
      ] + cells(row.left, left) + cells(row.right, right)
    }
    return Answer(
      command: "compare",
      title: title("对比清单", "comparison"),
      table: table,
      notes: notes
    )
  }
}
