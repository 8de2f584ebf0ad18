import ChainFiles
import ChainModel
import Diagnostics
import GraphKernel
import TestSupport
import Testing

@testable import ChainTestSupport

/// Chains that a city uses without those that they lean on, and uses that say what cannot be.
struct LoneChainTests {
  static let shipped = [
    "agri-food", "ceramics", "energy-storage", "hydrogen", "ic-equipment", "industrial-internet",
    "lithium-battery", "machinery", "marine-food", "nonferrous", "nuclear-power", "nuclear-tech",
    "petrochem", "shipbuilding", "solar-power", "swimwear", "tourism", "wind-power",
  ]

  /// Segments that a chain imports bring flows from others which nobody uses.
  @Test(arguments: shipped)
  func `each chain of the library is used alone`(_ id: String) throws {
    let folder = try DatasetFolder.dataset([
      "city.yaml": ChainSamples.cluster
        + "uses:\n  - {chain: \(id), edition: \"2026.1\", for: 盐业集群}\n"
    ])
    // No library stands beside the data: the repository's is found.
    let loaded = folder.load()
    #expect(loaded.diagnostics.map(\.code) == ["unlocked-chain"], "\(loaded.diagnostics)")
    #expect(loaded.dataset != nil)
  }

  private func faults(_ city: String) throws -> [Diagnostic] {
    try ChainSamples.folder(city).load().diagnostics.filter { $0.code != "unlocked-chain" }
  }

  @Test func `a chain of a chain that lends a segment need not be there`() throws {
    let base = ChainSamples.salt.replacing(
      "status: draft}",
      with: "status: draft, imports: [海水]}"
    ).replacing("name: 精盐,", with: "name: 精盐, suppliedBy: 海水,")
    let sea = """
      chain:
        - {id: sea, name: 海洋, edition: "2026.1", status: draft}
      defaults:
        chain: {basis: industry-knowledge}
        segment: {partOf: 海洋, basis: industry-knowledge, role: resource}
      segment:
        - {id: water, name: 海水, stage: 上游}

      """
    let graph = try ChainSamples.graph(
      "uses:\n  - {chain: soda, edition: \"2026.1\", for: 盐业集群}\n",
      ["chains/salt.yaml": base, "chains/sea.yaml": sea]
    )
    #expect(graph.texts(.segment).sorted() == ["salt/fine 精盐", "soda/ash 纯碱"])
    #expect(graph.flowTexts == ["精盐 supplies 纯碱"])
  }

  @Test func `an edition that is none is one fault, and says which there is`() throws {
    let told = try faults(
      "uses:\n  - {chain: salt, edition: \"2025.9\", for: 盐业集群}\n"
        + "enterprise:\n  - {name: 甲厂, source: 一, operatesIn: 精盐}\n"
    )
    #expect(told.map(\.code) == ["unknown-edition"])
    #expect(told.first?.help?.zh == "写 edition: \"2026.1\"")
  }

  @Test func `a use for no cluster is told`() throws {
    let told = try faults("uses:\n  - {chain: salt, edition: \"2026.1\"}\n")
    #expect(told.map(\.code) == ["use-without-cluster"])
    #expect(told.first?.severity == .warning)
  }

  @Test(arguments: [false, true])
  func `what one use leaves out and another brings in is told`(_ isReversed: Bool) throws {
    let uses = [
      ChainSamples.use.replacing("uses:\n", with: ""),
      "  - {chain: salt, edition: \"2026.1\", for: 盐业集群, except: 蒸发装备, because: 无}\n",
    ]
    let told = try faults("uses:\n" + (isReversed ? uses.reversed() : uses).joined())
    #expect(told.map(\.code) == ["undone-exception"])
    #expect(told.first?.message.zh.hasSuffix("蒸发装备") == true)
  }

  @Test func `a label that another segment bears is told where it is written`() throws {
    let city = MarkedText(
      ChainSamples.cluster + """
        uses:
          - {chain: salt, edition: "2026.1", for: 盐业集群, rename: {盐化工: ⟦精制盐⟧}}

        """
    )
    let folder = try DatasetFolder.dataset(
      ChainSamples.library.merging(["city.yaml": city.text]) { $1 }
    )
    let told = folder.load().diagnostics.filter { $0.code != "unlocked-chain" }
    #expect(told.map(\.code) == ["taken-label"])
    #expect(told.first?.location?.range == city.ranges.first)
  }

  @Test func `what is left out and spoken of all the same is told where it is`() throws {
    let told = try faults(
      "uses:\n  - {chain: salt, edition: \"2026.1\", for: 盐业集群, except: 精盐, because: 无}\n"
        + "enterprise:\n  - {name: 甲厂, source: 一, operatesIn: 精制盐}\n"
    )
    #expect(told.map(\.code) == ["excepted-segment"])
  }
}
