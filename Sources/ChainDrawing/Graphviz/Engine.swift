internal import CGraphviz
internal import Synchronization

/// Every use of Graphviz goes through here, one at a time: it keeps its errors, its strings and its
/// plugins in global state.
enum Engine {
  private static let turn = Mutex<Void>(())

  /// Lays a blueprint out and renders it in a format of Graphviz, such as `svg` or `json`.
  static func render(
    _ blueprint: Blueprint,
    format: String
  ) throws(RenderError) -> [UInt8] {
    try exclusively { () throws(RenderError) in
      let context = try LayoutContext()
      var graph = try LayoutGraph(named: blueprint.name)
      try graph.fill(from: blueprint)
      return try context.render(graph, format: format)
    }
  }

  /// The blueprint in the DOT language, without coordinates.
  static func dot(_ blueprint: Blueprint) throws(RenderError) -> [UInt8] {
    try exclusively { () throws(RenderError) in
      var graph = try LayoutGraph(named: blueprint.name)
      try graph.fill(from: blueprint)
      return try graph.dot()
    }
  }

  static func version() throws(RenderError) -> String {
    try exclusively { () throws(RenderError) in
      try LayoutContext().version
    }
  }

  private static func exclusively<Result: Sendable>(
    _ body: () throws(RenderError) -> Result
  ) throws(RenderError) -> Result {
    try turn.withLock { _ throws(RenderError) in
      // Words that an earlier call left behind are not this one's.
      _ = pendingErrors()
      return try body()
    }
  }
}

private func pendingErrors() -> String { String(cString: cgv_take_errors()) }

private struct LayoutContext: ~Copyable {
  private let handle: OpaquePointer

  init() throws(RenderError) {
    guard let handle = cgv_context_open() else {
      throw .library("no context: \(pendingErrors())")
    }
    self.handle = handle
  }

  deinit { cgv_context_close(handle) }

  var version: String { String(cString: cgv_version(handle)) }

  func render(_ graph: borrowing LayoutGraph, format: String) throws(RenderError) -> [UInt8] {
    try graph.layOut(in: handle)
    return try graph.bytes(in: handle, format: format)
  }
}

private struct LayoutGraph: ~Copyable {
  private let handle: OpaquePointer
  private var nodes: [String: UnsafeMutableRawPointer]
  private var bands: [UnsafeMutableRawPointer?]
  private var page: UnsafeMutableRawPointer?

  init(named name: String) throws(RenderError) {
    guard let handle = cgv_graph_open(name) else {
      throw .library("no graph: \(pendingErrors())")
    }
    self.handle = handle
    nodes = [:]
    bands = []
    page = nil
  }

  mutating func fill(from blueprint: Blueprint) throws(RenderError) {
    for attribute in blueprint.graph { try set(attribute, on: nil) }
    for attribute in blueprint.node { cgv_default_node(handle, attribute.key, attribute.value) }
    for attribute in blueprint.edge { cgv_default_edge(handle, attribute.key, attribute.value) }
    try add(blueprint.elements, to: nil, of: blueprint)
  }

  deinit { cgv_graph_close(handle) }

  private mutating func add(
    _ elements: [Blueprint.Element],
    to parent: UnsafeMutableRawPointer?,
    of blueprint: Blueprint
  ) throws(RenderError) {
    for element in elements {
      switch element {
      case .node(let name, let attributes):
        guard let node = nodes[name] ?? cgv_node(handle, nil, name) else {
          throw .library("no node '\(name)': \(pendingErrors())")
        }
        nodes[name] = node
        if parent != nil { _ = cgv_node(handle, parent, name) }
        for attribute in attributes { try set(attribute, on: node) }
      case .edge(let from, let to, let attributes):
        guard let tail = nodes[from], let head = nodes[to],
          let edge = cgv_edge(handle, tail, head)
        else { throw .library("no edge '\(from)' to '\(to)': \(pendingErrors())") }
        for attribute in attributes { try set(attribute, on: edge) }
      case .subgraph(let name, let attributes, let inner):
        guard let subgraph = cgv_subgraph(handle, parent, name) else {
          throw .library("no subgraph '\(name)': \(pendingErrors())")
        }
        if blueprint.bands.contains(name) { bands.append(subgraph) }
        if blueprint.page == name { page = subgraph }
        for attribute in attributes { try set(attribute, on: subgraph) }
        try add(inner, to: subgraph, of: blueprint)
      }
    }
  }

  private func set(
    _ attribute: Blueprint.Attribute,
    on object: UnsafeMutableRawPointer?
  ) throws(RenderError) {
    guard cgv_set(handle, object, attribute.key, attribute.value, attribute.isMarkup) else {
      throw .library("attribute '\(attribute.key)': \(pendingErrors())")
    }
  }

  func layOut(in context: OpaquePointer) throws(RenderError) {
    guard cgv_layout(context, handle, "dot") else { throw .layout(pendingErrors()) }
    // A layout that went on after an error has a hole somewhere: a label that did not parse is
    // replaced by the name of its node. Warnings are about how hard it was.
    let words = pendingErrors()
    guard !words.contains("Error:") else { throw .layout(words) }
    cgv_settle_bands(handle, page, bands, bands.count, 14)
  }

  func bytes(in context: OpaquePointer, format: String) throws(RenderError) -> [UInt8] {
    var data: UnsafeMutablePointer<CChar>?
    var length = 0
    guard cgv_render(context, handle, format, &data, &length), let data else {
      throw .output(format: format, pendingErrors())
    }
    defer { cgv_free_bytes(data) }
    // A picture too large for its format comes back as success, and empty.
    guard length > 0 else { throw .output(format: format, "nothing came out") }
    return [UInt8](UnsafeRawBufferPointer(start: data, count: length))
  }

  func dot() throws(RenderError) -> [UInt8] {
    var length = 0
    guard let text = cgv_write(handle, &length) else {
      throw .output(format: "dot", pendingErrors())
    }
    defer { cgv_free_text(text) }
    return [UInt8](UnsafeRawBufferPointer(start: text, count: length))
  }
}
