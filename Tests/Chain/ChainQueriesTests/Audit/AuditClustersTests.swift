import ChainModel
import ChainQueries
import GraphKernel
import Testing

@Suite struct AuditClustersTests {
  @Test func `a project that no enterprise builds is found`() throws {
    var sketch = ChainSketch()
    let built = sketch.node(.project, "有人建")
    sketch.node(.project, "无人建")
    let builder = sketch.node(.enterprise, "锦西石化")
    sketch.link(.builds, builder, built)
    #expect(try sketch.sketched().found(.noBuilder) == ["无人建"])
  }

  @Test func `parts that do not add up are found, whatever unit they are written in`() throws {
    let sketch = try ChainSketch {
      $0.target("不符", "580 亿元")
      $0.target("甲", "300 亿元", partOf: "不符")
      $0.target("乙", "200 亿元", partOf: "不符")
      $0.target("相符", "1.3 亿元")
      $0.target("丙", "1 亿元", partOf: "相符")
      $0.target("丁", "3000 万元", partOf: "相符")
    }.sketched()
    #expect(sketch.found(.sumMismatch) == ["不符"])
    let finding = try #require(sketch.graph.audit(rules: [.sumMismatch]).first)
    #expect(finding.message.zh.contains("580 亿元") && finding.message.zh.contains("500 亿元"))
  }

  @Test func `decimals that add up add up`() throws {
    let sketch = try ChainSketch {
      $0.target("合计", "0.3 %")
      $0.target("甲", "0.1 %", partOf: "合计")
      $0.target("乙", "0.2 %", partOf: "合计")
    }.sketched()
    #expect(sketch.found(.sumMismatch) == [])
  }

  @Test func `parts that measure something else, or nothing, are no addends`() throws {
    let sketch = try ChainSketch {
      $0.target("营业收入", "580 亿元")
      $0.target("年均增长", "6 %", partOf: "营业收入")
      $0.target("无数字", nil, partOf: "营业收入")
      $0.target("总户数", nil)
      $0.target("新增", "10 户", partOf: "总户数")
    }.sketched()
    #expect(sketch.found(.sumMismatch) == [])
  }

  @Test func `a segment that supplies itself is found`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "纤维", "泳装")
      $0.flow("纤维", "泳装")
      $0.flow("泳装", "泳装")
    }.sketched()
    #expect(sketch.found(.selfSupply) == ["泳装"])
  }

  @Test func `a declared stage behind what it feeds is found`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "纤维", "泳装", "品牌")
      $0.flow("纤维", "泳装", "品牌")
      $0.stage("downstream", of: "纤维")
      $0.stage("upstream", of: "泳装")
      $0.stage("downstream", of: "品牌")
    }.sketched()
    #expect(sketch.found(.stageAgainstFlow) == ["纤维"])
    let straight = try ChainSketch {
      $0.cluster("链", of: "纤维", "泳装")
      $0.flow("纤维", "泳装")
      $0.stage("upstream", of: "纤维")
    }.sketched()
    #expect(straight.found(.stageAgainstFlow) == [])
  }

  private func pair(liaison: String?, accountable: String?) throws -> Sketched {
    var sketch = ChainSketch()
    let province = sketch.node(.cluster, "省集群")
    let city = sketch.node(.cluster, "市集群")
    sketch.set(.level, "province", of: province)
    sketch.set(.level, "city", of: city)
    sketch.link(.correspondsTo, city, province)
    if let liaison { sketch.link(.liaison, sketch.node(.leader, liaison), province) }
    if let accountable { sketch.link(.accountable, sketch.node(.leader, accountable), city) }
    return try sketch.sketched()
  }

  @Test func `a counterpart who does not lead the city's cluster is found`() throws {
    #expect(try pair(liaison: "张某", accountable: "李某").found(.counterpartDiffers) == ["省集群"])
    #expect(try pair(liaison: "张某", accountable: "张某").found(.counterpartDiffers) == [])
    #expect(try pair(liaison: nil, accountable: "张某").found(.counterpartDiffers) == [])
    #expect(try pair(liaison: "张某", accountable: nil).found(.counterpartDiffers) == [])
  }

  @Test func `a provincial cluster without a counterpart is found`() throws {
    let sketch = try ChainSketch {
      $0.set(.level, "province", of: $0.node(.cluster, "独"))
      $0.set(.level, "city", of: $0.node(.cluster, "市"))
    }.sketched()
    #expect(sketch.found(.noCounterpart) == ["独"])
    #expect(try pair(liaison: nil, accountable: nil).found(.noCounterpart) == [])
  }

  private func cluster(tier: String?, targets: String...) throws -> Sketched {
    try ChainSketch {
      let cluster = $0.node(.cluster, "集群")
      $0.set(.level, "city", of: cluster)
      if let tier { $0.set(.tier, tier, of: cluster) }
      for (number, amount) in targets.enumerated() {
        $0.target("目标\(number)", amount, partOf: "集群")
      }
    }.sketched()
  }

  @Test func `targets below what the tier says are found by the highest`() throws {
    #expect(try cluster(tier: "thousand", targets: "580 亿元").found(.tierUnreached) == ["集群"])
    #expect(try cluster(tier: "hundred", targets: "90 亿元", "100 亿元").found(.tierUnreached) == [])
    #expect(try cluster(tier: "hundred", targets: "30 家").found(.tierUnreached) == [])
    #expect(try cluster(tier: "emerging", targets: "1 亿元").found(.tierUnreached) == [])
    #expect(try cluster(tier: nil, targets: "1 亿元").found(.tierUnreached) == [])
  }

  @Test func `a city cluster with a tier and no figure in money is found`() throws {
    #expect(try cluster(tier: "hundred", targets: "30 家").found(.noValueTarget) == ["集群"])
    #expect(try cluster(tier: "hundred", targets: "1 亿元").found(.noValueTarget) == [])
    #expect(try cluster(tier: nil).found(.noValueTarget) == [])
  }

  @Test func `an enterprise and a project that stand on no segment are found`() throws {
    let sketch = try ChainSketch {
      $0.node(.enterprise, "游离厂")
      $0.enterprise("在链厂", worksIn: "环节")
      $0.node(.project, "游离项目")
      $0.project("在链项目", fills: "环节")
    }.sketched()
    #expect(sketch.found(.offChain) == ["游离厂", "游离项目"])
  }
}
