import ChainModel
import GraphKernel
import ProgressLoop
import SQLite

/// The words that the data are written in, in both languages, and what the data set says of itself.
struct VocabularyRows {
  private let content: ExchangeContent

  init(_ content: ExchangeContent) { self.content = content }

  func write(to file: inout SQLiteFile) throws(SQLiteFault) {
    try writeDataset(to: &file)
    let ontology = content.graph.ontology
    let units = try file.rows(of: "units")
    for unit in ontology.units {
      try file.insert([.text(unit.symbol), .text(unit.dimension), .real(unit.factor)], into: units)
    }
    let kinds = try file.rows(of: "kinds")
    let attributes = try file.rows(of: "attribute_kinds")
    let options = try file.rows(of: "options")
    for kind in ontology.kinds {
      let own = SQLiteValue.text(kind.kind.name)
      try file.insert([own, .text(kind.label.zh), .text(kind.label.en)], into: kinds)
      for attribute in kind.attributes {
        let name = SQLiteValue.text(attribute.name.name)
        try file.insert(
          [
            own, name, .text(attribute.type.word), .flag(attribute.isList),
            .text(attribute.label.zh), .text(attribute.label.en),
          ],
          into: attributes
        )
        guard case .option(let words) = attribute.type else { continue }
        for word in words {
          try file.insert(
            [own, name, .text(word.key), .text(word.label.zh), .text(word.label.en)],
            into: options
          )
        }
      }
    }
    let relations = try file.rows(of: "relation_kinds")
    for relation in ontology.relations {
      try file.insert(
        [
          .text(relation.kind.name), .text(relation.semantics.rawValue), .text(relation.label.zh),
          .text(relation.label.en), .text(relation.inverse.zh), .text(relation.inverse.en),
        ],
        into: relations
      )
    }
  }

  private func writeDataset(to file: inout SQLiteFile) throws(SQLiteFault) {
    let rows = try file.rows(of: "dataset")
    let dataset = content.dataset
    var facts = [
      ("title_zh", dataset.title.zh), ("title_en", dataset.title.en),
      ("jurisdiction", dataset.jurisdiction), ("language", dataset.language.rawValue),
      ("date", dataset.date.description),
    ]
    if let progress = content.options.progress {
      facts += [("at", progress.day.description), ("known", progress.known.description)]
    }
    for (key, value) in facts { try file.insert([.text(key), .text(value)], into: rows) }
  }
}

extension AttributeDefinition.ValueType {
  /// As `ontology.yaml` writes it.
  fileprivate var word: String {
    switch self {
    case .text: "text"
    case .integer: "integer"
    case .quantity: "quantity"
    case .date: "date"
    case .flag: "flag"
    case .option: "enum"
    }
  }
}

/// The nodes and relations, in the order of the data.
struct GraphRows {
  private let content: ExchangeContent

  init(_ content: ExchangeContent) { self.content = content }

  private var graph: ChainGraph { content.graph }

  func write(to file: inout SQLiteFile, _ output: inout ExchangeOutput) throws {
    let nodes = try file.rows(of: "nodes")
    let aliases = try file.rows(of: "aliases")
    let attributes = try file.rows(of: "attributes")
    for node in graph.nodes {
      let id = SQLiteValue.text(graph.id(of: node))
      try file.insert(
        [id, .text(graph.kind(of: node).name), .text(graph.name(of: node))]
          + origin(graph.origin(of: node)),
        into: nodes
      )
      for (position, alias) in graph.aliases(of: node).enumerated() {
        try file.insert([id, .integer(position), .text(alias)], into: aliases)
      }
      for (definition, value) in graph.attributes(of: node) {
        let values: [AttributeValue] = if case .list(let values) = value { values } else { [value] }
        for (position, value) in values.enumerated() {
          try file.insert(
            [id, .text(definition.name.name), .integer(position)] + cells(of: value),
            into: attributes
          )
        }
      }
      try output.made()
    }
    let relations = try file.rows(of: "relations")
    for position in 0..<content.relationCount {
      let relation = content.relation(position)
      try file.insert(
        [
          .integer(position + 1), .text(relation.kind.name),
          .text(graph.id(of: relation.source)), .text(graph.id(of: relation.target)),
        ] + origin(relation.origin) + [
          .flag(relation.isOpen), .text(orNull: relation.period.from?.firstDay.description),
          .text(orNull: relation.period.until?.lastDay.description),
        ],
        into: relations
      )
      try output.made()
    }
  }

  private func origin(_ origin: Origin) -> [SQLiteValue] {
    [
      .text(origin.basis.rawValue), .text(orNull: origin.document.map { graph.id(of: $0) }),
      origin.document == nil ? .null : .text(origin.place),
    ]
  }

  /// A value as it is written, its number and unit, and the days that it may mean.
  private func cells(of value: AttributeValue) -> [SQLiteValue] {
    switch value {
    case .text(let text): [.text(text), .null, .null, .null, .null]
    case .integer(let number):
      [.text(String(number)), .integer(number), .null, .null, .null]
    case .quantity(let quantity):
      [
        .text(quantity.description), .real(quantity.amount), .text(quantity.unit.symbol), .null,
        .null,
      ]
    case .date(let date):
      [.text(date.description), .null, .null]
        + [Day(firstOf: date), Day(lastOf: date)]
        .map { .text($0.description) }
    case .option(let option): [.text(option.key), .null, .null, .null, .null]
    case .flag(let flag):
      [.text(flag ? "true" : "false"), .flag(flag), .null, .null, .null]
    // Lists hold single values alone.
    case .list: [.text(value.description(in: content.language)), .null, .null, .null, .null]
    }
  }
}
