import Liantu
import Testing

/// The query language on a real document.
struct QueryTests {
  let huludao: Huludao
  var graph: ChainGraph { huludao.graph }

  init() throws { huludao = try Huludao() }

  private func query(_ expression: String) throws -> [NodeIndex] {
    try huludao.dataset.evaluate(expression).nodes
  }

  @Test(arguments: QueryFunction.allCases)
  func `the example of a function runs, is in canonical form, and has a sentence`(
    _ function: QueryFunction
  ) throws {
    let query = try Query(parsing: function.example)
    let texts = Language.allCases.map { query.text(in: $0) }
    #expect(texts.contains(function.example))
    #expect(function.words.contains { function.example.contains($0 + "(") })
    let result = try huludao.dataset.evaluate(query)
    // That no project is without a leader is what the document says.
    if function != .downstream { #expect(result.count > 0, "\(function.example)") }
    #expect(!result.sentence.zh.isEmpty && !result.sentence.en.isEmpty)
  }

  @Test func `the enterprises up the flow of high-end polyolefins are those on its segments`()
    throws
  {
    let found = try query("上游(高端聚烯烃) & 企业")
    let start = try huludao.node("segment", "高端聚烯烃")
    let segments = Set(graph.upstream(of: start).steps.map(\.segment))
    let expected = graph.nodes(of: .enterprise).filter {
      !segments.isDisjoint(with: graph.stands($0))
    }
    #expect(!found.isEmpty && Set(found) == Set(expected))
    #expect(huludao.names(found).contains("锦西石化"))
  }

  @Test func `the bureau's projects in shipbuilding are its inherited duties there`() throws {
    let found = try query("led-by(市工信局) & kind(project) & in(船舶机械)")
    let party = try huludao.node("department", "市工业和信息化局")
    let cluster = try huludao.node("cluster", "船舶机械产业集群")
    let duties = graph.duties(of: party, roles: [.lead], isInheriting: true).map(\.item)
    let inside = Set(graph.parts(of: cluster).map(\.node))
    let expected = Set(duties).filter { graph.kind(of: $0) == .project && inside.contains($0) }
    #expect(!found.isEmpty && Set(found) == expected)
  }

  @Test func `the gaps of swimwear that chemical fibre feeds are among its gaps`() throws {
    let found = try query("gaps(泳装) & downstream(化纤)")
    let cluster = try huludao.node("cluster", "泳装产业集群")
    let fibre = try huludao.node("segment", "化纤")
    let gaps = Set(graph.chain(of: cluster).gaps().map(\.segment))
    let fed = Set(graph.downstream(of: fibre).steps.map(\.segment))
    #expect(!found.isEmpty && Set(found) == gaps.intersection(fed))
  }

  @Test func `every project has a leader who answers for it, few by a statement of their own`()
    throws
  {
    #expect(try query("kind(project) - downstream(kind(leader), responsibility)").isEmpty)
    let expected = graph.nodes(of: .project).filter { project in
      !graph.owners(of: project).contains { graph.kind(of: $0.party) == .leader }
    }
    #expect(expected.isEmpty)
    #expect(try !query("kind(project) - follow(kind(leader), responsibility)").isEmpty)
  }

  @Test func `the data set's own queries are sound and find something`() throws {
    #expect(huludao.dataset.queryFaults().isEmpty)
    #expect(!huludao.dataset.queries.isEmpty)
    for named in huludao.dataset.queries {
      let result = try huludao.dataset.evaluate(named.name)
      // Every project has a leader, and nothing that is here depends on a gap alone.
      let isEmpty = ["无人负责的项目", "卡点缺链"].contains(named.name)
      #expect((result.count == 0) == isEmpty, "\(named.name)")
      #expect(named.start != nil && named.description != nil)
    }
  }

  @Test func `what the verdicts of swimwear rest on is what the document names for them`() throws {
    let found = try query("evidence(泳装成衣)")
    #expect(
      Set(huludao.names(found)) == [
        "恒泰针织", "泳装增品种提品质项目", "范德安", "兴城泳装", "兴城经济开发区", "斯达威产业园", "英华小城品牌园",
        // On a part of one of its parts.
        "恒泰针织轻运动服装项目", "葫芦岛市培育壮大产业集群实施意见",
      ]
    )
    #expect(try query("verdict(泳装, short)") == query("where(in(泳装), verdict = 不足)"))
    #expect(try query("verdict(泳装, missing, lacking)") == query("gaps(泳装)"))
    #expect(try query("unknown(泳装) & gaps(泳装)").isEmpty)
  }

  @Test func `wind power in building above 200 MW is found in any unit`() throws {
    let found = try query("where(project, status = 在建 and capacity >= 20 万千瓦)")
    #expect(!found.isEmpty)
    #expect(try query("where(项目, 状态 = building 且 规模 >= 200000 千瓦)") == found)
    #expect(try query("where(project, status = building and capacity >= 200 MW)") == found)
  }
}
