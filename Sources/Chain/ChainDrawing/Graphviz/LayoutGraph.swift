internal import CGraphviz

/// A graph of the library, made from a blueprint.
struct LayoutGraph: ~Copyable {
  private let handle: OpaquePointer
  private var nodes: [UnsafeMutableRawPointer] = []
  private var edges: [UnsafeMutableRawPointer] = []
  private var bands: [UnsafeMutableRawPointer] = []
  private var page: UnsafeMutableRawPointer?

  init(named name: String) throws(RenderError) {
    guard let handle = cgv_graph_open(name) else {
      throw .library("no graph: \(pendingErrors())")
    }
    self.handle = handle
  }

  mutating func fill(from blueprint: Blueprint) throws(RenderError) {
    try set(blueprint.graph, on: nil)
    for attribute in blueprint.node { cgv_default_node(handle, attribute.key, attribute.value) }
    for attribute in blueprint.edge { cgv_default_edge(handle, attribute.key, attribute.value) }
    if let attributes = blueprint.page {
      page = try subgraph(Blueprint.pageName, of: nil)
      try set(attributes, on: page)
    }
    // The nodes are made in the order of the bands, which is the order in which DOT lists them.
    var made = [UnsafeMutableRawPointer?](repeating: nil, count: blueprint.nodes.count)
    for (index, band) in blueprint.bands.enumerated() {
      let subgraph = try subgraph(Blueprint.bandName(index), of: page)
      try set(band.attributes, on: subgraph)
      bands.append(subgraph)
      for node in band.nodes {
        made[node] = try self.node(blueprint.nodes[node], in: subgraph)
      }
    }
    for (index, node) in blueprint.nodes.enumerated() {
      if let node = made[index] {
        nodes.append(node)
      } else {
        nodes.append(try self.node(node, in: nil))
      }
    }
    for edge in blueprint.edges {
      guard let made = cgv_edge(handle, nodes[edge.from], nodes[edge.to]) else {
        throw .library("no edge from '\(blueprint.nodes[edge.from].name)': \(pendingErrors())")
      }
      try set(edge.attributes, on: made)
      edges.append(made)
    }
  }

  deinit { cgv_graph_close(handle) }

  private func subgraph(
    _ name: String,
    of parent: UnsafeMutableRawPointer?
  ) throws(RenderError) -> UnsafeMutableRawPointer {
    guard let subgraph = cgv_subgraph(handle, parent, name) else {
      throw .library("no subgraph '\(name)': \(pendingErrors())")
    }
    return subgraph
  }

  private func node(
    _ node: Blueprint.Node,
    in parent: UnsafeMutableRawPointer?
  ) throws(RenderError) -> UnsafeMutableRawPointer {
    guard let made = cgv_node(handle, parent, node.name) else {
      throw .library("no node '\(node.name)': \(pendingErrors())")
    }
    try set(node.attributes, on: made)
    return made
  }

  private func set(
    _ attributes: [Blueprint.Attribute],
    on object: UnsafeMutableRawPointer?
  ) throws(RenderError) {
    for attribute in attributes {
      guard cgv_set(handle, object, attribute.key, attribute.value, attribute.isMarkup) else {
        throw .library("attribute '\(attribute.key)': \(pendingErrors())")
      }
    }
  }

  func measure(in context: OpaquePointer) -> Bool { cgv_measure(context, handle) }

  func layOut(in context: OpaquePointer, engine: String) -> Bool {
    cgv_layout(context, handle, engine)
  }

  /// What is drawn, once an engine has placed it.
  var bounds: DrawnArea {
    var (low, high) = (CGVPoint(), CGVPoint())
    cgv_bounds(handle, &low, &high)
    return DrawnArea(
      extent: Extent(width: high.x - low.x, height: high.y - low.y),
      middle: Point(x: (low.x + high.x) / 2, y: (low.y + high.y) / 2)
    )
  }

  func measures() -> Measures {
    Measures(
      nodes: nodes.map { Size(cgv_node_size($0)) },
      edges: edges.map { Size(cgv_edge_label_size($0)) },
      bands: bands.map { Size(cgv_graph_label_size(handle, $0)) },
      title: Size(cgv_graph_label_size(handle, nil)),
      legend: page.map { Size(cgv_graph_label_size(handle, $0)) } ?? .zero
    )
  }

  /// Puts everything in its place.
  func place(_ placement: Placement) throws(RenderError) {
    // Graphviz's pages grow upwards.
    let height = placement.page.bottom
    func point(_ point: Point) -> CGVPoint { CGVPoint(x: point.x, y: height - point.y) }
    func place(_ box: Box, _ label: Point, _ subgraph: UnsafeMutableRawPointer?) {
      let low = point(Point(x: box.left, y: box.bottom))
      let high = point(Point(x: box.right, y: box.top))
      cgv_place_graph(handle, subgraph, low, high, point(label))
    }
    place(placement.page, placement.title, nil)
    if let page { place(placement.page, placement.legend, page) }
    for (subgraph, band) in zip(bands, placement.bands) {
      place(band.box, band.heading, subgraph)
    }
    for (node, box) in zip(nodes, placement.cards) { cgv_place_node(node, point(box.middle)) }
    for (edge, route) in zip(edges, placement.routes) {
      let points = route.points.map(point)
      let isDrawn = cgv_route_edge(
        edge,
        points,
        points.count,
        point(route.start),
        point(route.end),
        route.startsAtHead
      )
      guard isDrawn else { throw .layout("an edge has no line: \(pendingErrors())") }
      if let label = route.label { cgv_place_edge_label(edge, point(label)) }
    }
  }

  /// Scales the drawing to a sheet and puts it in the middle. The attribute is read when the graph is
  /// rendered, so that it can depend on what was placed.
  func scale(_ drawn: DrawnArea, to sheet: Sheet) throws(RenderError) {
    let viewport = [
      sheet.size.width, sheet.size.height, sheet.drawnScale(of: drawn.extent), drawn.middle.x,
      drawn.middle.y,
    ]
    let value = viewport.map { String($0) }.joined(separator: ",")
    try set([.plain("viewport", value), .plain("margin", "0")], on: nil)
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

  func add(
    to document: borrowing LayoutDocument,
    size: Extent,
    in context: OpaquePointer
  ) throws(RenderError) {
    try document.add(handle, size: size, in: context)
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

extension Size {
  fileprivate init(_ size: CGVSize) { self.init(width: size.width, height: size.height) }
}
