public import Bilingual
import ChainDrawing
public import ChainModel
public import ChainQueries
import GraphKernel

/// The nodes that a query found and every relation between them: a column for each kind, and for
/// segments one for each step along the flow.
struct SetView {
  static let mostCards = 400

  let context: ViewContext
  private let result: QueryResult
  private let expression: BilingualText
  /// What stands in each column, left to right.
  private let groups: [(column: Picture.Column, nodes: [NodeIndex])]

  init(
    _ result: QueryResult,
    _ expression: BilingualText,
    _ context: ViewContext
  ) throws(ViewFailure) {
    self.context = context
    self.result = result
    self.expression = expression
    guard !result.nodes.isEmpty else {
      let reason = BilingualText(zh: "结果是空的，没有可画的", en: "the result is empty: nothing to draw")
      throw ViewFailure.isEmpty(reason)
        .explained(by: context.graph.absences(of: result.named), in: context.graph)
    }
    guard result.nodes.count <= Self.mostCards else {
      throw .isTooLarge(result.nodes.count, limit: Self.mostCards)
    }
    groups = Self.groups(result.nodes, context)
  }

  private var graph: ChainGraph { context.graph }

  func picture() -> Picture {
    let order = Dictionary(
      groups.enumerated().flatMap { position, group in group.nodes.map { ($0, position) } },
      uniquingKeysWith: { first, _ in first }
    )
    let relations = context.relations(among: result.nodes)
    let links = context.links(for: relations, isLabelled: false) { order[$0] ?? 0 }
    let numbers = Dictionary(
      zip(result.nodes, 1...),
      uniquingKeysWith: { first, _ in first }
    )
    return Picture(
      name: "query",
      language: context.language.rawValue,
      title: expression[context.language],
      subtitle: context.say(
        "\(result.nodes.count) 个对象，\(relations.count) 条关系；\(result.sentence.zh)",
        "\(result.nodes.count) nodes, \(relations.count) relations; \(result.sentence.en)"
      ),
      columns: groups.map(\.column),
      cards: groups.flatMap { group in
        group.nodes.map { context.card($0, in: group.column.id, number: numbers[$0]) }
      },
      links: links,
      legend: coverageLegend + context.relationLegend(links),
      footnotes: [context.sourceNote, context.numberNote, context.possibleNote(on: relations)]
        .compactMap(\.self)
    )
  }

  private var coverageLegend: [Picture.LegendItem] {
    let kinds = graph.ontology.flowKinds
    let states = Set(
      result.nodes.filter { kinds.contains(graph.kind(of: $0)) }.map { graph.verdict(of: $0) }
    )
    return Verdict.allCases.filter { states.contains($0) }
      .map { Picture.LegendItem(symbol: .card($0.cardStyle), text: $0.label[context.language]) }
  }

  func list() -> Answer {
    let table = Answer.nodes(result.nodes, in: graph).numbered()
    return Answer(command: "query", title: expression, table: table, notes: [result.sentence])
  }

  // MARK: Columns

  /// People first, then what they answer for, then the chain, then who and what stands on it.
  private static func groups(
    _ nodes: [NodeIndex],
    _ context: ViewContext
  ) -> [(column: Picture.Column, nodes: [NodeIndex])] {
    let ontology = context.graph.ontology
    let first = ontology.partyKinds + [.industry, .cluster, .target, .task]
    let kinds = first + ontology.kinds.map(\.kind).filter { !first.contains($0) }
    let chain = ontology.flowKinds
    let order = first + chain + kinds.filter { !first.contains($0) && !chain.contains($0) }
    let byKind = Dictionary(grouping: nodes) { context.graph.kind(of: $0) }
    return order.flatMap { kind -> [(column: Picture.Column, nodes: [NodeIndex])] in
      guard let members = byKind[kind] else { return [] }
      let label = ontology[kind]?.label[context.language] ?? kind.name
      guard chain.contains(kind) else {
        return [(column(kind.name, label, members), members)]
      }
      return FlowMap.steps(members, in: context.graph).enumerated().map { step, members in
        let heading = context.say("\(label) · 第 \(step + 1) 步", "\(label), step \(step + 1)")
        return (column("\(kind.name)-\(step)", heading, members), members)
      }
    }
  }

  private static func column(_ id: String, _ heading: String, _ nodes: [NodeIndex])
    -> Picture.Column
  {
    Picture.Column(id: id, heading: heading, note: String(nodes.count))
  }
}

extension SetView {
  /// What an expression finds, and its picture.
  static func outcome(
    of expression: String,
    _ context: ViewContext
  ) throws(ViewFailure) -> Outcome {
    let dataset = context.dataset
    do {
      let query = try Query(parsing: expression)
      let result = try dataset.evaluate(query)
      let title = BilingualText(zh: query.text(in: .zh), en: query.text(in: .en))
      let isExplaining = context.options.isExplaining
      return Outcome(
        title: title,
        answer: .query(result, in: dataset.graph, isExplaining: isExplaining)
      ) { () throws(ViewFailure) in
        try SetView(result, title, context).picture()
      }
    } catch {
      throw .query(error)
    }
  }
}

extension Dataset {
  /// The picture of what a query found and the list that equals it.
  ///
  /// - Throws: ``ViewFailure`` when there is nothing to draw, or too much.
  public func view(
    of result: QueryResult,
    _ query: Query,
    language: Language
  ) throws(ViewFailure) -> ChainView {
    let context = ViewContext(dataset: self, language: language, options: QuestionOptions())
    let title = BilingualText(zh: query.text(in: .zh), en: query.text(in: .en))
    let view = try SetView(result, title, context)
    return ChainView(title: title, picture: view.picture(), list: view.list())
  }
}
