import Bilingual
public import ChainModel
public import ChainQueries
public import GraphKernel

extension Answer {
  /// The columns of a list to survey by that people fill in.
  static let surveyFields = [
    BilingualText(zh: "结果", en: "result"), BilingualText(zh: "企业", en: "enterprises"),
    BilingualText(zh: "依据", en: "by what"), BilingualText(zh: "调查人", en: "surveyed by"),
    BilingualText(zh: "日期", en: "date"),
  ]

  /// What `unknown` says: a row a segment that nobody has looked at, whom to ask and what, and what
  /// follows if it is missing; then the columns to fill in.
  public static func survey(_ gaps: [Gap], scope: NodeIndex?, in graph: ChainGraph) -> Answer {
    let table = Answer.Table(
      [
        .id, .name,
        Answer.Table.Column("cluster", zh: "集群", en: "cluster", isForMachines: scope != nil),
        .verdict, Answer.Table.Column("owners", zh: "问谁", en: "ask"),
        Answer.Table.Column("question", zh: "问什么", en: "what to ask"),
        Answer.Table.Column("size", zh: "企业规模", en: "which firms"),
        Answer.Table.Column("blocks", zh: "若缺则卡住环节", en: "would block"),
      ],
      gaps
    ) { gap in
      [
        .text(graph.id(of: gap.segment)), .text(graph.name(of: gap.segment)),
        graph.cell(gap.cluster), verdictCell(of: gap.assessment),
        graph.cells(graph.contacts(for: gap.segment)),
        .sentence(gap.question(in: graph)),
        .word(key: "all", label: BilingualText(zh: "规上和规下", en: "above scale and below")),
        graph.cells(gap.blocks),
      ]
    }
    let list = Answer(
      command: "unknown",
      subject: scope.map { graph.summary(of: $0) },
      table: table,
      notes: [
        BilingualText(
          zh: "未查不等于没有：结果填“有”“不足”或“无”，有则填企业",
          en: "unknown does not mean absent: fill in 'yes', 'short' or 'no', and which enterprises"
        )
      ] + (scope == nil ? unclustered(in: graph) : [])
    )
    return gaps.isEmpty ? list : list.filling(surveyFields, title: nil)
  }
}
