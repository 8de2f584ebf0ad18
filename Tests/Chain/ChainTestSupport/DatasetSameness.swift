import Bilingual
import ChainModel
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles

/// That two data sets say the same, found without the code that compares them.
enum DatasetSameness {
  static let huludao = Repository.ownChains

  static func read(_ files: [DatasetFile]) throws -> Dataset {
    let bytes = Dictionary(uniqueKeysWithValues: files.map { ($0.name, Array($0.text.utf8)) })
    let loaded = Dataset.load(folder: "memory", files: bytes)
    return try #require(loaded.dataset, "\(loaded.diagnostics.prefix(3))")
  }

  /// That two data sets say the same, found without the code that compares them.
  static func expectSame(_ a: Dataset, _ b: Dataset, _ comment: Comment) {
    let (x, y) = (a.graph, b.graph)
    #expect(a.title == b.title && a.jurisdiction == b.jurisdiction, comment)
    #expect(a.language == b.language && a.date == b.date, comment)
    #expect(a.documents.map { x.id(of: $0) } == b.documents.map { y.id(of: $0) }, comment)
    #expect(a.queries.map(\.name) == b.queries.map(\.name), comment)
    #expect(a.queries.map(\.expression) == b.queries.map(\.expression), comment)
    #expect(a.queries.map(\.description) == b.queries.map(\.description), comment)
    #expect(x.ontology == y.ontology, comment)
    for kind in x.ontology.kinds {
      #expect(
        x.nodes(of: kind.kind).map { x.id(of: $0) } == y.nodes(of: kind.kind).map { y.id(of: $0) },
        comment
      )
    }
    #expect(lines(x) == lines(y), comment)
  }

  /// That two data sets hold the same facts, in whatever order.
  static func expectSameFacts(_ a: Dataset, _ b: Dataset, _ comment: Comment) {
    #expect(a.title == b.title, comment)
    #expect(Set(a.queries.map(\.name)) == Set(b.queries.map(\.name)), comment)
    let (x, y) = (lines(a.graph), lines(b.graph))
    #expect(x == y, "\(comment): \(x.symmetricDifference(y).sorted().prefix(4))")
  }

  static func lines(_ graph: ChainGraph) -> Set<String> {
    func text(_ origin: Origin) -> String {
      (origin.document.map { graph.id(of: $0) + "|" + origin.place } ?? "-") + "|\(origin.period)"
    }
    var lines = Set(
      graph.nodes.map { node in
        "\(graph.id(of: node))|\(graph.name(of: node))|\(graph.aliases(of: node))"
          + "|\(graph.attributes(of: node).map { "\($0.value)" })|\(text(graph.origin(of: node)))"
      }
    )
    for node in graph.nodes {
      for semantics in Semantics.allCases {
        for relation in graph.relations(of: node, at: .source, semantics) {
          lines.insert(
            "\(graph.id(of: node))>\(relation.kind.name)>\(graph.id(of: relation.target))"
              + "|\(text(relation.origin))|\(relation.isOpen)"
          )
        }
      }
    }
    return lines
  }
}
