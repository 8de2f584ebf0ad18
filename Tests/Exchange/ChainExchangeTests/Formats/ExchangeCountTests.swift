import ChainExchange
import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
import TestSupport
import Testing

@testable import ChainTestSupport

/// What is exported is what is counted, in every format and under every filter.
struct ExchangeCountTests {
  private static let readers: [(name: String, read: @Sendable (Dataset) throws -> ReadGraph)] = [
    ("jsongraph", { try ReadGraph(json: $0.text(as: .jsongraph)) }),
    ("graphml", { try ReadGraph(xml: $0.text(as: .graphml)) }),
    ("gexf", { try ReadGraph(xml: $0.text(as: .gexf)) }),
    ("neo4j", { try ReadGraph(neo4j: $0.text(as: .cypher)) }),
    (
      "kuzu",
      {
        try ReadGraph(kuzu: $0.text(as: .cypher, ExchangeOptions(language: .zh, dialect: .kuzu)))
      }
    ),
    ("dot", { try ReadGraph(dot: $0.text(as: .dot)) }),
    ("turtle", { try ReadGraph(turtle: $0.text(as: .turtle)) }),
  ]

  @Test func `every format holds what stats counts under every filter, and no edge dangles`() throws
  {
    for seed in UInt64(0)..<60 {
      let whole = try RandomDataset.make(seed: seed)
      let part = whole.keeping(RandomDataset.filter(of: whole.graph, seed: seed))
      let wanted = ReadGraph(part.graph)
      let statistics = part.graph.statistics()
      for (name, read) in Self.readers {
        let found = try read(part)
        #expect(found == wanted, "\(name), seed \(seed)")
        #expect(!found.hasDanglingEdge, "\(name), seed \(seed)")
        #expect(found.nodes.count == statistics.nodes.reduce(0) { $0 + $1.count }, "\(name)")
        for (kind, count) in statistics.relations {
          #expect(found.edges.count { $0[0] == kind.name } == count, "\(name), seed \(seed)")
        }
      }
    }
  }

  @Test func `the tables of every part are a data set that is the same part`() throws {
    var written = 0
    for seed in UInt64(0)..<40 {
      let whole = try RandomDataset.make(seed: seed)
      let part = whole.keeping(RandomDataset.filter(of: whole.graph, seed: seed))
      // Tables part aliases by semicolons, and write one within an alias full-width.
      let aliases = part.graph.nodes.flatMap { part.graph.aliases(of: $0) }
      guard !aliases.contains(where: { $0.contains(";") }) else { continue }
      written += 1
      let folder = try DatasetFolder()
      for file in try part.tableFiles() {
        var bytes: [UInt8] = []
        try file.write { bytes += $0 }
        try folder.write(bytes, to: file.name)
      }
      let loaded = Dataset.load(folder: folder.path)
      // A part of nothing says only its headers.
      let again = try #require(loaded.dataset, "seed \(seed): \(loaded.diagnostics.prefix(2))")
      #expect(try again.text(as: .jsongraph) == part.text(as: .jsongraph), "seed \(seed)")
      let counts = part.graph.statistics().nodes.reduce(0) { $0 + $1.count }
      #expect(again.graph.nodes.count == counts)
    }
    #expect(written > 10)
  }

  @Test func `progress never goes back, and pieces add up to the file`() throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    for number in 0..<20_000 {
      _ = builder.addNode(.segment, name: "环节\(number)", origin: .industryKnowledge)
    }
    let dataset = Dataset(
      title: BilingualText(same: "大"),
      jurisdiction: "市",
      language: .zh,
      date: try #require(CalendarDate(parsing: "2024")),
      documents: [],
      graph: try builder.finish()
    )
    var (shares, pieces): ([Double], [Int]) = ([], [])
    try dataset.write(
      as: .graphml,
      options: ExchangeOptions(language: .zh),
      progress: { shares.append($0) },
      to: { pieces.append($0.count) }
    )
    #expect(pieces.count > 2 && pieces.allSatisfy { $0 < 3 << 20 })
    #expect(shares == shares.sorted() && shares.allSatisfy { (0...1).contains($0) })
    #expect(try dataset.text(as: .graphml).utf8.count == pieces.reduce(0, +))
  }
}
