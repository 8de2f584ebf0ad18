import Bilingual
import ChainModel
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

struct DatasetWriterTests {
  @Test func `the city's data set comes back from a folder written anew`() throws {
    let original = try #require(Dataset.load(folder: DatasetSameness.huludao).dataset)
    let files = try original.yamlFiles()
    DatasetSameness.expectSame(original, try DatasetSameness.read(files), "huludao")
    #expect(files.map(\.name).prefix(3) == ["dataset.yaml", "document.yaml", "region.yaml"])
    #expect(files.last?.name == "queries.yaml")
  }

  @Test func `what is written anew is written the same once more`() throws {
    let original = try #require(Dataset.load(folder: DatasetSameness.huludao).dataset)
    let files = try original.yamlFiles()
    #expect(try DatasetSameness.read(files).yamlFiles() == files)
  }

  @Test func `data sets made at random come back`() throws {
    var written = 0
    for seed in 0..<400 as Range<UInt64> {
      let original = try GeneratedDataset.make(seed: seed)
      let files: [DatasetFile]
      do {
        files = try original.yamlFiles()
      } catch WritingFault.unnameable {
        continue
      }
      DatasetSameness.expectSame(original, try DatasetSameness.read(files), "seed \(seed)")
      written += 1
    }
    // The rest has nodes that no text means alone.
    #expect(written > 300)
  }
}
