import YAMLReading

/// The files of a data set of two tables.
enum BulkFolder {
  static let nodes = "nodes.csv"
  static let edges = "edges.csv"

  /// The largest file of nodes: columns of texts count their bytes in 32 bits.
  static let largestNodes = 4 << 30
  /// The largest file of relations, which are counted in 32 bits.
  static let largestEdges = 16 << 30

  /// Whether a folder is meant as such a data set: one file of the two is enough to miss the other.
  static func isMeant(_ folder: String) -> Bool {
    [nodes, edges].contains { YAMLFile.type(of: folder + "/" + $0) == .typeRegular }
  }
}
