import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// Projects in a column for each status, with size and builder; of everything, of a cluster, of a
/// place, or of those whom a party answers for.
struct ProjectsView {
  let context: ViewContext
  private let scope: NodeIndex?
  private let projects: [NodeIndex]

  init(of scope: NodeIndex?, _ context: ViewContext) throws(ViewFailure) {
    self.context = context
    self.scope = scope
    let graph = context.graph
    projects = scope.map { Self.projects(in: $0, of: graph) } ?? graph.nodes(of: .project)
    guard !projects.isEmpty else {
      throw .isEmpty(BilingualText(zh: "没有这样的项目", en: "there are no such projects"))
    }
  }

  private static func projects(in scope: NodeIndex, of graph: ChainGraph) -> [NodeIndex] {
    let kind = graph.kind(of: scope)
    let found: [NodeIndex]
    if graph.ontology.partyKinds.contains(kind) {
      found = graph.duties(of: scope, isInheriting: true).map(\.item)
    } else if graph.ontology.placeKinds.contains(kind) {
      found = graph.occupants(of: scope).map(\.node)
    } else {
      found = graph.members(of: scope).map(\.node)
    }
    return Set(found).filter { graph.kind(of: $0) == .project }.sorted()
  }

  private var graph: ChainGraph { context.graph }
  private var language: Language { context.language }

  func outcome() -> Outcome {
    let titles = context.titles(
      of: .projects,
      scope.map { graph.name(of: $0) } ?? context.dataset.jurisdiction
    )
    let counts = statuses.map { status in
      label(of: status) + " \(projects.count { self.status(of: $0) == status })"
    }
    return Outcome(title: titles.picture, answer: list().asList(of: .projects, title: titles.list))
    {
      Picture(
        name: "projects",
        language: language.rawValue,
        title: titles.picture[language],
        subtitle: context.say("共 \(projects.count) 个项目：", "\(projects.count) projects: ")
          + counts.joined(separator: context.say("，", ", ")),
        columns: statuses.map { status in
          Picture.Column(
            id: columnID(status),
            heading: label(of: status),
            note: String(projects.count { self.status(of: $0) == status })
          )
        },
        cards: projects.enumerated().map { card(for: $1, number: $0 + 1) },
        footnotes: [context.sourceNote]
          + context.standingNotes(of: projects).map { $0[language] } + [context.numberNote]
      )
    }
  }

  // MARK: Columns

  private func status(of project: NodeIndex) -> AttributeDefinition.Option? {
    guard case .option(let option) = graph.attribute(.status, of: project) else { return nil }
    return option
  }

  /// The statuses that occur, in the order of their declaration; `nil` for none given.
  private var statuses: [AttributeDefinition.Option?] {
    let definition = graph.ontology[.project]?.attributes.first { $0.name == .status }
    guard case .option(let options) = definition?.type else { return [nil] }
    let all: [AttributeDefinition.Option?] = options.map { $0 } + [nil]
    let used = Set(projects.map { status(of: $0) })
    return all.filter { used.contains($0) }
  }

  private func columnID(_ status: AttributeDefinition.Option?) -> String {
    "status:" + (status?.key ?? "")
  }

  private func label(of status: AttributeDefinition.Option?) -> String {
    status?.label[language] ?? context.say("状态未注明", "status not given")
  }

  // MARK: Cards

  private func card(for project: NodeIndex, number: Int) -> Picture.Card {
    let capacity = graph.attribute(.capacity, of: project).map {
      Picture.Line(text: $0.description(in: language), role: .emphasis)
    }
    let builders = builders(of: project).map { Picture.Line(text: graph.name(of: $0)) }
    let places = places(of: project)
    let place =
      places.isEmpty ? [] : [Picture.Line(text: graph.names(places, language), role: .muted)]
    return context.card(
      project,
      in: columnID(status(of: project)),
      number: number,
      tag: graph.attribute(.wording, of: project)?.description(in: language),
      lines: (capacity.map { [$0] } ?? []) + builders + place
    )
  }

  private func builders(of project: NodeIndex) -> [NodeIndex] {
    graph.relations(of: project, at: .target, .action).map(\.source)
  }

  private func places(of project: NodeIndex) -> [NodeIndex] {
    graph.relations(of: project, at: .source, .location).map(\.target)
  }

  // MARK: The list

  private func list() -> Answer {
    let table = Answer.Table(
      [
        .id, .name, Answer.Table.Column("content", zh: "建设内容", en: "content"),
        Answer.Table.Column("builder", zh: "建设单位", en: "builder"),
        Answer.Table.Column("capacity", zh: "规模", en: "capacity"),
        Answer.Table.Column("place", zh: "地点", en: "place"),
        Answer.Table.Column("leader", zh: "责任领导", en: "leader"),
        Answer.Table.Column("department", zh: "牵头单位", en: "department"),
        Answer.Table.Column("status", zh: "状态", en: "status"), .source,
      ],
      projects
    ) { project in
      func parties(_ role: RelationKind) -> Answer.Cell {
        graph.holdersCell(of: project, role)
      }
      return [
        .text(graph.id(of: project)), .text(graph.name(of: project)), content(of: project),
        graph.cellsToFill(builders(of: project)), graph.attributeCell(.capacity, of: project),
        graph.cellsToFill(places(of: project)), parties(.accountable), parties(.lead),
        graph.statusCell(of: project), graph.sourceCell(graph.origin(of: project)),
      ]
    }
    return Answer(
      command: QuestionName.projects.rawValue,
      subject: scope.map { graph.summary(of: $0) },
      table: table,
      notes: context.standingNotes(of: projects)
    )
  }

  /// What the project consists of, or the segments that it fills.
  private func content(of project: NodeIndex) -> Answer.Cell {
    if let content = graph.attribute(.content, of: project) { return graph.cell(content) }
    let filled = graph.relations(of: project, at: .source, .presence).map(\.target)
    guard !filled.isEmpty else { return .unanswered }
    return .captioned(
      .text(graph.names(filled, .zh)),
      caption: BilingualText(
        zh: "补强：" + graph.names(filled, .zh),
        en: "fills: " + graph.names(filled, .en)
      )
    )
  }
}
