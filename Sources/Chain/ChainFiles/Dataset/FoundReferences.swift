import ChainModel
import GraphKernel

/// What names were found to refer to, once all nodes are there: most are written many times.
///
/// Asked by one thread, like the reader whose it is.
final class FoundReferences {
  private struct Reference: Hashable {
    let name: String
    let kinds: RelationDefinition.KindSelection
  }

  private var found: [Reference: [NodeIndex]] = [:]

  /// The nodes that `name` refers to among `kinds`, which `look` finds the first time.
  func nodes(
    named name: String,
    among kinds: RelationDefinition.KindSelection,
    _ look: () -> [NodeIndex]
  ) -> [NodeIndex] {
    let reference = Reference(name: name, kinds: kinds)
    if let nodes = found[reference] { return nodes }
    let nodes = look()
    found[reference] = nodes
    return nodes
  }
}
