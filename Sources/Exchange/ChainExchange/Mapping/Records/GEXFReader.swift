import Diagnostics
import XML

/// Reads GEXF, as Gephi writes it: nodes, edges, nested nodes and the attributes of both; of a
/// dynamic graph all values at once, each of its times with them. How things look is not read.
struct GEXFReader {
  /// An attribute that the file declares.
  private struct Attribute {
    let name: String
    var value: (text: String, place: BytePlace)?
  }

  /// A node or an edge that has begun.
  fileprivate struct Pending {
    let form: RecordTable.Form
    let place: BytePlace
    var texts: [(column: String, text: String, place: BytePlace)] = []
    var attributes: Set<String> = []
    var id: String?
  }

  private let source: SourceText
  private var cursor: ByteCursor
  private var nodes: RecordTable
  private var edges: RecordTable
  private var log: FaultLog
  /// Those of nodes and those of edges, each by its number in the file.
  private var attributes: [RecordTable.Form: [String: Attribute]] = [:]
  private var declared: RecordTable.Form?
  private var open: [Pending] = []
  private var identities: Set<String> = []
  private var isDirected = false
  private var unread = UnreadElements()

  static func read(_ bytes: [UInt8], path: String) -> RecordSource {
    var reader = GEXFReader(bytes, path: path)
    reader.read(bytes)
    return RecordSource(
      tables: [reader.nodes, reader.edges],
      source: reader.source,
      diagnostics: reader.log.diagnostics
    )
  }

  private init(_ bytes: [UInt8], path: String) {
    source = SourceText(path: path, bytes: bytes)
    cursor = ByteCursor(bytes)
    nodes = RecordTable(.nodes, path: path)
    edges = RecordTable(.edges, path: path)
    log = FaultLog(path: path)
  }

  private mutating func read(_ bytes: [UInt8]) {
    var xml = XMLReader(bytes, takesNamedType: true)
    var hasGraph = false
    do throws(XMLFault) {
      while let event = try xml.next() {
        switch event {
        case .start(let element):
          hasGraph = hasGraph || element.name.local == "graph"
          try start(element, &xml)
        case .end(let name):
          let isItem = name.local == "node" || name.local == "edge"
          if isItem, let pending = open.popLast() { finish(pending) }
        case .text: break
        }
        guard log.hasRoom else { return log.cut() }
      }
    } catch {
      log.report(Diagnostic(error, at: place(error.position, "<").location(in: source)))
      return
    }
    unread.report(to: &log, in: source)
    if !hasGraph {
      log.report(.noGEXF(at: BytePlace(0..<1).location(in: source)))
    }
  }

  private mutating func place(_ position: SourcePosition, _ text: String) -> BytePlace {
    BytePlace(cursor.range(from: position, of: text))
  }

  private mutating func start(_ element: XMLElement, _ xml: inout XMLReader) throws(XMLFault) {
    let position = xml.position
    switch element.name.local {
    // The standard's default is an edge without a direction.
    case "graph": isDirected = element["defaultedgetype"] == "directed"
    case "attributes": declared = element["class"] == "edge" ? .edges : .nodes
    case "attribute": try readAttribute(element, &xml)
    case "node":
      let place = place(position, "<node")
      var pending = Pending(form: .nodes, place: place, id: element["id"])
      if let id = element["id"], !id.isEmpty {
        pending.add(id, StructuralColumn.id)
        if !identities.insert(id).inserted {
          log.report(.duplicateNode(id, at: place.location(in: source)))
        }
      } else {
        log.report(.missingField("id", at: place.location(in: source)))
      }
      if let parent = element["pid"] ?? open.last(where: { $0.form == .nodes })?.id {
        pending.add(parent, StructuralColumn.parent)
      }
      take(["label"], of: element, into: &pending)
      takeRest(of: element, besides: ["id", "pid", "label"], into: &pending)
      open.append(pending)
    case "parent":
      if let parent = element["for"], !open.isEmpty {
        open[open.count - 1].add(parent, StructuralColumn.parent)
      }
    case "edge": startEdge(element, at: position)
    case "spell":
      guard let last = open.indices.last else { return }
      takeRest(of: element, besides: [], into: &open[last])
    case "description", "keywords":
      let place = place(position, "<" + element.name.local)
      guard open.isEmpty, try !xml.finishElement().trimmingSpace().isEmpty else { return }
      let at = place.location(in: source)
      log.report(.unreadField(element.name.local, count: 1, at: at))
    case "attvalue": readValue(element, at: position)
    default:
      guard !Self.known.contains(element.name.local), !element.name.namespace.contains("viz")
      else { return }
      let name = element.name.local
      unread.add(name, .unknown, at: place(position, "<" + name))
    }
  }

  /// Elements that hold others, that say who wrote the file, or how things look.
  private static let known: Set<String> = [
    "gexf", "meta", "creator", "nodes", "edges", "attvalues", "parents", "spells", "slices",
    "slice",
    "options", "default", "color", "position", "size", "shape", "thickness",
  ]

  private mutating func startEdge(_ element: XMLElement, at position: SourcePosition) {
    var pending = Pending(form: .edges, place: place(position, "<edge"))
    take(["source", "target", "id", "label"], of: element, into: &pending)
    takeRest(of: element, besides: ["source", "target", "id", "label", "type"], into: &pending)
    if (element["type"] ?? (isDirected ? "directed" : "undirected")) != "directed" {
      pending.add("false", StructuralColumn.directed)
    }
    open.append(pending)
  }

  private func take(
    _ names: [String],
    of element: XMLElement,
    into pending: inout Pending
  ) {
    for name in names {
      guard let text = element[name], !text.isEmpty else { continue }
      pending.add(text, "$" + name)
    }
  }

  /// Takes what the format has besides, such as weights and times, and what programs add to it.
  private func takeRest(
    of element: XMLElement,
    besides known: [String],
    into pending: inout Pending,
    as prefix: String = "",
    at place: BytePlace? = nil
  ) {
    for field in element.attributes {
      guard !known.contains(field.name.local), !field.value.isEmpty else { continue }
      pending.texts.append((prefix + field.name.local, field.value, place ?? pending.place))
    }
  }

  private mutating func readAttribute(
    _ element: XMLElement,
    _ xml: inout XMLReader
  ) throws(XMLFault) {
    var attribute = Attribute(name: element["title"] ?? element["id"] ?? "")
    var depth = 1
    var isDefault = false
    while depth > 0, let event = try xml.next() {
      switch event {
      case .start(let child):
        depth += 1
        isDefault = child.name.local == "default"
      case .text(let text):
        if isDefault { attribute.value = (text.trimmingSpace(), place(xml.position, text)) }
      case .end:
        depth -= 1
        isDefault = false
      }
    }
    attributes[declared ?? .nodes, default: [:]][element["id"] ?? ""] = attribute
  }

  private mutating func readValue(_ element: XMLElement, at position: SourcePosition) {
    guard let last = open.indices.last, let text = element["value"] else {
      return unread.add("attvalue", .withoutValue, at: place(position, "<attvalue"))
    }
    // Version 1.1 of the format calls it by another name.
    let id = element["for"] ?? element["id"] ?? ""
    let name = attributes[open[last].form]?[id]?.name ?? id
    let place = place(position, "<attvalue")
    open[last].attributes.insert(id)
    open[last].texts.append((name, text.trimmingSpace(), place))
    // When it held so, in a dynamic graph.
    let known = ["for", "id", "value"]
    takeRest(of: element, besides: known, into: &open[last], as: name + ".", at: place)
  }

  private mutating func finish(_ pending: Pending) {
    var pending = pending
    let known = attributes[pending.form] ?? [:]
    for (id, attribute) in known.sorted(by: { $0.key < $1.key }) {
      guard !pending.attributes.contains(id), let value = attribute.value else { continue }
      pending.texts.append((attribute.name, value.text, value.place))
    }
    if pending.form == .nodes {
      Self.add(pending, to: &nodes)
    } else {
      Self.add(pending, to: &edges)
    }
  }

  private static func add(_ pending: Pending, to table: inout RecordTable) {
    for (column, text, place) in pending.texts {
      table.add(text.utf8, column: table.makeColumn(column, at: place), at: place)
    }
    table.endRecord(at: pending.place)
  }
}

extension GEXFReader.Pending {
  fileprivate mutating func add(_ text: String, _ column: String) {
    texts.append((column, text, place))
  }
}
