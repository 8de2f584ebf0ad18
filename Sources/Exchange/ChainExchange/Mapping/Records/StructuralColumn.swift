/// The columns that a form of file has of its own, beside those that its author named.
///
/// The sign keeps them apart from attributes which are called `id` or `label` as well.
enum StructuralColumn {
  static let id = "$id"
  static let label = "$label"
  /// What a JSON graph calls the relation of an edge.
  static let relation = "$relation"
  static let source = "$source"
  static let target = "$target"
  /// `false` for an edge without a direction; nothing else.
  static let directed = "$directed"
  /// The graph in which a node or an edge stands, where a file holds several.
  static let graph = "$graph"
  /// The node inside which a node is drawn.
  static let parent = "$parent"

  /// What every record has: the file, the line and, within `each`, the item.
  static let file = "$file"
  static let line = "$line"
  static let item = "$item"

  /// What files know their nodes by.
  static let identities = [id, source, target, graph, parent]

  static let all = [
    id, label, relation, source, target, directed, graph, parent, file, line, item,
  ]
}
