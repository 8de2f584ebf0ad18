import Diagnostics
import YAML

/// The files of a data set of two tables.
package enum BulkFolder {
  package static let nodes = "nodes.csv"
  package static let edges = "edges.csv"

  /// The largest file of nodes: columns count their bytes in 32 bits, and an attribute takes up to
  /// three times the bytes of its cell.
  static let largestNodes = 1 << 30
  /// The largest file of relations, which are counted in 32 bits.
  static let largestEdges = 16 << 30

  /// Whether a folder is meant as such a data set: one file of the two is enough to miss the other.
  static func isMeant(_ folder: String) -> Bool { has(nodes, folder) || has(edges, folder) }

  /// Whether a folder has both tables.
  static func isWhole(_ folder: String) -> Bool { has(nodes, folder) && has(edges, folder) }

  private static func has(_ name: String, _ folder: String) -> Bool {
    YAMLFile.type(of: folder + "/" + name) == .typeRegular
  }
}
