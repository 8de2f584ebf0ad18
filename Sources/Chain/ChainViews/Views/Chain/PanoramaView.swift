import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// The panorama of a cluster's chain: a card for each segment, in a column for each stage.
///
/// A card names at most a few enterprises and projects; the others are counted. Flows of general
/// knowledge that a longer way implies are counted, unless they are asked for. With stages chosen,
/// those stand in colour and the others pale.
struct PanoramaView {
  let context: ViewContext
  private let diagram: ChainDiagram

  init(_ chain: Chain, _ context: ViewContext) {
    self.context = context
    diagram = ChainDiagram(chain, context)
  }

  private var graph: ChainGraph { context.graph }

  func outcome() -> Outcome {
    let cluster = diagram.chain.cluster
    let numbers = Dictionary(
      zip(shown.map(\.segment), 1...),
      uniquingKeysWith: { first, _ in first }
    )
    let isInColour = { (segment: NodeIndex) in numbers[segment] != nil }
    let titles = context.titles(of: .panorama, graph.name(of: cluster))
    return Outcome(title: titles.picture, answer: list().asList(of: .panorama, title: titles.list))
    {
      Picture(
        name: "panorama",
        language: context.language.rawValue,
        title: titles.picture[context.language],
        subtitle: diagram.figures,
        columns: diagram.columns,
        cards: diagram.cards(number: { numbers[$0] }, isInColour: isInColour),
        links: diagram.links(isInColour: isInColour),
        legend: diagram.legend,
        footnotes: diagram.footnotes
      )
    }
  }

  private var shown: [LayeredSegment] {
    let stages = context.options.stages
    return diagram.layers.filter { stages.isEmpty || stages.contains($0.stage) }
  }

  private func list() -> Answer {
    if diagram.isReference { return referenceList() }
    let table = Answer.Table(
      [
        .id, .name, Answer.Table.Column("stage", zh: "位置", en: "stage"), .verdict,
        Answer.Table.Column("position", zh: "缺链位置", en: "position"),
        Answer.Table.Column("enterprises", zh: "企业", en: "enterprises"),
        Answer.Table.Column("projects", zh: "项目", en: "projects"), .basis,
      ],
      shown
    ) { layer in
      let segment = layer.segment
      let actors = graph.actors(on: segment)
      return [
        .text(graph.id(of: segment)), .text(graph.name(of: segment)),
        .word(key: layer.stage.rawValue, label: layer.stage.label),
        Answer.verdictCell(of: graph.assessment(of: segment)),
        diagram.position(of: segment).map { .word(key: $0.rawValue, label: $0.label) } ?? .none,
        graph.cells(actors.enterprises, on: actors), graph.cells(actors.projects, on: actors),
        graph.basisCell(graph.origin(of: segment)),
      ]
    }
    return Answer(
      command: QuestionName.panorama.rawValue,
      subject: graph.summary(of: diagram.chain.cluster),
      table: table
    )
  }

  /// The segments of a chain that belongs to no city: what they are, not who is there.
  private func referenceList() -> Answer {
    let table = Answer.Table(
      [
        .id, .name, Answer.Table.Column("stage", zh: "位置", en: "stage"),
        Answer.Table.Column("role", zh: "角色", en: "role"),
        Answer.Table.Column("gb4754", zh: "行业代码", en: "industry codes"),
        Answer.Table.Column("terms", zh: "检索词", en: "terms"), .source,
      ],
      shown
    ) { layer in
      let segment = layer.segment
      func cell(_ name: AttributeName) -> Answer.Cell {
        graph.attribute(name, of: segment).map { graph.cell($0) } ?? .none
      }
      return [
        .text(graph.id(of: segment)), .text(graph.name(of: segment)),
        .word(key: layer.stage.rawValue, label: layer.stage.label), cell(.role),
        cell(AttributeName("gb4754")), cell(AttributeName("terms")),
        graph.sourceCell(graph.origin(of: segment)),
      ]
    }
    return Answer(command: "panorama", table: table)
  }
}
