import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// How far the firms of the attached registers have been decided: of a cluster a card for each segment in a column
/// for each stage, of all in a column for each cluster.
struct AttachmentView {
  let context: ViewContext
  private let cluster: NodeIndex?
  private let rows: [AttachmentProgress]

  init(of cluster: NodeIndex?, _ context: ViewContext) {
    self.context = context
    self.cluster = cluster
    rows = context.dataset.attachmentProgress(of: cluster)
  }

  private var graph: ChainGraph { context.graph }
  private var language: Language { context.language }

  func outcome() -> Outcome {
    let titles = context.titles(
      of: .attached,
      cluster.map { graph.name(of: $0) } ?? context.dataset.jurisdiction
    )
    return Outcome(
      title: titles.picture,
      answer: answer().asList(of: .attached, title: titles.list)
    ) {
      picture(titled: titles.picture[language])
    }
  }

  // MARK: List

  private func answer() -> Answer {
    let table = Answer.Table(
      [
        .id, .name, .verdict,
        Answer.Table.Column("confirmed", zh: "已知企业", en: "known firms"),
        Answer.Table.Column("yes", zh: "是", en: "yes"),
        Answer.Table.Column("no", zh: "否", en: "no"),
        Answer.Table.Column("unsure", zh: "存疑", en: "unsure"),
        Answer.Table.Column("possible", zh: "待核（可能）", en: "open, possible"),
        Answer.Table.Column("open", zh: "待核", en: "open"),
        Answer.Table.Column("state", zh: "进度", en: "progress"),
      ],
      rows
    ) { row in
      [
        .text(graph.id(of: row.segment)), .text(graph.name(of: row.segment)),
        Answer.verdictCell(of: graph.assessment(of: row.segment)), graph.cells(row.confirmed),
        .number(row.decided[.yes] ?? 0), .number(row.decided[.no] ?? 0),
        .number(row.decided[.unsure] ?? 0), .number(row.possible), .number(row.open),
        .word(key: row.state.rawValue, label: row.state.label),
      ]
    }
    return Answer(
      command: QuestionName.attached.rawValue,
      subject: cluster.map { graph.summary(of: $0) },
      table: table,
      notes: registers
    )
  }

  /// Which registers these are; that there is none.
  private var registers: [BilingualText] {
    let own = context.dataset.attachments.filter { !$0.isOutside }
    guard !own.isEmpty else {
      return [
        BilingualText(
          zh: "还没有挂过名录：liantu attach 名录文件",
          en: "no register is attached yet: liantu attach REGISTER"
        )
      ]
    }
    return own.map { attachment in
      BilingualText(
        zh: "名录：\(attachment.register)（\(attachment.date)，\(attachment.firmCount) 家），"
          + "已判断 \(attachment.decisions.count) 条",
        en: "register: \(attachment.register) (\(attachment.date), \(attachment.firmCount) firms), "
          + "\(attachment.decisions.count) decisions"
      )
    }
  }

  // MARK: Picture

  private func picture(titled title: String) -> Picture {
    let places = places()
    return Picture(
      name: QuestionName.attached.rawValue,
      language: language.rawValue,
      title: title,
      subtitle: figures,
      columns: columns(of: places),
      cards: zip(rows, places).enumerated().map { position, row in
        card(for: row.0, number: position + 1, in: columnID(row.1))
      },
      legend: legend,
      footnotes: registers.map { $0[language] }
        + [
          context.say(
            "没有建议不等于没有企业；结论见全景图",
            "nothing proposed does not mean that nobody is here; for that see the panorama"
          ), context.numberNote,
        ]
    )
  }

  private enum Place: Hashable {
    case stage(Stage)
    case cluster(NodeIndex)
  }

  /// The stage of each segment, or the first cluster in whose chain it is.
  private func places() -> [Place] {
    if let cluster {
      let stages = Dictionary(
        graph.chain(of: cluster).layers().map { ($0.segment, $0.stage) },
        uniquingKeysWith: { first, _ in first }
      )
      return rows.map { .stage(stages[$0.segment] ?? .midstream) }
    }
    var homes: [NodeIndex: NodeIndex] = [:]
    for cluster in graph.clustersWithChain() {
      for segment in graph.chain(of: cluster).segments where homes[segment] == nil {
        homes[segment] = cluster
      }
    }
    return rows.map { row in homes[row.segment].map { .cluster($0) } ?? .stage(.midstream) }
  }

  private func columns(of places: [Place]) -> [Picture.Column] {
    let all: [Place] =
      cluster == nil
      ? graph.clustersWithChain().map { .cluster($0) } : Stage.allCases.map { .stage($0) }
    return all.filter { places.contains($0) }.map { place in
      Picture.Column(
        id: columnID(place),
        heading: heading(of: place),
        note: String(places.count { $0 == place })
      )
    }
  }

  private func columnID(_ place: Place) -> String {
    switch place {
    case .stage(let stage): stage.rawValue
    case .cluster(let cluster): "cluster:" + graph.id(of: cluster)
    }
  }

  private func heading(of place: Place) -> String {
    switch place {
    case .stage(let stage): stage.label[language]
    case .cluster(let cluster): graph.name(of: cluster)
    }
  }

  private func card(
    for row: AttachmentProgress,
    number: Int,
    in column: String
  ) -> Picture.Card {
    let all = row.decidedCount + row.open
    var card = context.card(
      row.segment,
      in: column,
      number: number,
      tag: all > 0 ? "\(row.decidedCount)/\(all)" : nil,
      lines: lines(of: row)
    )
    card.style = row.state.cardStyle
    return card
  }

  /// What was decided, what is open, and who was confirmed.
  private func lines(of row: AttachmentProgress) -> [Picture.Line] {
    var lines: [Picture.Line] = []
    if row.decidedCount > 0 {
      let counts = FirmDecision.Verdict.allCases.map { row.decided[$0] ?? 0 }
      lines.append(
        Picture.Line(
          text: context.say(
            "是 \(counts[0]) · 否 \(counts[1]) · 存疑 \(counts[2])",
            "yes \(counts[0]) · no \(counts[1]) · unsure \(counts[2])"
          )
        )
      )
    }
    if row.open > 0 {
      lines.append(
        Picture.Line(
          text: context.say(
            "待核 \(row.open)（可能 \(row.possible)）",
            "open \(row.open) (possible \(row.possible))"
          ),
          role: .muted
        )
      )
    }
    return context.cut(
      lines + row.confirmed.map { Picture.Line(text: graph.name(of: $0)) }
    )
  }

  private var figures: String {
    let counts = AttachmentProgress.State.allCases.map { state in rows.count { $0.state == state } }
    return context.say(
      "环节 \(rows.count) 个：核完 \(counts[0])，核了一部分 \(counts[1])，待核 \(counts[2])，"
        + "没有建议 \(counts[3])",
      "\(rows.count) segments: \(counts[0]) done, \(counts[1]) begun, \(counts[2]) open, "
        + "\(counts[3]) without proposals"
    )
  }

  private var legend: [Picture.LegendItem] {
    AttachmentProgress.State.allCases.filter { state in rows.contains { $0.state == state } }
      .map { Picture.LegendItem(symbol: .card($0.cardStyle), text: $0.label[language]) }
  }
}

extension AttachmentProgress.State {
  /// The word for people.
  fileprivate var label: BilingualText {
    switch self {
    case .done: BilingualText(zh: "建议都已核", en: "all decided")
    case .begun: BilingualText(zh: "核了一部分", en: "some decided")
    case .open: BilingualText(zh: "有建议，都未核", en: "nothing decided yet")
    case .none: BilingualText(zh: "没有建议", en: "nothing proposed")
    }
  }

  fileprivate var cardStyle: Picture.CardStyle {
    switch self {
    case .done: .many
    case .begun: .single
    case .open: .unknown
    case .none: .uncounted
    }
  }
}
