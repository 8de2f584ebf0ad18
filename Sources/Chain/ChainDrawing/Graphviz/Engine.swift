internal import CGraphviz
internal import Synchronization

/// Every use of Graphviz goes through here, one at a time: it keeps its errors, its strings and its
/// plugins in global state.
enum Engine {
  fileprivate static let turn = Mutex<Void>(())

  /// Measures the labels of a blueprint, asks where everything stands, and renders it in a format of
  /// Graphviz, such as `svg` or `json0`, on a sheet of paper or, without one, on a page as large as
  /// the drawing. A blueprint that names an engine is placed by that.
  static func render(
    _ blueprint: Blueprint,
    format: String,
    on sheet: Sheet? = nil,
    placing: @Sendable (Measures) -> Placement
  ) throws(RenderError) -> [UInt8] {
    // Nothing is asked of it, so there is always something.
    try draw(blueprint, format: format, on: sheet, placing: placing)?.bytes ?? []
  }

  /// A rendered drawing.
  struct Drawn: Sendable {
    var bytes: [UInt8]
    /// The factor by which a drawing without a sheet is smaller than it would be without a bound.
    var scale = 1.0
  }

  /// What ``render(_:format:on:placing:)`` does; without a sheet, a drawing beyond `bound` is drawn
  /// smaller. Nothing where `isLegible` says no to the drawing's extent.
  static func draw(
    _ blueprint: Blueprint,
    format: String,
    on sheet: Sheet? = nil,
    within bound: DrawingBound? = nil,
    where isLegible: (Extent) -> Bool = { _ in true },
    placing: @Sendable (Measures) -> Placement
  ) throws(RenderError) -> Drawn? {
    try exclusively { () throws(RenderError) in
      let context = try LayoutContext()
      var graph = try LayoutGraph(named: blueprint.name)
      try graph.fill(from: blueprint)
      let drawn = try context.place(graph, of: blueprint, placing)
      guard isLegible(drawn.extent) else { return nil }
      var scale = 1.0
      if let sheet {
        try graph.scale(drawn, to: sheet)
      } else if let sheet = bound?.sheet(for: drawn.extent) {
        try graph.scale(drawn, to: sheet)
        scale = sheet.drawnScale(of: drawn.extent)
      }
      return Drawn(bytes: try context.render(graph, format: format), scale: scale)
    }
  }

  /// What is to be a page of a document.
  struct Page: Sendable {
    var blueprint: Blueprint
    var sheet: Sheet
    var placing: @Sendable (Measures) -> Placement
  }

  /// One PDF of all pages, in their order.
  static func document(_ pages: [Page]) throws(RenderError) -> [UInt8] {
    try exclusively { () throws(RenderError) in
      let document = try LayoutDocument()
      for page in pages {
        let context = try LayoutContext()
        var graph = try LayoutGraph(named: page.blueprint.name)
        try graph.fill(from: page.blueprint)
        try graph.scale(try context.place(graph, of: page.blueprint, page.placing), to: page.sheet)
        try context.render(graph, on: page.sheet.size, of: document)
      }
      return try document.bytes()
    }
  }

  /// The size of what is drawn of a blueprint.
  static func extent(
    of blueprint: Blueprint,
    placing: @Sendable (Measures) -> Placement
  ) throws(RenderError) -> Extent {
    try exclusively { () throws(RenderError) in
      let context = try LayoutContext()
      var graph = try LayoutGraph(named: blueprint.name)
      try graph.fill(from: blueprint)
      return try context.place(graph, of: blueprint, placing).extent
    }
  }

  /// The sizes of a blueprint's labels.
  static func measure(_ blueprint: Blueprint) throws(RenderError) -> Measures {
    try exclusively { () throws(RenderError) in
      let context = try LayoutContext()
      var graph = try LayoutGraph(named: blueprint.name)
      try graph.fill(from: blueprint)
      try context.measure(graph)
      return graph.measures()
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

/// The turn that every use of Graphviz in a process waits for, for those who use it beside pictures, as
/// to check what was written.
package enum GraphvizTurn {
  /// Runs `body` while nobody else uses the library.
  package static func take<Result: Sendable>(_ body: () -> Result) -> Result {
    Engine.turn.withLock { _ in body() }
  }
}

/// What the libraries below Graphviz (Pango, GLib, Fontconfig, cairo) write to standard error.
package enum LibraryWords {
  /// Keeps it from users, for the error that may follow; for programs of which no other thread writes
  /// to standard error while pictures are drawn, since its words would be kept as well.
  package static func keep() { Engine.turn.withLock { _ in cgv_keep_words() } }
}

func pendingErrors() -> String { String(cString: cgv_take_errors()) }

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

  /// Puts everything in its place; what is drawn.
  func place(
    _ graph: borrowing LayoutGraph,
    of blueprint: Blueprint,
    _ placing: (Measures) -> Placement
  ) throws(RenderError) -> DrawnArea {
    if let engine = blueprint.engine {
      try check(graph.layOut(in: handle, engine: engine))
      return graph.bounds
    }
    try measure(graph)
    let placement = placing(graph.measures())
    try graph.place(placement)
    return DrawnArea(placement)
  }

  func measure(_ graph: borrowing LayoutGraph) throws(RenderError) {
    try check(graph.measure(in: handle))
  }

  private func check(_ isDone: Bool) throws(RenderError) {
    guard isDone else { throw .layout(pendingErrors()) }
    // A layout that went on after an error has a hole somewhere: a label that did not parse is
    // replaced by the name of its node. Warnings are about how hard it was.
    let hasError = cgv_has_error()
    let words = pendingErrors()
    guard !hasError else { throw .layout(words) }
  }

  func render(_ graph: borrowing LayoutGraph, format: String) throws(RenderError) -> [UInt8] {
    try graph.bytes(in: handle, format: format)
  }

  /// Renders the graph as the next page of a document.
  func render(
    _ graph: borrowing LayoutGraph,
    on size: Extent,
    of document: borrowing LayoutDocument
  ) throws(RenderError) {
    try graph.add(to: document, size: size, in: handle)
  }
}
