import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

@Suite struct OwnersTests {
  /// `role party<item` for each, and a mark on what conflicts or is only possible.
  private func owners(_ item: String, _ sketch: Sketched) -> [String] {
    sketch.graph.owners(of: sketch[item]).map { owner in
      let names = sketch.names([owner.party, owner.from])
      let marks =
        (owner.isConflicting ? " conflicting" : "")
        + (owner.certainty == .possible ? " possible" : "")
      return "\(owner.role.name) \(names[0])<\(names[1])\(marks)"
    }
  }

  @Test func `a nearer statement overrides a farther one, role by role`() throws {
    let sketch = try ChainSketch {
      $0.node(.cluster, "新兴")
      $0.part(.task, "第二项", of: "新兴")
      $0.part(.project, "储能项目", of: "第二项")
      $0.item("新兴", .accountable, "柳晓东")
      $0.item("新兴", .lead, "市工信局")
      $0.item("新兴", .responsible, "市科技局")
      $0.item("第二项", .accountable, "甄国强")
    }.sketched()
    #expect(
      owners("储能项目", sketch) == [
        "accountable 甄国强<第二项", "lead 市工信局<新兴", "responsible 市科技局<新兴",
      ]
    )
    #expect(owners("新兴", sketch).first == "accountable 柳晓东<新兴")
  }

  @Test func `roles come in the order of the ontology, parties in that of the list`() throws {
    let sketch = try ChainSketch {
      $0.item("任务", .coordinate, "丁")
      $0.item("任务", .responsible, "丙", "甲", "乙")
      $0.item("任务", .lead, "乙", "甲")
    }.sketched()
    #expect(
      owners("任务", sketch) == [
        "lead 乙<任务", "lead 甲<任务", "responsible 丙<任务", "responsible 甲<任务",
        "responsible 乙<任务", "coordinate 丁<任务",
      ]
    )
  }

  @Test func `two statements equally near that differ are both given, as a conflict`() throws {
    let sketch = try ChainSketch {
      $0.part(.project, "项目", of: "任务甲", "任务乙")
      $0.item("任务甲", .lead, "市工信局", "市科技局")
      $0.item("任务乙", .lead, "市工信局")
    }.sketched()
    #expect(
      owners("项目", sketch) == [
        "lead 市工信局<任务甲 conflicting", "lead 市科技局<任务甲 conflicting",
        "lead 市工信局<任务乙 conflicting",
      ]
    )
    #expect(owners("任务甲", sketch) == ["lead 市工信局<任务甲", "lead 市科技局<任务甲"])
  }

  @Test func `two statements equally near that agree count once`() throws {
    let sketch = try ChainSketch {
      $0.part(.project, "项目", of: "任务甲", "任务乙")
      $0.item("任务甲", .lead, "市工信局", "市科技局")
      $0.item("任务乙", .lead, "市科技局", "市工信局")
    }.sketched()
    #expect(owners("项目", sketch) == ["lead 市工信局<任务甲", "lead 市科技局<任务甲"])
  }

  @Test func `a whole that is one step away over another way counts as near`() throws {
    let sketch = try ChainSketch {
      $0.part(.task, "小项", of: "大项")
      $0.part(.project, "项目", of: "小项", "大项")
      $0.item("大项", .lead, "甲局")
      $0.item("小项", .lead, "乙局")
    }.sketched()
    #expect(
      owners("项目", sketch) == ["lead 乙局<小项 conflicting", "lead 甲局<大项 conflicting"]
        || owners("项目", sketch) == ["lead 甲局<大项 conflicting", "lead 乙局<小项 conflicting"]
    )
  }

  @Test func `the way to the statement is told, and naming some of a collective is not sure`()
    throws
  {
    let sketch = try ChainSketch {
      $0.part(.task, "任务", of: "集群")
      $0.part(.project, "项目", of: "任务")
      $0.collective("相关县区", "some", "兴城市")
      $0.collective("各县区", "all", "兴城市")
      $0.item("集群", .responsible, "相关县区", "各县区")
    }.sketched()
    #expect(
      owners("项目", sketch) == ["responsible 相关县区<集群 possible", "responsible 各县区<集群"]
    )
    let owner = try #require(sketch.graph.owners(of: sketch["项目"]).first)
    #expect(sketch.names(owner.path) == ["项目", "任务", "集群"])
    #expect(owner.isInherited)
    let direct = try #require(sketch.graph.owners(of: sketch["集群"]).first)
    #expect(sketch.names(direct.path) == ["集群"])
    #expect(!direct.isInherited)
  }

  @Test func `an item that nobody is named for has no owners`() throws {
    let sketch = try ChainSketch { $0.part(.project, "项目", of: "任务") }.sketched()
    #expect(sketch.graph.owners(of: sketch["项目"]).isEmpty)
  }

  @Test(arguments: 0..<4)
  func `on random graphs owners are those of the nearest statements`(_ block: Int) throws {
    for seed in UInt64(block) * 250..<UInt64(block + 1) * 250 {
      var generator = SplitMix64(seed: seed)
      let sketch = ChainSketch.randomResponsibility(&generator)
      let graph = try sketch.graph()
      let oracle = ResponsibilityOracle(sketch: sketch)
      for item in sketch.nodes.indices {
        let owners = graph.owners(of: NodeIndex(item))
        let order = owners.compactMap { graph.ontology.roles.firstIndex(of: $0.role) }
        #expect(order == order.sorted(), "seed \(seed)")
        for role in graph.ontology.roles {
          expect(owners.filter { $0.role == role }, of: item, role, oracle, seed)
        }
      }
    }
  }

  private func expect(
    _ owners: [Ownership],
    of item: Int,
    _ role: RelationKind,
    _ oracle: ResponsibilityOracle,
    _ seed: UInt64
  ) {
    let nearest = oracle.nearest(item, role)
    let lists = (nearest?.items ?? []).map { oracle.stated(on: $0, role) }
    let distinct = Set(lists.map(Set.init))
    #expect(Set(owners.map(\.party.position)) == Set(lists.joined()), "seed \(seed)")
    // Lists that agree are given once, each whole and in its own order.
    let given = Dictionary(grouping: owners, by: \.from.position)
    #expect(given.count == distinct.count, "seed \(seed)")
    #expect(Set(given.values.map { Set($0.map(\.party.position)) }) == distinct, "seed \(seed)")
    for (from, owners) in given {
      #expect(nearest?.items.contains(from) == true, "seed \(seed)")
      #expect(owners.map(\.party.position) == oracle.stated(on: from, role), "seed \(seed)")
    }
    for owner in owners {
      #expect(owner.isConflicting == (distinct.count > 1), "seed \(seed)")
      #expect(owner.path.first?.position == item, "seed \(seed)")
      #expect(owner.path.last == owner.from, "seed \(seed)")
      #expect(owner.path.count - 1 == nearest?.distance, "seed \(seed)")
      for (part, whole) in zip(owner.path, owner.path.dropFirst()) {
        let isPart = oracle.sketch.links.contains {
          $0.kind == .partOf && $0.source == part.position && $0.target == whole.position
        }
        #expect(isPart, "seed \(seed)")
      }
      let meansSome = oracle.sketch.nodes[owner.party.position].options[.quantifier] == "some"
      #expect(owner.certainty == (meansSome ? .possible : .certain), "seed \(seed)")
      let link = oracle.sketch.links.first {
        $0.kind == role && $0.source == owner.party.position && $0.target == owner.from.position
      }
      #expect(owner.relation.isOpen == link?.isOpen, "seed \(seed)")
    }
  }
}
