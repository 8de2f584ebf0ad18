import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// The panorama of a cluster's chain: a card for each segment, in a column for each stage.
///
/// A card names at most a few enterprises and projects; the others are counted. Flows of general
/// knowledge that a longer way implies are counted, unless they are asked for. With stages chosen,
/// those stand in colour and the others pale. Of a cluster that uses several reference chains, one of
/// them can be shown alone.
struct PanoramaView {
  let context: ViewContext
  private let diagram: ChainDiagram

  /// - Throws: `ViewFailure.isEmpty` where the cluster uses none of the chains that are asked for.
  init(_ chain: Chain, _ context: ViewContext) throws(ViewFailure) {
    self.context = context
    diagram = ChainDiagram(chain, context)
    guard diagram.layers.isEmpty, !context.options.chains.isEmpty else { return }
    let used = chain.usedSections.map(\.id)
    let asked = context.options.chains
    let name = chain.graph.name(of: chain.cluster)
    throw .isEmpty(
      BilingualText(
        zh: "“\(name)”没有取自参考链 \(asked.joined(separator: "、")) 的环节；"
          + (used.isEmpty ? "它的链不出自参考链" : "它用的是 \(used.joined(separator: "、"))"),
        en: "'\(name)' has no segments of \(asked.joined(separator: ", ")); "
          + (used.isEmpty
            ? "its chain is its own" : "it uses \(used.joined(separator: ", "))")
      )
    )
  }

  private var graph: ChainGraph { context.graph }

  func outcome() -> Outcome {
    let numbers = Dictionary(
      zip(shown.map(\.segment), 1...),
      uniquingKeysWith: { first, _ in first }
    )
    let isInColour = { (segment: NodeIndex) in numbers[segment] != nil }
    let titles = context.titles(of: .panorama, subject)
    return Outcome(title: titles.picture, answer: list().asList(of: .panorama, title: titles.list))
    {
      var picture = Picture(
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
      // Of one chain among several, much of the legend would be of the others.
      if !diagram.chosenChains.isEmpty { picture.legend = picture.legendInUse }
      return picture
    }
  }

  /// The cluster, and in brackets the reference chains that alone are shown.
  private var subject: String {
    let name = graph.name(of: diagram.chain.cluster)
    let chains = diagram.chosenChains.map(\.name)
    guard !chains.isEmpty else { return name }
    return name
      + context.say("（\(chains.joined(separator: "、"))）", " (\(chains.joined(separator: ", ")))")
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
