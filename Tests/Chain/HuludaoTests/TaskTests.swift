import Liantu
import Testing

/// What part three says of a task.
struct KeyTask: Sendable, CustomTestStringConvertible {
  let place: String
  let lead: String?
  let responsible: [String]
  var testDescription: String { place }

  private init(_ place: String, _ lead: String?, _ responsible: String, and more: [String] = []) {
    self.place = place
    self.lead = lead.map { "市" + $0 }
    self.responsible = responsible.split(separator: " ").map { "市" + $0 } + more
  }

  static let all: [KeyTask] = [
    .init("三/(一)/1", "科技局", "发展改革委 教育局"),
    .init("三/(一)/2", "科技局", "发展改革委 工业和信息化局"),
    .init("三/(一)/3", "科技局", "发展改革委 工业和信息化局"),
    .init("三/(二)/1", "发展改革委", "工业和信息化局 市场监管局 农业农村局 文化旅游广播电视局 人力资源社会保障局"),
    .init("三/(二)/2", "工业和信息化局", "发展改革委 科技局"),
    .init(
      "三/(二)/3",
      nil,
      "发展改革委 工业和信息化局 科技局 生态环境局 水利局",
      and: ["各县(市)区政府", "市属开发区管委会"]
    ),
    .init("三/(三)/1", "工业和信息化局", "发展改革委 农业农村局 文化旅游广播电视局"),
    .init("三/(三)/2", "商务局", "发展改革委 工业和信息化局 农业农村局 文化旅游广播电视局"),
    .init("三/(三)/3", "工业和信息化局", "发展改革委 农业农村局 文化旅游广播电视局"),
    .init("三/(三)/4", "工业和信息化局", "发展改革委 农业农村局 文化旅游广播电视局"),
    .init("三/(四)/1", "工业和信息化局", "发展改革委 农业农村局 文化旅游广播电视局 市场监管局 科技局"),
    .init("三/(四)/2", "民政局", "工业和信息化局 发展改革委 农业农村局 文化旅游广播电视局 人力资源社会保障局 教育局"),
    .init("三/(四)/3", "工业和信息化局", "发展改革委 农业农村局 文化旅游广播电视局"),
  ]
}

/// What the document calls an action, a programme or a development, without a plant to be built.
enum Campaigns {
  /// The path item that each is part of.
  static let all = [
    "战略性矿产找矿行动": "有色龙头带动", "分布式光伏与分散式风电开发": "清洁能源龙头带动", "重大技术装备攻关工程": "船舶机械龙头带动",
    "海洋渔业经济发展暨“海黄金”专项行动": "海洋渔业做优做强", "龙头企业培育专项行动": "农业主体与品牌培育",
    "农产品品牌培育专项行动": "农业主体与品牌培育",
  ]
}

struct TaskTests {
  let huludao: Huludao
  var graph: ChainGraph { huludao.graph }

  init() throws { huludao = try Huludao() }

  private func tasks(_ section: String) -> [NodeIndex] {
    graph.nodes(of: .task).filter { graph.option(AttributeName("section"), of: $0) == section }
  }

  /// The items of the paths themselves, without the campaigns that they name.
  private var pathItems: [NodeIndex] {
    tasks("path").filter { Campaigns.all[graph.name(of: $0)] == nil }
  }

  private func task(at place: String) throws -> NodeIndex {
    try #require(graph.nodes(of: .task).first { huludao.place(of: $0) == place }, "\(place)")
  }

  @Test func `twenty-six path items, thirteen tasks and six safeguards stand each once`() {
    #expect(Set(pathItems.map { huludao.place(of: $0) }) == Set(Citations.pathItems))
    #expect(Set(tasks("key").map { huludao.place(of: $0) }) == Set(Citations.keyTasks))
    #expect(Set(tasks("safeguard").map { huludao.place(of: $0) }) == Set(Citations.safeguards))
    #expect(pathItems.count == 26)
    #expect(tasks("key").count == 13)
    #expect(tasks("safeguard").count == 6)
    // With the six campaigns, and the swimwear firms that are to be joined to nodes.
    #expect(graph.nodes(of: .task).count == 45 + Campaigns.all.count + 1)
  }

  @Test func `each campaign is part of the path item that names it, and cites its place`() throws {
    for (name, whole) in Campaigns.all {
      let campaign = try huludao.node("task", name)
      #expect(huludao.wholes(of: campaign) == [whole])
      let place = huludao.place(of: try huludao.node("task", whole))
      #expect(huludao.place(of: campaign) == place, "\(name)")
    }
  }

  @Test func `each path item is part of the cluster whose number it bears`() {
    for (number, cluster) in zip(Citations.numerals, huludao.clusters("city")) {
      let items = pathItems.filter { huludao.place(of: $0).hasPrefix("二/(\(number))/") }
      for item in items {
        #expect(huludao.wholes(of: item) == [graph.name(of: cluster)], "\(huludao.place(of: item))")
      }
    }
  }

  @Test(arguments: KeyTask.all)
  func `each task of part three has its departments`(_ said: KeyTask) throws {
    let task = try task(at: said.place)
    #expect(huludao.parties(.lead, of: task) == (said.lead.map { [$0] } ?? []))
    #expect(huludao.parties(.responsible, of: task) == said.responsible)
    #expect(huludao.parties(.accountable, of: task).isEmpty)
    for statement in graph.statements(on: task) {
      #expect(statement.isOpen == (statement.role == .responsible))
      #expect(statement.relations.allSatisfy { $0.origin.place == said.place })
    }
  }

  @Test func `one path item alone has statements of its own, and they override the cluster's`()
    throws
  {
    let own = tasks("path").filter { !graph.statements(on: $0).isEmpty }
    #expect(own.map { huludao.place(of: $0) } == ["二/(五)/2"])
    let item = try #require(own.first)
    #expect(huludao.parties(.accountable, of: item) == ["甄国强"])
    #expect(huludao.parties(.lead, of: item) == ["市工业和信息化局"])
    #expect(
      huludao.parties(.responsible, of: item) == [
        "市发展改革委", "市科技局", "市自然资源局", "市生态环境局", "市商务局", "相关县(市)区政府", "市属开发区管委会",
      ]
    )
  }

  @Test func `nobody is named for the safeguards`() {
    for safeguard in tasks("safeguard") { #expect(graph.owners(of: safeguard).isEmpty) }
  }
}
