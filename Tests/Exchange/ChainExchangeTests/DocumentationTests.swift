import Bilingual
import ChainExchange
import ChainFiles
import ChainModel
import Diagnostics
import TestSupport
import Testing

@Suite("The examples of the exchange product")
struct DocumentationTests {
  private func exporting(_ dataset: Dataset) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let options = ExchangeOptions(language: .en)
    try dataset.write(as: .graphml, options: options, to: { bytes += $0 })
    return bytes
  }

  private func importing(_ bytes: [UInt8]) -> ImportedGraph {
    let file = ForeignGraph.File(path: "chain.graphml", bytes: bytes)
    let imported = ForeignGraph([file], form: .graphml).imported(by: nil)
    print(imported.dataset?.graph.nodes.count ?? 0, imported.diagnostics.count)
    let tolerance: ForeignGraph.Tolerance = [.parallelEdges, .unresolvedEnds]
    let counted = ForeignGraph([file], form: .graphml).imported(by: nil, tolerating: tolerance)
    print(counted.summary.merged)
    return imported
  }

  @Test func `examples stand in this file, where they are compiled`() throws {
    let sources = ["Formats/ExchangeFormat.swift", "Mapping/ForeignGraph.swift"]
      .map { "Sources/Exchange/ChainExchange/" + $0 }
    #expect(try DocumentedExamples.missing(of: sources, in: #filePath) == [])
  }

  @Test func `what the examples write they read`() throws {
    let dataset = try #require(Dataset.load(folder: Repository.ownChains).dataset)
    let imported = importing(try exporting(dataset))
    #expect(imported.dataset?.graph.nodes.count == dataset.graph.nodes.count)
  }
}
