import Bilingual
import Diagnostics

/// Nodes and edges, as programs write them.
extension JSONGraphReader {
  /// What programs call the identity of a node.
  static let identityFields = ["id", "key", "_id"]

  /// What programs call the two ends of an edge.
  static let ends: [(source: String, target: String)] = [
    ("source", "target"), ("from", "to"), ("start", "end"), ("src", "dst"), ("srcId", "dstId"),
    ("sourceId", "targetId"), ("source_id", "target_id"), ("startNode", "endNode"),
    ("_from", "_to"), ("start_id", "end_id"), ("src_id", "dst_id"), ("fromId", "toId"),
  ]

  /// What an edge calls its two ends; `nil` where it has neither.
  static func ends(of edge: JSONValue) -> (source: String, target: String)? {
    ends.first { edge[$0.source] != nil || edge[$0.target] != nil }
  }

  // MARK: Identities

  /// By what a list of nodes is told apart: an identity, else the places in the list, where edges
  /// lead from number to number, else the names.
  static func identity(of nodes: [JSONValue], edges: [JSONValue]) throws(RecordFault) -> Identity {
    let objects = nodes.filter(\.isObject).map(\.body)
    for field in identityFields where objects.contains(where: { $0[field] != nil }) {
      return .field(field)
    }
    guard let first = nodes.first(where: \.isObject) else { return .field("id") }
    let ends = edges.flatMap { edge -> [JSONValue?] in
      let body = edge.body
      guard let (source, target) = Self.ends(of: body) else { return [] }
      return [body[source], body[target]]
    }
    let isNumbered = ends.allSatisfy { end in
      guard case .word(let word)? = end?.content, let number = Int(word) else { return false }
      return nodes.indices.contains(number)
    }
    if isNumbered, !ends.isEmpty { return .position }
    let names = ["name", "label", "title"]
    if let name = names.first(where: { name in objects.allSatisfy { $0[name]?.text != nil } }),
      !ends.isEmpty
    {
      return .field(name)
    }
    throw RecordFault(first.range) { .missingIdentity(at: $0) }
  }

  /// The identity of a node, and where it stands.
  func identity(
    of item: JSONValue,
    _ number: Int,
    by identity: Identity
  ) throws(RecordFault) -> (text: String, range: Range<Int>) {
    guard item.isObject else {
      guard let text = item.identity else { throw Self.noObject(item) }
      return (text, item.range)
    }
    guard case .field(let field) = identity else { return (String(number), item.range) }
    guard let value = item.body[field] else {
      throw RecordFault(item.range) { .missingField(field, at: $0) }
    }
    guard let text = value.identity else {
      throw RecordFault(value.range) {
        .unexpectedShape(BilingualText(zh: "一个值", en: "one value"), at: $0)
      }
    }
    return (text, value.range)
  }

  // MARK: Nodes

  mutating func add(
    node: JSONValue,
    _ found: (text: String, range: Range<Int>),
    by identity: Identity,
    _ graph: String?,
    _ style: Style,
    _ categories: [String]
  ) throws(RecordFault) {
    Self.add(found.text, StructuralColumn.id, at: found.range, to: &nodes)
    if let graph { Self.add(graph, StructuralColumn.graph, at: found.range, to: &nodes) }
    let isWrapped = node.isWrapped
    var skipped: String?
    if case .field(let field) = identity, Self.identityFields.contains(field) { skipped = field }
    if case .object(let members) = node.content {
      for member in members where isWrapped || member.key != skipped {
        let inner = Self.isInner(member, isWrapped: isWrapped, style, identity)
        if inner, case .object(let fields) = member.value.content {
          for field in fields where !(isWrapped && field.key == skipped) {
            Self.add(field.value, field.key, field.keyRange, to: &nodes)
          }
        } else if style == .items, Self.role(member) != nil {
          continue
        } else if member.key == "label", style == .graphFormat {
          Self.add(member.value, StructuralColumn.label, member.keyRange, to: &nodes)
        } else if member.key == "category", let word = member.value.text, let number = Int(word),
          categories.indices.contains(number)
        {
          // ECharts numbers its categories.
          Self.add(categories[number], member.key, at: member.value.range, to: &nodes)
        } else {
          Self.add(member.value, member.key, member.keyRange, to: &nodes)
        }
      }
    }
    nodes.endRecord(at: BytePlace(found.range))
  }

  /// Whether the fields of a node or an edge are those of an object within it.
  private static func isInner(
    _ member: JSONValue.Member,
    isWrapped: Bool,
    _ style: Style,
    _ identity: Identity
  ) -> Bool {
    switch member.key {
    case "metadata": style == .graphFormat
    case "data": isWrapped
    case "attributes": style == .items || identity == .field("key")
    case "properties": style == .items
    default: false
    }
  }

  /// The names of the categories that ECharts numbers.
  static func categories(of graph: JSONValue) -> [String] {
    guard case .array(let items)? = graph["categories"]?.content else { return [] }
    let names = items.map { $0["name"]?.text ?? $0.text ?? "" }
    return names.contains("") ? [] : names
  }

  // MARK: Edges

  mutating func add(
    edge: JSONValue,
    isDirected: Bool,
    by identity: Identity,
    _ graph: String?,
    _ style: Style
  ) throws(RecordFault) {
    if case .array(let parts) = edge.content, parts.count >= 2 {
      add(end: parts[0], StructuralColumn.source, by: identity)
      add(end: parts[1], StructuralColumn.target, by: identity)
      for (number, part) in parts.enumerated().dropFirst(2) {
        Self.add(part, String(number + 1), part.range, to: &edges)
      }
      return endEdge(at: parts[0].range, isDirected: isDirected, edge.range)
    }
    guard case .object(let members) = edge.content else { throw Self.noObject(edge) }
    let isWrapped = edge.isWrapped
    let body = edge.body
    let ends = Self.ends(of: body)
    let source = ends.flatMap { body[$0.source] }
    if let graph {
      Self.add(graph, StructuralColumn.graph, at: source?.range ?? edge.range, to: &edges)
    }
    var isOwnDirected: JSONValue?
    for member in members where style != .items || Self.role(member) == nil {
      let isInner = Self.isInner(member, isWrapped: isWrapped, style, identity)
      guard isInner, case .object(let fields) = member.value.content else {
        if isWrapped {
          Self.add(member.value, member.key, member.keyRange, to: &edges)
        } else {
          add(member, of: ends, edge, by: identity, style, directed: &isOwnDirected)
        }
        continue
      }
      for field in fields {
        if isWrapped {
          add(field, of: ends, edge, by: identity, style, directed: &isOwnDirected)
        } else {
          Self.add(field.value, field.key, field.keyRange, to: &edges)
        }
      }
    }
    let isTrue = isOwnDirected.map { $0.text != "false" } ?? isDirected
    endEdge(
      at: source?.range ?? edge.range,
      isDirected: isTrue && body["undirected"]?.text != "true",
      isOwnDirected?.range ?? source?.range ?? edge.range
    )
  }

  /// Adds one field of an edge.
  private mutating func add(
    _ member: JSONValue.Member,
    of ends: (source: String, target: String)?,
    _ edge: JSONValue,
    by identity: Identity,
    _ style: Style,
    directed: inout JSONValue?
  ) {
    switch member.key {
    case ends?.source: add(end: member.value, StructuralColumn.source, by: identity)
    case ends?.target: add(end: member.value, StructuralColumn.target, by: identity)
    case "directed" where member.value.text == "true" || member.value.text == "false":
      directed = member.value
    case "relation", "label", "id":
      // In an export of a database a relationship's label is its type.
      let isRelation = style == .items && member.key == "label" && edge["type"] != nil
      let name = isRelation ? "relation" : member.key
      let column = style == .graphFormat || isRelation ? "$" + name : name
      Self.add(member.value, column, member.keyRange, to: &edges)
    default: Self.add(member.value, member.key, member.keyRange, to: &edges)
    }
  }

  private mutating func endEdge(at range: Range<Int>, isDirected: Bool, _ place: Range<Int>) {
    if !isDirected { Self.add("false", StructuralColumn.directed, at: place, to: &edges) }
    edges.endRecord(at: BytePlace(range))
  }

  /// Adds an end of an edge; one that is an object is meant by its identity.
  private mutating func add(end: JSONValue, _ column: String, by identity: Identity) {
    var text = end.identity
    if case .object(let members) = end.content {
      var fields = Self.identityFields + ["index", "name"]
      if case .field(let field) = identity { fields.insert(field, at: 0) }
      if identity == .position { fields.insert("index", at: 0) }
      let field = fields.first { end[$0]?.identity != nil }
      text = field.flatMap { end[$0]?.identity }
      let rest = members.filter { $0.key != field && $0.value.size > 0 }.count
      if rest > 0 {
        endFields = ((endFields?.count ?? 0) + rest, endFields?.range ?? end.range)
      }
    }
    let place = BytePlace(end.range)
    let number = edges.makeColumn(column, at: place)
    edges.add((text ?? "").utf8, column: number, at: place)
  }

  // MARK: Adjacency

  /// Reads for each node those that it leads to: a list for each node of a list of nodes, or for each
  /// identity. Without directions every edge stands at both of its ends, and is read at the first.
  mutating func read(
    adjacency: JSONValue,
    of nodes: [String],
    isDirected: Bool,
    by identity: Identity,
    _ style: Style
  ) throws(RecordFault) {
    var balance: [[String]: Int] = [:]
    func neighbours(_ value: JSONValue) throws(RecordFault) -> [(JSONValue.Member?, JSONValue)] {
      switch value.content {
      case .array(let items): return items.map { (nil, $0) }
      case .object(let members): return members.map { ($0, $0.value) }
      default: throw Self.noList(value)
      }
    }
    let rows: [(from: String?, range: Range<Int>, value: JSONValue)]
    switch adjacency.content {
    case .array(let items):
      rows = items.enumerated().map { number, item in
        (nodes.indices.contains(number) ? nodes[number] : nil, item.range, item)
      }
    case .object(let members): rows = members.map { ($0.key, $0.keyRange, $0.value) }
    default: throw Self.noList(adjacency)
    }
    for row in rows {
      for (member, value) in try neighbours(row.value) {
        let target = member?.key ?? value["id"]?.identity ?? value.identity
        let range = member?.keyRange ?? value["id"]?.range ?? value.range
        if !isDirected, let from = row.from, let target {
          let key = value["key"]?.text ?? ""
          if balance[[target, from, key], default: 0] > 0 {
            balance[[target, from, key], default: 0] -= 1
            continue
          }
          if from != target { balance[[from, target, key], default: 0] += 1 }
        }
        if let from = row.from {
          Self.add(from, StructuralColumn.source, at: row.range, to: &edges)
        }
        if let target { Self.add(target, StructuralColumn.target, at: range, to: &edges) }
        if case .object(let fields) = value.content {
          for field in fields where member != nil || field.key != "id" {
            Self.add(field.value, field.key, field.keyRange, to: &edges)
          }
        } else if member != nil {
          Self.add(value, "weight", range, to: &edges)
        }
        endEdge(at: range, isDirected: isDirected, range)
      }
    }
  }
}
