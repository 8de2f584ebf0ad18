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
      [project.name, project.status, project.capacity ?? "-", project.builder ?? "-"]
        .joined(separator: " ")
    }
    #expect(
      projects == [
        "甲乙化工年产20万吨己二酸项目 在建 20 万吨 甲乙化工", "丙丁新材料3GW组件项目 在建 3 GW 丙丁新材料",
        "海港物流园二期项目 谋划 - -", "东方一期项目 竣工投产 - -", "西方二期项目 竣工投产 - -", "南方三期项目 前期 - -",
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
}
