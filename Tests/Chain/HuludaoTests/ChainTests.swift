import Liantu
import Testing

struct ChainTests {
  let huludao: Huludao
  var graph: ChainGraph { huludao.graph }

  init() throws { huludao = try Huludao() }

  @Test(arguments: CityCluster.all)
  func `a chain has at least forty segments in all three stages`(_ cluster: CityCluster)
    throws
  {
    let chain = graph.chain(of: try huludao.node("cluster", cluster.name))
    #expect(chain.segments.count >= 40, "\(chain.segments.count)")
    #expect(Set(chain.layers().map(\.stage)) == Set(Stage.allCases))
  }

  @Test(arguments: CityCluster.all)
  func `a chain hangs together and is broad at both ends`(_ cluster: CityCluster) throws {
    let chain = graph.chain(of: try huludao.node("cluster", cluster.name))
    let flows = chain.flows
    // Some hang by what comes back alone, or as parts of one another.
    let inside = Set(chain.segments)
    let parts = chain.segments.flatMap { graph.relations(of: $0, at: .source, .containment) }
      .filter { inside.contains($0.target) }
    let joins = flows + chain.returns + parts
    var reached = Set(chain.segments.prefix(1))
    var size = 0
    while size < reached.count {
      size = reached.count
      for join in joins where reached.contains(join.source) || reached.contains(join.target) {
        reached.formUnion([join.source, join.target])
      }
    }
    // Some segments hang by another chain alone.
    let across = Set(chain.flowsAcross().flatMap { [$0.source, $0.target] })
    let apart = chain.segments.filter { segment in
      !reached.contains(segment) && !across.contains(segment)
    }
    #expect(apart.isEmpty, "\(huludao.names(apart))")
    let fed = Set(flows.map(\.target))
    #expect(chain.segments.count { !fed.contains($0) } >= 2)
    #expect(chain.layers().count { $0.stage == .downstream } >= 2)
  }

  @Test func `every segment lies in the chain of a city cluster`() {
    let inChains = Set(huludao.clusters("city").flatMap { graph.chain(of: $0).segments })
    #expect(inChains == Set(graph.nodes(of: .segment)))
    #expect(graph.clustersWithChain() == huludao.clusters("city"))
  }

  @Test(
    arguments: [
      ("废旧锂电池综合利用", "碳酸锂"), ("冶炼渣综合利用", "再生铅锌"), ("电力电缆", "再生铜"), ("铅酸蓄电池", "再生铅锌"),
      ("泳装成衣", "泳装边角料与旧衣回收"), ("泳装边角料与旧衣回收", "再生化纤"),
      ("水产副产物利用", "饲料加工"),
    ]
  )
  func `what is used comes back, and no way along the flow goes over it`(
    _ from: String,
    _ to: String
  ) throws {
    let start = try huludao.node("segment", from)
    let end = try huludao.node("segment", to)
    let returns = graph.relations(of: start, at: .source, .return)
    #expect(returns.contains { $0.target == end })
    #expect(!graph.downstream(of: start).steps.contains { $0.segment == end })
  }

  @Test func `without what comes back no segment feeds itself`() {
    let returns = graph.nodes(of: .segment)
      .flatMap { graph.relations(of: $0, at: .source, .return) }
    #expect(returns.count == 53)
    // Whoever makes presses buys castings: circles of equipment and energy are none of goods.
    let goods = graph.nodes(of: .segment).flatMap { segment in
      graph.relations(of: segment, at: .source, .flow)
        .filter { $0.kind == RelationKind("supplies") }
    }
    var open = Set(graph.nodes(of: .segment))
    var size = -1
    // What is fed by nothing that is left goes; what stays feeds itself.
    while size != open.count {
      size = open.count
      let fed = Set(goods.filter { open.contains($0.source) }.map(\.target))
      open = open.filter { fed.contains($0) }
    }
    let feeding = Set(goods.filter { open.contains($0.target) }.map(\.source))
    #expect(open.isDisjoint(with: feeding), "\(huludao.names(open.intersection(feeding)))")
  }

  @Test func `a resource, a market and a public thing are told by their roles`() {
    let roles = Dictionary(grouping: graph.nodes(of: .segment)) {
      graph.option(AttributeName("role"), of: $0) ?? "product"
    }
    #expect(
      roles.mapValues(\.count) == [
        "product": 628, "service": 141, "resource": 38, "market": 73, "public": 16,
      ]
    )
    // An end use feeds nothing but what comes back from it.
    let feeding = (roles["market"] ?? [])
      .filter { !graph.relations(of: $0, at: .source, .flow).isEmpty }
    #expect(feeding.isEmpty, "\(huludao.names(feeding))")
  }

  @Test(
    arguments: [
      ("二/(一)/1", ["绿色农药", "医药中间体", "化工新材料", "高端专用化学品"]),
      ("二/(一)/2", ["芳烃", "烯烃", "高端聚烯烃", "环氧丙烷", "连续重整", "新能源材料", "农用化工", "石化仓储物流"]),
      ("二/(二)/2", ["铅锌合金", "钼合金", "国防用材", "核能用材"]),
      ("二/(三)/1", ["核能发电", "风力发电", "光伏发电", "储能", "分布式光伏", "分散式风电"]),
      ("二/(四)/2", ["石化装备", "泵阀", "矿山机械", "风机塔筒", "电力设备"]),
      ("二/(五)/1", ["核装备", "辐照加工", "同位素及制品", "核医学", "核环境保护", "核农学"]),
      ("二/(六)/2", ["数码印花", "无水节水印染", "植物印染", "泳装面料", "泳装里料", "泳装衬布"]),
      ("二/(六)/3", ["芳纶", "化纤", "瑜伽服", "骑行服", "沙滩服", "海洋服饰"]),
      (
        "二/(七)/1",
        ["多宝鱼养殖", "贝类养殖", "海参养殖", "水产种业", "现代海洋牧场", "水产品加工", "休闲渔业", "海洋捕捞", "海产品集散交易", "淡水特色养殖"]
      ),
      ("二/(七)/2", ["油料作物种植", "水果种植", "蔬菜种植", "畜牧养殖", "饲料加工", "食用菌栽培", "中草药种植"]),
      ("二/(八)/1", ["蓝色旅游产品", "红色旅游产品", "古色旅游产品", "绿色旅游产品", "白色旅游产品"]),
    ]
  )
  func `what the document names as a product or a process is a segment that cites it`(
    _ place: String,
    _ names: [String]
  ) {
    let cited = graph.nodes(of: .segment).filter { huludao.place(of: $0) == place }
    #expect(Set(names).subtracting(huludao.names(cited)).isEmpty)
  }
}
