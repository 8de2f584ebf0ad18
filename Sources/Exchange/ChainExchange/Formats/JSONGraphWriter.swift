import Bilingual
import ChainModel
import GraphKernel

/// Writes JSON Graph Format, version 2 (jsongraphformat.info): nodes by identity, edges with the
/// relation's name and its label; everything else is metadata.
struct JSONGraphWriter {
  private let content: ExchangeContent

  init(_ content: ExchangeContent) { self.content = content }

  func write(to output: inout ExchangeOutput) throws {
    output.write("{\"graph\": {\"directed\": true, \"type\": \"liantu\", \"label\": ")
    output.write(json: content.title)
    output.write(", \"metadata\": ")
    writeMetadata(to: &output)
    output.write(", \"nodes\": {\n")
    let graph = content.graph
    for node in graph.nodes {
      if node.position > 0 { output.write(",\n") }
      output.write(json: graph.id(of: node))
      output.write(": {\"label\": ")
      output.write(json: graph.name(of: node))
      output.write(", \"metadata\": {")
      var isFirst = true
      content.forEachValue(of: node) { field, value in
        // The label has said it.
        if field.name == "name" { return }
        Self.write(field, value, &isFirst, to: &output)
      }
      output.write("}}")
      try output.next()
    }
    output.write("\n}, \"edges\": [\n")
    for position in 0..<content.relationCount {
      if position > 0 { output.write(",\n") }
      try write(content.relation(position), to: &output)
    }
    output.write("\n]}}\n")
  }

  private func write(_ relation: Relation, to output: inout ExchangeOutput) throws {
    output.write("{\"source\": ")
    output.write(json: content.graph.id(of: relation.source))
    output.write(", \"target\": ")
    output.write(json: content.graph.id(of: relation.target))
    output.write(", \"relation\": ")
    output.write(json: relation.kind.name)
    output.write(", \"directed\": true, \"label\": ")
    output.write(json: content.phrase(of: relation.kind))
    output.write(", \"metadata\": {")
    var isFirst = true
    content.forEachValue(of: relation) { field, value in
      if field.name == "relation" || field.name == "relation_label" { return }
      Self.write(field, value, &isFirst, to: &output)
    }
    output.write("}}")
    try output.next()
  }

  private static func write(
    _ field: ExchangeField,
    _ value: ExchangeValue,
    _ isFirst: inout Bool,
    to output: inout ExchangeOutput
  ) {
    if !isFirst { output.write(", ") }
    isFirst = false
    output.write(json: field.name)
    output.write(": ")
    output.write(json: value)
  }

  private func writeMetadata(to output: inout ExchangeOutput) {
    let dataset = content.dataset
    output.write("{\"title\": ")
    output.write(json: dataset.title)
    for (name, text) in [
      ("jurisdiction", dataset.jurisdiction), ("language", dataset.language.rawValue),
      ("date", dataset.date.description),
    ] {
      output.write(", ")
      output.write(json: name)
      output.write(": ")
      output.write(json: text)
    }
    output.write(", \"documents\": ")
    output.write(json: .list(dataset.documents.map { .text(content.graph.id(of: $0)) }))
    for (name, labels) in [
      ("kinds", content.graph.ontology.kinds.map { ($0.kind.name, $0.label) }),
      ("relations", content.graph.ontology.relations.map { ($0.kind.name, $0.label) }),
    ] {
      output.write(", ")
      output.write(json: name)
      output.write(": {")
      for (position, (key, label)) in labels.enumerated() {
        if position > 0 { output.write(", ") }
        output.write(json: key)
        output.write(": ")
        output.write(json: label)
      }
      output.write("}")
    }
    output.write("}")
  }
}
