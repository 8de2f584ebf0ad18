import Bilingual
import ChainModel
package import ChainViews
import ChainQueries
import GraphKernel
import RegisterMatching
import RegisterReader

/// How a review is listed.
package enum ReviewOrder: String, Sendable, Hashable, CaseIterable {
  /// A row a segment.
  case segment
  /// A row a proposal, firm by firm.
  case firm
}

extension Answer {
  /// What `attach` says of a register: what it proposes, by segment or by firm, and all that it left out.
  package static func review(
    _ review: RegisterReview,
    by order: ReviewOrder,
    names: [NamedFirm]
  ) -> Answer {
    let sections = [
      Section(
        key: "rows",
        title: nil,
        content: .table(
          order == .segment ? segmentTable(review) : firmTable(review, review.questions)
        )
      )
    ]
    return Answer(
      command: "attach",
      title: BilingualText(
        zh: "\(review.register.title)：挂链建议",
        en: "\(review.register.title): where its firms may stand"
      ),
      sections: sections + namesSection(review, names),
      notes: review.notes
    )
  }

  /// A row a segment that is asked about: how much, and the best of it.
  private static func segmentTable(_ review: RegisterReview) -> Answer.Table {
    let graph = review.dataset.graph
    let bySegment = Dictionary(grouping: review.questions, by: \.segment)
    let settled = Dictionary(grouping: review.settled, by: \.known.segment)
    let segments = review.segments.nodes.filter { bySegment[$0] != nil || settled[$0] != nil }
    return Answer.Table(
      [
        Table.Column("id", zh: "标识", en: "id", isForMachines: true),
        Table.Column("name", zh: "环节", en: "segment"),
        Table.Column("possible", zh: "可能", en: "possible"),
        Table.Column("review", zh: "待看", en: "to review"),
        Table.Column("yes", zh: "已定为是", en: "decided yes"),
        Table.Column("no", zh: "已定为否", en: "decided no"),
        Table.Column("unsure", zh: "存疑", en: "unsure"),
        Table.Column("best", zh: "最可能的企业（凭据）", en: "best firms (evidence)"),
        Table.Column("beaten", zh: "胜过的环节", en: "beat"),
      ],
      segments
    ) { segment in
      let asked = bySegment[segment] ?? []
      let known = (settled[segment] ?? []).map(\.known.decision.verdict)
      let best = asked.enumerated().sorted { a, b in
        a.element.proposal.score == b.element.proposal.score
          ? a.offset < b.offset : a.element.proposal.score > b.element.proposal.score
      }
      return [
        .text(graph.id(of: segment)), .text(graph.name(of: segment)),
        .number(asked.count { $0.band != .review }), .number(asked.count { $0.band == .review }),
        .number(known.count { $0 == .yes }), .number(known.count { $0 == .no }),
        .number(known.count { $0 == .unsure }),
        .list(
          best.prefix(mostShown).map { _, question in
            let name = review.register[question.row].name
            let words = question.proposal.words.first ?? question.proposal.term
            let tier = question.proposal.tier.label
            return .captioned(
              .text(name),
              caption: BilingualText(
                zh: "\(name)（\(words)，\(tier.zh)）",
                en: "\(name) (\(words), \(tier.en))"
              )
            )
          }
        ),
        .list(
          asked.flatMap(\.beaten).uniqued().map { .node(NodeSummary(of: $0, in: graph)) }
        ),
      ]
    }
  }

  private static let mostShown = 3

  /// A row a proposal.
  static func firmTable(
    _ review: RegisterReview,
    _ questions: [RegisterReview.Question]
  ) -> Answer.Table {
    let graph = review.dataset.graph
    return Answer.Table(
      [
        Table.Column("row", zh: "名录行", en: "row"), Table.Column("firm", zh: "企业", en: "firm"),
        Table.Column("creditCode", zh: "统一社会信用代码", en: "credit code", isForMachines: true),
        Table.Column("segment", zh: "环节", en: "segment"),
        Table.Column("band", zh: "把握", en: "band"), Table.Column("tier", zh: "凭据", en: "evidence"),
        Table.Column("score", zh: "分", en: "score", isForMachines: true),
        Table.Column("words", zh: "名录原词", en: "words"),
        Table.Column("term", zh: "环节用词", en: "word of the segment"),
        Table.Column("field", zh: "所在栏目", en: "field"),
        Table.Column("share", zh: "收入比重", en: "share"),
        Table.Column("beaten", zh: "胜过的环节", en: "beat"),
        Table.Column("reason", zh: "为何问", en: "why asked"),
      ],
      questions
    ) { question in
      let row = review.register[question.row]
      let proposal = question.proposal
      return [
        .number(row.number), .text(row.name),
        row.creditCode.isEmpty ? .none : .text(row.creditCode),
        .node(NodeSummary(of: question.segment, in: graph)),
        .word(key: question.band.rawValue, label: question.band.label),
        .captioned(.number(proposal.tier.rawValue), caption: proposal.tier.label),
        .text(Self.score(proposal.score)), .list(proposal.words.map { .text($0) }),
        .text(proposal.term), .word(key: proposal.field.rawValue, label: proposal.field.label),
        question.proposal.share.map { .text(ShareText.rounded($0)) } ?? .none,
        .list(question.beaten.map { .node(NodeSummary(of: $0, in: graph)) }),
        .word(key: question.reason.rawValue, label: question.reason.label),
      ]
    }
  }

  /// To a hundredth.
  private static func score(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + String(hundredths % 100)
  }

  /// The enterprises of the data set that may be firms of the register; nothing without any.
  static func namesSection(_ review: RegisterReview, _ names: [NamedFirm]) -> [Section] {
    guard !names.isEmpty else { return [] }
    return [
      Section(
        key: "names",
        title: BilingualText(
          zh: "数据集点名的企业，名录中可能是",
          en: "enterprises of the data set, and the firms they may be"
        ),
        content: .table(namesTable(review, names))
      )
    ]
  }

  private static func namesTable(_ review: RegisterReview, _ names: [NamedFirm]) -> Answer.Table {
    let graph = review.dataset.graph
    return Answer.Table(
      [
        Table.Column("enterprise", zh: "数据集中的企业", en: "enterprise"),
        Table.Column("row", zh: "名录行", en: "row"),
        Table.Column("firm", zh: "名录中的企业", en: "firm"),
        Table.Column("why", zh: "为何相近", en: "why"),
      ],
      names
    ) { named in
      let row = review.register[named.row]
      return [
        .node(NodeSummary(of: named.enterprise, in: graph)), .number(row.number), .text(row.name),
        .sentence(named.why),
      ]
    }
  }
}
