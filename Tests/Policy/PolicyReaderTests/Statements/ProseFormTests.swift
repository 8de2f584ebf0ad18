import Testing

@testable import PolicyReader

/// Forms of statements without brackets or labels, with unknown names, terms and spaces; and that what yields
/// nothing is told.
struct ProseFormTests {
  private func document(_ body: String) -> PolicyDocument {
    PolicyDocument(text: "某市人民政府办公室关于印发方案的通知\n某市人民政府\n2024年3月1日\n一、任务\n\(body)\n")
  }

  /// Each party with its role, then each leader, of all statements.
  private func read(_ body: String) -> [String] {
    document(body).statements.flatMap { statement in
      statement.parties.map { "\($0.role.rawValue) \($0.name)" }
        + statement.leaders.map { "\($0.role.rawValue) \($0.name)" }
    }
  }

  private static let forms: [(String, [String])] = [
    ("（一）甲。抓好落实。（财政厅、某某监管会负责）", ["responsible 财政厅", "responsible 某某监管会"]),
    ("（一）甲。抓好落实。（省科技厅牵头负责，各地级以上市人民政府配合）", ["lead 省科技厅", "support 各地级以上市人民政府"]),
    ("（一）甲。抓好落实。（市科技局、市财政局负责，2025年6月底前完成）", ["responsible 市科技局", "responsible 市财政局"]),
    ("（一）甲。抓好落实。（市科技局负责，长期坚持）", ["responsible 市科技局"]),
    ("（一）甲。市科技局牵头，市财政局配合，抓好落实。", ["lead 市科技局", "support 市财政局"]),
    ("（一）甲。抓好落实。市科技局牵头，市财政局配合。", ["lead 市科技局", "support 市财政局"]),
    ("（一）甲。由赵钱副市长负责，市科技局牵头，相关部门配合。", ["lead 市科技局", "support 相关部门", "accountable 赵钱"]),
    ("（一）甲。副市长赵钱任链长，市科技局为牵头单位，市财政局为责任单位。", ["lead 市科技局", "responsible 市财政局", "accountable 赵钱"]),
    ("（一）甲。链长由副市长赵钱担任，牵头部门为市科技局。", ["lead 市科技局", "accountable 赵钱"]),
    ("（一）甲。\n责 任 人：赵钱\n责任单位：市科技局", ["responsible 市科技局", "accountable 赵钱"]),
    ("（一）甲。\n链  长：赵钱\n牵头单位：市科技局", ["lead 市科技局", "accountable 赵钱"]),
    (
      "（一）甲。（牵头：市科技局；配合：市城市运行和政务服务办、市财政局和市统计局）",
      ["lead 市科技局", "support 市城市运行和政务服务办", "support 市财政局", "support 市统计局"]
    ),
  ]

  @Test(arguments: forms) func `a form is read whole`(body: String, facts: [String]) {
    #expect(read(body) == facts)
  }

  @Test func `the first of a list leads where that is declared, though a verb stands behind it`() {
    let body = """
      （一）甲。抓好。（市科技局、市财政局负责，排在第一位的部门为牵头部门，下同）
      （二）乙。抓好。（市商务局、市科技局等部门负责）
      """
    #expect(
      read(body) == [
        "lead 市科技局", "responsible 市财政局", "lead 市商务局", "responsible 市科技局",
      ]
    )
  }

  @Test func `beside a leader the people of the units are told, and who leads of a list leads`() {
    let document = document(
      """
      1.修路。修好路。
      责任领导：赵钱
      责任单位：市科技局 市财政局
      责 任 人：孙李
      工作要求：由市财政局牵头，并负责报进度。
      """
    )
    let statement = document.statements.first
    #expect(statement?.leaders.map(\.name) == ["赵钱"])
    #expect(
      statement?.parties.map { "\($0.role.rawValue) \($0.name)" }
        == ["responsible 市科技局", "lead 市财政局"]
    )
    #expect(document.statements.count == 1)
    #expect(document.review.contains { $0.reason == .personOfUnit && $0.about == "孙李" })
  }

  @Test
  func `what speaks of responsibility and yields nothing is told with its words, and counted`() {
    let told = document("（一）甲。谁的孩子谁负责抱走。\n（二）乙。做好。（市科技局负责）\n（三）丙。各方落实主体责任。")
    #expect(told.places.read == 1 && told.places.unread == 1)
    let entries = told.review.filter { $0.reason == .unreadStatement }
    #expect(entries.map(\.about) == ["谁的孩子谁负责抱走。"])
    #expect(entries.first?.line == 5)
    let term = document("（一）甲。做好。（市科技局负责，2025年底前完成）")
    #expect(term.statements.map(\.deadline) == ["2025-12"])
    let open = document("（一）甲。做好。（市科技局负责，持续推进）").review
    #expect(open.contains { $0.reason == .unreadTerm && $0.about == "持续推进" })
  }

  @Test func `the body of a page that is laid out in tables is read as a text`() throws {
    let paragraphs = (1...5).map { "<p>\($0).任务\($0)。做好。（市科技局负责）</p>" }.joined()
    let page = """
      <html><body><table><tr><td><table><tr><td>索 引 号：</td><td>1</td></tr></table></td></tr>
      <tr><td><p>某市人民政府办公室关于印发方案的通知</p><p>一、任务</p>\(paragraphs)</td><td>侧栏</td></tr>
      </table></body></html>
      """
    let document = try PolicyDocument(bytes: Array(page.utf8), format: .html)
    #expect(document.statements.map(\.place) == (1...5).map { "一/\($0)" })
    let values = "<table><tr><th>任务</th><th>责任单位</th></tr><tr><td>修路</td><td>市科技局</td></tr></table>"
    let table = try PolicyDocument(
      bytes: Array("<html><body>\(values)</body></html>".utf8),
      format: .html
    )
    #expect(table.statements.flatMap(\.parties).map(\.name) == ["市科技局"])
  }

  @Test func `a document of which nothing was read is empty`() {
    #expect(PolicyDocument(text: "天气很好。\n").isEmpty)
    #expect(!document("（一）甲。（市科技局负责）").isEmpty)
  }
}
