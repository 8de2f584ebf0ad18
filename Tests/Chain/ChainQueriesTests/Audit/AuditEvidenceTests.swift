import ChainFiles
import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

/// What the audit finds in evidence.
struct AuditEvidenceTests {
  private static let facts = """
    defaults:
      segment: {source: 一, partOf: 泳装}
      enterprise: {source: 一}
      project: {source: 一, fills: 成衣}
    cluster:
      - {name: 泳装, source: 一}
      - {name: 化工, source: 一}
    segment:
      - {name: 成衣}
      - {name: 面料}
      - {name: 印花, statedLacking: 意见}
      - {name: 洗水, statedLacking: 意见}
      - {name: 设计}
      - {name: 炼油, partOf: 化工}
      - {name: 常识称, statedWanted: [{to: 意见, basis: industry-knowledge}]}
      - {name: 散, partOf: []}
    enterprise:
      - {name: 甲, operatesIn: [成衣, 等]}
      - {name: 乙, operatesIn: 面料, controlledBy: 集团}
      - {name: 丙, operatesIn: 面料, controlledBy: 集团}
      - {name: 丁, operatesIn: [{to: 设计, basis: industry-knowledge}]}
      - {name: 集团, operatesIn: 炼油}
    brand:
      - {name: 印花牌, source: 一, evidences: 印花}
    survey:
      - {name: 旧摸排, source: 一, validUntil: 2023-01-01, surveys: 面料}
      - {name: 新摸排, source: 一, date: 2023-05-01, validUntil: 2024, surveys: 面料}
      - {name: 倒摸排, source: 一, date: 2023-05-01, validUntil: 2023-04-01, surveys: 面料}
      - {name: 后摸排, source: 一, date: 2024-05-01, surveys: 面料}
    project:
      - {name: 无属}
      - {name: 有属, partOf: 泳装}
    target:
      - {name: 规上数, source: 一, partOf: 泳装, metric: 规上企业, value: 50 家}
      - {name: 企业数, source: 一, partOf: 化工, metric: 企业, value: 9 家}

    """

  @Test(
    arguments: [
      (AuditRule.openEnterprises, ["泳装"]), (.namedOfTarget, ["泳装"]), (.signOnGap, ["印花"]),
      (.generalOnly, ["设计"]), (.surveyExpired, ["旧摸排", "倒摸排"]), (.surveyWithoutEnd, ["后摸排"]),
      (.looseSegment, ["散"]), (.oneOwner, ["面料"]),
      (.looseProject, ["无属"]),
    ]
  )
  func `a rule finds what it looks for, and nothing beside it`(_ rule: AuditRule, _ names: [String])
    throws
  {
    let graph = try graph()
    let found = graph.audit(rules: [rule])
    #expect(found.map { graph.name(of: $0.node) } == names)
    #expect(!rule.isWarning)
  }

  @Test(
    arguments: [
      (AuditRule.surveyDate, ["旧摸排", "倒摸排", "后摸排"]), (.generalStatement, ["常识称"]),
    ]
  )
  func `what counts otherwise than it seems to is warned of`(
    _ rule: AuditRule,
    _ names: [String]
  ) throws {
    let graph = try graph()
    #expect(graph.audit(rules: [rule]).map { graph.name(of: $0.node) } == names)
    #expect(rule.isWarning)
  }

  @Test func `findings say who, and by how many`() throws {
    let graph = try graph()
    func message(_ rule: AuditRule) -> String {
      graph.audit(rules: [rule]).map(\.message.zh).joined()
    }
    // 丁 is there by general knowledge, which names nobody.
    #expect(message(.namedOfTarget).contains("3 家") && message(.namedOfTarget).contains("50 家"))
    #expect(message(.openEnterprises).hasSuffix("甲"))
    #expect(message(.signOnGap).contains("印花牌"))
    #expect(message(.oneOwner).contains("集团"))
    #expect(message(.surveyExpired).contains("2023-08-18"))
  }

  /// The verdict takes the first statement that holds; that another says otherwise is told.
  @Test func `surveys that say otherwise than others do are told`() throws {
    let graph = try graph(
      """
      defaults:
        segment: {source: 一, partOf: 泳装}
      cluster:
        - {name: 泳装, source: 一}
      segment:
        - {name: 查过没有}
        - {name: 查过有}
        - {name: 先不足后足}
        - {name: 先足后不足}
        - {name: 称有又称缺, statedRunning: 意见, statedLacking: 意见}
      enterprise:
        - {name: 甲, source: 一, operatesIn: [查过没有, {to: 查过有, source: {document: 后记录, place: 1}}]}
      document:
        - {name: 前记录, source: {document: 前记录, place: 1}}
        - {name: 后记录, source: {document: 后记录, place: 1}}
      survey:
        - name: 前查
          date: 2023-03-01
          validUntil: 2030-01-01
          source: {document: 前记录, place: 1}
          surveys: [先不足后足, 先足后不足]
          statesShort: 先不足后足
        - name: 后查
          date: 2023-05-01
          validUntil: 2030-01-01
          source: {document: 后记录, place: 1}
          surveys: [查过没有, 查过有, 先不足后足, 先足后不足]
          statesShort: 先足后不足

      """
    )
    let found = graph.audit(rules: [.contradiction])
    #expect(found.map { graph.name(of: $0.node) } == ["查过没有", "先不足后足"])
    #expect(found.first?.message.zh.contains("甲") == true)
    #expect(graph.audit(rules: [.signOnGap]).map { graph.name(of: $0.node) } == ["称有又称缺"])
  }

  private func graph(_ facts: String = facts) throws -> ChainGraph {
    let folder = try DatasetFolder.dataset(["facts.yaml": facts])
    let loaded = Dataset.load(folder: folder.path)
    #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [])
    return try #require(loaded.dataset?.graph)
  }
}
