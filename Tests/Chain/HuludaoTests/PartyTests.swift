import Liantu
import Testing

struct PartyTests {
  let huludao: Huludao
  var graph: ChainGraph { huludao.graph }

  init() throws { huludao = try Huludao() }

  private static let titles: [String: String] = [
    "周波": "省政协主席", "王健": "省委常委、副省长", "陈向群": "省人大副主任", "陈绿平": "省人大副主任",
    "于国安": "省人大副主任", "姜有为": "副省长", "霍步刚": "副省长", "王明玉": "省政协副主席",
    "姜军": "省政协副主席", "冯守权": "省政府秘书长", "张立林": "省委常委、副省长", "高涛": "副省长",
    "郑艺": "副省长", "靳国卫": "副省长", "郭彩云": "副省长",
    "甄国强": "一级巡视员", "孙洪军": "市政协主席", "罗奎亮": "副市长", "黄晓霞": "市人大副主任",
    "王忠平": "市人大副主任", "孙永兴": "市人大副主任", "李延超": "市委常委、副市长", "朱德义": "副市长",
    "金玉枝": "市政协副主席", "周佳楷": "市政府副秘书长、办公室主任", "马文志": "市委常委、副市长",
    "刘耀南": "副市长", "胡伟": "二级巡视员", "柳晓东": "副市长", "毕荣昌": "市政协副主席",
    "王连民": "市人大副主任", "刘辉": "副市长", "冬梅": "市委常委、宣传部部长", "马连喜": "市政协副主席",
  ]

  @Test func `fifteen provincial and nineteen city leaders hold the titles of the document`() {
    let leaders = graph.nodes(of: .leader)
    let level = { (level: String) in
      leaders.count { graph.option(.level, of: $0) == level }
    }
    #expect(level("province") == 15)
    #expect(level("city") == 19)
    let titles = leaders.map { (graph.name(of: $0), huludao.text("titles", of: $0) ?? "") }
    #expect(Dictionary(titles, uniquingKeysWith: { first, _ in first }) == Self.titles)
  }

  @Test func `every leader of the list answers for something`() {
    for leader in graph.nodes(of: .leader) {
      #expect(!graph.duties(of: leader).isEmpty, "\(graph.name(of: leader))")
    }
  }

  @Test(
    arguments: [
      ("市工信局", "市工业和信息化局"), ("市发改委", "市发展改革委"), ("市营商局(市大数据局)", "市营商局"),
      ("市大数据局", "市营商局"), ("市人社局", "市人力资源社会保障局"), ("省工信厅", "省工业和信息化厅"),
      ("省发改委", "省发展改革委"), ("省营商局（省大数据局）", "省营商局"), ("市卫健委", "市卫生健康委"),
      ("市文旅广电局", "市文化旅游广播电视局"),
    ]
  )
  func `a department is found by its short name`(_ short: String, _ name: String) throws {
    let department = try huludao.node("department", name)
    #expect(graph.lookUp(short, among: [.department]) == .found(department))
  }

  @Test func `a padded name is the person's name`() throws {
    #expect(graph.lookUp("周 波") == .found(try huludao.node("leader", "周波")))
  }

  private static let counties = [
    "兴城市人民政府", "绥中县人民政府", "建昌县人民政府", "连山区人民政府", "龙港区人民政府", "南票区人民政府",
  ]
  private static let zones = [
    "葫芦岛经济开发区管委会", "葫芦岛高新技术产业开发区管委会", "葫芦岛打渔山经济开发区管委会",
  ]

  @Test(
    arguments: [
      ("各县(市)区政府", "all", counties), ("相关县(市)区政府", "some", counties),
      ("市属开发区管委会", "all", zones), ("相关市政府", "some", ["葫芦岛市人民政府"]),
    ]
  )
  func `a collective has its members`(_ name: String, _ quantifier: String, _ members: [String])
    throws
  {
    let collective = try huludao.node("department", name)
    let membership = graph.relations(of: collective, at: .target, .membership)
    #expect(graph.option(.quantifier, of: collective) == quantifier)
    #expect(Set(huludao.names(membership.map(\.source))) == Set(members))
    // The document names the collectives, and never who is in them.
    #expect(membership.allSatisfy { $0.origin.basis == .industryKnowledge })
  }

  @Test func `four collectives stand in the data`() {
    let collectives = graph.nodes(of: .department)
      .filter { graph.option(.quantifier, of: $0) != nil }
    #expect(collectives.count == 4)
  }

  @Test func `the city has six counties and districts`() throws {
    let counties = graph.nodes(of: NodeKind("region"))
      .filter { graph.option(.level, of: $0) == "county" }
    #expect(Set(huludao.names(counties)) == ["兴城市", "绥中县", "建昌县", "连山区", "龙港区", "南票区"])
    for county in counties { #expect(huludao.wholes(of: county) == ["葫芦岛市"]) }
  }
}
