import Liantu
import Testing

/// What the document says of a city cluster in its annex.
struct CityCluster: Sendable, CustomTestStringConvertible {
  let name: String
  let tier: String
  let leaders: [String]
  let lead: [String]
  let responsible: [String]
  let isOfSomeCounties: Bool
  var testDescription: String { name }

  init(
    _ name: String,
    _ tier: String,
    _ leaders: [String],
    lead: [String],
    _ responsible: [String],
    isOfSomeCounties: Bool = false
  ) {
    self.name = name
    self.tier = tier
    self.leaders = leaders
    self.lead = lead
    self.responsible = responsible
    self.isOfSomeCounties = isOfSomeCounties
  }

  static let usual = ["市发展改革委", "市科技局", "市自然资源局", "市生态环境局", "市商务局"]

  static let all: [CityCluster] = [
    CityCluster("基础化工和精细化工产业集群", "千亿级", ["李延超", "黄晓霞"], lead: ["市工业和信息化局"], usual),
    CityCluster("有色冶金产业集群", "五百亿级", ["胡伟", "金玉枝"], lead: ["市工业和信息化局"], usual),
    CityCluster(
      "清洁能源产业集群",
      "五百亿级",
      ["马文志", "王忠平"],
      lead: ["市发展改革委"],
      ["市工业和信息化局", "市科技局", "市自然资源局", "市生态环境局", "市商务局"]
    ),
    CityCluster("船舶机械产业集群", "百亿级", ["罗奎亮", "孙永兴"], lead: ["市工业和信息化局"], usual),
    CityCluster(
      "战略性新兴产业集群",
      "百亿级",
      ["马文志", "王忠平"],
      lead: ["市发展改革委", "市工业和信息化局"],
      ["市科技局", "市自然资源局", "市生态环境局", "市商务局"]
    ),
    CityCluster(
      "泳装产业集群",
      "百亿级",
      ["柳晓东", "毕荣昌"],
      lead: ["市工业和信息化局"],
      ["市发展改革委", "市科技局", "市金融发展局", "市人力资源社会保障局", "市生态环境局", "市商务局"],
      isOfSomeCounties: true
    ),
    CityCluster(
      "海洋渔业(食品农产品深加工)产业集群",
      "百亿级",
      ["朱德义", "王连民"],
      lead: ["市农业农村局"],
      ["市科技局", "市工业和信息化局", "市自然资源局", "市生态环境局", "市市场监管局", "市商务局"]
    ),
    CityCluster(
      "文旅康养产业集群",
      "百亿级",
      ["刘辉", "冬梅", "马连喜"],
      lead: ["市文化旅游广播电视局"],
      ["市自然资源局", "市生态环境局", "市退役军人局", "市商务局"]
    ),
  ]
}

struct ClusterTests {
  let huludao: Huludao
  var graph: ChainGraph { huludao.graph }

  init() throws { huludao = try Huludao() }

  @Test func `eight city clusters stand in the order of the document`() {
    #expect(huludao.names(huludao.clusters("city")) == CityCluster.all.map(\.name))
  }

  @Test func `one cluster is of the thousand tier, two of five hundred, five of one hundred`() {
    let tiers = huludao.clusters("city").compactMap { huludao.text("tier", of: $0) }
    let counts = Dictionary(tiers.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(counts == ["千亿级": 1, "五百亿级": 2, "百亿级": 5])
  }

  @Test(arguments: CityCluster.all)
  func `each city cluster has its tier, leaders and departments`(_ said: CityCluster) throws {
    let cluster = try huludao.node("cluster", said.name)
    #expect(huludao.text("tier", of: cluster) == said.tier)
    #expect(huludao.parties(.accountable, of: cluster) == said.leaders)
    #expect(huludao.parties(.lead, of: cluster) == said.lead)
    let counties = said.isOfSomeCounties ? "相关县(市)区政府" : "各县(市)区政府"
    #expect(
      huludao.parties(.responsible, of: cluster) == said.responsible + [counties, "市属开发区管委会"]
    )
    #expect(huludao.parties(.coordinate, of: cluster) == ["市工业和信息化局"])
  }

  @Test func `a cluster's statements cite its own paragraph of the annex`() {
    for (number, cluster) in zip(Citations.numerals, huludao.clusters("city")) {
      for relation in graph.relations(of: cluster, at: .target, .responsibility) {
        let place = relation.kind == .coordinate ? "附件/二" : "附件/二/(\(number))"
        #expect(relation.origin.place == place, "\(graph.name(of: cluster))")
      }
    }
  }

  @Test func `each list of responsible departments ends openly, those of leaders and leads do not`()
  {
    for cluster in huludao.clusters("city") {
      for statement in graph.statements(on: cluster) {
        let name = "\(graph.name(of: cluster)) \(statement.role.name)"
        #expect(statement.isOpen == (statement.role == .responsible), "\(name)")
      }
    }
  }

  @Test func `one cluster alone has two lead departments, one alone three leaders`() {
    let clusters = huludao.clusters("city")
    let withTwoLeads = clusters.filter { huludao.parties(.lead, of: $0).count == 2 }
    let withThreeLeaders = clusters.filter { huludao.parties(.accountable, of: $0).count == 3 }
    #expect(huludao.names(withTwoLeads) == ["战略性新兴产业集群"])
    #expect(huludao.names(withThreeLeaders) == ["文旅康养产业集群"])
  }

  @Test func `four clusters of towns and counties lie in the fishery cluster`() throws {
    let county = huludao.clusters("county")
    #expect(
      huludao.names(county) == [
        "兴城市小粒花生优势特色产业集群", "曹庄镇多宝鱼优势特色产业集群", "徐大堡镇海参优势特色产业集群", "绥中县大豆优势特色产业集群",
      ]
    )
    for cluster in county { #expect(huludao.wholes(of: cluster) == ["海洋渔业(食品农产品深加工)产业集群"]) }
  }

  @Test func `four pillar and eight characteristic industries make the pattern`() {
    let industries = graph.nodes(of: NodeKind("industry"))
    let group = { (group: String) in
      huludao.names(industries.filter { graph.option(AttributeName("group"), of: $0) == group })
    }
    #expect(group("pillar") == ["石油化工", "有色冶金", "船舶机械", "能源电力"])
    #expect(
      group("characteristic") == ["新能源", "新材料", "精细化工", "现代农业", "文旅康养", "泳装服饰", "商贸物流", "核关联"]
    )
  }

  @Test func `the opinion carries out four documents`() throws {
    let opinion = try #require(huludao.dataset.documents.first)
    let carriedOut = graph.relations(of: opinion, at: .source, RelationKind("implements"))
    #expect(huludao.dataset.documents.count == 1)
    #expect(
      carriedOut.map(\.target).map { huludao.text("number", of: $0) } == [
        "国办发〔2023〕14号", "辽政办〔2023〕12号", "辽智建办〔2023〕1号", nil,
      ]
    )
    #expect(huludao.text("date", of: opinion) == "2023-08-18")
    #expect(graph.nodes(of: .document).count == 5)
  }
}
