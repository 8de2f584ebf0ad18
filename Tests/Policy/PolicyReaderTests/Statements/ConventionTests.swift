import PolicyReader
import Testing

/// What a document declares once for all its lists.
struct ConventionTests {
  @Test func `the first of each list leads where that is declared`() {
    let text = """
      一、攻关。突破技术。（责任单位：市工信局、市科技局。列第一位的为牵头单位，下同）
      二、推广。（责任单位：市商务局、各区政府）
      三、服务。（牵头单位：市司法局；责任单位：市财政局、市税务局）
      """
    #expect(
      Facts.statements(text) == [
        "一: lead 市工信局; responsible 市科技局", "二: lead 市商务局; responsible 各区政府",
        "三: lead 市司法局; responsible 市财政局、市税务局",
      ]
    )
  }

  @Test func `all before the first comma lead where that is declared`() {
    let text = """
      责任单位第一个逗号前为牵头单位。
      一、攻关。（责任单位：市工信局、市科技局，市财政局、市商务局）
      """
    #expect(
      Facts.statements(text) == ["一: lead 市工信局、市科技局; responsible 市财政局、市商务局"]
    )
  }

  @Test func `what is marked leads; a mark that is never explained is a doubt`() {
    let list = "一、服务。（责任单位：*县人社局、县科技局）"
    #expect(Facts.statements(list) == ["一: lead 县人社局; responsible 县科技局"])
    #expect(Facts.doubts(list) == ["1 undeclared-mark 县人社局"])
    #expect(Facts.doubts(list + "\n注：标*的为牵头单位。").isEmpty)
  }

  @Test func `units that answer for everything are added to every statement`() {
    let text = """
      一、攻关。（责任单位：市工信局）
      二、推广。（责任单位：市商务局）
      以上任务均需各县（市、区）政府落实，不再一一列出。
      """
    #expect(
      Facts.statements(text) == [
        "一: responsible 市工信局、各县(市、区)政府", "二: responsible 市商务局、各县(市、区)政府",
      ]
    )
  }

  @Test func `a statement may declare units for those behind it, in full or in short`() {
    let text = """
      一、攻关。（责任单位：市工信局）
      二、推广。[责任单位：市商务局，各区、县（市）政府。以下均需各区、县（市）政府落实，不再列出]
      三、服务。（责任单位：市司法局）
      """
    #expect(
      Facts.statements(text) == [
        "一: responsible 市工信局", "二: responsible 市商务局、各区、县(市)政府",
        "三: responsible 市司法局、各区、县(市)政府",
      ]
    )
    let short = """
      一、攻关。（责任单位：市工信局，各县区人民政府、市各功能区管委会，以下均涉及各县区、功能区，不再重复列出）
      二、推广。（责任单位：市商务局）
      """
    #expect(Facts.statements(short).last == "二: responsible 市商务局、各县区人民政府、市各功能区管委会")
  }

  @Test func `a rule for all tasks is a statement of the document`() {
    let text = "一、要求\n各项任务均由市工信局牵头。\n二、服务。优化流程。"
    #expect(Facts.statements(text).contains(": lead 市工信局"))
  }

  @Test func `two spellings of one unit are one, and the review says so`() {
    let text = """
      一、攻关。（责任单位：市工业和信息化局（以下简称市工信局）、市发展和改革委员会）
      二、推广。（责任单位：市工信局、市发改委、市委办、市委军民融合办）
      三、服务。（责任单位：市发改委、市营商局（市大数据局））
      四、监测。（责任单位：市大数据局）
      """
    #expect(
      Facts.statements(text) == [
        "一: responsible 市工业和信息化局、市发改委", "二: responsible 市工业和信息化局、市发改委、市委办、市委军民融合办",
        "三: responsible 市发改委、市营商局", "四: responsible 市大数据局",
      ]
    )
    #expect(Facts.doubts(text).contains { $0.hasSuffix("市发展和改革委员会 = 市发改委") })
  }

  @Test func `a collective says whether it stands for all or for some`() throws {
    let text = "一、任务。（责任单位：各区政府、有关部门、市科技局）"
    let draft = PolicyDraft(of: PolicyDocument(text: text), path: "a.txt")
    let departments = try #require(draft.files.first { $0.name == "departments.yaml" }).text
    #expect(departments.contains("name: 各区政府\n    quantifier: 各"))
    #expect(departments.contains("name: 有关部门\n    quantifier: 相关"))
  }
}
