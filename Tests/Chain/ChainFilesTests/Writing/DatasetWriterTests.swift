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

  @Test func `sorts of relations and testimony of a data set's own come back`() throws {
    let loaded = try DatasetFolder.dataset([
      "ontology.yaml": """
      relations:
        leases:
          label: {zh: 租赁, en: leases to}
          inverse: {zh: 租自, en: leases from}
          semantics: flow
          from: [segment]
          to: [segment]
          field: leases
          inverseField: leasedFrom
          variantOf: supplies
          variant: {zh: 租赁, en: lease}
        praises:
          label: {zh: 称有, en: praises}
          inverse: {zh: 称有者, en: is praised by}
          semantics: testimony
          says: running
          from: [enterprise]
          to: [segment]
          field: praises
          inverseField: praisedBy

      """,
      "x.yaml": """
      segment:
        - {name: 甲, source: 二, supplies: [{to: 乙, kind: 租赁}, {to: 丙, kind: 装备}]}
        - {name: 乙, source: 二, praisedBy: 厂}
        - {name: 丙, source: 二}
      enterprise:
        - {name: 厂, source: 二}

      """,
    ]).load()
    let original = try #require(loaded.dataset, "\(loaded.diagnostics)")
    let read = try DatasetSameness.read(original.yamlFiles())
    DatasetSameness.expectSame(original, read, "sorts")
    let sorts = read.graph.ontology.variants(of: RelationKind("supplies")).map(\.kind.name)
    #expect(sorts == ["supplies", "equips", "serves", "powers", "returns", "leases"])
    #expect(read.graph.ontology[RelationKind("praises")]?.testimony == .running)
    let segment = try #require(read.graph.node(id: "segment:甲"))
    let flows = read.graph.relations(of: segment, at: .source, .flow).map(\.kind.name)
    #expect(Set(flows) == ["leases", "equips"])
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
