import PolicyReader
import Testing

/// Clusters, enterprises, projects and parks.
struct EntityTests {
  @Test func `enterprises are the list before 等…企业`() {
    let text =
      "一、百亿级化工产业集群\n依托甲乙石化、丙丁股份等龙头企业，延长链条。联合银行、保险公司等金融机构。引育数码印花、节水印染等技术应用企业。"
    let document = PolicyDocument(text: text)
    #expect(document.enterprises.map(\.name) == ["甲乙石化", "丙丁股份"])
    let anchors = document.enterprises.filter(\.isAnchor)
    #expect(anchors.count == 2)
    #expect(document.clusters.map(\.name) == ["化工产业集群"])
    #expect(document.clusters.map(\.tier) == ["百亿级"])
  }

  @Test func `projects have a status, a capacity and a builder`() {
    let text = """
      一、项目
      依托甲乙化工等企业，加快发展。
      推进甲乙化工年产20万吨己二酸、丙丁新材料3GW组件等项目建设，谋划海港物流园二期等项目。
      推动东方一期、西方二期等一批项目竣工投产;促进南方三期等一批项目前期工作。
      """
    let projects = PolicyDocument(text: text).projects.map { project in
      [project.name, project.status ?? "-", project.capacity ?? "-", project.builder ?? "-"]
        .joined(separator: " ")
    }
    #expect(
      projects == [
        "甲乙化工年产20万吨己二酸项目 在建 20 万吨 甲乙化工", "丙丁新材料3GW组件项目 在建 3 GW 丙丁新材料",
        "海港物流园二期项目 谋划 - -", "东方一期项目 收尾 - -", "西方二期项目 收尾 - -", "南方三期项目 前期 - -",
      ]
    )
  }

  @Test func `general words name no project`() {
    let text = "一、项目\n推动重点项目建设，支持创业项目落地，加快一批优质项目的招引，实施招商项目。"
    #expect(PolicyDocument(text: text).projects.isEmpty)
  }

  @Test func `parks are told by their endings`() {
    let text = "一、园区\n完善海州经济开发区、东港高新技术产业开发区三个化工园区，建设特色产业园区，依托云谷科技园集聚企业。"
    #expect(
      PolicyDocument(text: text).parks.map(\.name) == ["海州经济开发区", "东港高新技术产业开发区", "云谷科技园"]
    )
  }

  private func enterprises(_ text: String) -> [String] {
    PolicyDocument(text: "一、任务\n" + text).enterprises.map(\.name)
  }

  private func projects(_ text: String) -> [String] {
    PolicyDocument(text: "一、任务\n" + text).projects.map { "\($0.name) \($0.status ?? "-")" }
  }

  @Test func `firms that are said to lead, to stand for others, or stand behind a label`() {
    #expect(
      enterprises("培育以甲乙为链主的特种钢、以丙丁、戊己为龙头的食品加工，以白酒为龙头。") == ["甲乙", "丙丁", "戊己"]
    )
    #expect(enterprises("以甲乙化学、丙丁催化等为代表的产品，以改革创新为骨干，以绿色化工为主体。") == ["甲乙化学", "丙丁催化"])
    #expect(enterprises("做强龙头企业（甲乙重工、丙丁），链主企业：戊己钢铁、庚辛。") == ["甲乙重工", "丙丁", "戊己钢铁", "庚辛"])
  }

  @Test func `what firms make may stand between 等 and 企业, kinds of firms may not`() {
    #expect(enterprises("甲芯、乙芯等芯片类企业集聚。研发、设计等四类企业。冶金、机械等重点企业。") == ["甲芯", "乙芯"])
    #expect(enterprises("引进甲乙、丙丁等新能源汽车整车制造头部企业。") == ["甲乙", "丙丁"])
    #expect(enterprises("支持甲乙重工、联合重工等企业。") == ["甲乙重工", "联合重工"])
  }

  @Test func `projects need no verb where their list is open and says what is built`() {
    #expect(
      projects("其中甲乙化工15万吨树脂、丙丁100万吨复合肥等20个重点项目年内开工。")
        == ["甲乙化工15万吨树脂项目 在建", "丙丁100万吨复合肥项目 在建"]
    )
    #expect(
      projects("总投资20亿元的甲乙产业园、总投资5亿元的丙丁原料药等项目建成投产。")
        == ["甲乙产业园项目 收尾", "丙丁原料药项目 收尾"]
    )
    #expect(projects("交通、水利等项目开工建设，一批好项目相继落地。").isEmpty)
  }

  @Test func `a region, an adverb and a sum may stand before the list`() {
    #expect(
      projects("东城区重点抓好新甲乙2 万吨板材、丙丁公司磨具等 9 个项目在一季度开工。")
        == ["新甲乙2万吨板材项目 在建", "丙丁公司磨具项目 在建"]
    )
    #expect(projects("要确保甲乙30万台电脑和20万套灯具等项目的投产。") == ["甲乙30万台电脑和20万套灯具项目 收尾"])
  }

  @Test func `firms that a list names alone take what all of it builds`() {
    let text = "推动甲乙、丙丁等光伏项目建设，加快华能、戊己风电项目进度。"
    #expect(
      projects(text).map { $0.prefix { $0 != " " } } == ["甲乙光伏项目", "丙丁光伏项目", "华能风电项目", "戊己风电项目"]
    )
    #expect(enterprises(text) == ["甲乙", "丙丁", "华能", "戊己"])
  }
}
