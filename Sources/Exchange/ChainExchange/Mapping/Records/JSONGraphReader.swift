import Bilingual
import Diagnostics

/// Reads the ways in which programs write a graph as JSON: JSON Graph Format, of version 1 with lists
/// of nodes and of version 2 with objects of them, one graph or several; the node-link form of networkx
/// and D3, and what vis.js, ECharts, graphology and Cytoscape make of it; adjacency; and JSON Lines or
/// a list of nodes and edges, as graph databases export them.
struct JSONGraphReader {
  /// How a program names things.
  enum Style {
    /// JSON Graph Format: what it has of its own are columns with a sign, and `metadata` are fields.
    case graphFormat
    /// Fields under their own names.
    case nodeLink
    /// Single nodes and edges, the fields of each in an object within.
    case items
  }

  /// By what nodes are told apart.
  enum Identity: Equatable {
    case field(String)
    /// Their places in the list.
    case position
  }

  let source: SourceText
  var nodes: RecordTable
  var edges: RecordTable
  var log: FaultLog
  var own: OwnExport?
  /// The fields of ends that are objects, beside the identity, by which a node is meant.
  var endFields: (count: Int, range: Range<Int>)?

  static let nodeLists = ["nodes", "vertices"]
  static let edgeLists = [
    "edges", "links", "relationships", "relations", "arcs", "connections",
  ]
  /// What a graph says of itself and no record holds.
  private static let descriptions = [
    "directed", "multigraph", "type", "version", "id", "label", "options", "hyperedges", "$schema",
  ]

  private init(_ source: SourceText) {
    self.source = source
    nodes = RecordTable(.nodes, path: source.path)
    edges = RecordTable(.edges, path: source.path)
    log = FaultLog(path: source.path)
  }

  static func read(_ bytes: [UInt8], path: String) -> RecordSource {
    var bytes = bytes
    var guess: TextEncodings.Guess?
    switch TextEncodings.reading(bytes) {
    case .read(let text, let found): (bytes, guess) = (text, found)
    case .unreadable(let fault):
      let source = SourceText(path: path, bytes: bytes)
      return RecordSource(tables: [], source: source, diagnostics: [.unreadable(fault, in: source)])
    }
    let source = SourceText(path: path, bytes: bytes)
    var reader = JSONGraphReader(source)
    if let guess { reader.log.report(.guessedEncoding(guess, path: path)) }
    do throws(RecordFault) {
      let (values, notNumbers) = try JSONReader.values(bytes)
      if let notNumbers {
        let place = reader.location(notNumbers.range)
        reader.log.report(.notNumbers(notNumbers.count, at: place))
      }
      if values.count > 1 {
        try reader.read(items: values)
      } else {
        try reader.read(root: values[0])
      }
    } catch {
      reader.log.report(error.diagnostic(reader.location(error.range)))
    }
    if let (count, range) = reader.endFields {
      reader.log.report(.endFields(count, at: reader.location(range)))
    }
    return RecordSource(
      tables: [reader.nodes, reader.edges],
      source: source,
      diagnostics: reader.log.diagnostics,
      own: reader.own
    )
  }

  func location(_ range: Range<Int>) -> Diagnostic.Location {
    BytePlace(range).location(in: source)
  }

  // MARK: What a file holds

  private mutating func read(root: JSONValue) throws(RecordFault) {
    if case .array(let items) = root.content, Self.areItems(items) {
      return try read(items: items)
    }
    if let graphs = root["graphs"] {
      guard case .array(let items) = graphs.content else { throw Self.noList(graphs) }
      for (number, graph) in items.enumerated() {
        let name = graph["id"]?.text ?? graph["label"]?.text ?? String(number + 1)
        try read(graph: graph, name: name, .graphFormat)
      }
      return tellRest(of: root, without: ["graphs"])
    }
    if Self.nodeLists.contains(where: { root[$0] != nil }) {
      return try read(graph: root, name: nil, .nodeLink)
    }
    if let graph = root["graph"], case .object = graph.content {
      let name = graph["id"]?.text ?? graph["label"]?.text ?? "1"
      try read(graph: graph, name: name, .graphFormat)
      return tellRest(of: root, without: ["graph"])
    }
    switch root["elements"]?.content {
    case .object:
      try read(graph: root["elements"] ?? root, name: nil, .nodeLink)
      return tellRest(of: root, without: ["elements"])
    case .array(let items) where Self.areItems(items):
      try read(items: items)
      return tellRest(of: root, without: ["elements"])
    default: throw Self.noGraph(root)
    }
  }

  /// Reads one graph.
  private mutating func read(
    graph: JSONValue,
    name: String?,
    _ style: Style
  ) throws(RecordFault) {
    guard case .object(let members) = graph.content else { throw Self.noObject(graph) }
    if style == .graphFormat, graph["type"]?.text == OwnExport.type {
      own = OwnExport(graph["metadata"])
    }
    let nodeLists = members.filter { Self.nodeLists.contains($0.key) }
    let sure = ["edges", "links"]
    for list in members where sure.contains(list.key) && !list.value.isCollection {
      throw Self.noList(list.value)
    }
    // The other words may mean something else.
    let edgeLists = members.filter { list in
      sure.contains(list.key)
        || Self.edgeLists.contains(list.key) && list.value.isCollection
          && list.value.elements.allSatisfy { Self.ends(of: $0.body) != nil }
    }
    let categories = Self.categories(of: graph)
    let identity = try Self.identity(
      of: nodeLists.flatMap { $0.value.isObject ? [] : $0.value.elements },
      edges: edgeLists.flatMap { $0.value.elements }
    )
    var seen: Set<String> = []
    var identities: [String] = []
    for list in nodeLists {
      switch list.value.content {
      case .array(let items):
        for item in items {
          let found = try self.identity(of: item, identities.count, by: identity)
          if !seen.insert(found.text).inserted {
            log.report(.duplicateNode(found.text, at: location(found.range)))
          }
          identities.append(found.text)
          try add(node: item, found, by: identity, name, style, categories)
        }
      case .object(let members) where members.allSatisfy({ $0.value.isObject }):
        for member in members {
          identities.append(member.key)
          let found = (text: member.key, range: member.keyRange)
          try add(node: member.value, found, by: .field("id"), name, style, categories)
        }
      default: throw Self.noList(list.value)
      }
    }
    let isDirected =
      graph["directed"]?.text != "false" && graph["options"]?["type"]?.text != "undirected"
    for list in edgeLists {
      for item in list.value.elements {
        try add(edge: item, isDirected: isDirected, by: identity, name, style)
      }
    }
    let adjacency = graph["adjacency"]
    if let adjacency {
      try read(adjacency: adjacency, of: identities, isDirected: isDirected, by: identity, style)
    }
    if let list = graph["hyperedges"], list.size > 0 {
      log.report(.hyperedges(list.size, at: location(list.range)))
    }
    tell(categories, of: graph)
    let read = nodeLists.map(\.key) + edgeLists.map(\.key) + (adjacency == nil ? [] : ["adjacency"])
    tellRest(
      of: graph,
      without: read + (own == nil ? [] : ["metadata"]) + (categories.isEmpty ? [] : ["categories"])
    )
  }

  /// Whether values are nodes and edges, each by itself, rather than anything else that lists hold.
  private static func areItems(_ items: [JSONValue]) -> Bool {
    !items.isEmpty
      && items.allSatisfy { item in
        let body = item.body
        return item.isObject
          && (ends(of: body) != nil || identityFields.contains { body[$0]?.text != nil })
      }
  }

  /// Reads single nodes and edges.
  private mutating func read(items: [JSONValue]) throws(RecordFault) {
    let isEdge = items.map(Self.isEdge)
    let drawn = zip(items, isEdge).filter { !$0.1 }.map(\.0)
    let links = zip(items, isEdge).filter(\.1).map(\.0)
    let identity = try Self.identity(of: drawn, edges: links)
    var seen: Set<String> = []
    var count = 0
    for (item, isEdge) in zip(items, isEdge) {
      guard !isEdge else {
        try add(edge: item, isDirected: true, by: identity, nil, .items)
        continue
      }
      let found = try self.identity(of: item, count, by: identity)
      count += 1
      if !seen.insert(found.text).inserted {
        log.report(.duplicateNode(found.text, at: location(found.range)))
      }
      try add(node: item, found, by: identity, nil, .items, [])
    }
  }

  /// What an item says of itself, where that is whether it is a node or an edge.
  static func role(_ member: JSONValue.Member) -> Bool? {
    guard member.key == "type" || member.key == "group" else { return nil }
    switch member.value.text?.lowercased() {
    case "node", "nodes", "vertex": return false
    case "edge", "edges", "relationship", "relation", "link": return true
    default: return nil
    }
  }

  /// Whether a single item is an edge: as it says, or because it has two ends.
  private static func isEdge(_ item: JSONValue) -> Bool {
    if case .object(let members) = item.content,
      let role = members.lazy.compactMap({ role($0) }).first
    {
      return role
    }
    guard let (source, target) = ends(of: item.body) else { return false }
    return item.body[source] != nil && item.body[target] != nil
  }

  // MARK: What is left out

  /// Warns of what categories say besides their names.
  private mutating func tell(_ categories: [String], of graph: JSONValue) {
    guard !categories.isEmpty, let list = graph["categories"] else { return }
    let fields = list.elements.reduce(0) { count, item in
      guard case .object(let members) = item.content else { return count }
      return count + members.count { $0.key != "name" && $0.value.size > 0 }
    }
    guard fields > 0 else { return }
    log.report(.unreadField("categories", count: fields, at: location(list.range)))
  }

  /// Warns of the fields of a graph that nothing was read from.
  private mutating func tellRest(of graph: JSONValue, without read: [String]) {
    guard case .object(let members) = graph.content else { return }
    for member in members where !read.contains(member.key) {
      guard !Self.descriptions.contains(member.key), member.value.size > 0 else { continue }
      log.report(
        .unreadField(member.key, count: member.value.size, at: location(member.keyRange))
      )
    }
  }
}
