import PolicyReader
import Testing

/// Where items stand, told by the places of their statements.
struct OutlineTests {
  private func places(_ text: String) -> [String] {
    PolicyDocument(text: text).statements.map(\.place)
  }

  private let who = "（责任单位：市科技局）"

  @Test func `numbers of every form make a path, full width or half`() {
    let text = """
      一、总体
      （一）任务
      １．攻关。\(who)
      （1）细项。\(who)
      ①子项。\(who)
      2、推广。\(who)
      (二)保障。\(who)
      二、附则。\(who)
      """
    #expect(
      places(text) == [
        "一/(一)/1", "一/(一)/1/(1)", "一/(一)/1/(1)/①", "一/(一)/2", "一/(二)", "二",
      ]
    )
  }

  @Test func `articles run on across chapters, items across sections`() {
    let text = """
      第一章 总则
      第一条 目的。\(who)
      第二章 措施
      第二条 支持。\(who)
      """
    #expect(places(text) == ["第一章/第一条", "第二章/第二条"])
    let items = "（一）甲\n1.攻关。\(who)\n（二）乙\n2.推广。\(who)"
    #expect(places(items) == ["(一)/1", "(二)/2"])
  }

  @Test func `a phrase before a colon stands as an item of its own`() {
    let text = """
      一、任务
      （一）社区
      “一核”：以新城为核心。\(who)
      金融支持：设立基金。\(who)
      （二）平台。\(who)
      """
    #expect(places(text) == ["一/(一)/“一核”", "一/(一)/金融支持", "一/(二)"])
  }

  @Test func `an annex begins anew`() {
    let text = "一、任务。\(who)\n附件2\n任务分工\n一、平台\n牵头单位：市数据局"
    #expect(places(text) == ["一", "附件2/一"])
  }

  @Test func `decimals, years and lists are no numbers of items`() {
    let text = "一、任务\n3.5万人就业。\n2025年建成。\n一、二、三产业融合发展，齐头并进。\(who)"
    #expect(places(text) == ["一"])
  }

  @Test func `an item without a heading is named by its number, as the review says`() {
    let text = "第四条 到2027年，建设公共服务平台，完善各类创新创业基础设施和配套服务，持续提升全市产业创新能力和水平。\(who)"
    #expect(Facts.doubts(text) == ["1 no-heading 第四条"])
  }

  @Test func `a sentence that is all an item says becomes no name`() throws {
    let text = """
      一、培育主体
      （一）对符合条件的企业给予支持，帮助其发展。\(who)
      （二）攻关。组织力量，突破瓶颈。\(who)
      """
    let draft = PolicyDraft(of: PolicyDocument(text: text), path: "a.txt")
    let tasks = try #require(draft.files.first { $0.name == "tasks.yaml" }).text
    #expect(tasks.contains("name: 培育主体(第一项)") && tasks.contains("name: 攻关"))
    #expect(!tasks.contains("符合条件"))
  }

  @Test func `a document without a date says what its data set is dated`() {
    let dated = PolicyDocument(text: "海州市行动计划（2026—2028年）\n一、任务。").review
    #expect(dated.contains { $0.reason == .guessedDate && $0.about == "2026" })
    let undated = PolicyDocument(text: "海州市行动计划\n一、任务。").review
    #expect(undated.contains { $0.reason == .guessedDate && $0.about == "2000" })
  }

  @Test func `the head is told apart from the notice that sends the document`() {
    let text = """
      海州市人民政府办公室关于印发《海州市机器人产业行动计划》的通知
      海政办〔2026〕3号
      各区人民政府：
      海州市人民政府办公室
      2026年2月31日
      2026年3月1日
      海州市机器人产业行动计划（2026—2028年）
      一、任务。
      """
    let head = PolicyDocument(text: text).head
    #expect(head.title == "海州市机器人产业行动计划(2026—2028年)")
    #expect(head.issuer == "海州市人民政府办公室")
    #expect(head.jurisdiction == "海州市")
    #expect(head.number == "海政办〔2026〕3号")
    #expect(head.date == "2026-03-01")
  }
}
