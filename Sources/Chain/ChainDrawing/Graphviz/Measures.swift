/// What the library says about the sizes of a blueprint's labels, in points.
struct Measures: Equatable, Sendable {
  /// The whole of each node.
  var nodes: [Size]
  /// The label of each edge; nothing by nothing where there is none.
  var edges: [Size]
  /// The label of each band.
  var bands: [Size]
  /// The label of the graph.
  var title: Size
  /// The label of the page; nothing by nothing where there is none.
  var legend: Size
}

/// A width and a height in points.
struct Size: Hashable, Sendable {
  var width: Double
  var height: Double

  static let zero = Size(width: 0, height: 0)
}
