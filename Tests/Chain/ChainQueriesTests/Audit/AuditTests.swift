import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@Suite struct AuditTests {
  @Test func `findings come by rule in their order, then in the order of the data`() throws {
    let sketch = try ChainSketch {
      $0.node(.project, "项目乙")
      $0.node(.project, "项目甲")
      $0.node(.cluster, "集群乙")
      $0.node(.cluster, "集群甲")
      $0.node(.task, "任务")
      $0.node(.leader, "闲人")
    }.sketched()
    let findings = sketch.graph.audit()
    let reported = findings.map { "\($0.rule.rawValue) \(sketch.graph.name(of: $0.node))" }
    #expect(
      reported == [
        "no-leader 集群乙", "no-leader 集群甲", "no-builder 项目乙", "no-builder 项目甲", "unassigned 任务",
        "off-chain 项目乙", "off-chain 项目甲", "idle-party 闲人",
      ]
    )
    let chosen = sketch.graph.audit(rules: [.unassigned, .noLeader])
    #expect(chosen.map(\.rule) == [.unassigned, .noLeader, .noLeader])
    #expect(sketch.graph.audit(rules: []).isEmpty)
  }

  @Test func `every finding names its node in both languages`() throws {
    for seed in UInt64(0)..<200 {
      var generator = SplitMix64(seed: seed)
      let sketch =
        generator.oneIn(2)
        ? ChainSketch.randomChain(&generator) : ChainSketch.randomResponsibility(&generator)
      let graph = try sketch.graph()
      for finding in graph.audit() {
        let name = graph.name(of: finding.node)
        #expect(finding.message.zh.contains(name), "seed \(seed), \(finding.rule)")
        #expect(finding.message.en.contains(name), "seed \(seed), \(finding.rule)")
      }
    }
  }

  @Test func `the rules that check warns of are those that the contract lists`() {
    let warnings = AuditRule.allCases.filter(\.isWarning)
    #expect(
      warnings == [
        .noLeader, .noLead, .noBuilder, .sumMismatch, .stageAgainstFlow, .surveyDate,
        .generalStatement, .selfSupply, .emptyPeriod, .unlikeSuccessor, .idleSuccession,
        .vacantPost,
      ]
    )
    let labels = AuditRule.allCases.map(\.label)
    #expect(Set(labels.map(\.zh)).count == AuditRule.allCases.count)
    #expect(Set(labels.map(\.en)).count == AuditRule.allCases.count)
  }
}

extension Sketched {
  /// The names of the nodes on which the rule finds something.
  func found(_ rule: AuditRule) -> [String] { names(graph.audit(rules: [rule]).map(\.node)) }
}
