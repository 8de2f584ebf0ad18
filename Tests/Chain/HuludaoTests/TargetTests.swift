import Liantu
import Testing

/// A figure that the document sets.
struct Figure: Sendable, CustomTestStringConvertible {
  let whole: String
  /// A word that the metric contains.
  let metric: String
  let comparator: String
  let value: String
  let isStriving: Bool
  let baseline: String?
  let deadline: String?
  let place: String
  var testDescription: String { "\(place) \(metric) \(value)" }

  private init(
    _ place: String,
    _ whole: String,
    _ metric: String,
    _ comparator: String,
    _ value: String,
    striving: Bool = false,
    from baseline: String? = nil,
    by deadline: String? = nil
  ) {
    self.place = place
    self.whole = whole
    self.metric = metric
    self.comparator = comparator
    self.value = value
    isStriving = striving
    self.baseline = baseline
    self.deadline = deadline
  }

  private static let opinion = "葫芦岛市培育壮大产业集群实施意见"
  private static let fishery = "海洋渔业(食品农产品深加工)产业集群"
  private static let sum = "海洋渔业集群总产值"

  static let all: [Figure] = [
    // The city as a whole
    .init("一/(一)", opinion, "产业集群", "达到", "8 个"),
    .init("一/(一)", "产业集群个数", "千亿级", "达到", "1 个"),
    .init("一/(一)", "产业集群个数", "五百亿级", "达到", "2 个"),
    .init("一/(一)", "产业集群个数", "百亿级", "达到", "5 个"),
    .init("一/(二)", opinion, "营业收入", "达到", "20 %", from: "2022", by: "2025"),
    .init("一/(二)", opinion, "投资", "达到", "400 亿元", by: "2025"),
    .init("一/(二)", opinion, "特色产业园区", "以上", "5 个", by: "2025"),
    .init("一/(二)", opinion, "新增规上", "达到", "100 户", by: "2025"),
    // The clusters
    .init("二/(一)/发展目标", "基础化工和精细化工产业集群", "企业户数", "以上", "55 户", striving: true, by: "2025"),
    .init("二/(一)/发展目标", "基础化工和精细化工产业集群", "产值", "以上", "580 亿元", striving: true, by: "2025"),
    .init("二/(一)/发展目标", "基础化工和精细化工产业集群", "年均", "以上", "6 %", by: "2025"),
    .init("二/(二)/发展目标", "有色冶金产业集群", "企业户数", "以上", "25 户", striving: true, by: "2025"),
    .init("二/(二)/发展目标", "有色冶金产业集群", "产值", "以上", "260 亿元", striving: true, by: "2025"),
    .init("二/(二)/发展目标", "有色冶金产业集群", "年均", "以上", "6 %", striving: true, by: "2025"),
    .init("二/(三)/发展目标", "清洁能源产业集群", "装机", "达到", "267 万千瓦", striving: true, by: "2025"),
    .init("二/(三)/发展目标", "清洁能源产业集群", "年产值", "达到", "40 亿元", striving: true, by: "2025"),
    .init("二/(三)/发展目标", "清洁能源产业集群", "远期", "达到", "500 亿元"),
    .init("二/(四)/发展目标", "船舶机械产业集群", "企业户数", "以上", "95 户", striving: true, by: "2025"),
    .init("二/(四)/发展目标", "船舶机械产业集群", "产值", "以上", "150 亿元", striving: true, by: "2025"),
    .init("二/(四)/发展目标", "船舶机械产业集群", "年均", "以上", "6 %", striving: true, by: "2025"),
    .init("二/(四)/发展目标", "船舶机械产业集群", "高端装备", "以上", "30 %", striving: true, by: "2025"),
    .init("二/(五)/发展目标", "战略性新兴产业集群", "增加值", "超过", "7 %", by: "2025"),
    .init("二/(五)/发展目标", "战略性新兴产业集群", "企业户数", "以上", "25 户", striving: true, by: "2025"),
    .init("二/(五)/发展目标", "战略性新兴产业集群", "产值占", "以上", "10 %", striving: true, by: "2025"),
    .init("二/(六)/发展目标", "泳装产业集群", "企业户数", "达到", "50 户", striving: true, by: "2025-12"),
    .init("二/(六)/发展目标", "泳装产业集群", "年均", "达到", "6 %", by: "2025-12"),
    .init("二/(六)/发展目标", "泳装产业集群", "上节点", "达到", "150 家", by: "2025-12"),
    .init("二/(六)/1", "泳装品牌引育", "品牌", "左右", "10 家"),
    .init("二/(七)/发展目标", fishery, "总计", "超过", "280 亿元", from: "2022", by: "2025"),
    .init("二/(七)/发展目标", sum, "海洋渔业", "以上", "150 亿元", striving: true, from: "2022", by: "2025"),
    .init("二/(七)/发展目标", sum, "深加工", "以上", "85 亿元", striving: true, from: "2022", by: "2025"),
    .init("二/(七)/发展目标", sum, "招商", "以上", "45 亿元", striving: true, from: "2022", by: "2025"),
    .init("二/(七)/2", "农产品深加工壮大", "核心区", "达到", "4 个"),
    .init("二/(七)/3", "农业主体与品牌培育", "龙头企业", "以上", "40 家", striving: true, by: "2025"),
    .init("二/(七)/3", "农业主体与品牌培育", "联合体", "达到", "8 个", by: "2025"),
    .init("二/(八)/发展目标", "文旅康养产业集群", "投资额", "达到", "2 倍", from: "2022", by: "2025"),
    .init("二/(八)/发展目标", "文旅康养产业集群", "总收入", "达到", "2 倍", from: "2022", by: "2025"),
    .init("二/(八)/发展目标", "文旅康养产业集群", "游客", "达到", "2 倍", from: "2022", by: "2025"),
    .init("二/(八)/发展目标", "文旅康养产业集群", "增加值", "达到", "5 %", from: "2022", by: "2025"),
    .init("二/(八)/2", "文旅联动发展", "线路", "达到", "30 条"),
    // Part three
    .init("三/(三)/1", "头部企业壮大", "头部企业", "左右", "3 户"),
  ]
}

struct TargetTests {
  let huludao: Huludao
  var graph: ChainGraph { huludao.graph }

  init() throws { huludao = try Huludao() }

  @Test(arguments: Figure.all)
  func `each figure of the document is a target`(_ said: Figure) throws {
    let matches = graph.nodes(of: .target).filter { target in
      huludao.wholes(of: target) == [said.whole] && huludao.text("value", of: target) == said.value
        && huludao.text("metric", of: target)?.contains(said.metric) == true
        && huludao.place(of: target) == said.place
    }
    try #require(matches.count == 1, "\(huludao.names(matches))")
    let target = matches[0]
    #expect(huludao.text("comparator", of: target) == said.comparator)
    #expect(graph.hasFlag(AttributeName("striving"), target) == said.isStriving)
    #expect(huludao.text("baseline", of: target) == said.baseline)
    #expect(huludao.text("deadline", of: target) == said.deadline)
  }

  @Test func `no target stands in the data that the document does not set`() {
    #expect(graph.nodes(of: .target).count == Figure.all.count)
  }

  @Test func `the three parts of the fishery total add up to it`() throws {
    let total = try huludao.node("target", "海洋渔业集群总产值")
    let parts = graph.relations(of: total, at: .target, .containment).map(\.source)
    let amounts = try parts.map { part in
      guard case .quantity(let quantity) = graph.attribute(.value, of: part) else {
        throw Unreadable()
      }
      return quantity.amount
    }
    #expect(amounts == [150, 85, 45])
    #expect(huludao.text("value", of: total) == "280 亿元")
    #expect(graph.audit(rules: [.sumMismatch]).isEmpty)
  }

  private struct Unreadable: Error {}
}
