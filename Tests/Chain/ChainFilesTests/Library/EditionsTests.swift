import ChainModel
import Diagnostics
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

/// A city whose chain has another edition.
struct EditionsTests {
  private func graph(_ city: String) throws -> ChainGraph {
    let loaded = try EditionSamples.folder(city).load()
    let told = loaded.diagnostics.filter { $0.code != "unlocked-chain" }
    #expect(told.isEmpty, "\(told.map(\.message.en))")
    return try #require(loaded.dataset?.graph)
  }

  private let kept = "    after: \"2026.1\"\n"

  @Test func `no statement is lost, and none moves by itself`() throws {
    let old = try graph(EditionSamples.city(edition: "2026.1"))
    let new = try graph(EditionSamples.city(edition: "2026.2", more: kept))
    #expect(old.statements().count > 15)
    #expect(
      new.statements() == old.statements(leading: EditionSamples.leads),
      "\(new.statements().symmetricDifference(old.statements(leading: EditionSamples.leads)))"
    )
    // What is split and what is retired is what it was, in the cluster and with its flows.
    let chemistry = try #require(new.node(id: "salt/chemistry"))
    #expect(new.name(of: chemistry) == "盐化工" && new.aliases(of: chemistry).contains("盐化"))
    #expect(new.wholeTexts(of: "salt/chemistry") == ["盐业集群"])
    #expect(new.attribute(.chain, of: chemistry)?.description(in: .zh) == "盐业 salt 2026.1")
    #expect(
      new.flowTexts.filter { $0.contains("盐化工") || $0.contains("浴盐") } == [
        "原盐 supplies 盐化工", "浓卤水 supplies 浴盐", "浴盐 supplies 食盐市场", "盐化工 supplies 浴盐",
        "精盐 supplies 盐化工",
      ]
    )
    // Names of both editions lead to what is here.
    let brine = try #require(new.node(id: "salt/brine"))
    #expect(new.name(of: brine) == "浓卤水" && new.bearers(of: "卤水") == [brine])
    let fine = try #require(new.node(id: "salt/fine"))
    #expect(new.bearers(of: "洗盐") == [fine] && new.bearers(of: "salt/washed") == [fine])
    #expect(new.wholeTexts(of: "soda/lithium") == ["盐业集群"])
  }

  @Test func `pending are what is split, narrowed, widened and retired`() throws {
    let new = try graph(EditionSamples.city(edition: "2026.2", more: kept))
    #expect(
      new.pending == [
        "salt/chemistry": "2026.2 拆分：氯碱、溴素", "salt/bath": "2026.2 停用：是用途，不是环节",
        "salt/pan": "2026.2 收窄：不再含离心机", "salt/raw": "2026.2 扩大：也含湖盐",
      ]
    )
    let old = try graph(EditionSamples.city(edition: "2026.1"))
    #expect(old.pending.isEmpty)
  }

  @Test func `what was looked at is pending no longer`() throws {
    let settled = kept + "    settled: [原盐, 蒸发装备]\n"
    let new = try graph(EditionSamples.city(edition: "2026.2", more: settled))
    #expect(Set(new.pending.keys) == ["salt/chemistry", "salt/bath"])
  }

  @Test func `of what a city says nothing, nothing is pending`() throws {
    let use = "uses:\n  - {chain: salt, edition: \"2026.2\", after: \"2026.1\", for: 盐业集群}\n"
    let new = try graph(ChainSamples.cluster + use)
    #expect(new.pending.isEmpty && new.node(id: "salt/bath") == nil)
    #expect(new.texts(.segment).count == 8)
  }

  @Test func `without after, what is gone is told where the city names it`() throws {
    let city = EditionSamples.city(edition: "2026.2")
    let folder = try EditionSamples.folder(city)
    let faults = folder.load().diagnostics.filter { $0.severity == .error }
    #expect(Set(faults.map(\.code)) == ["gone-segment"])
    #expect(faults.allSatisfy { $0.location?.path == folder.path + "/city.yaml" })
    let marks = Set(MarkedText(city).ranges)
    #expect(Set(faults.compactMap(\.location?.range)) == marks)
    let help = faults.compactMap(\.help?.zh).joined()
    #expect(help.contains("after: \"2026.1\"") && help.contains("氯碱、溴素"))
  }

  @Test func `a segment of the city's own stands for what is gone`() throws {
    let city =
      ChainSamples.cluster + """
        uses:
          - {chain: salt, edition: "2026.2", for: 盐业集群}
        segment:
          - {name: 盐化工, id: chemistry, source: 五, partOf: 盐业集群}
        enterprise:
          - {name: 甲厂, source: 三, operatesIn: 盐化工}

        """
    let new = try graph(city)
    #expect(new.node(id: "salt/chemistry") == nil && new.pending.isEmpty)
    let own = try #require(new.node(id: "chemistry"))
    #expect(new.relations(of: own, at: .target, .presence).count == 1)
  }

  @Test func `after must be an edition that changes lead from`() throws {
    let use = MarkedText(
      ChainSamples.cluster
        + "uses:\n  - {chain: salt, edition: \"2026.2\", after: ⟦\"2025.1\"⟧, for: 盐业集群}\n"
    )
    let folder = try EditionSamples.folder(use.text)
    let faults = folder.load().diagnostics.filter { $0.severity == .error }
    #expect(faults.map(\.code) == ["unknown-edition"])
    #expect(faults.first?.location?.range == use.ranges.first)
    #expect(faults.first?.help?.en.contains("2026.1") == true)
  }

  @Test func `what two segments were said to do is said once when they are one`() throws {
    let city = MarkedText(
      ChainSamples.cluster + """
        uses:
          - {chain: salt, edition: "2026.2", for: 盐业集群}
        segment:
          - {name: 精盐, source: 一/1, supplies: {to: 食盐市场, source: 一/2}}
          - {name: ⟦洗涤盐⟧, source: 一/3, supplies: [{to: ⟦食盐市场⟧, source: 一/4}, {to: 碘盐, source: 一/5}]}
        enterprise:
          - {name: 甲厂, source: 三, operatesIn: [精盐, ⟦洗涤盐⟧]}

        """
    )
    let loaded = try EditionSamples.folder(city.text).load()
    let told = loaded.diagnostics.filter { $0.code != "unlocked-chain" }
    #expect(
      told.map(\.code) == ["repeated-segment", "repeated-statement", "repeated-statement"],
      "\(told.map(\.message.en))"
    )
    #expect(told.map(\.location?.range) == city.ranges)
    let graph = try #require(loaded.dataset?.graph)
    let fine = try #require(graph.node(id: "salt/fine"))
    #expect(graph.origin(of: fine).place == "一/1")
    #expect(graph.texts(.segment).count == 8)
    #expect(graph.flowTexts.contains("精盐 supplies 碘盐"))
    #expect(graph.relations(of: fine, at: .target, .presence).count == 1)
  }

  @Test func `changes lead over several editions`() throws {
    let third = EditionSamples.new.replacing("2026.2", with: "2026.3")
      .replacing("浓卤水", with: "老卤")
      .replacing("  - {id: bromine, name: 溴素, stage: 下游}\n", with: "")
      .replacing("[食盐市场, 氯碱, 溴素]", with: "[食盐市场, 氯碱]")
    let more = """
      - chain: salt
        from: "2026.2"
        to: "2026.3"
        rename: {浓卤水: 老卤}
        retire: {溴素: 并不另计}
        narrow: {精盐: 不含低钠盐}

      """
    let folder = try EditionSamples.folder(
      ChainSamples.cluster + """
        uses:
          - {chain: salt, edition: "2026.3", after: "2026.1", for: 盐业集群}
        enterprise:
          - {name: 甲厂, source: 三, operatesIn: [卤水, 洗盐, 盐化工]}

        """
    )
    try folder.write(third, to: "chains/salt.yaml")
    try folder.write(EditionSamples.new, to: "chains/history/salt@2026.2.yaml")
    try folder.write(
      EditionSamples.changes + more.split(separator: "\n").map { "  \($0)\n" }.joined(),
      to: "chains/changes.yaml"
    )
    try folder.write(EditionSamples.soda.replacing("浓卤水", with: "老卤"), to: "chains/soda.yaml")
    #expect(ChainEditionsCheck(library: folder.path + "/chains").diagnostics.map(\.code) == [])
    let loaded = folder.load()
    #expect(loaded.diagnostics.map(\.code) == ["unlocked-chain"], "\(loaded.diagnostics)")
    let graph = try #require(loaded.dataset?.graph)
    #expect(graph.bearers(of: "卤水").map { graph.name(of: $0) } == ["老卤"])
    #expect(
      graph.pending == ["salt/chemistry": "2026.2 拆分：氯碱、溴素", "salt/fine": "2026.3 收窄：不含低钠盐"]
    )
  }

  @Test func `what was split and split again is told by what is there now`() throws {
    let third = EditionSamples.new.replacing("2026.2", with: "2026.3")
      .replacing(
        "  - {id: alkali, name: 氯碱, stage: 下游}\n",
        with: "  - {id: soda, name: 烧碱, stage: 下游}\n  - {id: chlorine, name: 液氯, stage: 下游}\n"
      )
      .replacing("氯碱", with: "烧碱")
    let more = """
      - chain: salt
        from: "2026.2"
        to: "2026.3"
        split: {氯碱: [烧碱, 液氯]}

      """
    let city = EditionSamples.city(edition: "2026.3")
    let folder = try EditionSamples.folder(city)
    try folder.write(third, to: "chains/salt.yaml")
    try folder.write(EditionSamples.new, to: "chains/history/salt@2026.2.yaml")
    try folder.write(
      EditionSamples.changes + more.split(separator: "\n").map { "  \($0)\n" }.joined(),
      to: "chains/changes.yaml"
    )
    let told = folder.load().diagnostics.filter { $0.code == "gone-segment" }
    #expect(told.contains { $0.help?.zh.hasSuffix("看过之后改写为烧碱、液氯、溴素") == true }, "\(told)")
    #expect(!told.contains { $0.help?.zh.contains("氯碱") == true })
  }

  @Test func `an older edition of a chain imports by names that another has no longer`() throws {
    let now = EditionSamples.soda.replacing("2026.1", with: "2026.2")
    let folder = try EditionSamples.folder(
      ChainSamples.cluster + """
        uses:
          - {chain: salt, edition: "2026.2", for: 盐业集群}
          - {chain: soda, edition: "2026.1", for: 盐业集群}

        """
    )
    try folder.write(now, to: "chains/soda.yaml")
    try folder.write(
      EditionSamples.soda.replacing("浓卤水", with: "卤水"),
      to: "chains/history/soda@2026.1.yaml"
    )
    let loaded = folder.load()
    #expect(
      loaded.diagnostics.allSatisfy { $0.code == "unlocked-chain" },
      "\(loaded.diagnostics.map(\.message.en))"
    )
    let graph = try #require(loaded.dataset?.graph)
    #expect(graph.flowTexts.contains("浓卤水 supplies 盐湖提锂"))
  }

  @Test(arguments: [false, true])
  func `a segment is of the edition that is pinned, whoever imports it first`(
    isImportedFirst: Bool
  ) throws {
    let uses = [
      "  - {chain: salt, edition: \"2026.1\", for: 盐业集群}\n",
      "  - {chain: soda, edition: \"2026.1\", for: 盐业集群}\n",
    ]
    let order = isImportedFirst ? uses.reversed() : uses
    let firm = "enterprise:\n  - {name: 甲厂, source: 三, operatesIn: [卤水, 洗涤盐]}\n"
    let folder = try EditionSamples.folder(
      ChainSamples.cluster + "uses:\n" + order.joined() + firm
    )
    // What is new there needs the younger name of what is imported.
    try folder.write(
      EditionSamples.soda.replacing("{id: lithium, name: 盐湖提锂,", with: "{id: bromide, name: 溴盐,"),
      to: "chains/soda.yaml"
    )
    let loaded = folder.load()
    #expect(
      loaded.diagnostics.allSatisfy { $0.code == "unlocked-chain" },
      "\(loaded.diagnostics.map(\.message.en))"
    )
    let graph = try #require(loaded.dataset?.graph)
    let brine = try #require(graph.node(id: "salt/brine"))
    #expect(graph.name(of: brine) == "卤水" && graph.aliases(of: brine) == ["浓卤水"])
    #expect(graph.attribute(.chain, of: brine)?.description(in: .zh) == "盐业 salt 2026.1")
    #expect(graph.flowTexts.contains("卤水 supplies 溴盐"))
    #expect(graph.wholeTexts(of: "salt/brine") == ["盐业集群"])
    #expect(graph.bearers(of: "洗涤盐").map { graph.id(of: $0) } == ["salt/washed"])
  }
}
