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
    try draw(blueprint, format: format, on: sheet, placing: placing).bytes
  }

  /// A rendered drawing.
  struct Drawn: Sendable {
    var bytes: [UInt8]
    /// The factor by which a drawing without a sheet is smaller than it would be without a bound.
    var scale = 1.0
  }

  /// What ``render(_:format:on:placing:)`` does; without a sheet, a drawing beyond `bound` is drawn
  /// smaller.
  static func draw(
    _ blueprint: Blueprint,
    format: String,
    on sheet: Sheet? = nil,
    within bound: DrawingBound? = nil,
    placing: @Sendable (Measures) -> Placement
  ) throws(RenderError) -> Drawn {
    try exclusively { () throws(RenderError) in
      let context = try LayoutContext()
      var graph = try LayoutGraph(named: blueprint.name)
      try graph.fill(from: blueprint)
      let drawn = try context.place(graph, of: blueprint, placing)
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
    let words = pendingErrors()
    guard !words.contains("Error:") else { throw .layout(words) }
  }

  func render(_ graph: borrowing LayoutGraph, format: String) throws(RenderError) -> [UInt8] {
    try graph.bytes(in: handle, format: format)
  }
}
