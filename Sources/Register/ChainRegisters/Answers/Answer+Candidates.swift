import Bilingual
import ChainModel
import ChainQueries
package import ChainViews
import GraphKernel

extension Answer {
  /// What `candidates` says: a row a firm of elsewhere that may make what is missing, with the words, and how far
  /// along the chain the nearest local buyers are.
  package static func candidates(_ review: RegisterReview, names: [NamedFirm]) -> Answer {
    let graph = review.dataset.graph
    let demand = LocalDemand(for: Set(review.questions.map(\.segment)), in: graph)
    let sorted = review.questions.enumerated().sorted { a, b in
      let (one, other) = (a.element, b.element)
      if one.segment != other.segment { return one.segment < other.segment }
      if one.proposal.score != other.proposal.score {
        return one.proposal.score > other.proposal.score
      }
      return a.offset < b.offset
    }.map(\.element)
    let table = Table(
      [
        Table.Column("segment", zh: "环节", en: "segment"),
        Table.Column("verdict", zh: "结论", en: "verdict"),
        Table.Column("row", zh: "名录行", en: "row"), Table.Column("firm", zh: "企业", en: "firm"),
        Table.Column("creditCode", zh: "统一社会信用代码", en: "credit code", isForMachines: true),
        Table.Column("band", zh: "把握", en: "band"), Table.Column("tier", zh: "凭据", en: "evidence"),
        Table.Column("words", zh: "名录原词", en: "words"),
        Table.Column("share", zh: "收入比重", en: "share"),
        Table.Column("address", zh: "地址", en: "address"),
        Table.Column("distance", zh: "到本地买家的步数", en: "flows to local buyers"),
        Table.Column("buyers", zh: "最近的本地买家", en: "nearest local buyers"),
      ],
      sorted
    ) { question in
      let row = review.register[question.row]
      let verdict = graph.verdict(of: question.segment)
      return [
        .node(NodeSummary(of: question.segment, in: graph)),
        .word(key: verdict.rawValue, label: verdict.label), .number(row.number), .text(row.name),
        row.creditCode.isEmpty ? .none : .text(row.creditCode),
        .word(key: question.band.rawValue, label: question.band.label),
        .captioned(.number(question.proposal.tier.rawValue), caption: question.proposal.tier.label),
        .list(question.proposal.words.map { .text($0) }),
        question.proposal.share.map { .text(ShareText.rounded($0)) } ?? .none,
        row.address.isEmpty ? .none : .text(row.address),
        demand.distance(from: question.segment).map { .number($0) } ?? .none,
        .list(
          demand.buyers(from: question.segment).map { .node(NodeSummary(of: $0, in: graph)) }
        ),
      ]
    }
    return Answer(
      command: "candidates",
      title: BilingualText(
        zh: "\(review.register.title)：目标企业建议",
        en: "\(review.register.title): firms that may fill a gap"
      ),
      sections: [Section(key: "rows", title: nil, content: .table(table))]
        + namesSection(review, names),
      notes: review.notes
    )
  }
}
