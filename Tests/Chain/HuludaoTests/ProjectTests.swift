import Liantu
import Testing

/// What the document says of a project.
struct StatedProject: Sendable, CustomTestStringConvertible {
  let name: String
  let place: String
  let wording: String
  let status: String?
  let capacity: String?
  let count: Int?
  let builder: String?
  /// Where it is to stand, so far as its name or the text tells.
  let site: String?
  var testDescription: String { name }

  private init(
    _ place: String,
    _ name: String,
    _ wording: String,
    _ status: String?,
    capacity: String? = nil,
    count: Int? = nil,
    by builder: String? = nil,
    at site: String? = nil
  ) {
    self.place = "二/" + place
    self.name = name
    self.wording = wording
    self.status = status
    self.capacity = capacity
    self.count = count
    self.builder = builder
    self.site = site
  }

  static let all: [StatedProject] = [
    .init("(一)/3", "锦西石化技改项目", "实施", "在建", by: "锦西石化"),
    .init("(一)/3", "航锦烧碱改造升级项目", "实施", "在建", by: "航锦化工"),
    .init("(一)/3", "化工重点产业化项目", "支持", "谋划"),
    .init("(一)/3", "辽宁优创大型农药精细化工项目", "推进", "在建", by: "辽宁优创"),
    .init("(一)/3", "心连心百万吨生态肥项目", "推进", "在建", capacity: "100 万吨", by: "心连心"),
    .init("(一)/3", "宝众宝达精细化工项目", "推进", "在建", by: "宝众宝达"),
    .init("(一)/3", "天然气分离厂迁建项目", "推进", "在建"),
    .init("(二)/1", "现有矿山改扩建", "推进", "在建"),
    .init("(二)/1", "大型矿山开发建设", "推进", "谋划"),
    .init("(二)/3", "德澳电力电缆研发与生产制造项目", "推进", "在建", by: "德澳"),
    .init("(二)/3", "10万吨压铸合金项目", "实施", "在建", capacity: "10 万吨"),
    .init("(二)/3", "10万吨铜材加工项目", "实施", "在建", capacity: "10 万吨"),
    .init("(二)/3", "有色金属冶炼行业技术改造项目", "实施", "在建"),
    .init("(三)/1", "重大清洁能源项目", "科学谋划", "谋划"),
    .init("(三)/3", "徐大堡核电项目", "抓好", "在建", by: "徐大堡核电", at: "徐大堡镇"),
    .init("(三)/3", "辽宁兴城抽水蓄能电站项目", "抓好", "在建", by: "辽宁兴城抽水蓄能电站", at: "兴城市"),
    .init("(三)/3", "中船风电兴城一期20万千瓦风电项目", "推进", "在建", capacity: "20 万千瓦", by: "中船风电", at: "兴城市"),
    .init("(三)/3", "中船风电兴城2号30万千瓦风电项目", "推进", "在建", capacity: "30 万千瓦", by: "中船风电", at: "兴城市"),
    .init("(三)/3", "辽宁大唐国际葫芦岛连山25万千瓦风力发电项目", "推进", "在建", capacity: "25 万千瓦", by: "大唐", at: "连山区"),
    .init("(三)/3", "辽宁大唐国际葫芦岛南票25万千瓦风力发电项目", "推进", "在建", capacity: "25 万千瓦", by: "大唐", at: "南票区"),
    .init("(三)/3", "绥中县(葫芦岛西部)垃圾焚烧发电综合厂生活垃圾焚烧发电项目", "推进", "在建", at: "绥中县"),
    .init("(三)/3", "中核清洁能源项目", "推进", "在建", by: "中核"),
    .init("(三)/3", "众合光伏项目", "推进", "在建", by: "众合光伏"),
    .init("(三)/3", "佳华储氢项目", "推进", "在建", by: "佳华"),
    .init("(三)/3", "绥中抽水蓄能电站项目", "谋划", "谋划", at: "绥中县"),
    .init("(四)/3", "辽宁顺达300T跨车间改造项目", "推进竣工投产", "收尾", by: "辽宁顺达"),
    .init("(四)/3", "中船风电兴城海上风机总装基地", "推进竣工投产", "收尾", by: "中船风电", at: "兴城市"),
    .init("(四)/3", "渤船集团核电主管道项目", "推动按期建设", "在建", by: "渤船集团"),
    .init("(四)/3", "莲花山凿岩钎具6000吨钎具项目", "推动按期建设", "在建", capacity: "6000 吨", by: "莲花山凿岩钎具"),
    .init("(四)/3", "渤船集团一体化保障条件建设项目", "促进前期工作", "前期", by: "渤船集团"),
    .init("(四)/3", "海试基地引育项目", "引育", "谋划"),
    .init("(五)/1", "核应急作业机器人项目", "积极推进", "在建"),
    .init("(五)/1", "核生化探测机器人项目", "积极推进", "在建"),
    .init("(五)/2", "泰峰锂业碳酸锂项目", "积极推进", "在建", by: "泰峰锂业"),
    .init("(五)/2", "虹京废旧锂电池综合利用项目", "积极推进", "在建", by: "虹京"),
    .init("(五)/2", "佳华氢燃料电池系统项目", "积极推进", "在建", by: "佳华"),
    .init("(五)/3", "九鼎通信极大规模集成电路制造装备项目", "重点推进", "在建", by: "九鼎通信"),
    .init("(五)/3", "中国移动数据中心项目", "重点推进", "在建", by: "中国移动"),
    .init("(五)/4", "孚迪斯航空润滑油项目", "支持", "在建", by: "孚迪斯"),
    .init("(五)/4", "化工研究院航空玻璃项目", "支持", "在建", by: "化工研究院"),
    .init("(五)/4", "建元膨润土项目", "支持", "在建", by: "建元"),
    .init("(五)/4", "华能工业陶瓷项目", "支持", "在建", by: "华能工业陶瓷"),
    .init("(五)/4", "伊菲科技碳化硼陶瓷项目", "支持", "在建", by: "伊菲科技"),
    .init("(五)/4", "泰德尔智慧供热项目", "支持", "在建", by: "泰德尔"),
    .init("(五)/4", "锡能炉渣处理项目", "支持", "在建", by: "锡能"),
    .init("(六)/3", "芳纶项目", "谋划", "谋划"),
    .init("(六)/3", "化纤项目", "谋划", "谋划"),
    .init("(六)/3", "泳装织造项目", "谋划", "谋划"),
    .init("(六)/3", "泳装面料项目", "谋划", "谋划"),
    .init("(六)/3", "英华面料功能性研发项目", "支持", "在建", by: "英华"),
    .init("(六)/3", "恒泰针织轻运动服装项目", "推动", "在建", by: "恒泰针织"),
    .init("(六)/3", "恒泰针织海洋服饰项目", "推动", "在建", by: "恒泰针织"),
    .init("(六)/3", "泳装增品种提品质项目", "实施", "在建"),
    .init("(七)/4", "农业领域招商项目", "加快", nil, count: 88),
    .init("(八)/3", "绥中长城博物馆项目", "加快", "在建", at: "绥中县"),
    .init("(八)/3", "塔山革命烈士陵园改扩建项目", "加快", "在建"),
    .init("(八)/3", "南票下五家抗日纪念馆项目", "加快", "在建", at: "南票区"),
    .init("(八)/3", "兴城古城提档升级项目", "推进", "在建", at: "兴城市"),
    .init("(八)/3", "葫芦古镇提档升级项目", "推进", "在建"),
    .init("(八)/3", "北方温泉康养中心项目", "推动", "在建"),
  ]
}

struct ProjectTests {
  let huludao: Huludao
  var graph: ChainGraph { huludao.graph }

  init() throws { huludao = try Huludao() }

  @Test(arguments: StatedProject.all)
  func `each project stands as the document words it`(_ said: StatedProject) throws {
    let project = try huludao.node("project", said.name)
    #expect(huludao.place(of: project) == said.place)
    #expect(huludao.text("wording", of: project) == said.wording)
    #expect(huludao.text("status", of: project) == said.status)
    #expect(huludao.text("capacity", of: project) == said.capacity)
    #expect(huludao.text("count", of: project) == said.count.map(String.init))
    let builders = graph.relations(of: project, at: .target, RelationKind("builds"))
    #expect(huludao.names(builders.map(\.source)) == (said.builder.map { [$0] } ?? []))
    let sites = graph.relations(of: project, at: .source, .location)
      .filter { $0.origin.basis == .document }
    #expect(huludao.names(sites.map(\.target)) == (said.site.map { [$0] } ?? []))
  }

  @Test(arguments: StatedProject.all)
  func `each project lies in the item that names it`(_ said: StatedProject) throws {
    let project = try huludao.node("project", said.name)
    let wholes = graph.relations(of: project, at: .source, .containment).map(\.target)
    #expect(wholes.map { huludao.place(of: $0) } == [said.place])
    #expect(wholes.allSatisfy { graph.kind(of: $0) == .task })
  }

  @Test func `no project stands in the data that the document does not name`() {
    #expect(huludao.names(of: .project) == Set(StatedProject.all.map(\.name)))
  }

  @Test func `what the document pushes to completion is not completed yet`() throws {
    for said in StatedProject.all where said.wording == "推进竣工投产" {
      let project = try huludao.node("project", said.name)
      #expect(graph.option(.status, of: project) == "completing")
    }
    #expect(!graph.nodes(of: .project).contains { graph.option(.status, of: $0) == "operating" })
  }

  @Test func `a campaign is a task, and no project`() throws {
    for name in Campaigns.all.keys {
      #expect(!huludao.names(of: .project).contains(name))
      _ = try huludao.node("task", name)
    }
  }

  @Test func `lists of projects that end in 等 stay open`() throws {
    for (task, count) in [
      ("化工重点项目建设", 3), ("有色重点项目建设", 1), ("清洁能源重点项目", 11), ("船舶机械重点项目", 6),
      ("文旅康养重点项目", 5),
    ] {
      let parts = graph.relations(
        of: try huludao.node("task", task),
        at: .target,
        RelationKind("partOf")
      )
      #expect(parts.count { $0.isOpen } == count, "\(task)")
    }
  }

  @Test func `a project without a segment is one that the document gives no field to`() {
    let off = graph.nodes(of: .project)
      .filter { graph.relations(of: $0, at: .source, .presence).isEmpty }
    #expect(
      Set(huludao.names(off)) == [
        "化工重点产业化项目", "辽宁顺达300T跨车间改造项目", "渤船集团一体化保障条件建设项目", "农业领域招商项目",
      ]
    )
  }

  @Test func `the eighty-eight projects are one node, so that nothing counts them as one`() throws {
    let investment = try huludao.node("project", "农业领域招商项目")
    #expect(graph.attribute(AttributeName("count"), of: investment) == .integer(88))
  }
}
