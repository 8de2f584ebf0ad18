import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@Suite struct DutiesTests {
  /// `role item`, then `<whole` when inherited, `/collective` when through one, `?` when possible.
  private func duties(
    _ party: String,
    _ sketch: Sketched,
    roles: [RelationKind]? = nil,
    inherited: Bool = false
  ) -> [String] {
    sketch.graph.duties(of: sketch[party], roles: roles, isInheriting: inherited).map { duty in
      let names = sketch.names([duty.item, duty.from])
      let through = duty.through.map { "/" + sketch.graph.name(of: $0) } ?? ""
      return "\(duty.role.name) \(names[0])" + (duty.isInherited ? "<\(names[1])" : "") + through
        + (duty.certainty == .possible ? "?" : "")
    }
  }

  @Test func `duties come by role, in the order of the data`() throws {
    let sketch = try ChainSketch {
      $0.item("任务甲", .responsible, "市工信局")
      $0.item("任务乙", .lead, "市科技局", "市工信局")
      $0.item("任务丙", .lead, "市工信局")
      $0.item("任务甲", .lead, "市工信局")
    }.sketched()
    let all = ["lead 任务甲", "lead 任务乙", "lead 任务丙", "responsible 任务甲"]
    #expect(duties("市工信局", sketch) == all)
    #expect(duties("市工信局", sketch, roles: [.lead]) == Array(all.prefix(3)))
    #expect(duties("市工信局", sketch, roles: []) == [])
    #expect(duties("任务甲", sketch) == [])
  }

  @Test func `what lies inside is inherited, but not what another leads by a nearer statement`()
    throws
  {
    let sketch = try ChainSketch {
      $0.node(.cluster, "集群")
      $0.part(.task, "甲项", of: "集群")
      $0.part(.project, "甲项目", of: "甲项")
      $0.part(.task, "乙项", of: "集群")
      $0.part(.project, "乙项目", of: "乙项")
      $0.item("集群", .lead, "市工信局")
      $0.item("乙项", .lead, "市发改委")
      $0.item("乙项", .responsible, "市工信局")
    }.sketched()
    #expect(
      duties("市工信局", sketch, inherited: true) == [
        "lead 集群", "lead 甲项<集群", "lead 甲项目<集群", "responsible 乙项", "responsible 乙项目<乙项",
      ]
    )
    #expect(duties("市工信局", sketch) == ["lead 集群", "responsible 乙项"])
    #expect(
      duties("市发改委", sketch, roles: [.lead], inherited: true) == ["lead 乙项", "lead 乙项目<乙项"]
    )
  }

  @Test func `a collective of all makes a duty certain, one of some makes it possible`() throws {
    let sketch = try ChainSketch {
      $0.collective("各县区", "all", "兴城市")
      $0.collective("相关县区", "some", "兴城市")
      $0.item("任务甲", .responsible, "各县区")
      $0.item("任务乙", .responsible, "相关县区")
      $0.item("任务丙", .responsible, "兴城市")
    }.sketched()
    #expect(
      duties("兴城市", sketch) == [
        "responsible 任务甲/各县区", "responsible 任务乙/相关县区?", "responsible 任务丙",
      ]
    )
  }

  @Test func `one collective of some on the way makes it possible`() throws {
    let sketch = try ChainSketch {
      $0.collective("相关县区", "some", "兴城市")
      $0.collective("各方", "all", "相关县区")
      $0.collective("各县区", "all", "绥中县")
      $0.collective("全部", "all", "各县区")
      $0.item("任务甲", .responsible, "各方")
      $0.item("任务乙", .responsible, "全部")
    }.sketched()
    #expect(duties("兴城市", sketch) == ["responsible 任务甲/各方?"])
    #expect(duties("绥中县", sketch) == ["responsible 任务乙/全部"])
  }

  @Test func `the surest of several statements is given`() throws {
    let sketch = try ChainSketch {
      $0.collective("相关县区", "some", "兴城市", "绥中县")
      $0.collective("各县区", "all", "兴城市", "绥中县")
      $0.item("任务", .responsible, "相关县区", "各县区", "兴城市")
    }.sketched()
    #expect(duties("兴城市", sketch) == ["responsible 任务"])
    #expect(duties("绥中县", sketch) == ["responsible 任务/各县区"])
  }

  @Test func `the surest of several statements is inherited, whichever stands first`() throws {
    let sketch = try ChainSketch {
      $0.collective("相关县区", "some", "兴城市")
      $0.collective("各县区", "all", "兴城市")
      $0.part(.project, "项目甲", of: "任务一", "任务二", "任务三")
      $0.part(.project, "项目乙", of: "任务一", "任务二")
      $0.part(.project, "项目丙", of: "任务一")
      $0.item("任务一", .responsible, "相关县区")
      $0.item("任务二", .responsible, "各县区")
      $0.item("任务三", .responsible, "兴城市")
    }.sketched()
    #expect(
      duties("兴城市", sketch, inherited: true).suffix(3) == [
        "responsible 项目甲<任务三", "responsible 项目乙<任务二/各县区",
        "responsible 项目丙<任务一/相关县区?",
      ]
    )
  }

  @Test func `collectives that contain each other are no trap`() throws {
    let sketch = try ChainSketch {
      $0.collective("甲", "all", "乙", "局")
      $0.collective("乙", "some", "甲")
      $0.item("任务", .lead, "乙")
    }.sketched()
    #expect(duties("局", sketch) == ["lead 任务/乙?"])
    #expect(duties("乙", sketch) == ["lead 任务"])
  }

  @Test(arguments: 0..<4)
  func `on random graphs a duty is what the owners name the party or its collective for`(
    _ block: Int
  ) throws {
    for seed in UInt64(block) * 150..<UInt64(block + 1) * 150 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomResponsibility(&generator)
      let graph = try sketch.graph()
      let oracle = ResponsibilityOracle(sketch: sketch)
      for party in sketch.all(.leader) + sketch.all(.department) {
        let direct = graph.duties(of: NodeIndex(party))
        let inheriting = graph.duties(of: NodeIndex(party), isInheriting: true)
        #expect(direct == inheriting.filter { !$0.isInherited }, "seed \(seed)")
        let asked = graph.ontology.roles.filter { _ in generator.oneIn(2) }
        let chosen = graph.duties(of: NodeIndex(party), roles: asked, isInheriting: true)
        #expect(chosen == inheriting.filter { asked.contains($0.role) }, "seed \(seed)")
        for role in graph.ontology.roles {
          let duties = inheriting.filter { $0.role == role }
          let expected = sketch.nodes.indices.filter { item in
            !oracle.namings(of: party, for: item, role).isEmpty
          }
          let stated = expected.filter { !oracle.stated(on: $0, role).isEmpty }
          let inherited = expected.filter { oracle.stated(on: $0, role).isEmpty }
          #expect(duties.map(\.item.position) == stated + inherited, "seed \(seed)")
          for duty in duties { expect(duty, of: party, oracle, seed) }
        }
      }
    }
  }

  private func expect(_ duty: Duty, of party: Int, _ oracle: ResponsibilityOracle, _ seed: UInt64) {
    let namings = oracle.namings(of: party, for: duty.item.position, duty.role)
    let named = duty.through?.position ?? party
    #expect(duty.relation.source.position == named, "seed \(seed)")
    let isStated = namings.contains {
      $0.from == duty.from.position && $0.named == named && $0.certainty == duty.certainty
    }
    #expect(isStated, "seed \(seed)")
    let isSure = namings.contains { $0.certainty == .certain }
    #expect((duty.certainty == .certain) == isSure, "seed \(seed)")
    #expect((duty.through == nil) == namings.contains { $0.named == party }, "seed \(seed)")
  }

  @Test(arguments: 0..<4)
  func `on random graphs owners and duties say the same`(_ block: Int) throws {
    for seed in UInt64(block) * 125 + 5_000..<UInt64(block + 1) * 125 + 5_000 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomResponsibility(&generator)
      let graph = try sketch.graph()
      let parties = graph.nodes(of: .leader) + graph.nodes(of: .department)
      var fromOwners: Set<[String]> = []
      var fromDuties: Set<[String]> = []
      for item in graph.nodes {
        for owner in graph.owners(of: item) {
          fromOwners.insert([graph.id(of: owner.party), owner.role.name, graph.id(of: item)])
        }
      }
      for party in parties {
        for duty in graph.duties(of: party, isInheriting: true) where duty.through == nil {
          fromDuties.insert([graph.id(of: party), duty.role.name, graph.id(of: duty.item)])
        }
      }
      #expect(fromOwners == fromDuties, "seed \(seed)")
    }
  }
}
