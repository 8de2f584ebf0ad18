import Foundation
import Liantu
import TestSupport
import Testing

/// The examples of the documentation, compiled and run.
///
/// Each function holds the code of a page; a test compares the two.
struct DocumentationExamples {
  let folder: String

  func loading() {
    let loaded = Dataset.load(folder: folder)
    guard let dataset = loaded.dataset else {
      let renderer = DiagnosticRenderer(language: .en, isColored: false)
      for fault in loaded.diagnostics {
        print(renderer.render(fault, source: fault.location.flatMap { loaded.sources[$0.path] }))
      }
      return
    }
    let graph = dataset.graph

    switch graph.lookUp("泳装", among: [.cluster]) {
    case .found(let cluster): print(graph.name(of: cluster))
    case .ambiguous(let clusters): print(clusters.map { graph.id(of: $0) })
    case .missing(let suggestions): print("did you mean", suggestions)
    }
  }

  func questions(
    _ dataset: Dataset,
    _ graph: ChainGraph,
    enterprise: NodeIndex,
    segment: NodeIndex,
    cluster: NodeIndex,
    project: NodeIndex,
    party: NodeIndex
  ) throws {
    let reach = graph.upstream(of: segment, depth: 2)
    for step in reach.steps {
      print(step.distance, graph.name(of: step.segment), step.verdict.label.en)
    }

    let chain = graph.chain(of: cluster)
    for gap in chain.gaps() where gap.position == .inner {
      let blocked = gap.blocks.map { graph.name(of: $0) }
      print(graph.name(of: gap.segment), gap.feeds.count, blocked)
    }
    for open in chain.gaps([.unknown]) { print("to be asked:", graph.name(of: open.segment)) }
    print(chain.completeness.percent)

    let assessment = graph.assessment(of: segment)
    print(assessment.verdict.label.en)
    for piece in assessment.evidence {
      print(piece.nature.label.en, graph.name(of: piece.giver), piece.relation.origin.place)
    }

    let result = try dataset.evaluate("上游(高端聚烯烃) & 企业")
    print(result.sentence.en)
    for node in result.nodes { print(graph.name(of: node)) }

    let impact = graph.impact(removing: [enterprise])
    for change in impact.segments {
      print(graph.name(of: change.segment), change.before.label.en, change.after.label.en)
    }

    for owner in graph.owners(of: project) {
      print(owner.role.name, graph.name(of: owner.party), owner.relation.origin.place)
    }
    for duty in graph.duties(of: party, roles: [.lead], isInheriting: true) {
      print(graph.name(of: duty.item), duty.isInherited, duty.certainty.rawValue)
    }
  }

  func drawing(_ dataset: Dataset, cluster: NodeIndex) throws -> (svg: [UInt8], list: String) {
    let view = try dataset.view(QuestionRequest(.panorama, of: [cluster]), language: .zh)
    let svg = try view.picture.render(as: .svg)
    let list = view.list.text(in: .csv, language: .zh)
    return (svg, list)
  }

  func words(_ dataset: Dataset) throws -> ChainView {
    let words = QuestionWords("duties", of: ["市工信局"], options: [.role: ["lead"]])
    let duties = try dataset.view(words, language: .zh)
    print(duties.title.zh, duties.list.rowCount)
    return duties
  }

  func building() throws -> ChainGraph {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    let cotton = builder.addNode(.segment, name: "棉花", origin: .industryKnowledge)
    let yarn = builder.addNode(.segment, name: "纱线", origin: .industryKnowledge)
    builder.addRelation(
      RelationKind("supplies"),
      from: cotton,
      to: yarn,
      origin: .industryKnowledge
    )
    let graph = try builder.finish()
    return graph
  }

  /// The ten lines of the readme.
  static func tenLines() {
    let loaded = Dataset.load(folder: "Data/huludao-2023")
    guard let dataset = loaded.dataset else { fatalError("\(loaded.diagnostics)") }
    let graph = dataset.graph
    if case .found(let cluster) = graph.lookUp("泳装", among: [.cluster]) {
      for gap in graph.chain(of: cluster).gaps() {
        let owners = graph.owners(of: gap.segment).filter { $0.role == .lead }
        print(graph.name(of: gap.segment), gap.feeds.count, owners.map { graph.name(of: $0.party) })
      }
    }
  }
}

struct DocumentationTests {
  private static let pages = [
    "README.md", "README.zh-CN.md", "Sources/Chain/Liantu/Liantu.docc/Liantu.md",
    "Sources/Chain/Liantu/Liantu.docc/AskingQuestions.md",
    "Sources/Chain/Liantu/Liantu.docc/DrawingPictures.md",
    "Sources/Chain/Liantu/Liantu.docc/BuildingAGraph.md",
  ]

  @Test(arguments: pages)
  func `every example of a page stands in this file, where it is compiled`(page: String) throws {
    let text = try String(contentsOf: Repository.url.appending(path: page), encoding: .utf8)
    let compiled = Self.statements(
      try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    )
    let blocks = text.components(separatedBy: "```swift\n").dropFirst()
    #expect(!blocks.isEmpty)
    for block in blocks {
      let code = try #require(block.components(separatedBy: "\n```").first)
      let lines = Self.statements(code).filter { $0 != "import Liantu" }
      #expect(Self.contains(compiled, lines), "not compiled: \(code)")
    }
  }

  @Test func `the examples run on the Huludao data`() throws {
    let folder = Repository.url.appending(path: "Data/huludao-2023").path
    let dataset = try #require(Dataset.load(folder: folder).dataset)
    let graph = dataset.graph
    let examples = DocumentationExamples(folder: folder)
    examples.loading()
    let cluster = try #require(graph.node(id: "cluster:泳装产业集群"))
    try examples.questions(
      dataset,
      graph,
      enterprise: try #require(graph.node(id: "enterprise:锦西石化")),
      segment: try #require(graph.node(id: "segment:高端聚烯烃")),
      cluster: cluster,
      project: try #require(graph.node(id: "project:泰峰锂业碳酸锂项目")),
      party: try #require(graph.node(id: "department:市工业和信息化局"))
    )
    let (svg, list) = try examples.drawing(dataset, cluster: cluster)
    #expect(!svg.isEmpty)
    #expect(list.contains("泳装面料"))
    #expect(try examples.words(dataset).list.rowCount == 12)
    #expect(try examples.building().nodes.count == 2)
  }

  @Test func `the page on the language has each function with its words and its meaning`() throws {
    let page = Repository.url.appending(
      path: "Sources/Chain/ChainQueries/ChainQueries.docc/QueryLanguage.md"
    )
    let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
    let table = QueryFunction.allCases.map { function in
      "| `\(function.usage(.en))` | `\(function.word(.zh))` | \(function.summary.en) |"
    }
    #expect(rows.map(String.init) == table)
  }

  private static func statements(_ code: String) -> [String] {
    code.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  private static func contains(_ lines: [String], _ part: [String]) -> Bool {
    guard !part.isEmpty, lines.count >= part.count else { return false }
    return (0...(lines.count - part.count)).contains {
      Array(lines[$0..<($0 + part.count)]) == part
    }
  }
}
