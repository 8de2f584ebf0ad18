import GraphKernel
import Testing

@testable import ChainModel
import TestSupport

@Suite struct NameLookupTests {
  private struct World {
    let graph: ChainGraph
    let named: NodeIndex
    let aliased: NodeIndex
    let longer: NodeIndex
    let leader: NodeIndex
  }

  private func world() throws -> World {
    var builder = ChainGraphBuilder.small()
    let longer = builder.add(.enterprise, "英华泳装(兴城)")
    let aliased = builder.add(.segment, "泳装成衣", "英华")
    let named = builder.add(.enterprise, "英华")
    let leader = builder.add(.leader, "周波", "老周")
    return World(
      graph: try builder.finish(),
      named: named,
      aliased: aliased,
      longer: longer,
      leader: leader
    )
  }

  @Test func `a name goes before an alias, an alias before a fragment`() throws {
    let world = try world()
    #expect(world.graph.lookUp("英华") == .found(world.named))
    #expect(world.graph.lookUp("英华", among: [.segment, .leader]) == .found(world.aliased))
    #expect(world.graph.lookUp("兴城") == .found(world.longer))
    #expect(world.graph.lookUp("老") == .found(world.leader))
  }

  @Test func `an identity goes before a name`() throws {
    var builder = ChainGraphBuilder.small()
    let odd = builder.add(.segment, "甲", id: "乙")
    let named = builder.add(.segment, "乙")
    let graph = try builder.finish()
    #expect(graph.lookUp("乙") == .found(odd))
    #expect(graph.lookUp("segment:乙") == .found(named))
    #expect(graph.find("乙").map(\.match) == [.id, .name])
  }

  @Test(arguments: ["周波", "周 波", "周　波", "leader:周波", "leader:周 波", "leader:老周", "zb"])
  func `a person is found by any spelling`(_ text: String) throws {
    let world = try world()
    #expect(world.graph.lookUp(text) == .found(world.leader))
  }

  @Test(arguments: ["英华泳装（兴城）", "英华泳装(兴城)", "装（兴", "enterprise:兴城", "yhyzxc", "yzxc"])
  func `full-width and half-width brackets are the same`(_ text: String) throws {
    let world = try world()
    #expect(world.graph.lookUp(text) == .found(world.longer))
  }

  @Test func `a kind before the name narrows the look-up`() throws {
    let world = try world()
    #expect(world.graph.lookUp("enterprise:英华") == .found(world.named))
    #expect(world.graph.lookUp("segment:英华") == .found(world.aliased))
    #expect(world.graph.lookUp("leader:英华") == .missing(suggestions: []))
    #expect(world.graph.lookUp("enterprise:英华", among: [.segment]) == .missing(suggestions: []))
    #expect(world.graph.lookUp("不是类别:英华") == .missing(suggestions: []))
  }

  @Test func `several nodes are ambiguous, in name order`() throws {
    let world = try world()
    let found = world.graph.lookUp("泳装")
    #expect(found == .ambiguous([world.aliased, world.longer]))
    var builder = ChainGraphBuilder.small()
    let a = builder.add(.segment, "同名", id: "丙")
    let b = builder.add(.segment, "同名", id: "乙")
    let c = builder.add(.leader, "同名")
    let graph = try builder.finish()
    #expect(graph.lookUp("同名") == .ambiguous([c, a, b].sorted(by: graph.precedesInNameOrder)))
    #expect(graph.lookUp("leader:同名") == .found(c))
  }

  @Test func `a name that nobody bears brings the closest names`() throws {
    let world = try world()
    #expect(
      world.graph.lookUp("周坡") == .missing(suggestions: ["周波", "老周"])
        || world.graph.lookUp("周坡") == .missing(suggestions: ["周波"])
    )
    #expect(world.graph.lookUp("泳装成农") == .missing(suggestions: ["泳装成衣"]))
    #expect(world.graph.lookUp("") == .missing(suggestions: []))
    #expect(world.graph.lookUp("   ") == .missing(suggestions: []))
    #expect(world.graph.lookUp(String(repeating: "甲", count: 100_000)) == .missing(suggestions: []))
  }

  @Test func `a node is found once, by the surest match, and all are found`() throws {
    let world = try world()
    let found = world.graph.find("英华")
    #expect(found.map(\.node) == [world.named, world.aliased, world.longer])
    #expect(found.map(\.match) == [.name, .alias, .fragment])
    #expect(world.graph.find("enterprise:英华").map(\.match) == [.id, .fragment])
    #expect(world.graph.find("yh").map(\.match) == [.pinyin, .pinyin, .pinyin])
    #expect(world.graph.find("无").isEmpty)
  }

  @Test func `on random names the look-up is that of the tiers tried in turn`() throws {
    for seed in UInt64(0)..<1_000 {
      var generator = SplitMix64(seed: seed)
      func text(_ most: Int) -> String {
        String(
          (0...generator.number(below: most)).map { _ in
            "长行甲乙ab".randomElement(using: &generator) ?? "甲"
          }
        )
      }
      var builder = ChainGraphBuilder.small()
      for number in 0..<generator.number(below: 6) {
        let aliases = (0..<generator.number(below: 3)).map { _ in text(3) }
        _ = builder.addNode(
          generator.oneIn(3) ? .leader : .segment,
          name: text(3),
          id: "\(number)",
          aliases: aliases,
          origin: .industryKnowledge
        )
      }
      let graph = try builder.finish()
      let asked = text(2)
      let kinds: [NodeKind]? = generator.oneIn(3) ? [.segment] : nil
      let candidates = graph.nodes.filter { kinds?.contains(graph.kind(of: $0)) ?? true }
      let tiers = NameMatch.allCases.map { match in
        graph.inNameOrder(candidates.filter { matches(asked, $0, match, graph) })
      }
      let found = graph.lookUp(asked, among: kinds)
      if let decisive = tiers.first(where: { !$0.isEmpty }) {
        let expected: NameLookup =
          decisive.count == 1 ? .found(decisive[0]) : .ambiguous(decisive)
        #expect(found == expected, "seed \(seed): \(asked)")
      } else {
        guard case .missing = found else {
          Issue.record("seed \(seed): \(asked) found \(found)")
          continue
        }
      }
      var seen: Set<NodeIndex> = []
      let all = zip(NameMatch.allCases, tiers).flatMap { match, nodes in
        nodes.filter { seen.insert($0).inserted }.map { FoundNode(node: $0, match: match) }
      }
      #expect(graph.find(asked, among: kinds) == all, "seed \(seed): \(asked)")
    }
  }

  /// Whether `text` matches in the given way, or in a surer one that the tier before has told.
  private func matches(
    _ text: String,
    _ node: NodeIndex,
    _ match: NameMatch,
    _ graph: ChainGraph
  ) -> Bool {
    let names = [graph.name(of: node)] + graph.aliases(of: node)
    switch match {
    case .id: return graph.id(of: node) == text
    case .name: return names[0] == text
    case .alias: return names.dropFirst().contains(text)
    case .former: return graph.formerNames(of: node).contains { $0.name == text }
    case .fragment: return names.contains { Array($0).contains(part: Array(text)) }
    case .pinyin:
      let typed: [Character: String] = [
        "长": "cz", "行": "xh", "甲": "j", "乙": "y", "a": "a", "b": "b",
      ]
      guard text.allSatisfy(\.isASCII) else { return false }
      return names.contains { name in
        let letters = name.map { typed[$0] ?? "" }
        return letters.indices.contains { start in
          letters.count - start >= text.count
            && zip(letters[start...], text).allSatisfy { $0.contains($1) }
        }
      }
    }
  }
}

extension Array where Element: Equatable {
  fileprivate func contains(part: [Element]) -> Bool {
    indices.contains { self[$0...].starts(with: part) }
  }
}
