import ChainModel
import Diagnostics
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

@Suite struct SnapshotTests {
  private func open(_ bytes: [UInt8]) throws -> Loaded {
    let folder = try TemporaryFile(bytes)
    return Dataset.open(snapshot: folder.path)
  }

  private func expectSame(_ dataset: Dataset) throws {
    let bytes = SnapshotSamples.bytes(of: dataset)
    let loaded = try open(bytes)
    let opened = try #require(loaded.dataset, "\(loaded.diagnostics)")
    #expect(SnapshotSamples.everything(of: opened) == SnapshotSamples.everything(of: dataset))
    #expect(SnapshotSamples.bytes(of: opened) == bytes)
  }

  @Test func `a data set that is written and opened tells the same, and is written the same`()
    throws
  {
    try expectSame(try SnapshotSamples.small())
    try expectSame(try SnapshotSamples.tiny())
  }

  @Test func `what documents state alone is written and opened`() throws {
    try expectSame(try SnapshotSamples.small().statedByDocuments())
  }

  @Test func `the data set of Huludao is written and opened`() throws {
    try expectSame(try #require(Dataset.load(folder: Repository.huludao).dataset))
  }

  @Test func `a data set of two tables is written and opened`() throws {
    let folder = try DatasetFolder.tables(nodes: Tables.nodes, edges: Tables.edges)
    let loaded = Dataset.load(folder: folder.path)
    try expectSame(try #require(loaded.dataset, "\(loaded.diagnostics)"))
  }

  @Test func `sections of relations have the codes they had when positions gave them`() {
    let codes = Semantics.allCases.prefix(9).map {
      SnapshotLayout.Section.relation($0, .targets).code
    }
    #expect(codes == (0..<9).map { 0x1001 + $0 << 8 })
  }

  @Test func `an empty graph is written and opened`() throws {
    let small = try SnapshotSamples.small()
    let empty = Dataset(
      title: small.title,
      jurisdiction: "",
      language: .en,
      date: small.date,
      documents: [],
      graph: try ChainGraphBuilder(ontology: .builtIn).finish()
    )
    try expectSame(empty)
  }

  @Test func `companions travel along`() throws {
    let companions = [
      Companion(path: "theme.yaml", bytes: Array("sizes: {}\n".utf8)),
      Companion(path: "packs/甲.yaml", bytes: [0, 255, 10]),
    ]
    let bytes = SnapshotSamples.bytes(of: try SnapshotSamples.small(), companions: companions)
    #expect(try open(bytes).companions == companions)
  }

  @Test func `a node of a snapshot is declared in its file`() throws {
    let file = try TemporaryFile(SnapshotSamples.bytes(of: try SnapshotSamples.small()))
    let loaded = Dataset.open(snapshot: file.path)
    #expect(loaded.place(of: NodeIndex(0)) == Diagnostic.Location(path: file.path, range: nil))
  }

  // MARK: What is no snapshot, or no longer

  private func code(_ bytes: [UInt8]) throws -> String? {
    let loaded = try open(bytes)
    #expect((loaded.dataset == nil) == !loaded.diagnostics.isEmpty)
    return loaded.diagnostics.first?.code
  }

  @Test func `every byte counts: a file with one changed is refused`() throws {
    let bytes = SnapshotSamples.bytes(of: try SnapshotSamples.tiny())
    let file = try TemporaryFile(bytes)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= UInt8(truncatingIfNeeded: 1 << (place % 8))
      try file.write(changed)
      let loaded = Dataset.open(snapshot: file.path)
      #expect(loaded.dataset == nil, "byte \(place)")
      #expect(loaded.diagnostics.count == 1, "byte \(place)")
    }
  }

  @Test func `a file that is cut short is refused at every length`() throws {
    let bytes = SnapshotSamples.bytes(of: try SnapshotSamples.tiny())
    let file = try TemporaryFile(bytes)
    for length in bytes.indices {
      try file.write(Array(bytes[..<length]))
      let code = Dataset.open(snapshot: file.path).diagnostics.first?.code
      #expect(code == (length == 0 ? "foreign-snapshot" : "truncated-snapshot"), "\(length)")
    }
  }

  @Test func `a file that goes on is refused`() throws {
    let bytes = SnapshotSamples.bytes(of: try SnapshotSamples.small())
    #expect(try code(bytes + [0]) == "damaged-snapshot")
  }

  @Test func `something else is told from a snapshot`() throws {
    #expect(try code(Array("title: 葫芦岛\n".utf8)) == "foreign-snapshot")
    #expect(try code([]) == "foreign-snapshot")
    #expect(Dataset.open(snapshot: "/nowhere").diagnostics.map(\.code) == ["unreadable-file"])
    #expect(Dataset.open(snapshot: "/dev/null").diagnostics.map(\.code) == ["unreadable-file"])
    #expect(Dataset.open(snapshot: "/").diagnostics.map(\.code) == ["unreadable-file"])
  }

  @Test func `a version of tomorrow is named`() throws {
    var bytes = SnapshotSamples.bytes(of: try SnapshotSamples.small())
    bytes[8] = 5
    let loaded = try open(bytes)
    #expect(loaded.diagnostics.map(\.code) == ["snapshot-version"])
    #expect(loaded.diagnostics.first?.message.en.contains("version 5") == true)
  }
}
