import ChainExchange
import ChainFiles
import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainTestSupport

/// Files made elsewhere and a mapping, as texts in which marks stand around what carets must mark.
struct ImportSample {
  /// What a mapping says of the whole, for tests of the rest.
  static let head = """
    dataset:
      title: 试验
      jurisdiction: 葫芦岛市
      language: zh
      date: 2024-05-01
    basis: industry-knowledge

    """

  let form: ForeignGraph.Form
  let files: [(name: String, text: MarkedText)]
  let mapping: MarkedText

  /// - Parameter mapping: what follows ``head``.
  init(
    _ form: ForeignGraph.Form,
    _ files: KeyValuePairs<String, String>,
    mapping: String,
    head: String = Self.head
  ) {
    self.form = form
    self.files = files.map { ($0, MarkedText($1)) }
    self.mapping = MarkedText(head + mapping)
  }

  var foreign: ForeignGraph {
    ForeignGraph(
      files.map { ForeignGraph.File(path: $0.name, bytes: Array($0.text.text.utf8)) },
      form: form
    )
  }

  func imported() -> ImportedGraph {
    let bytes = Array(mapping.text.utf8)
    return foreign.imported(by: ForeignGraph.File(path: "mapping.yaml", bytes: bytes))
  }

  /// The facts of a sound import, one a line, in the order of the data.
  func facts(sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
    let imported = imported()
    let errors = imported.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.message.en))", sourceLocation: sourceLocation)
    return try #require(imported.dataset, sourceLocation: sourceLocation).graph.facts
  }

  /// Expects exactly the marked faults: those of the files in their order, then of the mapping.
  func expect(_ faults: ExpectedFault..., sourceLocation: SourceLocation = #_sourceLocation) {
    let imported = imported()
    let places = (files + [("mapping.yaml", mapping)]).sorted { $0.0 < $1.0 }.flatMap {
      name,
      text in
      text.ranges.map { Diagnostic.Location(path: name, range: $0) }
    }
    #expect(imported.dataset == nil, sourceLocation: sourceLocation)
    expectFaults(
      faults,
      at: places,
      among: imported.diagnostics.filter { $0.severity == .error },
      sourceLocation: sourceLocation
    )
  }

  /// The warnings, as code and English message.
  var warnings: [String] {
    imported().diagnostics.filter { $0.severity == .warning }
      .map { "\($0.code): \($0.message.en)" }
  }
}

extension ChainGraph {
  /// All nodes and relations, each as a line.
  var facts: [String] {
    nodes.map { node in
      let names = ([name(of: node)] + aliases(of: node)).joined(separator: "|")
      let values = attributes(of: node).map {
        "\($0.definition.name.name)=\($0.value.description(in: .zh))"
      }
      let all = ["\(kind(of: node).name) \(names)"] + values + [text(origin(of: node))]
      return all.joined(separator: " ")
    }
      + relationCounts().flatMap { kind, _ in
        nodes.flatMap { node in
          relations(of: node, at: .source, kind).map { relation in
            "\(id(of: node)) -\(kind.name)-> \(id(of: relation.target)) \(text(relation.origin))"
              + (relation.isOpen ? " open" : "")
          }
        }
      }
  }

  private func text(_ origin: Origin) -> String {
    origin.document.map { "[\(name(of: $0)) \(origin.place)]" } ?? "[knowledge]"
  }
}
