import ChainModel
import ChainQueries
import GraphKernel
import Testing

@Suite struct AuditResponsibilityTests {
  @Test func `a cluster without an accountable leader is found, one that inherits is not`() throws {
    let sketch = try ChainSketch {
      $0.node(.cluster, "无人")
      $0.node(.cluster, "有人")
      $0.part(.cluster, "其中", of: "有人")
      $0.item("有人", .accountable, "王某")
      $0.item("无人", .lead, "甲局")
    }.sketched()
    #expect(sketch.found(.noLeader) == ["无人"])
  }

  @Test func `responsible departments without a lead are found, unless a leader stands in`() throws
  {
    let sketch = try ChainSketch {
      $0.item("无牵头", .responsible, "甲局")
      $0.item("有牵头", .responsible, "甲局")
      $0.item("有牵头", .lead, "乙局")
      $0.item("有领导", .responsible, "甲局")
      $0.item("有领导", .accountable, "王某")
      $0.part(.task, "继承", of: "有牵头")
      $0.item("继承", .responsible, "丙局")
      $0.node(.cluster, "市集群")
      $0.item("市集群", .responsible, "甲局")
      $0.item("市集群", .accountable, "王某")
      $0.set(.level, "city", of: $0.node(.cluster, "市集群"))
    }.sketched()
    #expect(sketch.found(.noLead) == ["无牵头", "市集群"])
  }

  @Test func `a task that nobody answers for is found, one that inherits is not`() throws {
    let sketch = try ChainSketch {
      $0.node(.task, "无人")
      $0.part(.task, "其中", of: "有人")
      $0.item("有人", .support, "甲局")
    }.sketched()
    #expect(sketch.found(.unassigned) == ["无人"])
  }

  @Test func `two nearest statements that differ are a conflict, two that agree are none`() throws {
    let sketch = try ChainSketch {
      $0.part(.project, "有争", of: "任务甲", "任务乙")
      $0.part(.project, "无争", of: "任务甲", "任务丙")
      $0.item("任务甲", .lead, "甲局")
      $0.item("任务乙", .lead, "乙局")
      $0.item("任务丙", .lead, "甲局")
    }.sketched()
    #expect(sketch.found(.conflict) == ["有争"])
  }

  @Test func `a statement that names others than its whole is told, one that repeats it is not`()
    throws
  {
    let sketch = try ChainSketch {
      $0.node(.cluster, "集群")
      for part in ["改", "同", "新", "无"] { $0.part(.task, part, of: "集群") }
      $0.item("集群", .lead, "甲局", "乙局")
      $0.item("改", .lead, "甲局")
      $0.item("同", .lead, "乙局", "甲局")
      $0.item("新", .responsible, "丙局")
    }.sketched()
    #expect(sketch.found(.override) == ["改"])
  }

  @Test func `a party of several wholes is named once in the finding`() throws {
    let sketch = try ChainSketch {
      $0.part(.task, "改", of: "任务甲", "任务乙")
      $0.item("任务甲", .lead, "甲局")
      $0.item("任务乙", .lead, "甲局")
      $0.item("改", .lead, "乙局")
    }.sketched()
    let finding = try #require(sketch.graph.audit(rules: [.override]).first)
    #expect(finding.message.zh.components(of: "甲局") == 1)
    #expect(finding.message.en.components(of: "甲局") == 1)
  }

  @Test func `a list that ends with 等 is told, each role by itself`() throws {
    let sketch = try ChainSketch {
      $0.item("开", .responsible, "甲局", isOpen: true)
      $0.item("开", .support, "甲局", isOpen: true)
      $0.item("闭", .responsible, "甲局")
    }.sketched()
    #expect(sketch.found(.openList) == ["开", "开"])
  }

  @Test func `a party that no statement reaches is idle, a member of a named collective is not`()
    throws
  {
    let sketch = try ChainSketch {
      $0.node(.leader, "闲人")
      $0.node(.department, "闲局")
      $0.collective("各局", "all", "甲局")
      $0.collective("有关局", "some", "乙局")
      $0.item("任务", .responsible, "各局", "有关局")
    }.sketched()
    #expect(sketch.found(.idleParty) == ["闲人", "闲局"])
  }
}

extension String {
  /// How often `part` stands in it.
  fileprivate func components(of part: String) -> Int {
    indices.filter { self[$0...].hasPrefix(part) }.count
  }
}
