import Liantu
import Testing

/// What the annex says of a provincial cluster.
struct ProvincialCluster: Sendable, CustomTestStringConvertible {
  let name: String
  let leader: String
  let members: [String]
  let cityLeader: String
  let cityMembers: [String]
  var testDescription: String { name }

  /// Members by their short words; the collectives that close every list are understood.
  private init(
    _ name: String,
    _ leader: String,
    _ members: String,
    shenfu: Bool = false,
    _ cityLeader: String,
    _ cityMembers: String
  ) {
    self.name = name + "产业集群"
    self.leader = leader
    self.cityLeader = cityLeader
    self.members =
      members.split(separator: " ").map { "省" + (Self.provincial[String($0)] ?? String($0)) }
      + ["相关市政府"] + (shenfu ? ["沈抚示范区管委会"] : [])
    self.cityMembers =
      cityMembers.split(separator: " ").map { "市" + (Self.city[String($0)] ?? String($0)) }
      + ["相关县(市)区政府", "市属开发区管委会"]
  }

  private static let provincial = [
    "工信": "工业和信息化厅", "发改": "发展改革委", "科技": "科技厅", "军民": "委军民融合办", "自然": "自然资源厅",
    "农业": "农业农村厅", "营商": "营商局", "卫健": "卫生健康委", "药监": "药监局", "生态": "生态环境厅",
  ]
  private static let city = [
    "工信": "工业和信息化局", "发改": "发展改革委", "科技": "科技局", "军民": "委军民融合办", "自然": "自然资源局",
    "农业": "农业农村局", "营商": "营商局", "卫健": "卫生健康委", "市监": "市场监管局", "生态": "生态环境局",
  ]

  static let leading: [ProvincialCluster] = [
    .init("精细化工", "周波", "工信 发改 科技", "孙洪军", "工信 发改 科技"),
    .init("船舶与海工装备", "王健", "发改 军民 工信 科技", "罗奎亮", "发改 军民 工信 科技"),
    .init("航空装备", "陈向群", "发改 军民 工信 科技", shenfu: true, "黄晓霞", "发改 军民 工信 科技"),
    .init("轨道交通装备", "陈绿平", "发改 军民 工信 科技", "王忠平", "发改 军民 工信 科技"),
    .init("压缩机和制冷装备", "于国安", "工信 发改 科技", "孙永兴", "工信 发改 科技"),
    .init("数控机床", "姜有为", "工信 发改 科技", "李延超", "工信 发改 科技"),
    .init("菱镁精深加工", "姜有为", "自然 工信 发改 科技", "李延超", "自然 工信 发改 科技"),
    .init("粮油", "霍步刚", "农业 工信 发改 科技", "朱德义", "农业 工信 发改 科技"),
    .init("畜禽", "霍步刚", "农业 工信 发改 科技", "朱德义", "农业 工信 发改 科技"),
    .init("先进有色金属材料", "王明玉", "工信 发改 科技", "金玉枝", "工信 发改 科技"),
    .init("电力装备", "姜军", "工信 发改 科技", "金玉枝", "工信 发改 科技"),
    .init("高品质钢铁材料", "冯守权", "工信 发改 科技", "周佳楷", "工信 发改 科技"),
  ]
  static let emerging: [ProvincialCluster] = [
    .init("新能源汽车", "王健", "发改 工信 科技", "马文志", "发改 工信 科技"),
    .init("软件", "张立林", "工信 营商 发改 科技", shenfu: true, "马文志", "工信 营商 发改 科技"),
    .init("工业互联网", "姜有为", "工信 营商 发改 科技", shenfu: true, "李延超", "工信 营商 发改 科技"),
    .init("人工智能", "高涛", "科技 工信 发改", shenfu: true, "李延超", "科技 工信 发改"),
    .init("机器人及无人机", "高涛", "科技 工信 发改", "李延超", "科技 工信 发改"),
    .init("集成电路装备", "高涛", "工信 营商 发改 科技", shenfu: true, "李延超", "工信 营商 发改 科技"),
    .init("先进医疗装备", "郑艺", "工信 卫健 发改 科技", shenfu: true, "刘耀南", "工信 卫健 发改 科技"),
    .init("生物医药", "靳国卫", "工信 卫健 发改 科技 药监", shenfu: true, "朱德义", "工信 卫健 发改 科技 市监"),
    .init("节能环保", "靳国卫", "生态 工信 发改 科技", shenfu: true, "罗奎亮", "生态 工信 发改 科技"),
    .init("氢能", "郭彩云", "发改 工信 科技", shenfu: true, "马文志", "发改 工信 科技"),
  ]
}

struct ProvincialClusterTests {
  let huludao: Huludao
  var graph: ChainGraph { huludao.graph }

  init() throws { huludao = try Huludao() }

  @Test func `twelve leading and ten emerging clusters stand in the order of the annex`() {
    let clusters = huludao.clusters("province")
    let group = { (tier: String) in
      huludao.names(clusters.filter { huludao.text("tier", of: $0) == tier })
    }
    #expect(clusters.count == 22)
    #expect(group("千亿级") == ProvincialCluster.leading.map(\.name))
    #expect(group("战略性新兴") == ProvincialCluster.emerging.map(\.name))
  }

  @Test(arguments: ProvincialCluster.leading + ProvincialCluster.emerging)
  func `each has its leader, its members and the city's side`(_ said: ProvincialCluster) throws {
    let cluster = try huludao.node("cluster", said.name)
    let row = try #require(graph.alignment().first { $0.cluster == cluster })
    #expect(huludao.names(row.provinceLeaders) == [said.leader])
    #expect(huludao.names(row.provinceMembers) == said.members)
    #expect(huludao.names(row.cityLeaders) == [said.cityLeader])
    #expect(huludao.names(row.cityMembers) == said.cityMembers)
  }

  @Test func `each statement cites its number in the annex and ends openly where it is a list`() {
    let places =
      (1...12).map { "附件/一/(一)/\($0)" } + (1...10).map { "附件/一/(二)/\($0)" }
    for (cluster, place) in zip(huludao.clusters("province"), places) {
      for statement in graph.statements(on: cluster) {
        #expect(statement.relations.allSatisfy { $0.origin.place == place })
        let name = "\(graph.name(of: cluster)) \(statement.role.name)"
        #expect(statement.isOpen == (statement.role != .accountable), "\(name)")
      }
    }
  }

  @Test(
    arguments: [
      ("精细化工", "基础化工和精细化工"), ("先进有色金属材料", "有色冶金"), ("船舶与海工装备", "船舶机械"),
      ("氢能", "清洁能源"),
    ]
  )
  func `a provincial cluster has its plain counterpart`(_ province: String, _ city: String) throws {
    let cluster = try huludao.node("cluster", province + "产业集群")
    let row = try #require(graph.alignment().first { $0.cluster == cluster })
    #expect(huludao.names(row.cityClusters).contains(city + "产业集群"))
  }

  @Test func `counterparts are general knowledge, for no document states them`() {
    for cluster in huludao.clusters("city") {
      for relation in graph.relations(of: cluster, at: .source, .correspondence) {
        #expect(relation.origin.basis == .industryKnowledge)
      }
    }
  }
}
