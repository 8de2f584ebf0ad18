import Liantu
import Testing

/// What may be said of a cluster's chain on this document.
struct StatedChain: Sendable, CustomTestStringConvertible {
  let name: String
  /// What is said to be lacking, by the place of the words.
  let lacking: [String: [String]]
  /// What is said to be too little.
  let short: [String: [String]]
  /// What else is here.
  let present: [String]
  /// Segments of each other verdict: building, wanted, presumed, unknown, not counted.
  let others: [Int]
  var testDescription: String { name }

  private init(
    _ name: String,
    lacking: [String: [String]] = [:],
    short: [String: [String]] = [:],
    present: [String] = [],
    _ others: [Int]
  ) {
    self.name = name
    self.lacking = lacking
    self.short = short
    self.present = present
    self.others = others
  }

  static let all: [StatedChain] = [
    // 引育…化工新材料…和资源循环利用等产业; 提升芳烃产能
    .init(
      "基础化工和精细化工产业集群",
      lacking: ["二/(一)/2": ["化工新材料", "化工资源循环利用"]],
      short: ["二/(一)/2": ["芳烃"]],
      present: ["烧碱", "原油炼制", "连续重整", "天然气分离", "天然气化工"],
      [3, 9, 17, 37, 9]
    ),
    // 推进现有矿山的改扩建
    .init(
      "有色冶金产业集群",
      short: ["二/(二)/1": ["钼矿采选"]],
      present: ["锌冶炼", "稀有金属材料"],
      [3, 10, 6, 31, 18]
    ),
    .init("清洁能源产业集群", [8, 4, 3, 125, 23]),
    // 招引上下游配套产业; 引育风机塔筒
    .init(
      "船舶机械产业集群",
      lacking: ["二/(四)/1": ["船舶配套设备"], "二/(四)/2": ["风机塔筒"]],
      present: ["电力装备", "石化装备", "矿山机械", "电力设备", "泵阀", "海军装备", "船舶总装建造"],
      [3, 1, 5, 83, 11]
    ),
    // 拉长补全新能源电池材料产业链
    .init(
      "战略性新兴产业集群",
      short: ["二/(五)/2": ["新能源电池材料"]],
      present: ["生物产业", "工业互联网标识解析", "电商服务"],
      [14, 6, 3, 178, 32]
    ),
    // 引育…重点技术应用企业; 力争衬布本地化生产; 引育织造企业扩大规模, 提高…面料和里料的供应比例
    .init(
      "泳装产业集群",
      lacking: ["二/(六)/2": ["泳装印染", "数码印花", "无水节水印染", "植物印染", "泳装衬布"]],
      short: ["二/(六)/2": ["泳装织造", "泳装面料", "泳装里料"]],
      present: ["泳装成衣", "泳装品牌运营"],
      [5, 2, 3, 38, 5]
    ),
    .init(
      "海洋渔业(食品农产品深加工)产业集群",
      present: [
        "大豆种植", "小粒花生种植", "海洋捕捞", "豆制品加工", "多宝鱼养殖", "水果种植", "海参养殖", "调味品酿造", "水产品加工",
        "酸菜腌制",
      ],
      [0, 17, 3, 69, 10]
    ),
    // 引育精品全域旅游线路30条
    .init(
      "文旅康养产业集群",
      lacking: ["二/(八)/2": ["精品全域旅游线路"]],
      present: ["景区运营"],
      [2, 6, 0, 32, 19]
    ),
  ]
}

struct EvidenceTests {
  let huludao: Huludao
  var graph: ChainGraph { huludao.graph }

  init() throws { huludao = try Huludao() }

  private func chain(_ name: String) throws -> Chain {
    graph.chain(of: try huludao.node("cluster", name))
  }

  private func names(_ chain: Chain, _ verdicts: Set<Verdict>) -> Set<String> {
    Set(huludao.names(chain.gaps(verdicts).map(\.segment)))
  }

  private var gaps: [Gap] { huludao.clusters("city").flatMap { graph.chain(of: $0).gaps() } }

  /// The places where the document says so of a segment, read from the relations themselves.
  private func places(_ relation: String, of segment: NodeIndex) -> Set<String> {
    Set(
      graph.relations(of: segment, at: .target, RelationKind(relation))
        .filter { $0.origin.basis == .document }.map(\.origin.place)
    )
  }

  @Test(arguments: StatedChain.all)
  func `a chain lacks what the document says it lacks, at its place, and nothing else`(
    _ said: StatedChain
  ) throws {
    #expect(try names(chain(said.name), Verdict.gaps) == Set(said.lacking.values.joined()))
    #expect(try names(chain(said.name), [.short]) == Set(said.short.values.joined()))
    for (relation, stated) in [("statesLacking", said.lacking), ("statesShort", said.short)] {
      for (place, names) in stated {
        for name in names {
          let segment = try huludao.node("segment", name)
          #expect(places(relation, of: segment) == [place], "\(name)")
        }
      }
    }
  }

  @Test(arguments: StatedChain.all)
  func `what is here is what the document names or presupposes`(_ said: StatedChain) throws {
    #expect(try names(chain(said.name), [.many, .single, .unnamed]) == Set(said.present))
  }

  @Test(arguments: StatedChain.all)
  func `each segment of a chain has one verdict, and silence is unknown`(_ said: StatedChain) throws
  {
    let chain = try chain(said.name)
    let counts = chain.verdictCounts()
    let others: [Verdict] = [.building, .wanted, .presumed, .unknown, .uncounted]
    #expect(others.map { counts[$0, default: 0] } == said.others)
    #expect(counts.values.reduce(0, +) == chain.segments.count)
    // Nobody has surveyed anything: nothing can have been found missing.
    #expect(counts[.missing] == nil && chain.completeness.surveyed == 0)
    let (short, lacking) = (said.short.values.joined(), said.lacking.values.joined())
    #expect(chain.completeness.least == said.present.count + short.count)
    #expect(chain.completeness.most == chain.completeness.all - lacking.count)
    #expect(chain.completeness.all == chain.segments.count - said.others[4])
  }

  @Test func `ten gaps stand in the data, and each cites the place of its words`() {
    #expect(gaps.count == 10)
    for gap in gaps {
      let places = places("statesLacking", of: gap.segment)
      #expect(!places.isEmpty && places.isSubset(of: Citations.all), "\(gap.segment)")
      #expect(gap.isStated)
    }
  }

  @Test func `no gap is a resource, a market or a public thing`() {
    for gap in gaps {
      let role = graph.option(AttributeName("role"), of: gap.segment) ?? "product"
      #expect(["product", "service"].contains(role), "\(graph.name(of: gap.segment))")
    }
  }

  @Test func `no gap is contradicted by what the document names on it or on its parts`() {
    for gap in gaps {
      let name = graph.name(of: gap.segment)
      for segment in [gap.segment] + graph.parts(of: gap.segment).map(\.node) {
        let present = graph.relations(of: segment, at: .target, .presence)
          .filter { $0.origin.basis == .document }
          .filter {
            graph.kind(of: $0.source) != .project
              || graph.option(.status, of: $0.source) != "planned"
          }
        #expect(present.isEmpty, "\(name): \(huludao.names(present.map(\.source)))")
        #expect(places("statesRunning", of: segment).isEmpty, "\(name)")
      }
    }
  }

  @Test(
    arguments: [
      ("文旅康养产业集群", ["旅游住宿", "旅游餐饮", "红色文化资源", "海洋文化资源", "长城文化资源", "明清文化资源", "关东风情资源"]),
      ("清洁能源产业集群", ["天然铀采冶", "核燃料组件", "乏燃料后处理", "升压站与送出线路"]),
      ("基础化工和精细化工产业集群", ["原油", "天然气", "原盐"]),
    ]
  )
  func `what nobody has looked at, and what a place has or has not, is no gap`(
    _ cluster: String,
    _ names: [String]
  ) throws {
    let lacking = try self.names(chain(cluster), Verdict.gaps)
    for name in names {
      let verdict = graph.verdict(of: try huludao.node("segment", name))
      #expect(verdict == .unknown || verdict == .uncounted, "\(name)")
      #expect(!lacking.contains(name))
    }
  }

  @Test func `what a brand, a platform or a specialty cluster stands for is here`() {
    let kinds = [NodeKind("brand"), NodeKind("platform"), .cluster]
    let shown = kinds.flatMap { graph.nodes(of: $0) }
      .flatMap { graph.relations(of: $0, at: .source, .presence) }
      .filter { $0.origin.basis == .document }
    #expect(shown.count == 21)
    for relation in shown {
      let verdict = graph.verdict(of: relation.target)
      #expect(verdict.isPresent || verdict == .uncounted, "\(graph.name(of: relation.target))")
    }
  }

  @Test func `an open list names one maker of swimwear, and says that there are others`() throws {
    let assessment = graph.assessment(of: try huludao.node("segment", "泳装成衣"))
    #expect(assessment.verdict == .unnamed)
    #expect(huludao.names(assessment.named) == ["恒泰针织"])
  }

  @Test func `what is known in general alone makes nothing present or absent`() {
    for segment in graph.nodes(of: .segment) {
      let said =
        graph.relations(of: segment, at: .target, .presence)
        + graph.relations(of: segment, at: .target, .testimony)
      let isBare = graph.parts(of: segment).isEmpty
      guard isBare, said.allSatisfy({ $0.origin.basis == .industryKnowledge }) else { continue }
      let verdict = graph.verdict(of: segment)
      let expected: Set<Verdict> = said.isEmpty ? [.unknown, .uncounted] : [.presumed, .uncounted]
      #expect(expected.contains(verdict), "\(graph.name(of: segment)) \(verdict)")
    }
  }

  @Test func `taking every return away changes no gap, nor anything else of a chain`() {
    let ontology = graph.ontology
    let returns = Set(ontology.relations(of: .return).map(\.kind))
    let others = Set(ontology.relations.map(\.kind)).subtracting(returns)
    let without = graph.keeping(GraphFilter(relations: others))
    let told = { (graph: ChainGraph) in
      graph.nodes(of: .cluster).flatMap { graph.chain(of: $0).gaps(Set(Verdict.allCases)) }
        .map { gap in
          [graph.id(of: gap.segment), gap.verdict.rawValue, gap.position?.rawValue ?? ""]
            + gap.feeds.map { graph.id(of: $0) } + ["|"] + gap.blocks.map { graph.id(of: $0) }
        }
    }
    #expect(told(without) == told(graph))
    #expect(
      without.nodes(of: .segment).allSatisfy {
        without.relations(of: $0, at: .source, .return).isEmpty
      }
    )
  }

  @Test func `with a firm goes the project that nobody else builds, and nothing unknown is lost`()
    throws
  {
    let firm = try huludao.node("enterprise", "锦西石化")
    let project = try huludao.node("project", "锦西石化技改项目")
    let (alone, both) = (
      graph.impact(removing: [firm]), graph.impact(removing: [firm, project])
    )
    #expect(alone.removed == [firm] && alone.fallen == [project])
    #expect(both.removed == [firm, project] && both.fallen.isEmpty)
    #expect(alone.segments == both.segments && alone.clusters == both.clusters)
    let told = { (impact: Impact) in
      Dictionary(uniqueKeysWithValues: impact.notified.map { ($0.party, Set($0.items)) })
    }
    #expect(told(alone) == told(both))
    for change in alone.segments {
      #expect(change.before != .unknown && !change.before.isGap)
      #expect(change.supply == nil || !change.sourcesBefore.isEmpty)
    }
  }
}
