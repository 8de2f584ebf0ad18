import Testing

@testable import PolicyReader

/// Rosters of groups, posts without names, clauses that name their items, and targets in tables.
struct RosterTests {
  private func read(_ text: String) -> PolicyDocument { PolicyDocument(text: "一、任务\n" + text) }

  private func lines(_ text: String) -> [String] { read(text).statements.map(Facts.line) }

  private func doubts(_ text: String, _ reasons: ReviewReason...) -> [String] {
    read(text).review.filter { reasons.contains($0.reason) }.map {
      "\($0.reason.rawValue) \($0.about)"
    }
  }

  @Test func `a roster goes on below its label, spaced labels and padded names included`() {
    let text = """
      组　　长：龚　平　　市长
      副 组 长：吴　清　　副市长
      　　　　　陈　一　　市政协副主席
      成　　员：马云山　　市财政局局长
      　　　　　张　全　　市科技局局长
      """
    #expect(
      lines(text) == [
        "一: accountable 龚平<市长>; support 吴清<副市长>、陈一<市政协副主席>、马云山<市财政局局长>、张全<市科技局局长>"
      ]
    )
    #expect(doubts(text, .rosterRole).count == 4)
  }

  @Test func `a post alone is the leader's name, and the head of a unit stands for the unit`() {
    let text = "组长：市政府分管副市长\n副组长：市科技局局长\n成员：市商务局主要负责人、市林业局"
    #expect(
      lines(text) == ["一: accountable 市政府分管副市长; responsible 市商务局、市林业局; support 市科技局"]
    )
    #expect(
      doubts(text, .postAlone, .postOfUnit) == [
        "post-alone 市政府分管副市长", "post-of-unit 市科技局局长", "post-of-unit 市商务局主要负责人",
      ]
    )
  }

  @Test func `labels may run on behind the name of what they are of`() {
    #expect(
      lines("云山河 河长：张平 副市长 副河长：李明 县长 协助单位：市水利局") == [
        "一/云山河: accountable 张平<副市长>; support 李明<县长>、市水利局"
      ]
    )
  }

  @Test func `whoever is to be called answers for nothing, and is told`() {
    let text = "（一）甲。（责任单位：市科技局，联系人：王安，联系电话：1）"
    #expect(lines(text) == ["一/(一): responsible 市科技局"])
    #expect(doubts(text, .contact) == ["contact 联系人", "contact 联系电话"])
  }

  @Test func `a clause that names its chains gives each its lead, and opens those that are new`() {
    let text = "（一）云山茶产业链\n市商务局负责牵头抓好云山茶产业链；市林业局牵头负责竹木、石材产业链。"
    #expect(
      lines(text) == [
        "一/(一): lead 市商务局", "一/(一)/竹木产业链: lead 市林业局", "一/(一)/石材产业链: lead 市林业局",
      ]
    )
    #expect(read(text).clusters.map(\.name) == ["云山茶产业链", "竹木产业链", "石材产业链"])
    #expect(lines("各有关部门负责牵头抓好相关产业链。").isEmpty)
  }

  @Test func `a level that is left out is the same body, where the document has it of one level`() {
    #expect(
      lines("（一）甲。（责任单位：市科技局）\n（二）乙。（责任单位：科技局、省林业局、市林业局）\n（三）丙。（责任单位：林业局）") == [
        "一/(一): responsible 市科技局", "一/(二): responsible 市科技局、省林业局、市林业局", "一/(三): responsible 林业局",
      ]
    )
  }

  @Test func `a first number may begin within a line that goes on counting`() {
    let text = "有关事项如下：1.建园。责任单位：市林业局。2.办会。责任单位：市商务局。3.3万亩。"
    #expect(lines(text).suffix(2) == ["一/1: responsible 市林业局", "一/2: responsible 市商务局"])
    #expect(lines("面积如下：1.5万亩。（责任单位：市林业局）") == ["一: responsible 市林业局"])
  }

  @Test func `a table of indicators gives targets, and what is so already gives none`() {
    let text = """
      指标\t单位\t2026年完成\t2027年目标\t2028年
      茶园数量\t个\t30\t≥35\t40以上
      产值（亿元）\t-\t9\t12.5\t达到15
      茶农户均增收\t%\t5\t10\t-
      """
    #expect(
      Facts.targets("一、任务\n" + text) == [
        "茶园数量 以上 35 个 到2027", "茶园数量 以上 40 个 到2028", "产值 达到 12.5 亿元 到2027",
        "产值 达到 15 亿元 到2028", "茶农户均增收 达到 10 % 到2027",
      ]
    )
    #expect(doubts(text, .unreadColumn) == ["unread-column 2026年完成"])
  }

  @Test func `deadlines are the last day, month or year that is named`() {
    let dates = [
      "2027年12月底前": "2027-12", "2028年底": "2028-12", "2027年6月—9月": "2027-09", "2027年第三季度": "2027-09",
      "2027年上半年": "2027-06", "2027-2029年": "2029", "2027.6.30": "2027-06-30",
      "2027年3月15日前": "2027-03-15",
    ]
    for (text, date) in dates {
      #expect(Term.date(in: Array(text.unicodeScalars)[...]) == date, "\(text)")
    }
    for (text, date) in ["2027.06-2029.12": "2029-12", "2027年2月30日": nil] as [String: String?] {
      #expect(Term.date(in: Array(text.unicodeScalars)[...]) == date, "\(text)")
    }
    for text in ["持续推进", "6月底前", "", "第12项"] {
      #expect(Term.date(in: Array(text.unicodeScalars)[...]) == nil, "\(text)")
    }
  }

  @Test
  func `firms of a register are found by name and short name, and written as the register does`()
    throws
  {
    let text = "一、任务\n依托云山茶业、老字号等企业，支持海州白茶集团有限公司建设。推进云山茶业二期项目建设。（责任单位：市林业局）"
    let firms = KnownFirms(names: ["海州云山茶业有限公司", "云山茶业有限公司", "海州白茶集团有限公司", "甲乙石材有限公司"])
    let read = try PolicyDocument(bytes: Array(text.utf8), format: .txt, firms: firms, chains: nil)
    #expect(read.enterprises.map(\.name).contains("海州白茶集团有限公司"))
    let found = try #require(read.enterprises.first { $0.name == "云山茶业有限公司" })
    #expect(found.aliases == ["云山茶业"])
    #expect(read.projects.map(\.builder) == ["云山茶业有限公司"])
    #expect(!read.enterprises.contains { $0.name.contains("石材") })
  }

  @Test func `a name of a firm keeps the place in its brackets, and no verb before it`() {
    let text = "一、任务\n推动华茶（云山）机械有限公司扩产，重点对接东海茶机有限公司。（责任单位：市林业局）"
    let names = PolicyDocument(text: text).enterprises.map(\.name)
    #expect(names == ["华茶(云山)机械有限公司", "东海茶机有限公司"])
  }
}
