import ChainExchange
import ChainFiles
import ChainModel
import Foundation
import TestSupport
import Testing

@testable import ChainTestSupport

/// What `liantu export` wrote comes back without a mapping.
struct OwnExportTests {
  @Test(
    arguments: [
      (ExchangeFormat.jsongraph, ForeignGraph.Form.jsongraph), (.graphml, .graphml),
    ]
  )
  func `the Huludao data come back as they went`(
    format: ExchangeFormat,
    form: ForeignGraph.Form
  ) throws {
    let dataset = try #require(Dataset.load(folder: Repository.huludao).dataset)
    var bytes: [UInt8] = []
    try dataset.write(as: format, options: ExchangeOptions(language: .zh)) { bytes += $0 }
    let foreign = ForeignGraph([ForeignGraph.File(path: "x", bytes: bytes)], form: form)
    #expect(foreign.isOwnExport)
    let imported = foreign.imported(by: nil)
    #expect(imported.diagnostics.isEmpty)
    let read = try #require(imported.dataset)
    let difference = DatasetDifference(from: dataset, to: read)
    #expect(difference.manifest.isEmpty)
    #expect(!difference.changesVocabulary)
    #expect(difference.addedNodes.isEmpty && difference.removedNodes.isEmpty)
    #expect(difference.changedNodes.isEmpty)
    #expect(difference.addedRelations.isEmpty && difference.removedRelations.isEmpty)
    #expect(difference.changedRelations.isEmpty)
    #expect(imported.summary.nodes.reduce(0) { $0 + $1.count } == dataset.graph.nodes.count)
  }
}
