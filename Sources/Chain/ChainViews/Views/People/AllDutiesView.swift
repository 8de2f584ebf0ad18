import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// Every party and what it answers for by name: leaders at the left, departments at the right, the
/// items between.
struct AllDutiesView {
  let context: ViewContext
  private let duties: [(party: NodeIndex, duty: Duty)]

  init(_ context: ViewContext) throws(ViewFailure) {
    self.context = context
    let graph = context.graph
    let options = context.options
    let parties = graph.ontology.partyKinds.flatMap { graph.nodes(of: $0) }
    duties = parties.flatMap { party in
      // Under its own name alone: what a collective is named for stands with the collective.
      graph.duties(of: party, asked: options).filter { $0.through == nil }.map { (party, $0) }
    }
    guard !duties.isEmpty else {
      throw .isEmpty(BilingualText(zh: "没有任何责任条款", en: "nobody answers for anything"))
    }
  }

  private var graph: ChainGraph { context.graph }

  func outcome() -> Outcome {
    let titles = context.titles(of: .duties, context.dataset.jurisdiction)
    let links = links()
    return Outcome(title: titles.picture, answer: list().asList(of: .duties, title: titles.list)) {
      Picture(
        name: "duties",
        language: context.language.rawValue,
        title: titles.picture[context.language],
        subtitle: context.say("共 \(duties.count) 条职责", "\(duties.count) duties"),
        columns: columns(),
        cards: cards(),
        links: links,
        legend: legend(links),
        footnotes: [
          context.sourceNote,
          context.say("圈内数字为该单位在清单中的首行序号", "a number is that of the party's first row in the list"),
        ]
      )
    }
  }

  private func parties(areLeaders: Bool) -> [(party: NodeIndex, row: Int)] {
    var seen: Set<NodeIndex> = []
    return duties.enumerated().filter { seen.insert($0.element.party).inserted }
      .filter { (graph.kind(of: $0.element.party) == .leader) == areLeaders }
      .map { ($0.element.party, $0.offset + 1) }
  }

  private var items: [NodeIndex] {
    var seen: Set<NodeIndex> = []
    return duties.map(\.duty.item).filter { seen.insert($0).inserted }
  }

  private func columns() -> [Picture.Column] {
    [
      Picture.Column(
        id: "leaders",
        heading: context.say("领导", "Leaders"),
        note: String(parties(areLeaders: true).count)
      ),
      Picture.Column(id: "items", heading: context.say("事项", "Items"), note: String(items.count)),
      Picture.Column(
        id: "departments",
        heading: context.say("部门", "Departments"),
        note: String(parties(areLeaders: false).count)
      ),
    ]
  }

  private func cards() -> [Picture.Card] {
    let leaders = parties(areLeaders: true).map {
      context.card($0.party, in: "leaders", number: $0.row)
    }
    let departments = parties(areLeaders: false).map {
      context.card($0.party, in: "departments", number: $0.row)
    }
    let parties = parties
    return leaders
      + items.map { context.card($0, in: "items", copy: copy(of: $0, parties)) } + departments
  }

  /// A party that others answer for keeps its identity as a party.
  private func copy(of item: NodeIndex, _ parties: Set<NodeIndex>) -> String? {
    parties.contains(item) ? "items" : nil
  }

  private var parties: Set<NodeIndex> { Set(duties.map(\.party)) }

  private func links() -> [Picture.Link] {
    let parties = parties
    return duties.map { party, duty in
      let isLeader = graph.kind(of: party) == .leader
      let person = graph.id(of: party)
      let item = context.cardID(duty.item, copy: copy(of: duty.item, parties))
      var link = context.link(
        duty.relation,
        from: isLeader ? person : item,
        to: isLeader ? item : person
      )
      link.arrow = isLeader ? .forward : .backward
      link.prominence = duty.isInherited ? .faded : .usual
      return link
    }
  }

  private func legend(_ links: [Picture.Link]) -> [Picture.LegendItem] {
    let styles = graph.ontology.roles.map { role -> (Picture.LinkStyle, String) in
      (context.style(ofRole: role), graph.roleLabel(role)[context.language])
    }
    return context.legend(styles, in: links)
  }

  private func list() -> Answer {
    var table = Answer.Table(
      [
        Answer.Table.Column("party", zh: "责任方", en: "party"), .role,
        Answer.Table.Column("item", zh: "事项", en: "item"), .scope, .certainty, .open, .source,
      ],
      duties
    ) { party, duty in
      [
        graph.cell(party), graph.roleCell(duty.role), graph.cell(duty.item),
        Answer.scopeCell(duty.isInherited), Answer.certaintyCell(duty.certainty),
        .flag(duty.relation.isOpen), graph.sourceCell(of: duty.relation),
      ]
    }
    if context.options.isExplaining {
      let explanation = ResponsibilityExplanation(graph: graph)
      table = table.appending(
        .explanation,
        duties.map { .sentence(explanation.sentence(for: $0.duty, of: $0.party)) }
      )
    }
    return Answer(command: QuestionName.duties.rawValue, table: table)
  }
}
