import Liantu
import Testing

/// What the product must answer on this document.
struct AnswerTests {
  let huludao: Huludao
  var graph: ChainGraph { huludao.graph }

  init() throws { huludao = try Huludao() }

  private func department(_ name: String) throws -> NodeIndex {
    guard case .found(let node) = graph.lookUp(name, among: graph.ontology.partyKinds) else {
      throw Missing()
    }
    return node
  }

  private struct Missing: Error {}

  private static let ledClusters = ["(一)", "(二)", "(四)", "(五)", "(六)"].map { "附件/二/" + $0 }
  private static let ledTasks = [
    "二/(五)/2", "三/(二)/2", "三/(三)/1", "三/(三)/3", "三/(三)/4", "三/(四)/1", "三/(四)/3",
  ]

  @Test func `the industry bureau leads five clusters and seven tasks, each with its citation`()
    throws
  {
    let duties = graph.duties(of: try department("市工信局"), roles: [.lead])
    let places = { (kind: NodeKind) in
      duties.filter { graph.kind(of: $0.item) == kind }.map(\.relation.origin.place)
    }
    #expect(duties.count == 12)
    #expect(Set(places(.cluster)) == Set(Self.ledClusters))
    #expect(Set(places(.task)) == Set(Self.ledTasks))
    for duty in duties {
      #expect(duty.certainty == .certain && duty.through == nil && !duty.isInherited)
      #expect(duty.relation.origin.document == huludao.dataset.documents.first)
    }
  }

  @Test(arguments: ["市工信局", "市发改委", "市农业农村局", "市文旅广电局"])
  func `inherited duties are what lies inside and what no nearer statement gives to another`(
    _ name: String
  ) throws {
    let party = try department(name)
    let stated = Set(graph.duties(of: party, roles: [.lead]).map(\.item))
    let all = graph.duties(of: party, roles: [.lead], isInheriting: true)
    let led = Set(all.map(\.item))
    #expect(led.isSuperset(of: stated) && led.count > stated.count)
    for node in graph.nodes {
      let owners = graph.owners(of: node).filter { $0.role == .lead }
      let isLed = owners.contains { $0.party == party }
      #expect(led.contains(node) == isLed, "\(graph.id(of: node))")
    }
  }

  @Test func `the other lead of the fifth cluster does not lead what lies in its second item`()
    throws
  {
    let led = graph.duties(of: try department("市发改委"), roles: [.lead], isInheriting: true)
    let items = Set(led.map(\.item))
    #expect(!items.contains(try huludao.node("task", "新能源电池材料延伸")))
    #expect(!items.contains(try huludao.node("project", "泰峰锂业碳酸锂项目")))
    #expect(items.contains(try huludao.node("project", "中国移动数据中心项目")))
  }

  @Test(arguments: StatedProject.all.filter { $0.place == "二/(五)/2" })
  func `a project of the second item has the item's leader`(_ said: StatedProject) throws {
    let owners = graph.owners(of: try huludao.node("project", said.name))
    let leaders = owners.filter { $0.role == .accountable }
    #expect(huludao.names(leaders.map(\.party)) == ["甄国强"])
    for owner in owners where owner.role != .coordinate {
      #expect(owner.relation.origin.place == "二/(五)/2")
    }
  }

  @Test(
    arguments: StatedProject.all.filter {
      $0.place.hasPrefix("二/(五)/") && $0.place != "二/(五)/2" && $0.name != "孚迪斯航空润滑油项目"
    }
  )
  func `any other project of the fifth cluster has the cluster's leaders`(_ said: StatedProject)
    throws
  {
    let owners = graph.owners(of: try huludao.node("project", said.name))
    let leaders = owners.filter { $0.role == .accountable }
    #expect(huludao.names(leaders.map(\.party)) == ["马文志", "王忠平"])
    for owner in owners where owner.role != .coordinate {
      #expect(owner.relation.origin.place == "附件/二/(五)")
    }
  }

  @Test func `a project belongs to the cluster of what it fills, and has its leaders too`() throws {
    let project = try huludao.node("project", "孚迪斯航空润滑油项目")
    let clusters = graph.belongings(of: project).map(\.node)
      .filter { graph.kind(of: $0) == .cluster }
    #expect(Set(huludao.names(clusters)) == ["基础化工和精细化工产业集群", "战略性新兴产业集群"])
    let leaders = graph.owners(of: project).filter { $0.role == .accountable }
    #expect(Set(huludao.names(leaders.map(\.party))) == ["李延超", "黄晓霞", "马文志", "王忠平"])
  }

  @Test func `a county is reached for certain through 各, and possibly through 相关`() throws {
    let duties = graph.duties(of: try department("兴城市"))
    let through = { (name: String) in
      duties.filter { $0.through.map { graph.name(of: $0) } == name }
    }
    let certain = through("各县(市)区政府")
    let possible = through("相关县(市)区政府")
    #expect(certain.count + possible.count == duties.count)
    #expect(certain.allSatisfy { $0.certainty == .certain && $0.role == .responsible })
    #expect(possible.allSatisfy { $0.certainty == .possible })
    let clusters = CityCluster.all.filter { !$0.isOfSomeCounties }.map(\.name)
    #expect(Set(huludao.names(certain.map(\.item))) == Set(clusters + ["集群绿色低碳转型"]))
    let responsible = possible.filter { $0.role == .responsible }
    #expect(Set(huludao.names(responsible.map(\.item))) == ["泳装产业集群", "新能源电池材料延伸"])
    let liaison = possible.filter { $0.role == .liaison }
    #expect(Set(liaison.map(\.item)) == Set(huludao.clusters("province")))
  }

  @Test func `the audit finds the one task without a lead department`() {
    let found = graph.audit(rules: [.noLead])
    #expect(found.map { huludao.place(of: $0.node) } == ["三/(二)/3"])
  }

  @Test func `the audit finds the item that overrides its cluster`() {
    let overrides = Set(graph.audit(rules: [.override]).map { huludao.place(of: $0.node) })
    #expect(overrides == ["二/(五)/2"])
    #expect(graph.audit(rules: [.noLeader, .sumMismatch, .stageAgainstFlow]).isEmpty)
  }

  @Test func `owners conflict only on what two clusters name, each with people of its own`() {
    let conflicts = graph.audit(rules: [.conflict]).map(\.node)
    #expect(
      Set(huludao.names(conflicts)) == ["航空润滑油", "孚迪斯航空润滑油项目", "徐大堡核电", "佳华", "中船风电"]
    )
    for node in conflicts {
      let clusters = graph.belongings(of: node).filter { graph.kind(of: $0.node) == .cluster }
      #expect(clusters.count > 1, "\(graph.name(of: node))")
    }
  }

  @Test func `the audit says where the figures stay below the tier`() {
    let below = Set(huludao.names(graph.audit(rules: [.tierUnreached]).map(\.node)))
    #expect(below.isSuperset(of: ["基础化工和精细化工产业集群", "有色冶金产业集群"]))
    #expect(!below.contains("船舶机械产业集群"))
  }

  @Test func `the coordinator of all eight clusters is the industry bureau`() throws {
    let duties = graph.duties(
      of: try department("市工业和信息化局"),
      roles: [.coordinate]
    )
    #expect(duties.map(\.item) == huludao.clusters("city"))
  }
}
