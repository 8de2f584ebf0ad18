import ChainModel
import GraphKernel
import TestSupport
import Testing

@Suite struct ChainGraphBuilderTests {
  private func faults(_ tell: (inout ChainGraphBuilder) -> Void) -> [GraphFaults.Fault] {
    var builder = ChainGraphBuilder.small()
    tell(&builder)
    do {
      _ = try builder.finish()
      return []
    } catch {
      return error.faults
    }
  }

  @Test func `nothing makes an empty graph`() throws {
    let graph = try ChainGraphBuilder.small().finish()
    #expect(graph.nodes.isEmpty)
    for semantics in Semantics.allCases {
      #expect(graph.digraph(semantics).arcCount == 0)
      #expect(graph.digraph(semantics).nodeCount == 0)
    }
  }

  @Test func `nodes count up from zero and have kind and name as their identity`() throws {
    var builder = ChainGraphBuilder.small()
    let first = builder.add(.enterprise, "锦西石化")
    let second = builder.add(.segment, "芳烃", id: "aromatics")
    #expect([first, second] == [NodeIndex(0), NodeIndex(1)])
    #expect(builder.id(of: first) == "enterprise:锦西石化")
    #expect(builder.name(of: second) == "芳烃")
    let graph = try builder.finish()
    #expect(Array(graph.nodes) == [first, second])
    #expect(graph.id(of: second) == "aromatics")
    #expect(graph.node(id: "enterprise:锦西石化") == first)
    #expect(graph.node(id: "aromatics") == second)
    #expect(graph.node(id: "segment:芳烃") == nil)
  }

  @Test func `two nodes with one identity are a fault, each after the first`() {
    let found = faults {
      $0.add(.enterprise, "英华")
      $0.add(.segment, "英华")
      $0.add(.enterprise, "英华")
      $0.add(.leader, "甲", id: "enterprise:英华")
    }
    #expect(
      found == [
        .duplicateIdentity(NodeIndex(2), first: NodeIndex(0)),
        .duplicateIdentity(NodeIndex(3), first: NodeIndex(0)),
      ]
    )
  }

  @Test(arguments: ["周 波", "周\u{3000}波", " 周波 "])
  func `a name written with a space is the same person`(_ spelling: String) {
    let found = faults {
      $0.add(.leader, "周波")
      $0.add(.leader, spelling)
    }
    #expect(found == [.duplicateIdentity(NodeIndex(1), first: NodeIndex(0))])
  }

  @Test func `two nodes of one kind share a name when one has an identity of its own`() {
    let found = faults {
      $0.add(.leader, "周波")
      $0.add(.leader, "周 波", id: "leader:周波(市)")
      $0.add(.leader, "周波", id: "leader:周波(省)")
      $0.add(.enterprise, "周 波")
    }
    #expect(found == [])
  }

  @Test func `an alias does not take the identity of the name`() {
    let found = faults {
      $0.add(.enterprise, "锦西石化", "锦石化")
      $0.add(.enterprise, "锦石化")
    }
    #expect(found == [])
  }

  @Test func `a node needs an origin, which may be told later`() {
    let found = faults {
      let reported = $0.addNode(.leader, name: "甲")
      _ = $0.addNode(.leader, name: "乙")
      $0.setOrigin(.industryKnowledge, of: reported)
    }
    #expect(found == [.missingOrigin(NodeIndex(1))])
  }

  @Test func `a relation that the ontology forbids at either end is a fault`() {
    var handles: [ChainGraphBuilder.RelationHandle] = []
    let found = faults {
      let enterprise = $0.add(.enterprise, "英华")
      let segment = $0.add(.segment, "泳装")
      let leader = $0.add(.leader, "甲")
      handles.append($0.relate(.operatesIn, enterprise, enterprise))
      $0.relate(.operatesIn, enterprise, segment)
      handles.append($0.relate(.operatesIn, segment, segment))
      handles.append($0.relate(.operatesIn, segment, enterprise))
      $0.relate(.accountable, leader, leader)
    }
    #expect(found == handles.map { .forbiddenRelation($0) })
  }

  @Test func `a relation that stands twice is a fault, one of another kind is not`() {
    var handles: [ChainGraphBuilder.RelationHandle] = []
    let found = faults {
      let (a, b) = ($0.add(.segment, "甲"), $0.add(.segment, "乙"))
      handles.append($0.relate(.supplies, a, b))
      $0.relate(.recycles, a, b)
      $0.relate(.supplies, b, a)
      handles.append($0.relate(.supplies, a, b))
      handles.append($0.relate(.supplies, a, b))
    }
    #expect(
      found == [
        .duplicateRelation(handles[1], first: handles[0]),
        .duplicateRelation(handles[2], first: handles[0]),
      ]
    )
  }

  @Test func `every fault is told at once`() {
    let found = faults {
      let a = $0.add(.segment, "甲")
      _ = $0.addNode(.segment, name: "甲")
      $0.relate(.operatesIn, a, a)
      $0.relate(.partOf, a, a)
    }
    #expect(found.count == 4)
    #expect(found.contains(.missingOrigin(NodeIndex(1))))
    #expect(found.contains(.containmentCycle([NodeIndex(0)])))
  }

  @Test func `a builder goes on unchanged after a copy of it was frozen`() throws {
    var builder = ChainGraphBuilder.small()
    builder.add(.segment, "甲")
    let copy = builder
    let before = try copy.finish()
    builder.add(.segment, "乙")
    let after = try builder.finish()
    #expect(before.nodes.count == 1)
    #expect(after.nodes.count == 2)
  }

  @Test func `random containment is a fault exactly when it goes round, one for each group`() throws
  {
    for seed in UInt64(0)..<1_500 {
      var generator = SplitMix64(seed: seed)
      let count = 1 + generator.number(below: 7)
      var pairs: [[Int]] = []
      for _ in 0..<generator.number(below: 10) {
        let pair = [generator.number(below: count), generator.number(below: count)]
        if !pairs.contains(pair) { pairs.append(pair) }
      }
      let found = faults { builder in
        let nodes = (0..<count).map { builder.add(.segment, "段\($0)") }
        for pair in pairs { builder.relate(.partOf, nodes[pair[0]], nodes[pair[1]]) }
      }
      let reached = (0..<count).map { reach($0, pairs) }
      let groups = Set(
        (0..<count).filter { reached[$0].contains($0) }.map { start in
          Set((0..<count).filter { reached[start].contains($0) && reached[$0].contains(start) })
        }
      )
      var reported: [Set<Int>] = []
      for fault in found {
        guard case .containmentCycle(let cycle) = fault else {
          Issue.record("seed \(seed): \(fault)")
          continue
        }
        let members = cycle.map(\.position)
        #expect(Set(members).count == members.count, "seed \(seed)")
        for (part, whole) in zip(members, members.dropFirst() + members.prefix(1)) {
          #expect(pairs.contains([part, whole]), "seed \(seed)")
        }
        if let group = groups.first(where: { $0.isSuperset(of: members) }) {
          reported.append(group)
        }
      }
      #expect(reported.count == groups.count, "seed \(seed)")
      #expect(Set(reported) == groups, "seed \(seed)")
    }
  }

  private func reach(_ start: Int, _ pairs: [[Int]]) -> Set<Int> {
    var found: Set<Int> = []
    while true {
      let next = pairs.filter {
        ($0[0] == start || found.contains($0[0])) && !found.contains($0[1])
      }
      if next.isEmpty { return found }
      found.formUnion(next.map { $0[1] })
    }
  }
}

@Suite struct BuilderLookupTests {
  @Test func `a reference is an identity, else a name, else an alias, among the kinds allowed`()
    throws
  {
    var builder = ChainGraphBuilder.small()
    let named = builder.add(.enterprise, "英华")
    let aliased = builder.add(.segment, "泳装", "英华")
    let other = builder.add(.leader, "英华")
    #expect(builder.nodes(named: "英华") == [named, other])
    #expect(builder.nodes(named: "英华", among: .only([.segment])) == [aliased])
    #expect(builder.nodes(named: "英 华", among: .only([.leader, .segment])) == [other])
    #expect(builder.nodes(named: "leader:英华") == [other])
    #expect(builder.nodes(named: "segment:英华") == [aliased])
    #expect(builder.nodes(named: "leader:英华", among: .only([.segment])) == [])
    #expect(builder.nodes(named: "无此人") == [])
  }

  @Test func `the names told are those of the kinds asked for, with their aliases`() {
    var builder = ChainGraphBuilder.small()
    builder.add(.enterprise, "锦西石化", "锦石化", "石化")
    builder.add(.segment, "芳烃")
    #expect(builder.names(of: .only([.enterprise])) == ["锦西石化", "锦石化", "石化"])
    #expect(builder.names(of: .any) == ["锦西石化", "锦石化", "石化", "芳烃"])
  }
}
