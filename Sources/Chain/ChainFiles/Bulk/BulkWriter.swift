public import Diagnostics
public import ChainModel
import GraphKernel

/// Writes a graph as nodes.csv and edges.csv, in the form in which `Dataset.load` and Neo4j's import
/// read them.
///
/// The headers follow from the ontology alone. Lines end with LF, texts stand in quotes where they
/// must, and nodes and relations come in the order of the data: what is read back is the same graph.
public struct BulkWriter: Sendable {
  /// Why a graph cannot be written as two tables.
  public enum Failure: LiantuError, Hashable {
    /// An attribute is called as a column is that means something else.
    case reservedName(AttributeName)
    /// An attribute is a list for one kind and a single value for another.
    case mixedList(AttributeName)
    /// A part of a list holds the semicolon that would part it; the node's identity.
    case semicolon(node: String, text: String)
  }

  private let graph: ChainGraph
  private let attributes: [AttributeDefinition]

  /// A writer of `graph`.
  public init(_ graph: ChainGraph) throws(Failure) {
    self.graph = graph
    var attributes: [AttributeDefinition] = []
    for definition in graph.ontology.kinds.flatMap(\.attributes) {
      guard !NodeColumns.reserved.contains(definition.name.name) else {
        throw .reservedName(definition.name)
      }
      guard let other = attributes.first(where: { $0.name == definition.name }) else {
        attributes.append(definition)
        continue
      }
      guard other.isList == definition.isList else { throw .mixedList(definition.name) }
    }
    self.attributes = attributes
  }

  /// How many bytes are gathered before they are given away.
  private static let pieceSize = 1 << 20

  /// Gives the bytes of nodes.csv to `sink`, some at a time.
  ///
  /// - Throws: what `sink` throws, or a ``Failure``.
  public func writeNodes(_ sink: ([UInt8]) throws -> Void) throws {
    var line = CSVLine()
    let names = graph.ontology.kinds.flatMap(\.attributes)
    for header in ["id:ID", ":LABEL", "name", "aliases:string[]"] + OriginColumns.names {
      line.append(header)
    }
    for attribute in attributes {
      // A column has one type; where kinds differ, it is one of strings.
      let types = names.filter { $0.name == attribute.name }
        .map { AttributeCells.types(of: $0)[0] }
      let isOne = types.allSatisfy { $0 == types[0] }
      line.append(attribute.name.name + ":" + (isOne ? types[0] : "string"))
    }
    line.end()
    for node in graph.nodes {
      let id = graph.id(of: node)
      line.append(id)
      line.append(graph.kind(of: node).name)
      line.append(graph.name(of: node))
      line.append(graph.aliases(of: node).map(Self.part).joined(separator: ";"))
      append(graph.origin(of: node), to: &line)
      let values = graph.attributes(of: node)
      for attribute in attributes {
        let value = values.first { $0.definition.name == attribute.name }?.value
        line.append(try value.map { try text($0, id) } ?? "")
      }
      line.end()
      if line.bytes.count >= Self.pieceSize { try sink(line.take()) }
    }
    try sink(line.take())
  }

  /// Gives the bytes of edges.csv to `sink`, some at a time.
  ///
  /// - Throws: what `sink` throws.
  /// - Complexity: O(*v* + *e*), 14 bytes a relation.
  public func writeEdges(_ sink: ([UInt8]) throws -> Void) throws {
    var line = CSVLine()
    for header in [":START_ID", ":END_ID", ":TYPE"] + OriginColumns.names + ["open:boolean"]
      + PeriodColumns.names
    {
      line.append(header)
    }
    line.end()
    let relations = RelationColumns(of: graph)
    for position in 0..<relations.count {
      line.append(graph.id(of: NodeIndex(offset: relations.sources[position])))
      line.append(graph.id(of: NodeIndex(offset: relations.targets[position])))
      line.append(graph.ontology.relations[relations.kind(of: position)].kind.name)
      append(graph.origins[relations.origins[position]], to: &line)
      let isOpen = relations.kinds[position] & RelationTable.openMark != 0
      line.append(isOpen ? "true" : "")
      let period = graph.origins.period(relations.origins[position])
      line.append(period.from?.description ?? "")
      line.append(period.until?.description ?? "")
      line.end()
      if line.bytes.count >= Self.pieceSize { try sink(line.take()) }
    }
    try sink(line.take())
  }

  /// Whether an alias holds the sign that parts aliases, and is written with its full-width form, which
  /// look-ups take for the same.
  package static func isRewritten(_ alias: String) -> Bool {
    alias.utf8.contains(UInt8(ascii: ";"))
  }

  private static func part(_ alias: String) -> String {
    guard isRewritten(alias) else { return alias }
    return alias.unicodeScalars.reduce(into: "") { text, scalar in
      text.unicodeScalars.append(scalar == ";" ? "；" : scalar)
    }
  }

  private func append(_ origin: Origin, to line: inout CSVLine) {
    line.append(origin.document.map { graph.id(of: $0) } ?? "")
    line.append(origin.place)
    line.append(origin.basis.rawValue)
  }

  private func text(_ value: AttributeValue, _ id: String) throws(Failure) -> String {
    switch value {
    case .text(let text): text
    case .integer(let number): String(number)
    case .quantity(let quantity): quantity.description
    case .date(let date): date.description
    case .option(let option): option.key
    case .flag(let flag): flag ? "true" : "false"
    case .list(let values): try list(values, id)
    }
  }

  private func list(_ values: [AttributeValue], _ id: String) throws(Failure) -> String {
    var texts: [String] = []
    for value in values { texts.append(try text(value, id)) }
    return try list(texts, id)
  }

  private func list(_ texts: [String], _ id: String) throws(Failure) -> String {
    if let text = texts.first(where: { $0.utf8.contains(UInt8(ascii: ";")) }) {
      throw .semicolon(node: id, text: text)
    }
    return texts.joined(separator: ";")
  }
}

/// Lines of cells.
private struct CSVLine {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  mutating func append(_ text: String) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    let isPlain = !text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard !isPlain else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func end() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}
