import ChainFiles
import ChainModel
import Diagnostics
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainTestSupport

/// Chains of a library in a city's data set.
struct UsedChainsTests {
  @Test func `a city uses a chain in three lines`() throws {
    let graph = try ChainSamples.graph(ChainSamples.use)
    #expect(
      graph.texts(.segment) == [
        "salt/brine 卤水", "salt/fine 精盐", "salt/pan 蒸发装备", "salt/market 食盐市场",
        "salt/chemistry 盐化工",
      ]
    )
    #expect(
      graph.flowTexts == [
        "卤水 supplies 精盐", "精盐 supplies 盐化工", "精盐 supplies 食盐市场", "蒸发装备 equips 精盐",
      ]
    )
    #expect(graph.wholeTexts(of: "salt/fine") == ["盐业集群"])
    let fine = try #require(graph.node(id: "salt/fine"))
    #expect(graph.attribute(.chain, of: fine)?.description(in: .zh) == "盐业 salt 2026.1")
    #expect(
      graph.option(.role, of: fine) == "product" && graph.option(.stage, of: fine) == "midstream"
    )
    // A chain is of no city: none of it is a node here.
    #expect(graph.nodes(of: .chain).isEmpty)
  }

  @Test func `what a flow cites is general knowledge that can be looked up`() throws {
    let graph = try ChainSamples.graph(ChainSamples.use)
    let brine = try #require(graph.node(id: "salt/brine"))
    let origin = try #require(graph.relations(of: brine, at: .source, .flow).first).origin
    #expect(origin.basis == .industryKnowledge && origin.place == "1030；book/3")
    #expect(origin.document.map { graph.id(of: $0) } == "gb4754")
    // What nothing cites is not here.
    #expect(graph.texts(.reference) == ["gb4754 行业分类", "book 盐业手册"])
    #expect(graph.statedByDocuments().nodes(of: .segment).isEmpty)
  }

  @Test func `imported segments are of no cluster`() throws {
    let use = "uses:\n  - {chain: soda, edition: \"2026.1\", for: 盐业集群}\n"
    let graph = try ChainSamples.graph(use)
    #expect(graph.texts(.segment) == ["soda/ash 纯碱", "salt/fine 精盐"])
    #expect(graph.wholeTexts(of: "salt/fine") == [] && graph.wholeTexts(of: "soda/ash") == ["盐业集群"])
    #expect(graph.flowTexts == ["精盐 supplies 纯碱"])
  }

  @Test func `two clusters share the segments of a chain`() throws {
    let graph = try ChainSamples.graph(
      """
        - {name: 碱业集群, source: 二}
      uses:
        - {chain: salt, edition: "2026.1", for: [盐业集群, 碱业集群]}
        - {chain: soda, edition: "2026.1", for: 碱业集群}

      """,
      warnings: ["unlocked-chain", "unlocked-chain"]
    )
    #expect(graph.wholeTexts(of: "salt/fine") == ["盐业集群", "碱业集群"])
    #expect(graph.flowTexts.contains("精盐 supplies 纯碱"))
  }

  @Test func `a city's word that the library knows is no other name`() throws {
    let graph = try ChainSamples.graph(
      """
      uses:
        - {chain: salt, edition: "2026.1", for: 盐业集群, rename: {精盐: 精制盐}}

      """
    )
    let fine = try #require(graph.node(id: "salt/fine"))
    #expect(graph.name(of: fine) == "精制盐" && graph.aliases(of: fine) == ["精盐"])
  }

  @Test func `a city says itself of what a segment is a part, or leaves it to the use`() throws {
    let other = "  - {name: 碱业集群, source: 二}\n"
    let entry = "segment:\n  - {name: 精盐, source: 一/1, partOf: 碱业集群}\n"
    let own = try ChainSamples.graph(other + ChainSamples.use + entry)
    #expect(own.wholeTexts(of: "salt/fine") == ["碱业集群"])
    #expect(own.wholeTexts(of: "salt/chemistry") == ["盐业集群"])
    let left = try ChainSamples.graph(
      other + ChainSamples.use + "segment:\n  - {name: 精盐, source: 一/1}\n"
    )
    #expect(left.wholeTexts(of: "salt/fine") == ["盐业集群"])
  }

  @Test func `renamed, left out, split, added, cited`() throws {
    let graph = try ChainSamples.graph(
      """
      uses:
        - chain: salt
          edition: "2026.1"
          for: 盐业集群
          rename: {精盐: 临江精盐}
          except: [蒸发装备]
          because: 本市不谈装备
          split: {盐化工: [氯碱, 溴素]}
          add:
            - {name: 井矿盐文化园, role: 服务, source: 二/1}
            - {name: 低钠盐, partOf: 临江精盐, suppliedBy: 卤水}
          cites: {卤水: 一/2}

      """
    )
    let fine = try #require(graph.node(id: "salt/fine"))
    #expect(graph.name(of: fine) == "临江精盐" && Set(graph.aliases(of: fine)) == ["精制盐", "精盐"])
    #expect(
      graph.flowTexts == [
        "临江精盐 supplies 盐化工", "临江精盐 supplies 食盐市场", "卤水 supplies 临江精盐", "卤水 supplies 低钠盐",
      ]
    )
    #expect(graph.wholeTexts(of: "segment:氯碱") == ["盐化工", "盐业集群"])
    #expect(graph.wholeTexts(of: "segment:低钠盐") == ["临江精盐", "盐业集群"])
    let brine = try #require(graph.node(id: "salt/brine"))
    #expect(graph.origin(of: brine).basis == .document && graph.origin(of: brine).place == "一/2")
    let park = try #require(graph.node(id: "segment:井矿盐文化园"))
    #expect(graph.origin(of: park).place == "二/1")
  }

  @Test func `what a city says of a segment stands before what the library says`() throws {
    let graph = try ChainSamples.graph(
      ChainSamples.use + """
        segment:
          - name: 精制盐
            source: 三
            stage: 下游
            statedWanted: 意见
            partOf: 盐业集群
            supplies: [{to: 盐化工, source: 三/1}, {to: 食盐市场, kind: 服务}]

        """
    )
    let fine = try #require(graph.node(id: "salt/fine"))
    #expect(graph.name(of: fine) == "精制盐" && graph.aliases(of: fine) == ["精盐"])
    #expect(
      graph.option(.stage, of: fine) == "downstream" && graph.option(.role, of: fine) == "product"
    )
    #expect(graph.origin(of: fine).place == "三")
    let flows = graph.relations(of: fine, at: .source, .flow)
    #expect(
      flows.map { "\($0.kind.name) \(graph.name(of: $0.target)) \($0.origin.place)" }.sorted()
        == ["serves 食盐市场 三", "supplies 盐化工 三/1", "supplies 食盐市场 "]
    )
    #expect(graph.wholeTexts(of: "salt/fine") == ["盐业集群"])
    #expect(graph.relations(of: fine, at: .target, .testimony).count == 1)
  }

  // MARK: Faults

  @Test(
    arguments: [
      ("  - {chain: ⟦sal⟧, edition: \"2026.1\"}", "unknown-chain"),
      ("  - {chain: salt, edition: ⟦\"2025.1\"⟧}", "unknown-edition"),
      ("  - {chain: salt, edition: \"2026.1\", rename: {⟦精炼盐⟧: 盐}}", "unknown-chain-segment"),
      ("  - {chain: salt, edition: \"2026.1\", except: ⟦[⟧精盐]}", "except-without-reason"),
      ("  - {chain: salt, edition: \"2026.1\", ⟦with⟧: x}", "unknown-field"),
      ("  - {chain: salt, edition: \"2026.1\", for: ⟦盐业⟧}", "unknown-reference"),
      ("  - ⟦{⟧edition: \"2026.1\"}", "missing-field"),
    ]
  )
  func `faults point at the city's own line`(use: String, code: String) throws {
    let marked = MarkedText(ChainSamples.cluster + "uses:\n" + use + "\n")
    let folder = try DatasetFolder.dataset(
      ChainSamples.library.merging(["city.yaml": marked.text]) { $1 }
    )
    let loaded = folder.load()
    let faults = loaded.diagnostics.filter { $0.severity == .error }
    #expect(loaded.dataset == nil && faults.map(\.code) == [code], "\(faults.map(\.message.en))")
    #expect(faults.first?.location?.path == folder.path + "/city.yaml")
    #expect(faults.first?.location?.range == marked.ranges.first)
  }

  @Test func `a chain without an edition is told, and taken as it is`() throws {
    let use = "uses:\n  - {chain: salt, for: 盐业集群}\n"
    _ = try ChainSamples.graph(use, warnings: ["unlocked-chain", "unpinned-chain"])
  }

  @Test func `a reference that is not there is a fault of the library's file`() throws {
    let salt = ChainSamples.salt.replacing("book/3", with: "bok/3")
    let folder = try ChainSamples.folder(ChainSamples.use, ["chains/salt.yaml": salt])
    let faults = folder.load().diagnostics.filter { $0.severity == .error }
    #expect(faults.map(\.code) == ["unknown-reference"])
    #expect(faults.first?.location?.path == folder.path + "/chains/salt.yaml")
  }

  // MARK: Editions and the lock

  @Test func `an older edition is read from the history`() throws {
    let next = ChainSamples.salt.replacing("edition: \"2026.1\"", with: "edition: \"2026.2\"")
      .replacing("name: 卤水", with: "name: 浓卤水").replacing("to: 卤水", with: "to: 浓卤水")
    let files = ["chains/salt.yaml": next, "chains/history/salt@2026.1.yaml": ChainSamples.salt]
    let old = try ChainSamples.graph(ChainSamples.use, files)
    #expect(old.node(id: "salt/brine").map { old.name(of: $0) } == "卤水")
    let new = try ChainSamples.graph(ChainSamples.use.replacing("2026.1", with: "2026.2"), files)
    #expect(new.node(id: "salt/brine").map { new.name(of: $0) } == "浓卤水")
  }

  @Test func `two editions of one chain are not mixed`() throws {
    let next = ChainSamples.salt.replacing("2026.1", with: "2026.2")
    let uses = ChainSamples.use + "  - {chain: salt, edition: \"2026.2\", for: 盐业集群}\n"
    let folder = try ChainSamples.folder(
      uses,
      ["chains/salt.yaml": next, "chains/history/salt@2026.1.yaml": ChainSamples.salt]
    )
    let faults = folder.load().diagnostics.filter { $0.severity == .error }
    #expect(faults.map(\.code) == ["two-editions"])
    #expect(faults.first?.location?.path == folder.path + "/city.yaml")
  }

  @Test func `the lock catches a chain that changed, and nothing else`() throws {
    let folder = try ChainSamples.folder(ChainSamples.use)
    let chain = try #require(LockedChains(folder.path))
    try folder.write(chain.lock.bytes, to: ChainLock.name)
    #expect(folder.load().diagnostics.isEmpty)
    // Comments and layout are no change.
    try folder.write(
      "# 注\n" + ChainSamples.salt.replacing(", kind: 物料", with: ",  kind: 物料"),
      to: "chains/salt.yaml"
    )
    #expect(folder.load().diagnostics.isEmpty)
    try folder.write(
      ChainSamples.salt.replacing("stage: 中游", with: "stage: 下游"),
      to: "chains/salt.yaml"
    )
    #expect(folder.load().diagnostics.map(\.code) == ["changed-chain"])
    try folder.write("chains: none\n", to: ChainLock.name)
    #expect(folder.load().diagnostics.map(\.code).contains("bad-chain-lock"))
  }

  @Test func `the lock holds the chains that lend segments too`() throws {
    let folder = try ChainSamples.folder(
      "uses:\n  - {chain: soda, edition: \"2026.1\", for: 盐业集群}\n"
    )
    let chain = try #require(LockedChains(folder.path))
    #expect(chain.chains.map(\.id) == ["soda"] && Set(chain.lock.lines.keys) == ["salt", "soda"])
    try folder.write(chain.lock.bytes, to: ChainLock.name)
    #expect(folder.load().diagnostics.isEmpty)
    try folder.write(
      ChainSamples.salt.replacing("stage: 中游", with: "stage: 下游"),
      to: "chains/salt.yaml"
    )
    let told = folder.load().diagnostics
    #expect(told.map(\.code) == ["changed-lender"] && told.first?.severity == .warning)
    #expect(told.first?.location?.path == folder.path + "/" + ChainLock.name)
  }

  @Test func `a snapshot holds what the chains gave`() throws {
    let folder = try ChainSamples.folder(ChainSamples.use)
    let dataset = try #require(folder.load().dataset)
    let bytes = SnapshotSamples.bytes(of: dataset)
    let file = folder.path + "/x.liantu"
    try Data(bytes).write(to: URL(filePath: file))
    let read = try #require(Dataset.open(snapshot: file).dataset)
    #expect(read.graph.flowTexts == dataset.graph.flowTexts)
    let brine = try #require(read.graph.node(id: "salt/brine"))
    let origin = try #require(read.graph.relations(of: brine, at: .source, .flow).first).origin
    #expect(origin.basis == .industryKnowledge && origin.place == "1030；book/3")
  }
}
