import Bilingual
import ChainModel
import GraphKernel
import JSON

/// Writes JSON Graph Format, version 2 (jsongraphformat.info): nodes by identity, edges with the
/// relation's name and its label; everything else is metadata.
struct JSONGraphWriter: ExchangeWriter {
  static let format = ExchangeFormat.jsongraph
  static let definition = FormatDefinition(
    summary: BilingualText(
      zh: "JSON Graph Format 第 2 版",
      en: "JSON Graph Format, version 2"
    ),
    examples: [
      BilingualText(zh: "-o 图谱.json", en: "-o graph.json"),
      BilingualText(
        zh: "--kind 企业 --kind 产业链环节 -o 企业.json",
        en: "--kind enterprise --kind segment -o enterprises.json"
      ),
    ],
    endings: ["json"]
  )

  private let content: ExchangeContent

  init(_ content: ExchangeContent) { self.content = content }

  func write(to output: inout ExchangeOutput) throws {
    var json = JSONWriter()
    try json.object { json in
      json.key("graph")
      try json.object { json in
        json.key("directed")
        json.value(true)
        json.member("type", "liantu")
        json.member("label", content.title)
        json.key("metadata")
        writeMetadata(to: &json)
        json.key("nodes")
        try json.object(.rows) { json in
          for node in content.graph.nodes {
            write(node, to: &json)
            output.write(&json)
            try output.next()
          }
        }
        json.key("edges")
        try json.array(.rows) { json in
          for position in 0..<content.relationCount {
            write(content.relation(position), to: &json)
            output.write(&json)
            try output.next()
          }
        }
      }
    }
    output.write(&json)
    output.write("\n")
  }

  private func write(_ node: NodeIndex, to json: inout JSONWriter) {
    json.key(content.graph.id(of: node))
    json.object { json in
      json.member("label", content.graph.name(of: node))
      json.key("metadata")
      json.object { json in
        content.forEachValue(of: node) { field, value in
          // The label has said it.
          if field.name == "name" { return }
          json.key(field.name)
          json.value(value)
        }
      }
    }
  }

  private func write(_ relation: Relation, to json: inout JSONWriter) {
    json.object { json in
      json.member("source", content.graph.id(of: relation.source))
      json.member("target", content.graph.id(of: relation.target))
      json.member("relation", relation.kind.name)
      json.key("directed")
      json.value(true)
      json.member("label", content.phrase(of: relation.kind))
      json.key("metadata")
      json.object { json in
        content.forEachValue(of: relation) { field, value in
          if field.name == "relation" || field.name == "relation_label" { return }
          json.key(field.name)
          json.value(value)
        }
      }
    }
  }

  private func writeMetadata(to json: inout JSONWriter) {
    let dataset = content.dataset
    json.object { json in
      json.key("title")
      json.value(dataset.title)
      json.member("jurisdiction", dataset.jurisdiction)
      json.member("language", dataset.language.rawValue)
      json.member("date", dataset.date.description)
      json.key("documents")
      json.array { json in
        for document in dataset.documents { json.value(content.graph.id(of: document)) }
      }
      json.key("kinds")
      json.object { json in
        for kind in content.graph.ontology.kinds {
          json.key(kind.kind.name)
          json.value(kind.label)
        }
      }
      json.key("relations")
      json.object { json in
        for relation in content.graph.ontology.relations {
          json.key(relation.kind.name)
          json.value(relation.label)
        }
      }
    }
  }
}
