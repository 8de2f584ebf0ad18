import Testing

@testable import PolicyReader

/// Tables as grids: spans, heads in two rows, labels beside values, projects and enterprises.
struct TableTests {
  private func document(_ table: String) throws -> PolicyDocument {
    let page = """
      <html><head><meta charset="utf-8"></head><body><p>海州市茶产业工作方案</p><p>附件</p><table>\(table)</table>\
      </body></html>
      """
    return try PolicyDocument(bytes: Array(page.utf8), format: .html)
  }

  private func row(_ cells: String...) -> String {
    "<tr>" + cells.map { $0.hasPrefix("<td") ? $0 : "<td><p>\($0)</p></td>" }.joined() + "</tr>"
  }

  private func doubts(_ document: PolicyDocument, _ reasons: ReviewReason...) -> [String] {
    document.review.filter { reasons.contains($0.reason) }
      .map { "\($0.reason.rawValue) \($0.about)" }
  }

  @Test func `a cell over several rows names each of them, and what it says of all is said once`()
    throws
  {
    let read = try document(
      row("序号", "重点任务", "具体举措", "牵头单位", "配合单位", "完成时限")
        + row("1", "<td rowspan=\"2\">建茶园</td>", "改造老茶园", "市农业农村局", "市财政局", "2027年6月底")
        + row("2", "补种良种", "市科技局", "各县政府", "长期坚持")
        + row("3", "办茶会", "每年办2场以上", "<td rowspan='2'>市商务局</td>", "市文旅局", "2027年底")
        + row("4", "开茶店", "新开50家以上", "市金融局", "2026年")
    )
    #expect(
      read.statements.map(Facts.line) == [
        "附件/建茶园/改造老茶园: lead 市农业农村局; support 市财政局",
        "附件/建茶园/补种良种: lead 市科技局; support 各县政府",
        "附件/办茶会/每年办2场以上: lead 市商务局; support 市文旅局",
        "附件/开茶店/新开50家以上: lead 市商务局; support 市金融局",
      ]
    )
    #expect(read.statements.map(\.deadline) == ["2027-06", nil, "2027-12", "2026"])
    #expect(doubts(read, .unreadTerm) == ["unread-term 长期坚持"])
    #expect(read.targets.map { "\($0.value)\($0.unit)" } == ["2场", "50家"])
    let tasks = try #require(
      PolicyDraft(of: read, path: "a.html").files.first { $0.name == "tasks.yaml" }
    ).text
    #expect(tasks.contains("deadline: 2027-06") && tasks.contains("partOf: 建茶园"))
  }

  @Test func `heads in two rows are one, and titles stand beside the names`() throws {
    let read = try document(
      row(
        "<td rowspan=2>序号</td>",
        "<td rowspan=2>产业链</td>",
        "<td colspan=2>链长</td>",
        "<td rowspan=2>牵头部门</td>"
      ) + row("姓名", "职务") + row("1", "乌龙茶", "王&#x3000;安", "副市长", "市供销社<br>市商务局")
        + row("2", "白茶", "李明远", "市政协副主席", "市林业局")
    )
    #expect(
      read.statements.map(Facts.line) == [
        "附件/乌龙茶: accountable 王安<副市长>; lead 市供销社、市商务局",
        "附件/白茶: accountable 李明远<市政协副主席>; lead 市林业局",
      ]
    )
    #expect(read.clusters.map(\.name) == ["乌龙茶产业链", "白茶产业链"])
  }

  @Test
  func `a roster tells the head from the deputy, units from people, and tells what it leaves out`()
    throws
  {
    let read = try document(
      row("产业链", "链长单位及链长", "副链长", "责任部门及负责人", "联络员", "挂钩银行", "链主企业")
        + row("茶叶产业链", "市政府王安", "李明远", "市供销社赵平", "钱一 1390000", "某行", "海州茶业有限公司、云山茶厂")
    )
    #expect(
      read.statements.map(Facts.line) == [
        "附件/茶叶产业链: accountable 王安; lead 市政府; responsible 市供销社; support 李明远"
      ]
    )
    #expect(read.enterprises.map(\.name) == ["海州茶业有限公司", "云山茶厂"])
    #expect(!read.enterprises.contains { !$0.isAnchor })
    #expect(
      doubts(read, .contact, .unreadColumn, .personOfUnit, .rosterRole) == [
        "contact 联络员", "unread-column 挂钩银行", "roster-role 李明远", "person-of-unit 赵平",
      ]
    )
  }

  @Test func `a table of projects gives builder, content, sums, years and owner, and no tasks`()
    throws
  {
    let read = try document(
      row("序号", "项目名称", "建设单位", "建设内容及规模", "总投资（亿元）", "2027年计划投资（万元）", "建设年限", "责任单位")
        + row("<td colspan=8>一、续建项目</td>")
        + row("1", "年产3000吨精制茶项目", "海州茶业有限公司", "新建2条生产线", "1.50", "3,000", "2026-2028", "东山县政府")
        + row("2", "茶文化馆", "市文旅局", "占地20亩", "约2亿元", "-", "2027", "市文旅局")
        + row("合计", "-", "-", "-", "3.5", "3,000", "-", "-")
    )
    let projects = read.projects.map { project in
      [
        project.name, project.builder, project.content, project.investment, project.yearInvestment,
        project.years, project.status,
      ].map { $0 ?? "–" }.joined(separator: " | ")
    }
    #expect(
      projects == [
        "年产3000吨精制茶项目 | 海州茶业有限公司 | 新建2条生产线 | 1.5 亿元 | 3000 万元 | 2026-2028 | –",
        "茶文化馆 | – | 占地20亩 | – | – | 2027 | –",
      ]
    )
    #expect(read.targets.isEmpty && read.enterprises.map(\.name) == ["海州茶业有限公司"])
    #expect(
      read.statements.map(Facts.line) == [
        "附件/一/年产3000吨精制茶项目: responsible 东山县政府", "附件/一/茶文化馆: responsible 市文旅局",
      ]
    )
    #expect(
      doubts(read, .officeBuilder, .unreadSum) == [
        "office-builder 市文旅局", "unread-sum 总投资(亿元) 约2亿元",
      ]
    )
    let files = PolicyDraft(of: read, path: "a.html").files
    #expect(!files.contains { $0.name == "tasks.yaml" })
    let text = try #require(files.first { $0.name == "projects.yaml" }).text
    #expect(text.contains("responsible: 东山县政府") && text.contains("investment: 1.5 亿元"))
  }

  @Test func `a table that follows another is one by itself`() throws {
    let first = row("产业链", "牵头单位", "责任单位") + row("白茶产业链", "市林业局", "2027-2029")
    let second = row("项目名称", "建设单位", "总投资（亿元）") + row("茶园改造", "海州茶业有限公司", "1.5")
    let third = row("产业链", "牵头单位", "责任单位") + row("花茶产业链", "市商务局", "市科技局")
    let read = try document("\(first)</table><p></p><table>\(second)</table><table>\(third)")
    #expect(
      read.statements.map(Facts.line) == [
        "附件/白茶产业链: lead 市林业局", "附件/花茶产业链: lead 市商务局; responsible 市科技局",
      ]
    )
    #expect(doubts(read, .strangeUnit) == ["strange-unit 2027-2029"])
    #expect(
      read.projects.map { [$0.name, $0.builder, $0.investment] } == [
        ["茶园改造", "海州茶业有限公司", "1.5 亿元"]
      ]
    )
    // Heads that stand again at the top of a page begin no other table.
    let again = try document(first + row("产业链", "牵头单位", "责任单位") + row("花茶产业链", "市商务局", "市科技局"))
    #expect(again.statements.map(\.place) == ["附件/白茶产业链", "附件/花茶产业链"])
  }

  @Test func `labels beside values speak of the heading above, or of what they name`() throws {
    let read = try document(row("链长", "王安") + row("牵头单位", "市供销社") + row("重点项目", "茶园改造、冷链中心"))
    #expect(read.statements.map(Facts.line) == ["附件: accountable 王安; lead 市供销社"])
    #expect(read.projects.map(\.name) == ["茶园改造", "冷链中心"])
    let named = try document(
      row("产业链名称", "白茶产业链", "链长", "李明远") + row("牵头单位：", "市林业局", "责任单位：", "市科技局")
    )
    #expect(
      named.statements.map(Facts.line) == [
        "附件/白茶产业链: accountable 李明远; lead 市林业局; responsible 市科技局"
      ]
    )
  }

  @Test func `a page's own table tells who issued the document, and when`() throws {
    let page = """
      <html><head><meta charset="utf-8"></head><body><div class="nav"><a>首页</a><p>责任单位：市某局</p></div>
      <table><tr><td>索 引 号：</td><td>7</td><td>发文机关：</td><td>海州市人民政府</td></tr>
      <tr><td>发文字号：</td><td>海政发〔2026〕7号</td><td>成文日期：</td><td>2026年5月6日</td></tr></table>
      <div id="zoom"><p>海州市茶产业行动方案</p><p>一、任务</p><p>（一）建园。（责任单位：市农业农村局）</p></div>
      <div class="share">分享到：微信</div><div class="footer"><p>主办单位：海州市人民政府 承办单位：市数据局</p></div>
      <p>当前位置：首页</p></body></html>
      """
    let read = try PolicyDocument(bytes: Array(page.utf8), format: .html)
    #expect(read.head.issuer == "海州市人民政府" && read.head.number == "海政发〔2026〕7号")
    #expect(read.head.date == "2026-05-06" && read.head.title == "海州市茶产业行动方案")
    #expect(read.statements.map(Facts.line) == ["一/(一): responsible 市农业农村局"])
    #expect(doubts(read, .pageFurniture) == ["page-furniture 4"])
    // An element may be called so and hold the text.
    let top = "<div class=\"top\"><p>一、任务</p><p>（一）建园。（责任单位：市林业局）</p></div>"
    let text = try PolicyDocument(bytes: Array("<meta charset=utf-8>\(top)".utf8), format: .html)
    #expect(text.statements.map(Facts.line) == ["一/(一): responsible 市林业局"])
  }

  @Test func `a row of another shape, and a table that nothing names, are told`() throws {
    let read = try document(
      row("任务", "责任单位") + row("修路", "市交通局", "多出的格子") + row("架桥", "市交通局")
    )
    #expect(read.statements.map(Facts.line) == ["附件/架桥: responsible 市交通局"])
    #expect(doubts(read, .unreadRow).count == 1)
    let unknown = try document(row("甲", "由市交通局负责") + row("乙", "丙"))
    #expect(unknown.statements.isEmpty && doubts(unknown, .unreadStatement).count == 1)
  }

  @Test func `spans without end and tables within tables neither hang nor grow`() throws {
    let wide = row(
      "<td colspan=99999999 rowspan=99999999>\(String(repeating: "茶", count: 190))</td>"
    )
    let many = try document(String(repeating: wide, count: 2_000))
    #expect(many.isEmpty)
    let deep = String(repeating: "<table><tr><td>", count: 5_000) + "一、任务。（责任单位：市科技局）"
    let page = try PolicyDocument(bytes: Array("<meta charset=utf-8>\(deep)".utf8), format: .html)
    #expect(page.statements.map(Facts.line) == ["一: responsible 市科技局"])
  }

  @Test func `Word's merged cells are a grid`() throws {
    let cell = { (text: String, settings: String) in
      "<w:tc><w:tcPr>\(settings)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
    }
    let rows = [
      [cell("链长", ""), cell("产业链", ""), cell("牵头单位", "")],
      [cell("王安", "<w:vMerge w:val=\"restart\"/>"), cell("白茶产业链", ""), cell("市林业局", "")],
      [cell("", "<w:vMerge/>"), cell("花茶产业链", ""), cell("市商务局", "")],
    ]
    let table = rows.map { "<w:tr>\($0.joined())</w:tr>" }.joined()
    let xml = "<w:document><w:body><w:tbl>\(table)</w:tbl></w:body></w:document>"
    let form = WordForm(namespace: WordForm.transitional, prefix: "w", attributePrefix: "w")
    let read = try PolicyDocument(bytes: form.file([("word/document.xml", xml)]), format: .docx)
    #expect(
      read.statements.map(Facts.line) == [
        "白茶产业链: accountable 王安; lead 市林业局", "花茶产业链: accountable 王安; lead 市商务局",
      ]
    )
  }

  @Test func `a card of labels in four columns is about one chain, whatever else it says`() throws {
    let read = try document(
      row("产业链名称", "乌龙茶产业链", "链长", "王安 副市长") + row("牵头部门", "市供销社", "责任人", "钱一 主任")
        + row("链主企业", "<td colspan=3>海州茶业有限公司、云山茶厂（拟培育）</td>")
        + row("产业规模", "<td colspan=3>2026年实现产值56亿元</td>")
        + row("发展目标", "<td colspan=3>到2029年，产值达到90亿元</td>")
        + row("主要产品", "<td colspan=3>精制茶</td>") + row("存在问题", "<td colspan=3>缺少包装</td>")
    )
    #expect(read.clusters.map(\.name) == ["乌龙茶产业链"])
    #expect(read.statements.flatMap(\.leaders).map(\.name) == ["王安"])
    #expect(read.statements.flatMap(\.parties).map(\.name) == ["市供销社"])
    #expect(read.enterprises.map(\.name) == ["海州茶业有限公司", "云山茶厂"])
    #expect(read.targets.map { "\($0.value) \($0.deadline ?? "")" } == ["90 2029"])
    #expect(
      doubts(read, .strangeName, .unreadColumn, .personOfUnit) == [
        "strange-name (拟培育)", "person-of-unit 钱一", "unread-column 产业规模", "unread-column 主要产品",
        "unread-column 存在问题",
      ]
    )
  }

  @Test func `the roles of a row about a chain are the chain's, not a firm's`() throws {
    let read = try document(
      row("重点产业链", "链长", "企业名称", "牵头单位") + row("白茶产业链", "王安 副市长", "海州茶业有限公司", "市林业局")
    )
    #expect(read.statements.map(Facts.line) == ["附件/白茶产业链: accountable 王安<副市长>; lead 市林业局"])
    #expect(read.enterprises.map(\.name) == ["海州茶业有限公司"])
  }

  @Test func `sums, headings, placeholders and the past become nothing, and are told`() throws {
    let read = try document(
      row("项目名称", "投资方", "总投资", "竣工时间") + row("<td colspan=4>单位：万元</td>")
        + row("<td colspan=4>二、新建项目（2个）</td>") + row("茶园改造", "海州茶业有限公司", "1500", "-")
        + row("合计（1个）", "-", "1500", "-")
    )
    #expect(read.projects.map { [$0.name, $0.builder] } == [["茶园改造", "海州茶业有限公司"]])
    #expect(read.targets.isEmpty)
    let roster = try document(row("产业链", "链长", "链主企业") + row("白茶产业链", "待定", "待引进"))
    #expect(roster.statements.isEmpty && roster.enterprises.isEmpty)
    #expect(doubts(roster, .strangeName, .strangeUnit) == ["strange-unit 待定", "strange-name 待引进"])
    let past = PolicyDocument(
      text: "海州市茶产业方案\n2026年5月6日\n一、任务\n2025年，实现产值20亿元以上。到2028年，实现产值30亿元以上。"
    )
    #expect(past.targets.map(\.value) == ["30"])
    #expect(past.review.filter { $0.reason == .pastFigure }.count == 1)
  }

  @Test func `a table with one known head is read, and one without is told with its rows`() throws {
    let firms = try document(row("企业名称", "备注") + row("海州茶业有限公司", "规上") + row("云山茶厂", "-"))
    #expect(firms.enterprises.map(\.name) == ["海州茶业有限公司", "云山茶厂"])
    #expect(doubts(firms, .unreadColumn) == ["unread-column 备注"])
    let unknown = try document(row("县区", "户数") + row("东山", "3") + row("西山", "5"))
    #expect(doubts(unknown, .unreadTable) == ["unread-table 县区 户数（3）"])
  }

  @Test
  func `a subject that is left empty before its part goes on, and attributes may be in capitals`()
    throws
  {
    let read = try document(
      row("任务", "具体举措", "牵头单位") + row("<td ROWSPAN=2>建园</td>", "改造老园", "市林业局")
        + row("补种良种", "市科技局") + row("-", "修路", "市交通局")
    )
    #expect(
      read.statements.map(\.place) == ["附件/建园/改造老园", "附件/建园/补种良种", "附件/建园/修路"]
    )
  }

  @Test func `headings within a table may close what stands above it`() {
    let text = "一、总体\n（一）任务\n任务名称\t牵头单位\n二、甲\t二、甲\n乙类\t乙类\n建园\t市林业局\n三、丙\t三、丙\n修路\t市交通局"
    #expect(Facts.statements(text).map { $0.prefix { $0 != ":" } } == ["二/乙类/建园", "三/修路"])
  }
}
