import Bilingual
import Diagnostics
import XML

/// Reads GraphML: nodes, edges and nested graphs, with keys and their defaults, and the labels that
/// yEd draws.
struct GraphMLReader {
  /// A key that the file declares: what its data mean.
  private struct Key {
    let name: String
    /// `node`, `edge`, `graph` or `all`.
    let domain: String
    /// Whether it holds a drawing of yEd, of which the labels alone are read.
    let isDrawing: Bool
    var value: Text?
  }

  fileprivate struct Text {
    let text: String
    let place: BytePlace
  }

  /// A node or an edge that has begun.
  fileprivate struct Pending {
    let form: RecordTable.Form
    let place: BytePlace
    var texts: [(column: String, text: Text)] = []
    /// The keys that it has data of.
    var keys: Set<String> = []
  }

  private enum Context {
    case graph(isDirected: Bool)
    case item(Pending)
    case other
  }

  private let source: SourceText
  private var cursor: ByteCursor
  private var nodes: RecordTable
  private var edges: RecordTable
  private var log: FaultLog
  private var keys: [String: Key] = [:]
  private var stack: [Context] = []
  private var identities: Set<String> = []
  private var hyperedges: (count: Int, place: BytePlace)?
  private var ports: (count: Int, place: BytePlace)?
  private var graphName: String?
  private var isOwn = false
  private var isGEXF = false
  /// What is said of the whole, in the order of the file.
  private var facts: [(name: String, text: Text)] = []
  private var unread = UnreadElements()

  /// GEXF is told by its root element, and read as well: people know the program that drew a graph
  /// better than the format it was saved in.
  static func read(_ bytes: [UInt8], path: String) -> RecordSource {
    // Here already, so that the lines that faults show are those that were read.
    let bytes = XMLText.utf8(bytes)
    var reader = GraphMLReader(bytes, path: path)
    reader.read(bytes)
    if reader.isGEXF { return GEXFReader.read(bytes, path: path) }
    return RecordSource(
      tables: [reader.nodes, reader.edges],
      source: reader.source,
      diagnostics: reader.log.diagnostics,
      own: reader.isOwn
        ? OwnExport(Dictionary(reader.facts.map { ($0.name, $0.text.text) }) { $1 }) : nil
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
    // Older programs name the type that the standard once had; what it declares is not fetched.
    var xml = XMLReader(bytes, takesNamedType: true)
    do throws(XMLFault) {
      var isGraphML = false
      while let event = try xml.next() {
        switch event {
        case .start(let element):
          if !isGraphML {
            isGraphML = element.name.local == "graphml"
            isGEXF = element.name.local == "gexf"
            if isGEXF { return }
            if !isGraphML {
              log.report(.noGraphML(element.name.local, at: at(xml.position, "<")))
              return
            }
          }
          try start(element, &xml)
        case .end: end()
        case .text: break
        }
        guard log.hasRoom else { return log.cut() }
      }
    } catch {
      log.report(Diagnostic(error, at: at(error.position, "<")))
    }
    if let hyperedges {
      log.report(.hyperedges(hyperedges.count, at: hyperedges.place.location(in: source)))
    }
    if let ports { log.report(.ports(ports.count, at: ports.place.location(in: source))) }
    for (name, facts) in Dictionary(grouping: facts, by: \.name).sorted(by: { $0.key < $1.key })
    where !isOwn {
      let place = facts[0].text.place.location(in: source)
      log.report(.unreadField(name, count: facts.count, at: place))
    }
    unread.report(to: &log, in: source)
  }

  // MARK: Places

  /// The stretch of a text that begins at a position, as far as its first line goes.
  private mutating func place(_ position: SourcePosition, _ text: String) -> BytePlace {
    BytePlace(cursor.range(from: position, of: text))
  }

  private mutating func at(_ position: SourcePosition, _ text: String) -> Diagnostic.Location {
    place(position, text).location(in: source)
  }

  // MARK: Elements

  private mutating func start(_ element: XMLElement, _ xml: inout XMLReader) throws(XMLFault) {
    let position = xml.position
    switch element.name.local {
    case "key": try readKey(element, &xml)
    case "graph":
      let parent = stack.last
      stack.append(.graph(isDirected: element["edgedefault"] != "undirected"))
      if case .item = parent { return }
      graphName = element["id"]
      if element["id"] == OwnExport.type { isOwn = true }
    case "node": startNode(element, at: position)
    case "edge": startEdge(element, at: position)
    case "data": try readData(element, &xml)
    case "desc":
      let place = place(position, "<desc")
      let text = try xml.finishElement().trimmingSpace()
      note(key: "desc", text.isEmpty ? nil : Text(text: text, place: place))
    case "hyperedge":
      hyperedges = (
        (hyperedges?.count ?? 0) + 1, hyperedges?.place ?? place(position, "<hyperedge")
      )
      try xml.finishElement()
    case "port":
      count(port: position)
      stack.append(.other)
    default:
      if isWithinKnown {
        unread.add(element.name.local, .unknown, at: place(position, "<" + element.name.local))
      }
      stack.append(.other)
    }
  }

  /// Whether the element that begins stands in one that is read; what stands within something that
  /// is left out is left out with it.
  private var isWithinKnown: Bool {
    switch stack.last {
    case .graph, .item: true
    case .other: stack.count == 1
    case nil: false
    }
  }

  private mutating func count(port position: SourcePosition) {
    ports = ((ports?.count ?? 0) + 1, ports?.place ?? place(position, "<port"))
  }

  private mutating func end() {
    guard case .item(let pending)? = stack.popLast() else { return }
    finish(pending)
  }

  private mutating func readKey(_ element: XMLElement, _ xml: inout XMLReader) throws(XMLFault) {
    var key = Key(
      name: element["attr.name"] ?? element["id"] ?? "",
      domain: element["for"] ?? "all",
      isDrawing: element["yfiles.type"] != nil
    )
    var depth = 1
    var isDefault = false
    while depth > 0, let event = try xml.next() {
      switch event {
      case .start(let child):
        depth += 1
        isDefault = depth == 2 && child.name.local == "default"
      case .text(let text):
        guard isDefault else { continue }
        key.value = Text(text: text, place: place(xml.position, text))
      case .end:
        depth -= 1
        isDefault = false
      }
    }
    keys[element["id"] ?? ""] = key
  }

  private mutating func startNode(_ element: XMLElement, at position: SourcePosition) {
    let place = place(position, "<node")
    var pending = Pending(form: .nodes, place: place)
    if let id = element["id"], !id.isEmpty {
      pending.add(id, StructuralColumn.id)
      if !identities.insert(id).inserted {
        log.report(.duplicateNode(id, at: place.location(in: source)))
      }
    } else {
      log.report(.missingField("id", at: place.location(in: source)))
    }
    for case .item(let parent) in stack.reversed() where parent.form == .nodes {
      if let id = parent.texts.first { pending.add(id.text.text, StructuralColumn.parent) }
      break
    }
    if let graphName { pending.add(graphName, StructuralColumn.graph) }
    pending.add(fieldsOf: element, besides: ["id"])
    stack.append(.item(pending))
  }

  private mutating func startEdge(_ element: XMLElement, at position: SourcePosition) {
    var pending = Pending(form: .edges, place: place(position, "<edge"))
    for end in ["source", "target"] {
      // An edge without an end is told of by the relation that would be made of it.
      guard let node = element[end], !node.isEmpty else { continue }
      pending.add(node, "$" + end)
      if element[end + "port"] != nil { count(port: position) }
    }
    if let id = element["id"] { pending.add(id, StructuralColumn.id) }
    if let graphName { pending.add(graphName, StructuralColumn.graph) }
    var isDirected = true
    for case .graph(let byDefault) in stack.reversed() {
      isDirected = byDefault
      break
    }
    if let own = element["directed"] { isDirected = own != "false" && own != "0" }
    if !isDirected { pending.add("false", StructuralColumn.directed) }
    let own = ["id", "source", "target", "sourceport", "targetport", "directed"]
    pending.add(fieldsOf: element, besides: own)
    stack.append(.item(pending))
  }

  // MARK: Data

  private mutating func readData(_ element: XMLElement, _ xml: inout XMLReader) throws(XMLFault) {
    let id = element["key"] ?? ""
    let key = keys[id]
    if key?.isDrawing == true { return try readDrawing(&xml) }
    var text = ""
    var start: BytePlace?
    var depth = 1
    while depth > 0, let event = try xml.next() {
      switch event {
      case .start(let child):
        depth += 1
        // Text within is read; what an element says by its attributes is not.
        guard !child.attributes.isEmpty else { continue }
        unread.add(key?.name ?? id, .withinValue, at: place(xml.position, "<"))
      case .end: depth -= 1
      case .text(let piece):
        start = start ?? place(xml.position, piece)
        text += piece
      }
    }
    guard let start else {
      // An empty text is a text: a default does not stand for it.
      note(key: id, nil)
      return
    }
    note(key: id, Text(text: text.trimmingSpace(), place: start))
  }

  private mutating func note(key id: String, _ text: Text?) {
    let name = keys[id]?.name ?? id
    guard case .item(var pending)? = stack.last else {
      // What stands in a graph, and in no node, describes the whole.
      if let text, !text.text.isEmpty { facts.append((name, text)) }
      return
    }
    // Taken off, so that its texts are not copied for each one that is added.
    stack.removeLast()
    pending.keys.insert(id)
    if let text { pending.texts.append((name, text)) }
    stack.append(.item(pending))
  }

  /// Reads the labels of a drawing of yEd; what else it says is how things look.
  private mutating func readDrawing(_ xml: inout XMLReader) throws(XMLFault) {
    var depth = 1
    var labelDepth: Int?
    var label: Text?
    while depth > 0, let event = try xml.next() {
      switch event {
      case .start(let element):
        depth += 1
        let isLabel = element.name.local == "NodeLabel" || element.name.local == "EdgeLabel"
        if labelDepth == nil, isLabel { labelDepth = depth }
      case .text(let piece):
        // Inside a label stand elements that place it, with blanks between them.
        guard labelDepth == depth else { continue }
        label = Text(
          text: (label?.text ?? "") + piece,
          place: label?.place ?? place(xml.position, piece)
        )
      case .end:
        if labelDepth == depth {
          add(label: label)
          (label, labelDepth) = (nil, nil)
        }
        depth -= 1
      }
    }
  }

  private mutating func add(label: Text?) {
    guard let label, case .item(var pending)? = stack.last else { return }
    let text = label.text.trimmingSpace().onOneLine
    let isKnown = pending.texts.contains {
      $0.column == StructuralColumn.label && $0.text.text == text
    }
    // A group is drawn open and closed, with one label for both.
    guard !text.isEmpty, !isKnown else { return }
    pending.texts.append((StructuralColumn.label, Text(text: text, place: label.place)))
    stack[stack.count - 1] = .item(pending)
  }

  private mutating func finish(_ pending: Pending) {
    var pending = pending
    let domain = pending.form == .nodes ? "node" : "edge"
    for (id, key) in keys.sorted(by: { $0.key < $1.key }) {
      guard key.domain == domain || key.domain == "all", !pending.keys.contains(id),
        let value = key.value
      else { continue }
      pending.texts.append((key.name, value))
    }
    if pending.form == .nodes {
      Self.add(pending, to: &nodes)
    } else {
      Self.add(pending, to: &edges)
    }
  }

  private static func add(_ pending: Pending, to table: inout RecordTable) {
    for (column, text) in pending.texts {
      let number = table.makeColumn(column, at: text.place)
      table.add(text.text.utf8, column: number, at: text.place)
    }
    table.endRecord(at: pending.place)
  }
}

extension GraphMLReader.Pending {
  /// Adds what programs write as attributes of the element itself, where the standard has `data`.
  fileprivate mutating func add(fieldsOf element: XMLElement, besides known: [String]) {
    for field in element.attributes {
      let name = field.name.local
      // These help a program to make room.
      guard !known.contains(name), !name.hasPrefix("parse.") else { continue }
      add(field.value, name)
    }
  }

  fileprivate mutating func add(_ text: String, _ column: String) {
    texts.append((column, GraphMLReader.Text(text: text, place: place)))
  }
}
