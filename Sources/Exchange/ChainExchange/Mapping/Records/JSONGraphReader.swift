import Bilingual
import Diagnostics

/// Reads JSON Graph Format, of version 1 with lists of nodes and of version 2 with objects of them,
/// one graph or several; and the node-link form of networkx and D3.
struct JSONGraphReader {
  private let source: SourceText
  private var nodes: RecordTable
  private var edges: RecordTable
  private var log: FaultLog
  private var own: OwnExport?

  private init(_ source: SourceText) {
    self.source = source
    nodes = RecordTable(.nodes, path: source.path)
    edges = RecordTable(.edges, path: source.path)
    log = FaultLog(path: source.path)
  }

  static func read(_ bytes: [UInt8], path: String) -> RecordSource {
    let source = SourceText(path: path, bytes: bytes)
    var reader = JSONGraphReader(source)
    do throws(RecordFault) {
      try reader.read(root: try JSONReader.read(bytes))
    } catch {
      reader.log.report(error.diagnostic(reader.location(error.range)))
    }
    return RecordSource(
      tables: [reader.nodes, reader.edges],
      source: source,
      diagnostics: reader.log.diagnostics,
      own: reader.own
    )
  }

  private func location(_ range: Range<Int>) -> Diagnostic.Location {
    BytePlace(range).location(in: source)
  }

  private mutating func read(root: JSONValue) throws(RecordFault) {
    if let graphs = root["graphs"] {
      guard case .array(let graphs) = graphs.content else { throw Self.noList(graphs) }
      for (number, graph) in graphs.enumerated() {
        let name = graph["id"]?.text ?? graph["label"]?.text ?? String(number + 1)
        try read(graph: graph, name: name)
      }
    } else if root["nodes"] != nil {
      try read(nodeLink: root)
    } else if let graph = root["graph"], case .object = graph.content {
      try read(graph: graph, name: graph["id"]?.text ?? graph["label"]?.text ?? "1")
    } else {
      throw RecordFault(
        code: "no-graph",
        at: root.range,
        BilingualText(
          zh: "文件中没有 graph、graphs 或 nodes",
          en: "the file holds no 'graph', 'graphs' or 'nodes'"
        ),
        help: BilingualText(
          zh: "可读 JSON Graph Format 和 networkx 的 node-link 形式",
          en: "JSON Graph Format and the node-link form of networkx are read"
        )
      )
    }
  }

  private static func noList(_ value: JSONValue) -> RecordFault {
    RecordFault(value.range) {
      .unexpectedShape(BilingualText(zh: "列表 […]", en: "a list […]"), at: $0)
    }
  }

  private static func noObject(_ value: JSONValue) -> RecordFault {
    RecordFault(value.range) {
      .unexpectedShape(BilingualText(zh: "对象 {…}", en: "an object {…}"), at: $0)
    }
  }

  // MARK: JSON Graph Format

  private mutating func read(graph: JSONValue, name: String) throws(RecordFault) {
    guard case .object = graph.content else { throw Self.noObject(graph) }
    if graph["type"]?.text == OwnExport.type { own = OwnExport(graph["metadata"]) }
    var seen: Set<String> = []
    if let list = graph["nodes"] {
      switch list.content {
      case .array(let items):
        for item in items {
          guard let id = item["id"] else { throw missing("id", in: item) }
          guard let text = id.text else { throw Self.noText(id) }
          report(duplicate: text, at: id.range, seen: &seen)
          try add(node: item, id: text, at: id.range, graph: name)
        }
      case .object(let members):
        for member in members {
          try add(node: member.value, id: member.key, at: member.keyRange, graph: name)
        }
      default: throw Self.noList(list)
      }
    }
    if let list = graph["edges"] {
      guard case .array(let items) = list.content else { throw Self.noList(list) }
      let isDirected = graph["directed"]?.text != "false"
      for item in items { try add(edge: item, isDirected: isDirected, graph: name) }
    }
    if let list = graph["hyperedges"], case .array(let items) = list.content, !items.isEmpty {
      log.report(.hyperedges(items.count, at: location(list.range)))
    }
  }

  private static func noText(_ value: JSONValue) -> RecordFault {
    RecordFault(value.range) {
      .unexpectedShape(BilingualText(zh: "一个值", en: "one value"), at: $0)
    }
  }

  private func missing(_ field: String, in value: JSONValue) -> RecordFault {
    RecordFault(value.range) { .missingField(field, at: $0) }
  }

  private mutating func report(duplicate id: String, at range: Range<Int>, seen: inout Set<String>)
  {
    if !seen.insert(id).inserted { log.report(.duplicateNode(id, at: location(range))) }
  }

  private mutating func add(
    node: JSONValue,
    id: String,
    at range: Range<Int>,
    graph: String
  ) throws(RecordFault) {
    guard case .object(let members) = node.content else { throw Self.noObject(node) }
    let place = BytePlace(range)
    Self.add(id, StructuralColumn.id, at: range, to: &nodes)
    Self.add(graph, StructuralColumn.graph, at: range, to: &nodes)
    for member in members {
      switch member.key {
      case "id": break
      case "label": Self.add(member.value, StructuralColumn.label, member.keyRange, to: &nodes)
      case "metadata": Self.add(fields: member.value, to: &nodes)
      default: Self.add(member.value, member.key, member.keyRange, to: &nodes)
      }
    }
    nodes.endRecord(at: place)
  }

  private mutating func add(
    edge: JSONValue,
    isDirected: Bool,
    graph: String
  ) throws(RecordFault) {
    guard case .object(let members) = edge.content else { throw Self.noObject(edge) }
    for end in ["source", "target"] where edge[end] == nil { throw missing(end, in: edge) }
    let place = edge["source"]?.range ?? edge.range
    Self.add(graph, StructuralColumn.graph, at: place, to: &edges)
    for member in members {
      let column: String
      switch member.key {
      case "source", "target", "relation", "label", "id": column = "$" + member.key
      case "directed": continue
      case "metadata":
        Self.add(fields: member.value, to: &edges)
        continue
      default: column = member.key
      }
      Self.add(member.value, column, member.keyRange, to: &edges)
    }
    let directed = edge["directed"]
    if (directed?.text ?? (isDirected ? "true" : "false")) == "false" {
      Self.add("false", StructuralColumn.directed, at: directed?.range ?? place, to: &edges)
    }
    edges.endRecord(at: BytePlace(place))
  }

  // MARK: Node-link

  private mutating func read(nodeLink root: JSONValue) throws(RecordFault) {
    var seen: Set<String> = []
    guard let list = root["nodes"], case .array(let items) = list.content else {
      throw Self.noList(root["nodes"] ?? root)
    }
    for item in items {
      guard case .object(let members) = item.content else { throw Self.noObject(item) }
      guard let id = item["id"] else { throw missing("id", in: item) }
      guard let text = id.text else { throw Self.noText(id) }
      report(duplicate: text, at: id.range, seen: &seen)
      Self.add(text, StructuralColumn.id, at: id.range, to: &nodes)
      for member in members where member.key != "id" {
        Self.add(member.value, member.key, member.keyRange, to: &nodes)
      }
      nodes.endRecord(at: BytePlace(id.range))
    }
    guard let links = root["edges"] ?? root["links"] else { return }
    guard case .array(let items) = links.content else { throw Self.noList(links) }
    let isDirected = root["directed"]?.text != "false"
    for item in items {
      guard case .object(let members) = item.content else { throw Self.noObject(item) }
      for end in ["source", "target"] where item[end] == nil { throw missing(end, in: item) }
      let place = item["source"]?.range ?? item.range
      for member in members {
        let isEnd = member.key == "source" || member.key == "target"
        let column = isEnd ? "$" + member.key : member.key
        Self.add(member.value, column, member.keyRange, to: &edges)
      }
      if !isDirected { Self.add("false", StructuralColumn.directed, at: place, to: &edges) }
      edges.endRecord(at: BytePlace(place))
    }
  }

  // MARK: Fields

  private static func add(
    _ text: String,
    _ column: String,
    at range: Range<Int>,
    to table: inout RecordTable
  ) {
    let place = BytePlace(range)
    table.add(text.utf8, column: table.makeColumn(column, at: place), at: place)
  }

  private static func add(fields value: JSONValue, to table: inout RecordTable) {
    guard case .object(let members) = value.content else {
      if value.text != nil { add(value, "metadata", value.range, to: &table) }
      return
    }
    for member in members { add(member.value, member.key, member.keyRange, to: &table) }
  }

  /// Adds a value under a column; each item of a list, and the fields of an object as `column.field`.
  private static func add(
    _ value: JSONValue,
    _ column: String,
    _ keyRange: Range<Int>,
    to table: inout RecordTable
  ) {
    switch value.content {
    case .null: _ = table.makeColumn(column, at: BytePlace(keyRange))
    case .string(let text), .word(let text):
      let number = table.makeColumn(column, at: BytePlace(keyRange))
      table.add(text.utf8, column: number, at: BytePlace(value.range))
    case .array(let items):
      _ = table.makeColumn(column, at: BytePlace(keyRange))
      for item in items { add(item, column, keyRange, to: &table) }
    case .object(let members):
      for member in members {
        add(member.value, column + "." + member.key, member.keyRange, to: &table)
      }
    }
  }
}
