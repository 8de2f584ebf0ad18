import ChainModel
import ChainQueries
import Diagnostics
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

struct BulkRoundTripTests {
  private static let huludao = Repository.ownChains

  /// The tables of a graph, and the manifest of the data set that it is of.
  private static func folder(_ graph: ChainGraph) throws -> DatasetFolder {
    let folder = try DatasetFolder()
    let writer = try BulkWriter(graph)
    var (nodes, edges): ([UInt8], [UInt8]) = ([], [])
    try writer.writeNodes { nodes += $0 }
    try writer.writeEdges { edges += $0 }
    try folder.write(nodes, to: "nodes.csv")
    try folder.write(edges, to: "edges.csv")
    let manifest = try Data(contentsOf: URL(filePath: huludao + "/dataset.yaml"))
    try folder.write(Array(manifest), to: "dataset.yaml")
    return folder
  }

  @Test func `a data set of YAML is the same graph when it comes back from tables`() throws {
    let yaml = try #require(Dataset.load(folder: Self.huludao).dataset)
    let folder = try Self.folder(yaml.graph)
    for chunkSize in [100, 4_096, 1 << 22] {
      let loaded = folder.load(chunkSize: chunkSize)
      let tables = try #require(loaded.dataset, "\(loaded.diagnostics.prefix(3))")
      #expect(tables.title == yaml.title)
      #expect(tables.documents == yaml.documents)
      expectSame(tables.graph, yaml.graph)
    }
  }

  @Test func `what is written is what was read`() throws {
    let yaml = try #require(Dataset.load(folder: Self.huludao).dataset)
    let first = try Self.folder(yaml.graph)
    let second = try Self.folder(try #require(first.load().dataset).graph)
    for file in ["nodes.csv", "edges.csv"] {
      #expect(
        FileManager.default.contentsEqual(
          atPath: first.path + "/" + file,
          andPath: second.path + "/" + file
        )
      )
    }
  }

  private func expectSame(_ a: ChainGraph, _ b: ChainGraph) {
    #expect(a.nodes.count == b.nodes.count)
    #expect(a.relationCounts().map(\.count) == b.relationCounts().map(\.count))
    for node in b.nodes {
      #expect(a.id(of: node) == b.id(of: node))
      #expect(a.kind(of: node) == b.kind(of: node))
      #expect(a.name(of: node) == b.name(of: node))
      #expect(a.aliases(of: node) == b.aliases(of: node))
      #expect(a.origin(of: node) == b.origin(of: node))
      #expect(a.attributes(of: node).map(\.value) == b.attributes(of: node).map(\.value))
      #expect(a.lookUp(b.name(of: node)) == b.lookUp(b.name(of: node)))
      for semantics in Semantics.allCases {
        #expect(
          a.relations(of: node, at: .source, semantics)
            == b.relations(of: node, at: .source, semantics)
        )
      }
    }
    for cluster in b.nodes(of: .cluster) {
      #expect(a.chain(of: cluster).gaps() == b.chain(of: cluster).gaps())
    }
    for party in b.nodes(of: .department) {
      #expect(a.duties(of: party) == b.duties(of: party))
    }
  }

  @Test func `texts with commas, quotes and line ends come back`() throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    let texts = ["逗,号", "引\"号\"", "\"\"", "a\r\nb", "\n", " 空 ", "’", "=1+1"]
    for (number, text) in texts.enumerated() {
      _ = builder.addNode(
        .task,
        name: "任务\(number)",
        id: "t,\"\(number)",
        attributes: [(.content, .text(text))],
        origin: .industryKnowledge
      )
    }
    let graph = try builder.finish()
    let folder = try Self.folder(graph)
    try FileManager.default.removeItem(atPath: folder.path + "/dataset.yaml")
    for chunkSize in [1, 5, 1 << 20] {
      let read = try #require(folder.load(chunkSize: chunkSize).dataset).graph
      #expect(read.nodes.map { read.id(of: $0) } == graph.nodes.map { graph.id(of: $0) })
      #expect(read.nodes.map { read.attribute(.content, of: $0) } == texts.map { .text($0) })
    }
  }

  @Test func `what two tables cannot hold is refused`() throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    _ = builder.addNode(
      .leader,
      name: "甲",
      attributes: [(.titles, .list([.text("a;b")]))],
      origin: .industryKnowledge
    )
    let writer = try BulkWriter(try builder.finish())
    #expect(throws: BulkWriter.Failure.semicolon(node: "leader:甲", text: "a;b")) {
      try writer.writeNodes { _ in }
    }
  }

  @Test func `an alias with a semicolon is one alias still, and finds its node`() throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    _ = builder.addNode(.task, name: "甲", aliases: ["a;b", "乙"], origin: .industryKnowledge)
    let folder = try Self.folder(try builder.finish())
    try FileManager.default.removeItem(atPath: folder.path + "/dataset.yaml")
    let read = try #require(folder.load().dataset).graph
    let node = try #require(read.bearers(of: "a;b").first)
    #expect(read.aliases(of: node) == ["a；b", "乙"])
  }
}
