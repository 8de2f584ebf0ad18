import PolicyReader
import Testing

/// One short text for each form in which documents say who does what.
struct StatementFormTests {
  @Test(
    arguments: [
      (
        "〔牵头单位:市工信局;责任单位:市科技局、市财政局〕",
        "lead 市工信局; responsible 市科技局、市财政局"
      ),
      ("（责任单位：市工信局、市科技局）", "responsible 市工信局、市科技局"),
      ("【责任部门：市政务局、市司法局】", "responsible 市政务局、市司法局"),
      ("（市工信局牵头，市财政局、市科技局配合）", "lead 市工信局; support 市财政局、市科技局"),
      (
        "（市发展改革委牵头负责，市财政局、各县（市、区）政府按职责分工负责）",
        "lead 市发展改革委; responsible 市财政局、各县(市、区)政府"
      ),
      ("（市财政局、市商务局按职责分工负责）", "responsible 市财政局、市商务局"),
      ("（由市工信局会同市财政局、市商务局负责）", "lead 市工信局; responsible 市财政局、市商务局"),
      ("（市文旅局、市商务局）", "responsible 市文旅局、市商务局"),
      ("（责任单位：市工信局（牵头）、市科技局）", "lead 市工信局; responsible 市科技局"),
      ("（主办单位：市文旅局；协办单位：市商务局）", "lead 市文旅局; support 市商务局"),
      ("（统筹单位：市政府办；对接单位：市商务局）", "liaison 市商务局; coordinate 市政府办"),
    ]
  )
  func `a bracket gives the roles that its labels and verbs say`(text: String, facts: String) {
    #expect(Facts.statement("改进服务。" + text) == facts)
  }

  @Test func `a list ends in 等, in a bracket or before another comma`() {
    #expect(
      Facts.statement("做事。(牵头单位:市商务局;责任单位:市教育局、市民政局等，各区县政府)")
        == "lead 市商务局; responsible 市教育局、市民政局、各区县政府 等"
    )
    #expect(Facts.statement("做事。（责任单位：市税务局等相关单位）") == "responsible 市税务局 等")
  }

  @Test func `brackets and marks inside a name belong to it`() {
    #expect(
      Facts.statement("做事。（牵头单位：市委组织部（人才办）；责任单位：各县（市、区）人民政府）")
        == "lead 市委组织部(人才办); responsible 各县(市、区)人民政府"
    )
    #expect(
      Facts.statement("做事。(责任单位:各区政府〈含开发区、新区管委会，下同〉、市民政局)")
        == "responsible 各区政府、市民政局"
    )
  }

  @Test func `和 joins two units, and is a part of some names`() {
    #expect(
      Facts.statement("做事。（责任单位：市卫生健康委和市医保局、市人力资源和社会保障局）")
        == "responsible 市卫生健康委、市医保局、市人力资源和社会保障局"
    )
  }

  @Test func `a shared level goes to the units of its run`() {
    #expect(
      Facts.statement("做事。（省科技厅、教育厅、财政厅负责）")
        == "responsible 省科技厅、省教育厅、省财政厅"
    )
    #expect(
      Facts.statement("做事。（责任单位：市委组织部、宣传部，市公安局）")
        == "responsible 市委组织部、市委宣传部、市公安局"
    )
    // A list that spells levels out means what it writes.
    #expect(
      Facts.statement("做事。（责任单位：市科技局、港口委、市商务局）")
        == "responsible 市科技局、港口委、市商务局"
    )
  }

  @Test func `a shared ending goes to the regions and fields before it`() {
    #expect(
      Facts.statement("做事。（东城区、西城区人民政府，经开区、高新区管委会）")
        == "responsible 东城区人民政府、西城区人民政府、经开区管委会、高新区管委会"
    )
    #expect(
      Facts.statement("做事。（发展改革、财政等部门按职责分工负责）")
        == "responsible 发展改革部门、财政部门 等"
    )
  }

  @Test func `a bracket after each sentence makes a part of each`() {
    #expect(
      Facts.statements("一、帮扶。减免租金。（责任单位：市财政局）开放场景。（责任单位：市商务局）")
        == ["一#1: responsible 市财政局", "一#2: responsible 市商务局"]
    )
  }

  @Test func `labels on lines of their own make one statement`() {
    let text = "一、帮扶\n减免租金。\n牵头单位：市财政局\n责任单位：市商务局等\n配合单位：各区政府"
    #expect(
      Facts.statements(text) == ["一: lead 市财政局; responsible 市商务局 等; support 各区政府"]
    )
  }

  @Test func `a label runs on into the next item`() {
    let text = "一、任务\n1.攻关。突破技术。责任单位：市科技局、市财政局2.推广。做好推广。责任单位：市商务局"
    #expect(
      Facts.statements(text)
        == ["一/1: responsible 市科技局、市财政局", "一/2: responsible 市商务局"]
    )
  }

  @Test func `a label that gives no role hides what stands behind it`() {
    #expect(
      Facts.statement("做事。（责任单位：市科技局；完成时限：2026年6月）") == "responsible 市科技局"
    )
  }

  @Test func `a sentence may say who coordinates or leads`() {
    #expect(Facts.statement("由市工信局统筹推进相关工作。") == "coordinate 市工信局")
    #expect(Facts.statement("由市工信局牵头，市财政局配合。") == "lead 市工信局; support 市财政局")
    #expect(Facts.statements("一、任务\n由商品房所在区按规定统筹。由市场主体牵头实施。").isEmpty)
  }

  @Test func `brackets that hold no units are no statements`() {
    let text = "一、任务（三年行动）\n建设平台（含数据中心），完善机制（责任到人），由企业负责（可委托第三方）。"
    #expect(Facts.statements(text).isEmpty)
  }

  @Test func `a table assigns its rows`() {
    let text = "一、分工\n序号\t任务\t牵头单位\t责任单位\n1\t建设平台\t市数据局\t市财政局、市科技局\n2\t开放场景\t-\t各区政府"
    #expect(
      Facts.statements(text) == [
        "一/建设平台: lead 市数据局; responsible 市财政局、市科技局", "一/开放场景: responsible 各区政府",
      ]
    )
  }

  @Test func `a statement whose bracket is not closed ends with its line`() {
    let text = "一、任务。做事。（责任单位：市科技局、市财政局\n二、其他"
    #expect(Facts.statements(text) == ["一: responsible 市科技局、市财政局"])
    #expect(Facts.doubts(text) == ["1 open-bracket "])
  }

  @Test func `lines that a converter broke inside a list are one`() {
    #expect(
      Facts.statement("做事。（责任单位：市科技局、市财政局、\n市商务局）") == "responsible 市科技局、市财政局、市商务局"
    )
  }
}
