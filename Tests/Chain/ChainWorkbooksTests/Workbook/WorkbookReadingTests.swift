import Bilingual
import ChainModel
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainWorkbooks
@testable import ChainTestSupport

struct WorkbookReadingTests {
  private func graph(_ grids: Grid...) throws -> ChainGraph {
    let loaded = WorkbookSamples.load(
      [WorkbookSamples.manifest, WorkbookSamples.documents] + grids
    )
    let faults = loaded.diagnostics.map { "\($0.location?.text ?? "") \($0.message.en)" }
    return try #require(loaded.dataset, "\(faults)").graph
  }

  private func only(_ kind: NodeKind, _ graph: ChainGraph) throws -> NodeIndex {
    let nodes = graph.nodes(of: kind)
    try #require(nodes.count == 1)
    return nodes[0]
  }

  @Test func `sheets and columns are known by their names in both languages and by the ontology's`()
    throws
  {
    for (sheet, headings) in [
      ("项目", "名称|状态|牵头单位|补强|出处"), ("project", "name|status|lead|fills|source"),
      ("Project", "Name|STATUS|lead department|补强|source"),
    ] {
      let graph = try graph(
        Grid(name: sheet, lines: "\(headings)\n扩建|在建|市工信局|制浆|二/(一)"),
        Grid(name: "部门", lines: "名称|出处\n市工信局|二"),
        Grid(name: "产业链环节", lines: "名称|依据\n制浆|行业常识")
      )
      let project = try only(.project, graph)
      #expect(graph.option(.status, of: project) == "building")
      #expect(graph.relations(of: project, at: .target, .lead).count == 1)
      #expect(graph.relations(of: project, at: .source, RelationKind("fills")).count == 1)
    }
  }

  @Test func `a title and captions of groups may stand above merged headings`() throws {
    let graph = try graph(
      Grid(
        name: "项目",
        lines: """
          葫芦岛市重点项目一览表|葫芦岛市重点项目一览表|葫芦岛市重点项目一览表|葫芦岛市重点项目一览表|葫芦岛市重点项目一览表
          |
          名称|责任|责任|出处|出处
          名称|牵头单位|责任单位|出处|出处
          扩建|甲|乙；丙|二|二
          |
          新建|甲|丙|三|
          """,
        merges: [
          .init(rows: 0...0, columns: 0...4), .init(rows: 2...3, columns: 0...0),
          .init(rows: 2...2, columns: 1...2), .init(rows: 2...3, columns: 3...4),
          .init(rows: 4...4, columns: 3...4),
        ]
      ),
      Grid(name: "部门", lines: "名称|出处\n甲|二\n乙|二\n丙|二")
    )
    #expect(graph.nodes(of: .project).map { graph.name(of: $0) } == ["扩建", "新建"])
    let project = graph.nodes(of: .project)[0]
    #expect(graph.relations(of: project, at: .target, .lead).count == 1)
    #expect(graph.relations(of: project, at: .target, .responsible).count == 2)
    #expect(graph.origin(of: project).place == "二")
    #expect(graph.origin(of: graph.nodes(of: .project)[1]).place == "三")
  }

  @Test func `numbers, dates and flags may be typed as such`() throws {
    let graph = try graph(
      Grid(
        name: "目标",
        rows: [
          ["名称", "数值", "力争", "基期", "时限", "出处"].map { .text($0) },
          [
            .text("增长"), .text("20%"), .flag(true), .number("2022"), .date("2025-12-31 08:30:00"),
            .number("3"),
          ],
        ]
      ),
      Grid(
        name: "项目",
        rows: [
          ["名称", "数量", "规模", "依据"].map { .text($0) },
          [.number("2025"), .number("50"), .text("20万千瓦"), .text("行业常识")],
        ]
      )
    )
    let target = try only(.target, graph)
    #expect(graph.attribute(.value, of: target)?.description(in: .zh) == "20 %")
    #expect(graph.hasFlag(AttributeName("striving"), target))
    let (baseline, deadline) = (AttributeName("baseline"), AttributeName("deadline"))
    #expect(graph.attribute(baseline, of: target)?.description(in: .zh) == "2022")
    #expect(graph.attribute(deadline, of: target)?.description(in: .zh) == "2025-12-31")
    #expect(graph.origin(of: target).place == "3")
    let project = try only(.project, graph)
    #expect(graph.name(of: project) == "2025")
    #expect(graph.attribute(AttributeName("count"), of: project) == .integer(50))
    #expect(graph.attribute(.capacity, of: project)?.description(in: .zh) == "20 万千瓦")
    #expect(graph.origin(of: project) == .industryKnowledge)
  }

  @Test func `an item says where it comes from, and whether its list was open`() throws {
    let graph = try bare(
      Grid(name: "文件", lines: "名称|别名|出处\n意见||序言\n通知|辽政办〔2023〕12号|序言\n办法||通知：三"),
      Grid(
        name: "任务",
        lines: "名称|责任单位|出处\n任务|甲；乙【附件】；丙【通知：二】；丁【行业常识】；戊【等】|二/(一)\n其他|甲↵乙↵等|二"
      ),
      Grid(name: "部门", lines: "名称|依据\n甲|行业常识\n乙|行业常识\n丙|行业常识\n丁|行业常识\n戊|行业常识")
    )
    let task = graph.nodes(of: .task)[0]
    let relations = graph.relations(of: task, at: .target, .responsible)
    #expect(relations.map(\.origin.place) == ["二/(一)", "附件", "二", "", "二/(一)"])
    #expect(
      relations.map { $0.origin.document.map { graph.name(of: $0) } }
        == ["意见", "意见", "通知", nil, "意见"]
    )
    #expect(relations.map(\.isOpen) == [false, false, false, false, true])
    let others = graph.relations(of: graph.nodes(of: .task)[1], at: .target, .responsible)
    #expect(others.map(\.isOpen) == [true, true])
    let document = graph.nodes(of: .document)[2]
    #expect(graph.origin(of: document).place == "三")
  }

  @Test(arguments: [
    ("甲【附件/二，2024-04-01起】", "附件/二", "2024-04-01起"),
    ("甲【2024-04-01起，附件/二】", "附件/二", "2024-04-01起"),
    ("甲 [annex/2, 2023-08-18 to 2024-03-31]", "annex/2", "2023-08-18至2024-03-31"),
    ("甲【总则，附件/二、2024年3月止】", "总则，附件/二", "2024-03止"),
    ("甲【附件/二】【2024-04-01起】", "附件/二", "2024-04-01起"),
    ("甲【二，2023至2025年目标】", "二，2023至2025年目标", ""), ("甲【二，三】", "二，三", ""),
    ("甲【\"附件/二，2024-04-01起\"】", "附件/二，2024-04-01起", ""), ("甲【2024-04-01起】", "二/(一)", "2024-04-01起"),
    ("甲【通知：三，2024-04-01起】", "通知 三", "2024-04-01起"),
  ])
  func `a note may hold a place and days`(cell: String, place: String, days: String) throws {
    let graph = try bare(
      Grid(name: "文件", lines: "名称|出处\n意见|序言\n通知|序言"),
      Grid(name: "任务", lines: "名称|责任单位|出处\n任务|\(cell)|二/(一)"),
      Grid(name: "部门", lines: "名称|依据\n甲|行业常识")
    )
    let task = try only(.task, graph)
    let relation = try #require(graph.relations(of: task, at: .target, .responsible).first)
    let document = try #require(relation.origin.document)
    let isFirst = graph.name(of: document) == "意见"
    #expect((isFirst ? "" : "通知 ") + relation.origin.place == place)
    #expect(relation.period.description == days)
  }

  /// Without a sheet of documents but the one given.
  private func bare(_ grids: Grid...) throws -> ChainGraph {
    let loaded = WorkbookSamples.load([WorkbookSamples.manifest] + grids)
    let faults = loaded.diagnostics.map { "\($0.location?.text ?? "") \($0.message.en)" }
    return try #require(loaded.dataset, "\(faults)").graph
  }

  @Test func `sheets of nothing are passed over`() throws {
    _ = try graph(
      Grid(name: "Sheet1", rows: []),
      Grid(name: "Sheet2", lines: "|\n |"),
      Grid(name: "品牌", lines: "名称|类别|出处")
    )
  }

  @Test func `a column of the other end is read`() throws {
    let graph = try graph(
      Grid(name: "产业集群", lines: "名称|龙头企业|出处\n集群|厂；坞|二"),
      Grid(name: "企业", lines: "名称|出处\n厂|二\n坞|二")
    )
    #expect(graph.relations(of: try only(.cluster, graph), at: .target, .anchors).count == 2)
  }

  @Test func `a label of two columns leads to the one that is written`() throws {
    let graph = try graph(
      Grid(name: "产业集群", lines: "名称|对应|对应（counterparts）|出处\n甲|乙||二\n乙|||二\n丙||甲|二")
    )
    let nodes = graph.nodes(of: .cluster)
    let kind = RelationKind("correspondsTo")
    // 丙 says that it is the counterpart of 甲, which is to say that 甲 corresponds to it.
    let targets = graph.relations(of: nodes[0], at: .source, kind).map(\.target)
    #expect(targets == [nodes[1], nodes[2]])
  }

  @Test func `each node knows its cell`() throws {
    let loaded = WorkbookSamples.load(("企业", "出处|名称\n二|厂"))
    let graph = try #require(loaded.dataset).graph
    let node = try only(.enterprise, graph)
    #expect(loaded.place(of: node).text == "x.xlsx: 企业!B2")
  }

  @Test func `kinds without nodes have a sheet to be filled in`() throws {
    let dataset = try #require(WorkbookSamples.load(("企业", "名称|出处\n厂|二")).dataset)
    let sheets = try DatasetSheets(dataset, language: .zh).sheets()
    #expect(
      sheets.map(\.name) == [
        "数据集", "文件", "行政区", "产业", "产业集群", "产业链环节", "企业", "项目", "园区", "品牌", "平台载体", "领导",
        "部门", "任务", "目标", "摸排", "名录", "查询",
      ]
    )
    let brand = try #require(sheets.first { $0.name == "品牌" })
    #expect(
      brand.columns.map(\.heading) == [
        "名称", "别名", "类别", "曾用名", "起", "止", "属于", "佐证", "位于", "出处", "依据", "编号", "行标",
      ]
    )
    #expect(brand.columns[0].note.contains("还可自行加列：责任领导、牵头单位、责任单位"))
    #expect(brand.columns[10].choices == ["文件", "名录", "行业常识"])
  }

  @Test func `who answers for something has a column where somebody does`() throws {
    let dataset = try #require(
      WorkbookSamples.load(
        ("项目", "名称|牵头单位|出处\n一|局|二"),
        ("部门", "名称|出处\n局|二")
      ).dataset
    )
    let sheets = try DatasetSheets(dataset, language: .en).sheets()
    let project = try #require(sheets.first { $0.name == "project" })
    #expect(
      project.columns.map(\.heading) == [
        "name", "aliases", "status", "wording", "capacity", "count", "content",
        "total investment", "investment of the year", "years of construction", "formerly",
        "from", "until", "is part of", "fills", "lead department", "is located in", "source",
        "basis", "id",
        "row mark",
      ]
    )
    #expect(
      project.columns[2].choices == [
        "planned", "preparing", "building", "completing", "operating",
      ]
    )
  }
}
