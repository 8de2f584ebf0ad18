import PolicyReader
import Testing

/// People, their titles and rosters.
struct LeaderTests {
  @Test(
    arguments: [
      ("王 安 市委常委、副市长", "accountable 王安<市委常委|副市长>"),
      ("一级巡视员 李明远", "accountable 李明远<一级巡视员>"),
      ("副市长李明远", "accountable 李明远<副市长>"),
      ("李明远（副市长、市工信局党组书记）", "accountable 李明远<副市长|市工信局党组书记>"),
      ("李明远、王安", "accountable 李明远、王安"),
      ("李明远 副市长；欧阳安 市政协副主席", "accountable 李明远<副市长>、欧阳安<市政协副主席>"),
    ]
  )
  func `a name is told from its titles`(text: String, facts: String) {
    #expect(Facts.statement("做事。〔责任领导:\(text)〕") == facts)
  }

  @Test func `leaders stand on lines below their label`() {
    let text = """
      附件
      一、机器人产业集群
      责任领导：张 平 副市长
      李明远 市政协副主席
      牵头单位：市工信局
      责任单位：市科技局等
      二、新材料产业链
      链长：市长 赵平安
      副链长：孙一
      链长单位：市工信局
      """
    #expect(
      Facts.statements(text) == [
        "附件/一: accountable 张平<副市长>、李明远<市政协副主席>; lead 市工信局; responsible 市科技局 等",
        "附件/二: accountable 赵平安<市长>; lead 市工信局; support 孙一",
      ]
    )
    #expect(Facts.doubts(text) == ["9 roster-role 孙一"])
    let clusters = PolicyDocument(text: text).clusters
    #expect(clusters.map(\.name) == ["机器人产业集群", "新材料产业链"])
    #expect(clusters.map(\.place) == ["附件/一", "附件/二"])
  }

  @Test func `the province's leaders and the city's liaison keep their roles`() {
    let text = """
      一、清单
      1.软件产业集群
      省牵头领导:王 安 副省长
      省专班成员单位:省工信厅、省科技厅等
      市对接领导:李明远 副市长
      市对接成员单位:市工信局等，相关县（市）区政府
      """
    #expect(
      Facts.statements(text) == [
        "一/1: accountable 王安<副省长>; responsible 省工信厅、省科技厅 等; "
          + "liaison 李明远<副市长>、市工信局、相关县(市)区政府 等"
      ]
    )
  }
}
