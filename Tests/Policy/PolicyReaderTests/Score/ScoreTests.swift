import PolicyReader
import Testing

/// Precision and recall against a key.
struct ScoreTests {
  private let document = PolicyDocument(
    text: """
      一、任务
      （一）攻关。到2027年，培育企业50家以上。（牵头单位：市科技局；责任单位：市财政局）
      （二）帮扶。推进甲乙化工二期、丙丁三期等项目建设。（责任单位：市商务局）（责任单位：各区政府）
      """
  )

  private func rows(_ key: String) throws -> [PolicyScore.Row] {
    PolicyScore(of: document, against: try ScoreKey(json: Array(key.utf8))).rows
  }

  @Test func `a list of statements is measured by item, unit and role`() throws {
    let row = try #require(
      rows(
        """
        [{"heading_path": ["一、任务", "（一）攻关"], "lead": ["市科技局"],
          "responsible": ["市财政局", "市税务局"], "leaders": [], "open_list": false, "raw": ""},
         {"heading_path": ["一", "（二）"], "lead": ["市商务局"]},
         {"heading_path": ["任务", "帮扶"], "responsible": ["各区政府"]}]
        """
      ).first
    )
    #expect(row.expected == 5 && row.found == 4 && row.right == 3)
    #expect(row.precision == 0.75 && row.recall == 0.6)
    #expect(try abs(#require(row.f1) - 2.0 / 3) < 1e-9)
    #expect(row.missed.count == 2 && row.surplus == ["一/(二) responsible 市商务局"])
  }

  @Test func `an object is measured by the kinds that it holds`() throws {
    let rows = try rows(
      """
      {"targets": [{"value": 50, "unit": "家"}, {"value": "60", "unit": "家"}],
       "projects": ["甲乙化工二期项目", {"name": "丁三期", "aliases": ["丙丁三期"]}], "enterprises": []}
      """
    )
    #expect(rows.map(\.measure) == [.targets, .enterprises, .projects])
    #expect(rows[0].right == 1 && rows[0].recall == 0.5 && rows[0].precision == 1)
    #expect(rows[1].recall == nil && rows[1].f1 == 0)
    #expect(rows[2].right == 2)
  }

  @Test func `what a key says of a target besides its value is measured in a row of its own`()
    throws
  {
    let rows = try rows(
      """
      {"targets": [{"value": 0.005, "unit": "万家", "metric": "培育企业", "comparator": "以上", "deadline": "2026"}]}
      """
    )
    #expect(rows.map(\.measure) == [.targets, .targetDetails])
    #expect(rows[0].right == 1)
    #expect(rows[1].expected == 3 && rows[1].right == 2)
    #expect(rows[1].missed.count == 1 && rows[1].surplus[0].hasSuffix("2027"))
  }

  @Test func `a level that the document leaves out, and headings that the key does, hide nothing`()
    throws
  {
    let row = try #require(
      rows(
        """
        [{"heading_path": ["攻关"], "lead": ["科技局"], "responsible": ["市财政局"]},
         {"heading_path": ["帮扶"], "responsible": ["商务局"]}]
        """
      ).first
    )
    #expect(row.right == 3 && row.missed.isEmpty)
  }

  @Test(
    arguments: [
      "", "7", "{", "[{\"heading_path\": 3}]", "{\"targets\": [{\"unit\": \"家\"}]}", "[]", "{}",
      "{\"items\": [1]}", "[{\"heading_path\": [\"一\"], \"who\": [\"市科技局\"]}]",
    ]
  )
  func `a key of another form is a fault`(key: String) {
    #expect(throws: PolicyFault.self) { try ScoreKey(json: Array(key.utf8)) }
  }
}
