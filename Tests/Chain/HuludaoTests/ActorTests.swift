import Liantu
import Testing

struct ActorTests {
  let huludao: Huludao
  var graph: ChainGraph { huludao.graph }

  init() throws { huludao = try Huludao() }

  private static let enterprises: [(cluster: String, names: [String])] = [
    ("基础化工和精细化工产业集群", ["锦西石化", "航锦化工", "辽宁先达", "辽宁优创", "心连心", "宝众宝达"]),
    ("有色冶金产业集群", ["锌业股份", "宏跃北铜", "辽宁连山钼业", "德澳"]),
    ("清洁能源产业集群", ["徐大堡核电", "辽宁兴城抽水蓄能电站", "中船风电", "大唐", "中核", "众合光伏", "佳华"]),
    (
      "船舶机械产业集群",
      ["渤船集团", "锦化机", "西门子", "葫芦岛泵业", "莲花山凿岩钎具", "力天重工", "葫芦岛电力设备", "红光锅炉", "辽宁顺达", "中船风电"]
    ),
    (
      "战略性新兴产业集群",
      [
        "徐大堡核电", "泰峰锂业", "虹京", "佳华", "九鼎通信", "中国移动", "乐股软件", "科云应急", "孚迪斯", "化工研究院",
        "建元", "华能工业陶瓷", "伊菲科技", "茂康源", "海思科", "泰德尔", "锡能",
      ]
    ),
    ("泳装产业集群", ["英华", "恒泰针织"]),
    ("海洋渔业(食品农产品深加工)产业集群", []),
    ("文旅康养产业集群", []),
  ]

  private func members(_ kind: NodeKind, of cluster: String) throws -> Set<String> {
    let cluster = try huludao.node("cluster", cluster)
    let parts = graph.relations(of: cluster, at: .target, .containment).map(\.source)
    return Set(huludao.names(parts.filter { graph.kind(of: $0) == kind }))
  }

  @Test(arguments: enterprises)
  func `every enterprise that the document names is in its cluster`(
    _ cluster: String,
    _ names: [String]
  ) throws {
    #expect(try members(.enterprise, of: cluster) == Set(names))
  }

  @Test func `no enterprise stands in the data that the document does not name`() {
    #expect(huludao.names(of: .enterprise) == Set(Self.enterprises.flatMap(\.names)))
    #expect(graph.nodes(of: .enterprise).count == 43)
  }

  @Test func `no enterprise is lost between the clusters, and each stands where it builds too`()
    throws
  {
    var all: Set<NodeIndex> = []
    for (name, named) in Self.enterprises {
      let cluster = try huludao.node("cluster", name)
      let found = graph.enterprises(of: cluster).map(\.enterprise)
      #expect(Set(huludao.names(found)).isSuperset(of: named), "\(name)")
      all.formUnion(found)
    }
    #expect(all == Set(graph.nodes(of: .enterprise)))
    #expect(graph.enterprises(of: nil).map(\.enterprise) == graph.nodes(of: .enterprise))
    // It is named in another cluster, and its project fills a segment of this one.
    let chemicals = try huludao.node("cluster", "基础化工和精细化工产业集群")
    let guest = try #require(
      graph.enterprises(of: chemicals).first { graph.name(of: $0.enterprise) == "孚迪斯" }
    )
    #expect(huludao.names(guest.projects) == ["孚迪斯航空润滑油项目"])
  }

  @Test(
    arguments: [
      ("基础化工和精细化工产业集群", ["锦西石化", "航锦化工", "辽宁先达"]),
      ("有色冶金产业集群", ["锌业股份", "宏跃北铜"]),
      ("清洁能源产业集群", ["徐大堡核电", "辽宁兴城抽水蓄能电站", "中船风电", "大唐"]),
      ("船舶机械产业集群", ["渤船集团"]), ("战略性新兴产业集群", []), ("泳装产业集群", []),
      ("海洋渔业(食品农产品深加工)产业集群", []), ("文旅康养产业集群", []),
    ]
  )
  func `a cluster is anchored by those whom the document calls its head`(
    _ cluster: String,
    _ names: [String]
  ) throws {
    let node = try huludao.node("cluster", cluster)
    let anchors = graph.relations(of: node, at: .target, .anchors).map(\.source)
    #expect(Set(huludao.names(anchors)) == Set(names))
  }

  @Test(
    arguments: [
      ("基础化工和精细化工产业集群", ["葫芦岛经济开发区", "葫芦岛高新技术产业开发区", "葫芦岛打渔山经济开发区"], []),
      ("有色冶金产业集群", [], ["有色产业园", "新型有色产业集聚区"]),
      ("清洁能源产业集群", [], []), ("船舶机械产业集群", [], ["船舶配套产业集聚区"]), ("战略性新兴产业集群", [], []),
      ("泳装产业集群", ["兴城经济开发区", "斯达威产业园", "英华小城品牌园"], ["印染产业园"]),
      (
        "海洋渔业(食品农产品深加工)产业集群",
        ["兴城农产品加工集聚区", "绥中农产品加工集聚区", "建昌农产品加工集聚区"],
        ["兴城市农产品加工核心区", "绥中县农产品加工核心区", "建昌县农产品加工核心区", "南票区农产品加工核心区"]
      ),
      ("文旅康养产业集群", [], []),
    ] as [(String, [String], [String])]
  )
  func `a cluster has its parks, the existing and those to come`(
    _ cluster: String,
    _ existing: [String],
    _ coming: [String]
  ) throws {
    let park = NodeKind("park")
    let parks = try members(park, of: cluster)
    #expect(parks == Set(existing + coming))
    for name in parks {
      let status = graph.option(.status, of: try huludao.node("park", name))
      #expect((status == "existing") == existing.contains(name), "\(name)")
    }
  }

  @Test(
    arguments: [
      ("泳装品牌", ["范德安"]), ("区域品牌", ["兴城泳装"]), ("区域公用品牌", ["红崖子花生", "兴城多宝鱼", "葫芦岛苹果", "绥中白梨"]),
      ("区域公共品牌", ["葫芦岛刺参", "葫芦岛百菜大席"]),
      ("优势特色品牌", ["南票“忆酸香”酸菜", "绥中佐香园调味品", "南票虹螺岘干豆腐", "高桥陈醋"]),
    ]
  )
  func `each brand is of the category that the document gives it`(
    _ category: String,
    _ names: [String]
  ) {
    let brands = graph.nodes(of: NodeKind("brand"))
      .filter { huludao.text("category", of: $0) == category }
    #expect(Set(huludao.names(brands)) == Set(names))
  }

  @Test func `twelve brands stand in the data`() {
    #expect(graph.nodes(of: NodeKind("brand")).count == 12)
  }

  @Test(
    arguments: [
      ("二/(一)/1", ["基础化工和精细化工基地"]), ("二/(一)/2", ["连续重整芳烃联合装置"]), ("二/(一)/3", ["化工中试基地"]),
      ("二/(二)/3", ["有色金属精深加工产业基地"]), ("二/(三)/1", ["清洁能源产业基地"]), ("二/(四)/1", ["海军装备生产基地"]),
      ("二/(四)/3", ["海试基地"]), ("三/(一)/2", ["船舶制造关键技术研发和攻关平台"]),
      ("二/(五)/1", ["原子能院京外基地", "国家级核技术应用和核关联产业发展示范基地"]), ("二/(五)/3", ["工业互联网标识解析二级节点"]),
      ("二/(六)/2", ["绿色印染共享工厂"]),
      ("二/(七)/1", ["绥中县海洋捕捞全产业链核心区", "兴城市海洋小镇精品示范区", "龙港区休闲渔业功能展示区", "环渤海湾海产品集散交易中心"]),
      ("二/(八)/3", ["兴城古城", "葫芦古镇", "九门口长城", "九门口长城世界文化遗产旅游目的地", "塔山革命烈士陵园"]),
    ]
  )
  func `each platform, base and site is cited where the document names it`(
    _ place: String,
    _ names: [String]
  ) {
    let platforms = graph.nodes(of: NodeKind("platform"))
      .filter { huludao.place(of: $0) == place }
    #expect(Set(huludao.names(platforms)) == Set(names))
  }

  @Test func `twenty-one platforms stand in the data`() {
    #expect(graph.nodes(of: NodeKind("platform")).count == 21)
  }

  @Test(
    arguments: [
      ("兴城古城", "existing"), ("葫芦古镇", "existing"), ("九门口长城", "existing"), ("塔山革命烈士陵园", "existing"),
      ("九门口长城世界文化遗产旅游目的地", "building"), ("有色金属精深加工产业基地", "building"), ("化工中试基地", "building"),
      ("绿色印染共享工厂", "planned"), ("环渤海湾海产品集散交易中心", "planned"), ("工业互联网标识解析二级节点", "existing"),
    ]
  )
  func `a platform stands, is being built or is planned`(_ name: String, _ status: String) throws {
    #expect(graph.option(.status, of: try huludao.node("platform", name)) == status)
  }

  @Test func `the reforming unit has the size that the document gives`() throws {
    let unit = try huludao.node("platform", "连续重整芳烃联合装置")
    #expect(huludao.text("capacity", of: unit) == "100 万吨/年")
  }

  /// Where the document says what a firm does, not where its name does.
  private static let works: [String: (place: String, segments: [String])] = [
    "航锦化工": ("二/(一)/3", ["烧碱"]),
    "锦化机": ("二/(四)/2", ["石化装备"]), "西门子": ("二/(四)/2", ["石化装备"]),
    "葫芦岛泵业": ("二/(四)/2", ["泵阀"]),
    "莲花山凿岩钎具": ("二/(四)/2", ["矿山机械"]), "力天重工": ("二/(四)/2", ["矿山机械"]),
    "葫芦岛电力设备": ("二/(四)/2", ["电力装备"]), "红光锅炉": ("二/(四)/2", ["电力装备"]),
    "茂康源": ("二/(五)/4", ["生物产业"]), "海思科": ("二/(五)/4", ["生物产业"]),
    "恒泰针织": ("二/(六)/3", ["泳装成衣"]),
  ]

  @Test func `what a firm does is cited where the document says it, and nowhere else`() {
    for enterprise in graph.nodes(of: .enterprise) {
      let name = graph.name(of: enterprise)
      let stated = graph.relations(of: enterprise, at: .source, .presence)
        .filter { $0.origin.basis == .document }
      #expect(huludao.names(stated.map(\.target)) == Self.works[name]?.segments ?? [], "\(name)")
      #expect(stated.allSatisfy { $0.origin.place == Self.works[name]?.place }, "\(name)")
    }
  }

  @Test func `a list of firms that ends in 等 says that there are others`() {
    let open = { (semantics: Semantics) in
      graph.nodes(of: .enterprise).filter {
        graph.relations(of: $0, at: .source, semantics).contains(where: \.isOpen)
      }
    }
    #expect(
      Set(huludao.names(open(.presence))) == ["锦化机", "西门子", "葫芦岛泵业", "茂康源", "海思科", "恒泰针织"]
    )
    #expect(
      Set(huludao.names(open(.containment))) == [
        "锦西石化", "航锦化工", "辽宁先达", "辽宁优创", "心连心", "宝众宝达", "锌业股份", "宏跃北铜", "辽宁连山钼业", "德澳",
        "徐大堡核电", "辽宁兴城抽水蓄能电站", "中船风电", "大唐", "乐股软件", "科云应急", "茂康源", "海思科", "英华", "恒泰针织",
        "中核", "众合光伏", "佳华", "锦化机", "西门子", "葫芦岛泵业", "辽宁顺达",
      ]
    )
    #expect(Set(huludao.names(open(.action))) == ["英华", "恒泰针织"])
  }

  @Test func `an enterprise works where the document says, or by general knowledge`() {
    for enterprise in graph.nodes(of: .enterprise) {
      for relation in graph.relations(of: enterprise, at: .source, .presence) {
        let isStated = relation.origin.basis == .document
        let place = relation.origin.place
        #expect(!isStated || place.hasPrefix("二/"), "\(graph.name(of: enterprise)) \(place)")
      }
    }
  }
}
