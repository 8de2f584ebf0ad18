import Bilingual
import ChainModel
import GraphKernel

/// Writes GraphML (graphml.graphdrawing.org): nodes by identity, a typed key for each field.
///
/// The name stands under `label`, where viewers look for it. Lists are texts that hold an array of
/// JSON, since GraphML has no lists.
struct GraphMLWriter: ExchangeWriter {
  static let format = ExchangeFormat.graphml
  static let definition = FormatDefinition(
    summary: BilingualText(
      zh: "GraphML（networkx、Gephi、yEd、igraph）",
      en: "GraphML (networkx, Gephi, yEd, igraph)"
    ),
    examples: [
      BilingualText(zh: "-o 图谱.graphml", en: "-o graph.graphml"),
      BilingualText(
        zh: "--relation 供给 --kind 产业链环节 -o 供给.graphml",
        en: "--relation supplies --kind segment -o supplies.graphml"
      ),
    ],
    endings: ["graphml"]
  )

  private let content: ExchangeContent

  init(_ content: ExchangeContent) { self.content = content }

  func write(to output: inout ExchangeOutput) throws {
    output.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
      <desc>
      """
    )
    output.write(xml: content.title)
    output.write("</desc>\n")
    for (domain, fields) in [
      ("node", content.schema.nodeFields), ("edge", content.schema.relationFields),
    ] {
      for field in fields { write(field, of: domain, to: &output) }
    }
    let facts = self.facts
    for (name, _) in facts {
      output.write("<key id=\"g_\(name)\" for=\"graph\" attr.name=\"\(name)\" ")
      output.write("attr.type=\"string\"/>\n")
    }
    output.write("<graph id=\"liantu\" edgedefault=\"directed\">\n")
    for (name, text) in facts {
      output.write("<data key=\"g_\(name)\">")
      output.write(xml: text)
      output.write("</data>\n")
    }
    for node in content.graph.nodes {
      output.write("<node id=\"")
      try output.write(xmlIdentity: content.graph.id(of: node))
      output.write("\">")
      content.forEachValue(of: node) { write($0, $1, of: "node", to: &output) }
      output.write("</node>\n")
      try output.next()
    }
    for position in 0..<content.relationCount {
      let relation = content.relation(position)
      output.write("<edge id=\"e\(position)\" source=\"")
      output.write(xml: content.graph.id(of: relation.source))
      output.write("\" target=\"")
      output.write(xml: content.graph.id(of: relation.target))
      output.write("\">")
      content.forEachValue(of: relation) { write($0, $1, of: "edge", to: &output) }
      output.write("</edge>\n")
      try output.next()
    }
    output.write("</graph>\n</graphml>\n")
  }

  /// What is said of the data set as a whole.
  private var facts: [(name: String, text: String)] {
    let dataset = content.dataset
    let documents = dataset.documents.map { ExchangeValue.text(content.graph.id(of: $0)) }
    return [
      ("title_zh", dataset.title.zh), ("title_en", dataset.title.en),
      ("jurisdiction", dataset.jurisdiction), ("language", dataset.language.rawValue),
      ("date", dataset.date.description), ("documents", ExchangeValue.list(documents).json),
    ]
  }

  private func key(_ field: ExchangeField, of domain: String) -> String {
    (domain == "node" ? "n_" : "e_") + field.name
  }

  private func write(_ field: ExchangeField, of domain: String, to output: inout ExchangeOutput) {
    let type =
      switch field.type {
      case _ where field.isList: "string"
      case .text: "string"
      case .integer: "long"
      case .decimal: "double"
      case .flag: "boolean"
      }
    let name = field.name == "name" ? "label" : field.name
    output.write(
      "<key id=\"\(key(field, of: domain))\" for=\"\(domain)\" attr.name=\"\(name)\" attr.type=\"\(type)\">"
    )
    output.write("<desc>")
    output.write(xml: field.label[content.language])
    output.write("</desc></key>\n")
  }

  private func write(
    _ field: ExchangeField,
    _ value: ExchangeValue,
    of domain: String,
    to output: inout ExchangeOutput
  ) {
    output.write("<data key=\"\(key(field, of: domain))\">")
    output.write(xml: value)
    output.write("</data>")
  }
}
