import ChainModel

/// The nodes that files of graphs draw, by the identities that the files themselves give them,
/// whatever a mapping tells their entities apart by.
struct DrawnNodes {
  /// What was made of a drawn node.
  struct Taken: Equatable {
    let entity: Int
    /// Whether the entity is told apart by the node's identity, so that it is the node itself.
    let isItself: Bool
  }

  /// Where an identity holds: in one graph, in one file, or anywhere.
  private struct Scope: Hashable {
    let id: String
    var file = -1
    var graph = ""
  }

  private static let mostAlike = 16

  private var drawn: Set<String> = []
  private var taken: [Scope: [Taken]] = [:]
  /// The drawn nodes of which each item of a list was made an entity, and nothing else.
  private var lists: Set<String> = []
  /// For each table the number of its file.
  private let files: [Int]
  private let hasFiles: Bool
  private let hasGraphs: Bool

  init(_ tables: [RecordTable]) {
    var numbers: [String: Int] = [:]
    files = tables.map { table in
      let number = numbers[table.path] ?? numbers.count
      numbers[table.path] = number
      return number
    }
    hasFiles = numbers.count > 1
    // Scopes cost memory: most files hold one graph.
    hasGraphs = tables.contains { $0.form == .nodes && $0.holdsSeveralGraphs }
  }

  /// Notes that a file draws a node.
  mutating func draw(_ id: String) { drawn.insert(id) }

  /// Whether some file draws a node of this identity.
  func contains(_ id: String) -> Bool { drawn.contains(id) }

  /// Whether of the node only the items of a list were taken.
  func isList(_ id: String) -> Bool { lists.contains(id) }

  /// Notes that the items of a list were made of a drawn node.
  mutating func takeList(_ id: String) { lists.insert(id) }

  /// Notes what was made of the node that a table draws.
  mutating func take(_ entity: Taken, id: String, table: Int, graph: String) {
    for scope in scopes(id, table, graph) {
      let known = taken[scope] ?? []
      // Thousands of graphs may number their nodes alike; beyond a few nobody can tell which.
      guard known.count < Self.mostAlike, !known.contains(entity) else { continue }
      taken[scope, default: []].append(entity)
    }
  }

  /// What was made of the node that is meant in a graph of a file: there, else in the file, else
  /// anywhere.
  func taken(_ id: String, table: Int, graph: @autoclosure () -> String) -> [Taken] {
    // Most files hold one graph, and every end of every edge is looked up.
    guard hasFiles || hasGraphs else { return taken[Scope(id: id)] ?? [] }
    for scope in scopes(id, table, hasGraphs ? graph() : "") {
      if let found = taken[scope] { return found }
    }
    return []
  }

  private func scopes(_ id: String, _ table: Int, _ graph: String) -> [Scope] {
    var scopes: [Scope] = []
    if hasGraphs { scopes.append(Scope(id: id, file: files[table], graph: graph)) }
    if hasFiles || hasGraphs { scopes.append(Scope(id: id, file: files[table])) }
    scopes.append(Scope(id: id))
    return scopes
  }
}

extension RecordTable {
  /// Whether nodes stand in more than one graph.
  fileprivate var holdsSeveralGraphs: Bool {
    guard let column = column(StructuralColumn.graph) else { return false }
    var first: String?
    for record in 0..<count {
      for cell in cells(of: record) where cell.column == UInt32(column) {
        let graph = text(cell)
        if let first, first != graph { return true }
        first = graph
      }
    }
    return false
  }
}
