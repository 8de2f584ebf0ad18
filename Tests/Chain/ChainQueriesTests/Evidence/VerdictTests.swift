import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

/// The verdict of one segment by each sort of evidence.
struct VerdictTests {
  private func assessment(_ tell: (inout ChainSketch) -> Void) throws -> Assessment {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "环节")
      tell(&$0)
    }.sketched()
    let assessment = sketch.graph.assessment(of: sketch["环节"])
    #expect(sketch.graph.verdict(of: sketch["环节"]) == assessment.verdict)
    return assessment
  }

  private func verdict(_ tell: (inout ChainSketch) -> Void) throws -> Verdict {
    try assessment(tell).verdict
  }

  // MARK: Enterprises

  @Test func `two independent enterprises are many, one is single`() throws {
    let two = try verdict {
      $0.enterprise("甲", worksIn: "环节")
      $0.enterprise("乙", worksIn: "环节")
    }
    #expect(two == .many)
    let one = try verdict {
      $0.enterprise("甲", worksIn: "环节")
      $0.project("项目", fills: "环节", status: "building")
    }
    #expect(one == .single)
  }

  @Test func `enterprises of one holder count once, also when the holder is one of them`() throws {
    let sisters = try verdict {
      $0.enterprise("甲", worksIn: "环节")
      $0.enterprise("乙", worksIn: "环节")
      $0.holder("集团", of: "甲", "乙")
    }
    #expect(sisters == .single)
    let holder = try verdict {
      $0.enterprise("甲", worksIn: "环节")
      $0.enterprise("集团", worksIn: "环节")
      $0.holder("控股", of: "甲")
      $0.holder("集团", of: "控股")
    }
    #expect(holder == .single)
    let other = try verdict {
      $0.enterprise("甲", worksIn: "环节")
      $0.enterprise("乙", worksIn: "环节")
      $0.enterprise("丙", worksIn: "环节")
      $0.holder("集团", of: "甲", "乙")
    }
    #expect(other == .many)
  }

  @Test func `holders in a ring are one house`() throws {
    let found = try verdict {
      for name in ["甲", "乙", "丙"] { $0.enterprise(name, worksIn: "环节") }
      $0.holder("乙", of: "甲")
      $0.holder("丙", of: "乙")
      $0.holder("甲", of: "丙")
    }
    #expect(found == .single)
  }

  @Test func `one enterprise beside others that a list leaves open names nobody for sure`() throws {
    let open = try assessment { $0.enterprise("甲", worksIn: "环节", isOpen: true) }
    #expect(open.verdict == .unnamed && open.named.count == 1 && open.isNamed)
    let two = try verdict {
      $0.enterprise("甲", worksIn: "环节", isOpen: true)
      $0.enterprise("乙", worksIn: "环节")
    }
    #expect(two == .many)
  }

  @Test func `an enterprise from elsewhere is no evidence`() throws {
    let found = try verdict {
      $0.enterprise("外来", worksIn: "环节", external: true)
      $0.enterprise("本地", worksIn: "环节")
    }
    #expect(found == .single)
    #expect(try verdict { $0.enterprise("外来", worksIn: "环节", external: true) } == .unknown)
  }

  // MARK: Projects

  @Test(arguments: ["building", "completing"])
  func `a project under way makes it building, beside planned ones too`(_ status: String) throws {
    let found = try verdict {
      $0.project("在手", fills: "环节", status: status)
      $0.project("谋划", fills: "环节", status: "planned")
    }
    #expect(found == .building)
  }

  @Test(arguments: ["planned", "preparing", nil])
  func `projects that are planned or prepared, or of no status, make it wanted`(
    _ status: String?
  ) throws {
    #expect(try verdict { $0.project("项目", fills: "环节", status: status) } == .wanted)
  }

  @Test func `a completed project makes it present, by the name of its local builder`() throws {
    let bare = try assessment { $0.project("项目", fills: "环节", status: "operating") }
    #expect(bare.verdict == .unnamed && bare.named.isEmpty && !bare.isNamed)
    let built = try verdict {
      $0.project("项目", fills: "环节", status: "operating")
      $0.builds("甲", "项目")
    }
    #expect(built == .single)
    let foreign = try verdict {
      $0.project("项目", fills: "环节", status: "operating")
      $0.enterprise("外来", external: true)
      $0.builds("外来", "项目")
    }
    #expect(foreign == .unnamed)
    // Who only builds does not operate yet.
    let underWay = try assessment {
      $0.project("项目", fills: "环节", status: "building")
      $0.builds("甲", "项目")
    }
    #expect(underWay.verdict == .building && underWay.named.isEmpty)
  }

  // MARK: Signs and statements

  @Test func `a brand, or a site that exists, shows that it is here, and names nobody`() throws {
    for (kind, status) in [
      (NodeKind.brand, nil), (.platform, nil), (.platform, "existing"), (.park, "existing"),
      (.cluster, nil), (.document, nil),
    ] {
      let found = try assessment { $0.sign(kind, "佐证", of: "环节", status: status) }
      #expect(found.verdict == .unnamed && found.named.isEmpty, "\(kind.name)")
    }
    for status in ["planned", "building"] {
      #expect(try verdict { $0.sign(.platform, "平台", of: "环节", status: status) } == .unknown)
    }
  }

  @Test(
    arguments: [
      (RelationKind.statesRunning, Verdict.unnamed), (.statesShort, .short),
      (.statesLacking, .lacking), (.statesWanted, .wanted),
    ]
  )
  func `a statement gives what it says`(_ kind: RelationKind, _ expected: Verdict) throws {
    #expect(try verdict { $0.stated(kind, "环节") } == expected)
  }

  @Test func `the first that holds is the verdict`() throws {
    // Each step adds what weighs more; the last would hide all before.
    let steps: [(Verdict, (inout ChainSketch) -> Void)] = [
      (.unknown, { _ in }),
      (.presumed, { $0.enterprise("常识", worksIn: "环节", isGeneral: true) }),
      (.wanted, { $0.stated(.statesWanted, "环节") }),
      (.lacking, { $0.stated(.statesLacking, "环节") }),
      (.missing, { $0.survey("摸排", of: "环节") }),
      (.building, { $0.project("在手", fills: "环节", status: "building") }),
      (.unnamed, { $0.sign(.brand, "品牌", of: "环节") }),
      (.single, { $0.enterprise("甲", worksIn: "环节") }),
      (.many, { $0.enterprise("乙", worksIn: "环节") }),
      (.short, { $0.stated(.statesShort, "环节") }),
      (.uncounted, { $0.role("resource", of: "环节") }),
    ]
    for (count, step) in steps.enumerated() {
      let found = try assessment { sketch in for step in steps[...count] { step.1(&sketch) } }
      #expect(found.verdict == step.0)
      // Nothing that was known is lost.
      #expect(found.evidence.count == min(count, 9))
      let order = found.evidence.map { Evidence.Nature.allCases.firstIndex(of: $0.nature) ?? 0 }
      #expect(order == order.sorted())
    }
    #expect(Set(steps.map(\.0)) == Set(Verdict.allCases))
  }

  @Test(arguments: ["resource", "market", "public"])
  func `what no chain lacks is not counted, whatever is said of it`(_ role: String) throws {
    let found = try assessment {
      $0.role(role, of: "环节")
      $0.stated(.statesLacking, "环节")
      $0.survey("摸排", of: "环节")
    }
    #expect(found.verdict == .uncounted && found.evidence.count == 2)
  }

  @Test(arguments: ["product", "service"])
  func `products and services are counted`(_ role: String) throws {
    #expect(try verdict { $0.role(role, of: "环节") } == .unknown)
  }

  // MARK: General knowledge

  @Test func `general knowledge presumes, and neither finds nor denies`() throws {
    let operates = try assessment { $0.enterprise("甲", worksIn: "环节", isGeneral: true) }
    #expect(operates.verdict == .presumed && operates.named.isEmpty)
    let fills = try verdict { sketch in
      let project = sketch.node(.project, "项目")
      sketch.set(.status, "operating", of: project)
      sketch.link(.fills, project, sketch.node(.segment, "环节"), isGeneral: true)
    }
    #expect(fills == .presumed)
    let beside = try verdict {
      $0.enterprise("甲", worksIn: "环节")
      $0.enterprise("乙", worksIn: "环节", isGeneral: true)
    }
    #expect(beside == .single)
  }

  @Test(arguments: [RelationKind.statesLacking, .statesWanted, .statesShort, .surveys])
  func `general knowledge of an absence says nothing`(_ kind: RelationKind) throws {
    let found = try verdict { sketch in
      let giver = sketch.node(kind == .surveys ? .survey : .document, "来源")
      sketch.link(kind, giver, sketch.node(.segment, "环节"), isGeneral: true)
    }
    #expect(found == .unknown)
  }

  @Test func `general knowledge of a holder joins nobody`() throws {
    let found = try verdict { sketch in
      sketch.enterprise("甲", worksIn: "环节")
      sketch.enterprise("乙", worksIn: "环节")
      let (a, b) = (sketch.node(.enterprise, "甲"), sketch.node(.enterprise, "乙"))
      sketch.link(.controlledBy, a, b, isGeneral: true)
    }
    #expect(found == .many)
  }

  // MARK: Parts

  @Test func `what is here in a part is here in part, and what a part lacks its whole may have`()
    throws
  {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "整船")
      $0.part(.segment, "客船", of: "整船")
      $0.part(.segment, "游艇", of: "客船", "整船")
      $0.enterprise("渤船", worksIn: "客船", "游艇")
      $0.enterprise("游艇厂", worksIn: "游艇")
      $0.cluster("链", of: "设备")
      $0.part(.segment, "主机", of: "设备")
      $0.part(.segment, "舵机", of: "设备")
      $0.lacking("主机")
      $0.stated(.statesShort, "舵机")
      $0.cluster("链", of: "配套")
      $0.part(.segment, "锚链", of: "配套")
      $0.lacking("配套")
      $0.project("锚链项目", fills: "锚链", status: "building")
    }.sketched()
    func found(_ name: String) -> Assessment { sketch.graph.assessment(of: sketch[name]) }
    #expect(found("整船").verdict == .many && found("整船").isPartial)
    #expect(found("客船").verdict == .many && !found("客船").isPartial)
    #expect(found("游艇").verdict == .many && !found("游艇").isPartial)
    #expect(sketch.names(sketch.graph.actors(on: sketch["整船"]).enterprises) == ["渤船", "游艇厂"])
    #expect(found("主机").verdict == .lacking && found("舵机").verdict == .short)
    // A part that is short is here; its whole is not short for that.
    #expect(found("设备").verdict == .unnamed && found("设备").isPartial)
    #expect(found("配套").verdict == .building && found("配套").isPartial)
    #expect(found("锚链").verdict == .building && !found("锚链").isPartial)
  }

  @Test func `what is a part by general knowledge lends no more than a presumption`() throws {
    var sketch = ChainSketch {
      $0.cluster("链", of: "整船", "设备")
      $0.enterprise("渤船", worksIn: "客船")
      $0.part(.segment, "游艇", of: "客船")
      $0.enterprise("游艇厂", worksIn: "游艇")
      $0.lacking("设备", "主机")
    }
    for (part, whole) in [("客船", "整船"), ("主机", "设备")] {
      let (part, whole) = (sketch.node(.segment, part), sketch.node(.segment, whole))
      sketch.link(.partOf, part, whole, isGeneral: true)
    }
    let sketched = try sketch.sketched()
    let found = sketched.graph.assessment(of: sketched["整船"])
    #expect(found.verdict == .presumed && found.named.isEmpty && !found.isPartial)
    #expect(found.evidence.map(\.nature) == [.general, .general])
    #expect(sketched.graph.verdict(of: sketched["客船"]) == .many)
    #expect(sketched.graph.assessment(of: sketched["设备"]).evidence.count == 1)
  }

  @Test func `what is said of a whole says nothing of its parts`() throws {
    let sketch = try ChainSketch {
      $0.cluster("链", of: "整船")
      $0.part(.segment, "客船", of: "整船")
      $0.enterprise("渤船", worksIn: "整船")
      $0.cluster("链", of: "设备")
      $0.part(.segment, "主机", of: "设备")
      $0.lacking("设备")
    }.sketched()
    #expect(sketch.graph.verdict(of: sketch["整船"]) == .single)
    #expect(sketch.graph.verdict(of: sketch["客船"]) == .unknown)
    #expect(sketch.graph.verdict(of: sketch["设备"]) == .lacking)
    #expect(sketch.graph.verdict(of: sketch["主机"]) == .unknown)
  }
}
