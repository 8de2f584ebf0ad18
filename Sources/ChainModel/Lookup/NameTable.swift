import GraphKernel
import SourceDiagnostics

/// Nodes by their exact identity, name or alias.
struct NameTable: Sendable {
  private var byKey: [NameKey: [NodeIndex]] = [:]
  private var byID: [IdentityKey: NodeIndex] = [:]

  /// Enters a node under its names; `nil`, or the node that has the identity already.
  mutating func insert(_ node: NodeIndex, id: String, names: [String]) -> NodeIndex? {
    if let first = byID[IdentityKey(id)] { return first }
    byID[IdentityKey(id)] = node
    for name in names {
      let key = NameKey(name)
      if byKey[key]?.last != node { byKey[key, default: []].append(node) }
    }
    return nil
  }

  /// The node whose identity is `id`, letter by letter.
  func node(id: String) -> NodeIndex? { byID[IdentityKey(id)] }

  /// The nodes that bear `name` as name or alias, in the order of their entry.
  func nodes(named name: some StringProtocol) -> [NodeIndex] { byKey[NameKey(name)] ?? [] }
}
